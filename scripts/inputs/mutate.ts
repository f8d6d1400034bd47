import { gzipSync } from 'node:zlib';
import { Rng } from '../generate/rng.js';
import { encodeText, type StoredEncoding } from './encode-legacy.js';
import { SAMPLE_HEADER, sampleRow } from './sample-list.js';
import { zipFile } from './zip-file.js';

const ENCODINGS: readonly StoredEncoding[] = [
  'utf-8',
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'vni',
  'viscii',
];
const DELIMITERS = [',', ',', ';', '\t', '|', '^'];
const NEWLINES = ['\n', '\n', '\r\n', '\r'];
const PIECES = [
  '"',
  '"',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\u00ea',
  '""',
  '",',
  ',"',
  'PK\u0003\u0004',
  '\u00ff\u00fe',
  '\u001a',
];
const CONTAINERS = ['plain', 'plain', 'plain', 'gzip', 'zip'] as const;

/** A small list in a random form, with random faults. The same seed gives the same bytes. */
export function mutatedFile(seed: number): Buffer {
  const rng = new Rng();
  rng.seed(seed, 77, 0);
  const delimiter = rng.pick(DELIMITERS);
  const newline = rng.pick(NEWLINES);
  const rows = Array.from({ length: rng.below(30) }, (_, i) =>
    sampleRow(i + 1, rng.pick(['', '', '"tổ 5, ấp 3"', '"a\nb"', 'tổ 5'])),
  );
  const lines = [...(rng.below(4) === 0 ? ['DANH SÁCH TIÊM', ''] : []), SAMPLE_HEADER, ...rows];
  const text = lines.join('\n').replaceAll(',', delimiter).replaceAll('\n', newline);
  const mark = rng.below(4) === 0 ? '\ufeff' : '';
  const encoding = rng.pick(ENCODINGS);
  const withMark = encoding.startsWith('utf') ? mark + text + newline : text + newline;
  let bytes = encodeText(withMark, encoding);
  const container = rng.pick(CONTAINERS);
  const inside = container === 'plain' || rng.below(2) === 0;
  if (inside) for (let n = rng.below(5); n > 0; n--) bytes = mutated(bytes, rng);
  if (container === 'gzip') bytes = gzipSync(bytes);
  if (container === 'zip')
    bytes = zipFile([
      { name: 'a.csv', content: bytes },
      { name: 'b/c.txt', content: text },
    ]);
  if (!inside) for (let n = 1 + rng.below(2); n > 0; n--) bytes = mutated(bytes, rng);
  return bytes;
}

/** One fault: bytes inserted, changed, left out, repeated or exchanged, or the end cut off. */
function mutated(bytes: Buffer, rng: Rng): Buffer {
  const at = rng.below(bytes.length + 1);
  const length = rng.below(rng.pick([4, 40, 400]));
  const before = bytes.subarray(0, at);
  const after = bytes.subarray(at);
  switch (rng.below(7)) {
    case 0:
      return Buffer.concat([before, Buffer.from(rng.pick(PIECES), 'latin1'), after]);
    case 1:
      return Buffer.concat([before, after.subarray(length)]);
    case 2:
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 3:
      return before;
    case 4: {
      const changed = Buffer.from(bytes);
      if (at < changed.length) changed[at] = rng.below(256);
      return changed;
    }
    case 5:
      return Buffer.concat([after, before]);
    default:
      return Buffer.concat([before, Buffer.alloc(length, rng.below(256)), after]);
  }
}
