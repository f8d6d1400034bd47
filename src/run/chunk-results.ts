import { byOutcome, OUTCOMES } from '../domain/outcome.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import type { SplitRecord } from '../input/split-chunk.js';
import { ByteWriter, digitsOf } from '../output/byte-writer.js';
import { renderSource } from '../output/render-row.js';
import { CellTally } from './cell-tally.js';
import { type ChunkRows, NO_IDENTITY } from './chunk-rows.js';
import { type EarlierBlock, placeColumn } from './earlier-block.js';
import { type ChunkRow, dosesOf } from './read-row.js';
import { NO_CELL } from './reuse-block.js';
import { ReuseWriter } from './reuse-writer.js';
import type { RowResult } from './row-results.js';
import type { ChunkTask, InputSetup } from './worker-setup.js';

/** The output bytes and tallies of a chunk, row by row. */
export class ChunkResults {
  readonly #bytes: Buffer;
  readonly #rows: ChunkRows;
  readonly #input: InputSetup;
  readonly #place: Buffer;
  readonly #outputs: readonly ByteWriter[];
  readonly #outcomeRows = OUTCOMES.map(() => 0);
  /** By the number of VERIFY_STEPS at which rows would be verified. */
  readonly #stepRows = new Array<number>(VERIFY_STEPS.length + 1).fill(0);
  readonly #tally = new CellTally();
  readonly #persons: Float64Array<ArrayBuffer>;
  readonly #reuse: ReuseWriter;
  #filled = 0;
  #rowsReused = 0;

  constructor(rows: ChunkRows, input: InputSetup, task: ChunkTask, bytes: Buffer) {
    this.#bytes = bytes;
    this.#rows = rows;
    this.#input = input;
    this.#place = placeColumn(input.name);
    this.#outputs = OUTCOMES.map((outcome) => new ByteWriter(task.spares?.[outcome]));
    this.#persons = new Float64Array(rows.taken * 2);
    this.#reuse = new ReuseWriter(rows.seen, input.layout.delimiter);
  }

