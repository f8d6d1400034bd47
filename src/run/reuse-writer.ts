import { byOutcome, type OutcomeName } from '../domain/outcome.js';
import type { CellName } from '../domain/summary-cell.js';
import type { SplitRecord } from '../input/split-chunk.js';
import type { ChunkIdentities } from './chunk-identities.js';
import { type EarlierBlock, isWithCommas, rowDigest } from './earlier-block.js';
import { fastChecksum } from './fast-checksum.js';
import { DIGEST_BYTES, encodeBlock, NO_CELL, ROW_BYTES, type RowBytes } from './reuse-block.js';
import { rowHash } from './row-hash.js';
import type { CellCount, InputSetup } from './worker-setup.js';

/** A row as it was written into its result file. */
export interface WrittenRow {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly sourceBytes: number;
  readonly resultBytes: number;
  /** Of its number. */
  readonly digits: number;
  /** Its source columns are the bytes that came in. */
  readonly isCopied: boolean;
}

/** What a row added to the tallies. */
export interface RowShare {
  /** -1: none. */
  readonly identity: number;
  readonly cell: number;
  readonly doses: number;
  /** Of VERIFY_STEPS. */
  readonly steps: number;
  readonly person: number;
}

const MOST_IN_A_BYTE = 0xff;

/** Writes down what each row of a chunk came to, so that a later run can use it again. */
export class ReuseWriter {
  readonly #delimiter: number;
  readonly #person: Float64Array;
  readonly #hash: Uint32Array;
  readonly #sourceBytes: Uint32Array;
  readonly #resultBytes: Uint32Array;
  readonly #identity: Uint32Array;
  readonly #cell: Uint16Array;
  readonly #digits: Uint8Array;
  readonly #doses: Uint8Array;
  readonly #verifySteps: Uint8Array;
  readonly #rowBytes: Uint8Array;
  readonly #digests: Uint8Array[] = [];
  #rows = 0;

  constructor(rows: number, delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#person = new Float64Array(rows);
    this.#hash = new Uint32Array(rows);
    this.#sourceBytes = new Uint32Array(rows);
    this.#resultBytes = new Uint32Array(rows);
    this.#identity = new Uint32Array(rows);
    this.#cell = new Uint16Array(rows);
    this.#digits = new Uint8Array(rows);
    this.#doses = new Uint8Array(rows);
    this.#verifySteps = new Uint8Array(rows);
    this.#rowBytes = new Uint8Array(rows);
  }

  /** A row that was worked on. */
  add(bytes: Buffer, row: SplitRecord, written: WrittenRow, share: RowShare): void {
    const at = this.#rows++;
    this.#sourceBytes[at] = written.sourceBytes;
    this.#resultBytes[at] = written.resultBytes;
    this.#digits[at] = written.digits;
    this.#cell[at] = share.cell;
    // A row that cannot be read counts as a person by its place: it is read anew, wherever it stands.
    if (row.kind === 'broken' || share.identity < 0 || share.doses > MOST_IN_A_BYTE) {
      this.#rowBytes[at] = ROW_BYTES.never;
      return;
    }
    this.#hash[at] = rowHash(bytes, row.start, row.end);
    this.#person[at] = share.person;
    this.#identity[at] = share.identity;
    this.#doses[at] = share.doses;
    this.#verifySteps[at] = share.steps;
    const rowBytes = this.#howWritten(bytes, row, written);
    this.#rowBytes[at] = rowBytes;
    if (rowBytes === ROW_BYTES.digest) this.#digests.push(rowDigest(bytes, row.start, row.end));
  }

  /** A row of a province that was not asked for. */
  addFiltered(bytes: Buffer, row: SplitRecord, identity: number): void {
    const at = this.#rows++;
    this.#cell[at] = NO_CELL;
    if (row.kind === 'broken' || identity < 0) {
      this.#rowBytes[at] = ROW_BYTES.never;
      return;
    }
    this.#hash[at] = rowHash(bytes, row.start, row.end);
    this.#identity[at] = identity;
    this.#rowBytes[at] = ROW_BYTES.digest;
    this.#digests.push(rowDigest(bytes, row.start, row.end));
  }

