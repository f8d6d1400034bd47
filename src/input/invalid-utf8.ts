import { isUtf8 } from 'node:buffer';

/** The text of bytes that are not all UTF-8: valid characters as they are, every other byte as `\xHH`. */
export function showInvalidUtf8(bytes: Buffer): string {
  let text = '';
  let valid = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes[i] as number);
    if (length === 1 || (length > 1 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)))) {
      i += length;
      continue;
    }
    text += bytes.toString('utf8', valid, i);
    text += `\\x${(bytes[i] as number).toString(16).toUpperCase().padStart(2, '0')}`;
    i++;
    valid = i;
  }
  return text + bytes.toString('utf8', valid);
}

/** Length of the UTF-8 sequence that a byte opens; 0 when it cannot open one. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return 0;
}