  /** A row that was worked on. */
  addFresh(row: ChunkRow, identity: number, result: RowResult): void {
    if (identity !== NO_IDENTITY) this.#rows.identities.addRow(identity, result.province);
    const { outcome, steps, person } = result;
    const output = this.#outputs[outcome]!;
    const at = output.length;
    const isCopied = writeSource(output, row.row, this.#bytes, this.#input);
    const sourceBytes = output.length - at;
    output.copy(this.#place);
    const digits = output.number(row.row.record);
    const columnsAt = output.length;
    output.text(result.columns);
    const resultBytes = output.length - columnsAt;
    const doses = dosesOf(row, this.#input);
    const cell = this.#count(result, doses);
    this.#addTo(outcome, steps, person, cell);
    const written = { bytes: output.written, at, sourceBytes, resultBytes, digits, isCopied };
    this.#reuse.add(this.#bytes, row.row, written, { identity, cell, doses, steps, person });
  }

  /** A row of a province that was not asked for: nothing is written of it. */
  addFiltered(row: SplitRecord, identity: number): void {
    this.#reuse.addFiltered(this.#bytes, row, identity);
  }

  /**
   * Rows whose results an earlier run has in rows of a block, one behind the other. `record`: number of the first now;
   * `identityOf`: by row.
   */
  addEarlier(block: EarlierBlock, from: number, record: number, identityOf: Int32Array): void {
    const to = from + identityOf.length;
    const digits = digitsOf(record);
    const areDigitsKept = digits === digitsOf(record + to - from - 1) && block.haveDigits(from, to, digits);
    for (let row = from; row < to; row++) this.#addShare(block, row, identityOf[row - from]!);
    if (areDigitsKept && block.place.equals(this.#place)) {
      this.#copyRows(block, from, to, record);
      this.#reuse.copy(block, from, to, identityOf, null);
      return;
    }
    for (let row = from; row < to; row++) {
      const written = this.#copyRow(block, row, record + row - from);
      this.#reuse.copy(block, row, row + 1, identityOf.subarray(row - from, row - from + 1), written);
    }
  }

  /** What the chunk comes to, apart from its counts of distinct records. `identityList` is theirs, for a later run. */
  finish(identityList: Parameters<ReuseWriter['finish']>[4]) {
    const { identities, count, seen, taken } = this.#rows;
    const output = byOutcome((_, i) => this.#outputs[i]!.finish());
    const cells = this.#tally.cells();
    return {
      output,
      outcomeRows: byOutcome((_, i) => this.#outcomeRows[i]!),
      cells,
      persons: this.#persons,
      rows: count,
      rowsOtherProvinces: seen - taken,
      rowsOverLimit: count - seen,
      verifiedAt: VERIFY_STEPS.map((_, i) =>
        this.#stepRows.slice(i + 1).reduce((sum, rows) => sum + rows, 0),
      ),
      rowsReused: this.#rowsReused,
      reuse: this.#reuse.finish(this.#input, output, cells, identities, identityList),
    };
  }

  /** The number of the cell that a row falls into; rows that share a result find it with the first of them. */
  #count(result: RowResult, doses: number): number {
    if (result.cell >= 0) this.#tally.addTo(result.cell, doses);
    else {
      const { province, verdict } = result;
      const { decision, officialClass, wrongField } = verdict;
      const { kind: outcome, reason } = decision;
      result.cell = this.#tally.add({ province, outcome, reason, officialClass, wrongField }, doses);
    }
    return result.cell;
  }

  /** Counts a row of a block. */
  #addShare(block: EarlierBlock, row: number, identity: number): void {
    const { columns } = block;
    const earlierCell = columns.cell[row]!;
    if (earlierCell === NO_CELL) return;
    const cell = this.#cellOf(block, earlierCell);
    this.#tally.addTo(cell, columns.doses[row]!);
    this.#rows.identities.addRow(identity, block.head.cells[earlierCell]!.province);
    this.#addTo(block.outcomeOfCell[earlierCell]!, columns.verifySteps[row]!, columns.person[row]!, cell);
    this.#rowsReused++;
  }

  /** Copies rows as they stand; only their own numbers are others, of as many digits. */
  #copyRows(block: EarlierBlock, from: number, to: number, record: number): void {
    const { columns, outcomeOfCell, offsets, place } = block;
    const { cell, sourceBytes, digits } = columns;
    const begin = this.#outputs.map((output) => output.length);
    this.#outputs.forEach((output, i) => {
      output.copy(block.parts[i]!, offsets[i]![from]!, offsets[i]![to]!);
    });
    for (let row = from; row < to; row++) {
      const number = cell[row]!;
      if (number === NO_CELL) continue;
      const outcome = outcomeOfCell[number]!;
      const at = begin[outcome]! + offsets[outcome]![row]! - offsets[outcome]![from]!;
      const end = at + sourceBytes[row]! + place.length + digits[row]!;
      this.#outputs[outcome]!.renumber(end, record + row - from);
    }
  }

  /** Copies a row with the name and number that it has now; returns the digits of its number. */
  #copyRow(block: EarlierBlock, row: number, record: number): number {
    const { cell, sourceBytes, digits } = block.columns;
    if (cell[row] === NO_CELL) return 0;
    const outcome = block.outcomeOfCell[cell[row]!]!;
    const output = this.#outputs[outcome]!;
    const part = block.parts[outcome]!;
    const start = block.offsets[outcome]![row]!;
    const placeAt = start + sourceBytes[row]!;
    output.copy(part, start, placeAt);
    output.copy(this.#place);
    const written = output.number(record);
    output.copy(part, placeAt + block.place.length + digits[row]!, block.offsets[outcome]![row + 1]!);
    return written;
  }

  #addTo(outcome: number, steps: number, person: number, cell: number): void {
    this.#outcomeRows[outcome]!++;
    this.#stepRows[steps]!++;
    this.#persons[this.#filled++] = person;
    this.#persons[this.#filled++] = cell;
  }

  /** The number of a block's cell among those of the chunk. */
  #cellOf(block: EarlierBlock, cell: number): number {
    const known = block.cellNumbers[cell]!;
    if (known >= 0) return known;
    const number = this.#tally.add(block.head.cells[cell]!, 0, 0);
    block.cellNumbers[cell] = number;
    return number;
  }
}

/** The source columns. True for a row that nothing changed, which is copied byte by byte. */
function writeSource(output: ByteWriter, row: SplitRecord, bytes: Buffer, { mapping }: InputSetup): boolean {
  if (row.kind === 'fields' && row.plain && mapping.isWhole) {
    output.copy(bytes, row.start, row.end);
    return true;
  }
  output.text(renderSource(row.fields, mapping));
  return false;
}
