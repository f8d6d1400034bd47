/** Midnight of 1 January 1980, the first date that an archive can hold. */
const DOS_TIME = 0;
const DOS_DATE = 0x21;
const END = 0x06054b50;
const END_BYTES = 22;

/**
 * Sets the times of all files of a zip archive to the first that it can hold, in place: what a library packs at another
 * time has the same bytes. For archives without a comment and below 4 GB. @throws RangeError if it is no such archive.
 */
export function fixZipTimes(bytes: Buffer): Buffer {
  const end = bytes.length - END_BYTES;
  if (end < 0 || bytes.readUInt32LE(end) !== END)
    throw new RangeError('no end of the archive where it should be');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    bytes.writeUInt16LE(DOS_TIME, at + 12);
    bytes.writeUInt16LE(DOS_DATE, at + 14);
    const file = bytes.readUInt32LE(at + 42);
    bytes.writeUInt16LE(DOS_TIME, file + 10);
    bytes.writeUInt16LE(DOS_DATE, file + 12);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
