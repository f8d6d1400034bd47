import type { Decision } from '../domain/decision.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { type SplitRecord, splitChunk } from '../input/split-chunk.js';
import { ByteWriter } from '../output/byte-writer.js';
import { renderSource } from '../output/render-row.js';
import { CellTally } from './cell-tally.js';
import type { ChunkContext } from './chunk-context.js';
import { ChunkIdentities } from './chunk-identities.js';
import { decoyLines, tryDecoys } from './decoy-trials.js';
import { type EarlierBlock, placeColumn } from './earlier-block.js';
import { IdentityReader } from './identity-reader.js';
import { NO_PERSON } from './person-key.js';
import { type ChunkRow, dosesOf, isNobodysRow, provinceInCharge, readRow } from './read-row.js';
import { NO_CELL } from './reuse-block.js';
import { ReuseWriter } from './reuse-writer.js';
import { RowResults } from './row-results.js';
import type { ChunkResult, ChunkTask, InputSetup } from './worker-setup.js';

/** In place of the number of a distinct record: the row has none. */
const NO_IDENTITY = -1;

/**
 * Turns one chunk into output bytes and tallies. They depend on the chunk and the setup alone: a row whose result an
 * earlier run has is not worked on, and gives the same.
 */
export function processChunk(context: ChunkContext, task: ChunkTask): ChunkResult {
  const { setup } = context;
  const input = setup.inputs[task.input]!;
  const { layout } = input;
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  const recalled = context.earlier?.recall(bytes, task.firstRecord, layout, input.context) ?? null;
  const split = splitChunk(bytes, task.firstRecord, layout, recalled?.others());
  const count = recalled?.count ?? split.length;

  const reader = new IdentityReader(context, input);
  const identities = new ChunkIdentities(count);
  const identityOf = new Int32Array(count);
  /** The rows that are worked on, in order. */
  const fresh: ChunkRow[] = [];
  /** By fresh row: its province; null: none that was asked for. */
  const provinces: (string | null)[] = [];
  let taken = 0;
  let seen = 0;
  let rowsOtherProvinces = 0;
  for (; seen < count; seen++) {
    if (task.mostRows !== null && taken >= task.mostRows) break;
    const block = recalled?.blockOf(seen) ?? null;
    let isInScope: boolean;
    if (block !== null) {
      const { identity, cell } = block.columns;
      const row = recalled!.rowIn(seen);
      const number = identity[row]!;
      const { keyHigh, keyLow } = block.columns;
      identityOf[seen] = identities.add(keyHigh[number]!, keyLow[number]!, block, number);
      isInScope = cell[row] !== NO_CELL;
    } else {
      const row = readRow(split[fresh.length]!, input, reader);
      const province = provinceInCharge(row, reader);
      identityOf[seen] = NO_IDENTITY;
      if (row.kind === 'identity') {
        const [high, low] = reader.keyOf(row.identity);
        identityOf[seen] = identities.add(high, low, null, row.identity);
      }
      isInScope = setup.provinces === null || setup.provinces.includes(province);
      fresh.push(row);
      provinces.push(isInScope ? province : null);
    }
    if (isInScope) taken++;
    else rowsOtherProvinces++;
  }

  const matched = reader.match();
  const tally = new CellTally();
  const outputs = OUTCOMES.map((outcome) => new ByteWriter(task.spares?.[outcome]));
  const results = new RowResults(matched, setup, input.name);
  const place = placeColumn(input.name);
  const outcomeRows = OUTCOMES.map(() => 0);
  /** By the number of VERIFY_STEPS at which rows would be verified. */
  const stepRows = new Array<number>(VERIFY_STEPS.length + 1).fill(0);
  const persons = new Float64Array(taken * 2);
  const reuse = new ReuseWriter(seen, layout.delimiter);
  let filled = 0;
  let rowsReused = 0;
  for (let i = 0, f = 0; i < seen; i++) {
    const identity = identityOf[i]!;
    const block = recalled?.blockOf(i) ?? null;
    if (block !== null) {
      const row = recalled!.rowIn(i);
      const { columns } = block;
      if (columns.cell[row] === NO_CELL) {
        reuse.copy(block, row, identity, NO_CELL, 0);
        continue;
      }
      const record = recalled!.recordOf(i);
      const cell = cellOf(block, columns.cell[row]!, tally);
      const doses = columns.doses[row]!;
      tally.addTo(cell, doses);
      const outcome = block.outcomeOfCell[columns.cell[row]!]!;
      const digits = copyRow(outputs[outcome]!, block, row, outcome, place, record);
      outcomeRows[outcome]!++;
      stepRows[columns.verifySteps[row]!]!++;
      identities.addRow(identity, block.head.cells[columns.cell[row]!]!.province);
      persons[filled++] = columns.person[row]!;
      persons[filled++] = cell;
      reuse.copy(block, row, identity, cell, digits);
      rowsReused++;
      continue;
    }
    const row = fresh[f]!;
    const province = provinces[f++]!;
    if (province === null) {
      reuse.addFiltered(bytes, row.row, identity);
      continue;
    }
    if (identity !== NO_IDENTITY) identities.addRow(identity, province);
    const { verdict, columns, person } = results.of(row, province);
    const { decision, officialClass, wrongField } = verdict;
    const { kind, reason } = decision;
    const outcome = OUTCOMES.indexOf(kind);
    const output = outputs[outcome]!;
    const before = output.length;
    writeSource(output, row.row, bytes, input);
    const sourceBytes = output.length - before;
    output.copy(place);
    const digits = output.number(row.row.record);
    output.copy(columns);
    outcomeRows[outcome]!++;
    const steps = verifySteps(decision);
    stepRows[steps]!++;
    const doses = dosesOf(row, input);
    const cell = tally.add({ province, outcome: kind, reason, officialClass, wrongField }, doses);
    const key = isNobodysRow(reason) ? NO_PERSON : person;
    persons[filled++] = key;
    persons[filled++] = cell;
    const written = { bytes: output.written, at: before, sourceBytes, resultBytes: columns.length, digits };
    reuse.add(bytes, row.row, written, { identity, cell, doses, steps, person: key });
  }
  const counted = identities.finish(
    {
      notCompared: matched.map((found) => found.matched.notCompared),
      decoys: tryDecoys(matched, context.registry, setup),
    },
    decoyLines(setup.policy),
  );
  const output = byOutcome(outputs.map((writer) => writer.finish()));
  const { decoys, notCompared } = counted;
  return {
    input: task.input,
    bytes: task.bytes,
    output,
    outcomeRows: byOutcome(outcomeRows),
    cells: tally.cells(),
    persons,
    rows: count,
    rowsOtherProvinces,
    rowsOverLimit: count - seen,
    decoys,
    verifiedAt: VERIFY_STEPS.map((_, i) => stepRows.slice(i + 1).reduce((sum, rows) => sum + rows, 0)),
    notCompared,
    rowsReused,
    reuse: reuse.finish(input, output, tally.cells(), identities, counted.list),
  };
}

function byOutcome<T>(values: readonly T[]): Record<OutcomeName, T> {
  return Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome, values[i]])) as Record<OutcomeName, T>;
}

/** The number of a block's cell among those of the chunk. */
function cellOf(block: EarlierBlock, cell: number, tally: CellTally): number {
  const known = block.cellNumbers[cell]!;
  if (known >= 0) return known;
  const number = tally.add(block.head.cells[cell]!, 0, 0);
  block.cellNumbers[cell] = number;
  return number;
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

/** At how many of VERIFY_STEPS, from the lowest, the row would be verified. */
function verifySteps(decision: Decision): number {
  if (decision.kind !== 'verified' && decision.kind !== 'needs_review') return 0;
  const { verifiedUpTo } = decision;
  return VERIFY_STEPS.filter((step) => verifiedUpTo >= step).length;
}

/** The source columns: a row that nothing changed is copied byte by byte. */
function writeSource(output: ByteWriter, row: SplitRecord, bytes: Buffer, { mapping }: InputSetup): void {
  if (row.kind === 'fields' && row.plain && mapping.isWhole) {
    output.copy(bytes, row.start, row.end);
    return;
  }
  output.text(renderSource(row.fields, mapping));
}
