import type { OutcomeName } from '../domain/outcome.js';
import type { CellName } from '../domain/summary-cell.js';

/** Beside the result files of a run: what a later run needs to use its results again. */
export const REUSE_FILE = 'reuse.bin';

/** Raised whenever a block, or what a row adds to the results, changes its meaning. */
const BLOCK_VERSION = 2;

/** How the bytes of a row stand in the result file. */
export const ROW_BYTES = {
  /** Its source columns are the bytes as they came. */
  verbatim: 0,
  /** The same with commas for the delimiter, of which the row had none other. */
  commas: 1,
  /** Rewritten, or not there at all: a digest tells. */
  digest: 2,
  /** The row is worked on anew in each run. */
  never: 3,
} as const;
export type RowBytes = (typeof ROW_BYTES)[keyof typeof ROW_BYTES];

/** In place of a cell: the row belongs to a province that was not asked for. */
export const NO_CELL = 0xffff;
export const DIGEST_BYTES = 16;

/** What the rows of a block share. */
export interface BlockHead {
  /** Name of the input. */
  readonly file: string;
  /** See `rowContexts`. */
  readonly context: string;
  /** Bytes that the block's rows have in each result file. */
  readonly bytes: Readonly<Record<OutcomeName, number>>;
  /** `fastChecksum` of these bytes, in hexadecimal digits. */
  readonly checksums: Readonly<Record<OutcomeName, string>>;
  readonly cells: readonly CellName[];
}

/** The columns of a block: what each row of a chunk added to the results, and each distinct record. */
export interface BlockColumns {
  /** By row, in source order. */
  readonly person: Float64Array;
  readonly hash: Uint32Array;
  readonly sourceBytes: Uint32Array;
  readonly resultBytes: Uint32Array;
  readonly identity: Uint32Array;
  readonly cell: Uint16Array;
  readonly digits: Uint8Array;
  readonly doses: Uint8Array;
  readonly verifySteps: Uint8Array;
  readonly rowBytes: Uint8Array;
  /** By distinct record. */
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint32Array;
  readonly notComparedCount: Uint16Array;
  readonly decoyKind: Uint8Array;
  readonly hitCount: Uint8Array;
  /** Triples in the order of the distinct records: rule, reason, persons; and trial, line, weight. */
  readonly notCompared: Float64Array;
  readonly hits: Float64Array;
  /** Of the rows that need one, in their order. */
  readonly digests: Uint8Array;
}

/** Distinct records of a block, as an earlier run wrote them down. */
export interface EarlierIdentities {
  readonly columns: BlockColumns;
  /** Where the triples of each distinct record begin. */
  readonly notComparedAt: Uint32Array;
  readonly hitsAt: Uint32Array;
}

interface BlockSizes {
  readonly rows: number;
  readonly identities: number;
  readonly notCompared: number;
  readonly hits: number;
  readonly digests: number;
}

/** Version, bytes of the block, bytes of the head, and the sizes. */
const COUNTS = 8;
export const COUNTS_BYTES = COUNTS * 4;

type ColumnType =
  | Float64ArrayConstructor
  | Uint32ArrayConstructor
  | Uint16ArrayConstructor
  | Uint8ArrayConstructor;

/** Wide columns first, so that each begins where its type may. */
function columnsOf(sizes: BlockSizes): readonly (readonly [keyof BlockColumns, ColumnType, number])[] {
  const { rows, identities } = sizes;
  return [
    ['person', Float64Array, rows],
    ['notCompared', Float64Array, sizes.notCompared * 3],
    ['hits', Float64Array, sizes.hits * 3],
    ['hash', Uint32Array, rows],
    ['sourceBytes', Uint32Array, rows],
    ['resultBytes', Uint32Array, rows],
    ['identity', Uint32Array, rows],
    ['keyHigh', Uint32Array, identities],
    ['keyLow', Uint32Array, identities],
    ['cell', Uint16Array, rows],
    ['notComparedCount', Uint16Array, identities],
    ['digits', Uint8Array, rows],
    ['doses', Uint8Array, rows],
    ['verifySteps', Uint8Array, rows],
    ['rowBytes', Uint8Array, rows],
    ['decoyKind', Uint8Array, identities],
    ['hitCount', Uint8Array, identities],
    ['digests', Uint8Array, sizes.digests * DIGEST_BYTES],
  ];
}

/** Columns may be longer than `sizes` says; the rest is left out. */
export function encodeBlock(
  head: BlockHead,
  columns: BlockColumns,
  sizes: BlockSizes,
): Uint8Array<ArrayBuffer> {
  const headBytes = Buffer.from(JSON.stringify(head));
  const plan = columnsOf(sizes);
  let bytes = COUNTS_BYTES;
  for (const [, type, length] of plan) bytes += type.BYTES_PER_ELEMENT * length;
  const total = Math.ceil((bytes + headBytes.length) / 8) * 8;
  const block = new Uint8Array(total);
  const { rows, identities, notCompared, hits, digests } = sizes;
  new Uint32Array(block.buffer, 0, COUNTS).set([
    BLOCK_VERSION,
    total,
    headBytes.length,
    rows,
    identities,
    notCompared,
    hits,
    digests,
  ]);
  let at = COUNTS_BYTES;
  for (const [name, type, length] of plan) {
    const column = columns[name].subarray(0, length);
    block.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += type.BYTES_PER_ELEMENT * length;
  }
  block.set(headBytes, at);
  return block;
}

/** Bytes of the block that begins with `counts`; null: no block of this version. */
export function blockBytes(counts: Uint8Array): number | null {
  if (counts.length < COUNTS_BYTES) return null;
  const [version, bytes = 0] = new Uint32Array(counts.slice(0, COUNTS_BYTES).buffer);
  return version === BLOCK_VERSION && bytes >= COUNTS_BYTES && bytes % 8 === 0 ? bytes : null;
}

/** `bytes` begins at a multiple of 8 in its buffer and stays as it is while the columns are used. */
export function decodeBlock(bytes: Uint8Array): { readonly head: BlockHead; readonly columns: BlockColumns } {
  const [, , headBytes = 0, rows = 0, identities = 0, notCompared = 0, hits = 0, digests = 0] =
    new Uint32Array(bytes.buffer, bytes.byteOffset, COUNTS);
  const columns: Partial<Record<keyof BlockColumns, unknown>> = {};
  let at = bytes.byteOffset + COUNTS_BYTES;
  for (const [name, type, length] of columnsOf({ rows, identities, notCompared, hits, digests })) {
    columns[name] = new type(bytes.buffer as ArrayBuffer, at, length);
    at += type.BYTES_PER_ELEMENT * length;
  }
  const head = JSON.parse(Buffer.from(bytes.buffer, at, headBytes).toString()) as BlockHead;
  return { head, columns: columns as unknown as BlockColumns };
}
