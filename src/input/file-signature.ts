/** The first bytes of a zip file, `PK`; an empty one opens with the end of its list. Workbooks (.xlsx) are zip files. */
export function isZip(first: Uint8Array): boolean {
  return first[0] === 0x50 && first[1] === 0x4b && (first[2] === 0x03 || first[2] === 0x05);
}

/** The container of the old .xls, and of workbooks that are locked with a password. */
export function isOldWorkbook(first: Uint8Array): boolean {
  return first[0] === 0xd0 && first[1] === 0xcf && first[2] === 0x11 && first[3] === 0xe0;
}

export function isGzip(first: Uint8Array): boolean {
  return first[0] === 0x1f && first[1] === 0x8b;
}
