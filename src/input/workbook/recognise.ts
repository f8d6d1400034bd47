import { closeSync, openSync, readSync } from 'node:fs';
import { otherFormatFailure } from './workbook-failures.js';

const ZIP_START = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND_START = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Names of a zip archive's first member by which a workbook is known. */
const WORKBOOK_MEMBER = /^(\[Content_Types\]\.xml|_rels[/\\]|xl[/\\]|docProps[/\\]|customXml[/\\])/i;
const OPEN_DOCUMENT = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';
const NAME_LENGTH_AT = 26;
const NAME_AT = 30;
const COMPOUND_HEADER_BYTES = 512;

/**
 * True for an .xlsx or .xlsm workbook, by its first bytes and, where its members come in an unusual order, by its name.
 * Other zip archives are not meant. @throws Failure exit 3 for .ods.
 */
export function isWorkbook(first: Buffer, path: string): boolean {
  if (!first.subarray(0, 4).equals(ZIP_START)) return false;
  const nameLength = first.length < NAME_AT ? 0 : first.readUInt16LE(NAME_LENGTH_AT);
  const member = first.toString('latin1', NAME_AT, NAME_AT + nameLength);
  if (first.toString('latin1', NAME_AT, NAME_AT + 200).startsWith(OPEN_DOCUMENT)) {
    throw otherFormatFailure(path, 'ods');
  }
  return WORKBOOK_MEMBER.test(member) || /\.xls[xmb]$/i.test(path);
}

/**
 * Refuses the compound files (OLE) that Excel writes: a workbook under a password, or the old .xls. `first` are the
 * first bytes of the file. @throws Failure exit 3
 */
export function refuseCompound(first: Buffer, path: string): void {
  if (first.length < COMPOUND_HEADER_BYTES || !first.subarray(0, 8).equals(COMPOUND_START)) return;
  // The names of its streams, in UTF-16, stand in the directory, which in a large file may be anywhere.
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  const isEncrypted = first.includes(encrypted) || directoryOf(first, path).includes(encrypted);
  throw otherFormatFailure(path, isEncrypted ? 'encrypted' : 'xls');
}

function directoryOf(header: Buffer, path: string): Buffer {
  const sectorBytes = 2 ** Math.min(header.readUInt16LE(30), 12);
  const directory = Buffer.alloc(sectorBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, directory, 0, sectorBytes, (header.readUInt32LE(48) + 1) * sectorBytes);
  } finally {
    closeSync(file);
  }
  return directory;
}