  /**
   * Rows of an earlier run that follow each other, with the numbers that they have now. `identityOf`: by row, its distinct
   * record; `digits`: those that each of their own numbers has now; null: as many as then.
   */
  copy(block: EarlierBlock, from: number, to: number, identityOf: Int32Array, digits: number | null): void {
    const at = this.#rows;
    const { columns, cellNumbers } = block;
    const { cell, rowBytes } = columns;
    this.#rows += to - from;
    this.#person.set(columns.person.subarray(from, to), at);
    this.#hash.set(columns.hash.subarray(from, to), at);
    this.#sourceBytes.set(columns.sourceBytes.subarray(from, to), at);
    this.#resultBytes.set(columns.resultBytes.subarray(from, to), at);
    this.#doses.set(columns.doses.subarray(from, to), at);
    this.#verifySteps.set(columns.verifySteps.subarray(from, to), at);
    this.#rowBytes.set(columns.rowBytes.subarray(from, to), at);
    this.#identity.set(identityOf, at);
    if (digits === null) this.#digits.set(columns.digits.subarray(from, to), at);
    else this.#digits.fill(digits, at, this.#rows);
    for (let row = from, i = at; row < to; row++, i++) {
      const number = cell[row]!;
      this.#cell[i] = number === NO_CELL ? NO_CELL : cellNumbers[number]!;
      if (rowBytes[row] === ROW_BYTES.digest) this.#digests.push(block.digest(row).slice());
    }
  }

  finish(
    { name, context }: InputSetup,
    output: Readonly<Record<OutcomeName, Uint8Array>>,
    cells: readonly CellCount[],
    identities: ChunkIdentities,
    list: ReturnType<ChunkIdentities['finish']>['list'],
  ): Uint8Array<ArrayBuffer> {
    const bytes = byOutcome((outcome) => output[outcome].length);
    const checksums = byOutcome((outcome) => fastChecksum(output[outcome]).toString('hex'));
    const names = cells.map(
      ({ province, outcome, reason, officialClass, wrongField }): CellName => ({
        province,
        outcome,
        reason,
        officialClass,
        wrongField,
      }),
    );
    const digests = Buffer.concat(this.#digests, this.#digests.length * DIGEST_BYTES);
    const columns = {
      person: this.#person,
      hash: this.#hash,
      sourceBytes: this.#sourceBytes,
      resultBytes: this.#resultBytes,
      identity: this.#identity,
      cell: this.#cell,
      digits: this.#digits,
      doses: this.#doses,
      verifySteps: this.#verifySteps,
      rowBytes: this.#rowBytes,
      keyHigh: identities.keyHigh,
      keyLow: identities.keyLow,
      notComparedCount: list.notComparedCount,
      decoyKind: list.decoyKind,
      hitCount: list.hitCount,
      notCompared: Float64Array.from(list.notCompared),
      hits: Float64Array.from(list.hits),
      digests,
    };
    return encodeBlock({ file: name, context, bytes, checksums, cells: names }, columns, {
      rows: this.#rows,
      identities: identities.count,
      notCompared: list.notCompared.length / 3,
      hits: list.hits.length / 3,
      digests: this.#digests.length,
    });
  }

  #howWritten(bytes: Buffer, row: SplitRecord, written: WrittenRow): RowBytes {
    if (written.isCopied) return ROW_BYTES.verbatim;
    const { start, end } = row;
    if (written.sourceBytes !== end - start) return ROW_BYTES.digest;
    const { at } = written;
    const target = written.bytes;
    if (bytes.compare(target, at, at + written.sourceBytes, start, end) === 0) return ROW_BYTES.verbatim;
    return isWithCommas(bytes, start, end, this.#delimiter, target, at) ? ROW_BYTES.commas : ROW_BYTES.digest;
  }
}
