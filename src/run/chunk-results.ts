import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import type { SplitRecord } from '../input/split-chunk.js';
import { ByteWriter } from '../output/byte-writer.js';
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
  addFresh(row: ChunkRow, province: string, identity: number, result: RowResult): void {
    if (identity !== NO_IDENTITY) this.#rows.identities.addRow(identity, province);
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
    const cell = this.#count(result, province, doses);
    this.#addTo(outcome, steps, person, cell);
    const written = { bytes: output.written, at, sourceBytes, resultBytes, digits, isCopied };
    this.#reuse.add(this.#bytes, row.row, written, { identity, cell, doses, steps, person });
  }

  /** A row of a province that was not asked for: nothing is written of it. */
  addFiltered(row: SplitRecord, identity: number): void {
    this.#reuse.addFiltered(this.#bytes, row, identity);
  }

  /** A row whose result an earlier run has in a row of a block; `record` is its number now. */
  addEarlier(block: EarlierBlock, row: number, record: number, identity: number): void {
    const { columns } = block;
    const earlierCell = columns.cell[row]!;
    if (earlierCell === NO_CELL) {
      this.#reuse.copy(block, row, identity, NO_CELL, 0);
      return;
    }
    const cell = this.#cellOf(block, earlierCell);
    this.#tally.addTo(cell, columns.doses[row]!);
    const outcome = block.outcomeOfCell[earlierCell]!;
    const digits = copyRow(this.#outputs[outcome]!, block, row, outcome, this.#place, record);
    this.#rows.identities.addRow(identity, block.head.cells[earlierCell]!.province);
    this.#addTo(outcome, columns.verifySteps[row]!, columns.person[row]!, cell);
    this.#reuse.copy(block, row, identity, cell, digits);
    this.#rowsReused++;
  }

  /** What the chunk comes to, apart from its counts of distinct records. `identityList` is theirs, for a later run. */
  finish(identityList: Parameters<ReuseWriter['finish']>[4]) {
    const { identities, count, seen, taken } = this.#rows;
    const output = byOutcome(this.#outputs.map((writer) => writer.finish()));
    const cells = this.#tally.cells();
    return {
      output,
      outcomeRows: byOutcome(this.#outcomeRows),
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
  #count(result: RowResult, province: string, doses: number): number {
    if (result.cell >= 0) this.#tally.addTo(result.cell, doses);
    else {
      const { decision, officialClass, wrongField } = result.verdict;
      const { kind: outcome, reason } = decision;
      result.cell = this.#tally.add({ province, outcome, reason, officialClass, wrongField }, doses);
    }
    return result.cell;
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

function byOutcome<T>(values: readonly T[]): Record<OutcomeName, T> {
  return Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome, values[i]])) as Record<OutcomeName, T>;
}

/** Copies a row of an earlier run with the name and number that it has now; returns the digits of its number. */
function copyRow(
  output: ByteWriter,
  block: EarlierBlock,
  row: number,
  outcome: number,
  place: Buffer,
  record: number,
): number {
  const { sourceBytes, resultBytes, digits } = block.columns;
  const part = block.parts[outcome]!;
  const start = block.offset[row]!;
  const placeAt = start + sourceBytes[row]!;
  const numberAt = placeAt + block.place.length;
  const numberEnd = numberAt + digits[row]!;
  const end = numberEnd + resultBytes[row]!;
  if (block.place.equals(place)) return output.renumbered(part, start, end, numberAt, numberEnd, record);
  output.copy(part, start, placeAt);
  output.copy(place);
  const written = output.number(record);
  output.copy(part, numberEnd, end);
  return written;
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
