import type { Decision } from '../domain/decision.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { type SplitRecord, splitChunk } from '../input/split-chunk.js';
import { ByteWriter } from '../output/byte-writer.js';
import { csvField } from '../output/csv.js';
import { renderSource } from '../output/render-row.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { CellTally } from './cell-tally.js';
import type { ChunkContext } from './chunk-context.js';
import { countDecoys } from './decoy-trials.js';
import { IdentityReader } from './identity-reader.js';
import { NotComparedTally } from './not-compared-tally.js';
import { NO_PERSON } from './person-key.js';
import { type ChunkRow, dosesOf, isNobodysRow, provinceInCharge, readRow } from './read-row.js';
import { RowResults } from './row-results.js';
import type { ChunkResult, ChunkTask, InputSetup } from './worker-setup.js';

/** Turns one chunk into output bytes and tallies. Depends on the chunk and the setup alone. */
export function processChunk(context: ChunkContext, task: ChunkTask): ChunkResult {
  const { setup } = context;
  const input = setup.inputs[task.input]!;
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  const split = splitChunk(bytes, task.firstRecord, input.layout);
  const reader = new IdentityReader(context, input);
  const rows: ChunkRow[] = [];
  const provinces: string[] = [];
  let rowsOtherProvinces = 0;
  let rowsOverLimit = 0;
  for (const record of split) {
    if (task.mostRows !== null && rows.length >= task.mostRows) {
      rowsOverLimit++;
      continue;
    }
    const row = readRow(record, input, reader);
    const province = provinceInCharge(row, reader);
    if (setup.provinces !== null && !setup.provinces.includes(province)) {
      rowsOtherProvinces++;
      continue;
    }
    rows.push(row);
    provinces.push(province);
  }

  const identities = reader.match();
  const notCompared = new NotComparedTally(BLOCKING_PLAN.ruleNames);
  for (const { matched } of identities) notCompared.add(matched.notCompared);
  const tally = new CellTally();
  const outputs = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, new ByteWriter()])) as Record<
    OutcomeName,
    ByteWriter
  >;
  const results = new RowResults(identities, setup, input.name);
  const place = Buffer.from(`,${csvField(input.name)},`);
  const outcomeRows: Record<OutcomeName, number> = { verified: 0, mismatch: 0, needs_review: 0, rejected: 0 };
  const verifiedAt: number[] = VERIFY_STEPS.map(() => 0);
  const rowsOf = new Array<number>(identities.length).fill(0);
  const provinceOf = new Array<string>(identities.length).fill('');
  const persons = new Float64Array(rows.length * 2);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const province = provinces[i]!;
    if (row.kind === 'identity' && rowsOf[row.identity]!++ === 0) provinceOf[row.identity] = province;
    const { verdict, columns, person } = results.of(row, province);
    const { decision, officialClass, wrongField } = verdict;
    const { kind: outcome, reason } = decision;
    const output = outputs[outcome];
    writeSource(output, row.row, bytes, input);
    output.copy(place);
    output.number(row.row.record);
    output.copy(columns);
    outcomeRows[outcome]++;
    countVerifySteps(decision, verifiedAt);
    const cell = tally.add({ province, outcome, reason, officialClass, wrongField }, dosesOf(row, input));
    persons[i * 2] = isNobodysRow(reason) ? NO_PERSON : person;
    persons[i * 2 + 1] = cell;
  }
  const output = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, outputs[outcome].finish()]));
  return {
    input: task.input,
    output: output as Record<OutcomeName, Uint8Array<ArrayBuffer>>,
    outcomeRows,
    cells: tally.cells(),
    persons,
    rows: split.length,
    rowsOtherProvinces,
    rowsOverLimit,
    decoys: countDecoys({ identities, rows: rowsOf, provinces: provinceOf }, context.registry, setup),
    verifiedAt,
    notCompared: notCompared.counts(),
  };
}

/** Counts the row at each step at which it would be verified. */
function countVerifySteps(decision: Decision, verifiedAt: number[]): void {
  if (decision.kind !== 'verified' && decision.kind !== 'needs_review') return;
  for (let i = 0; i < VERIFY_STEPS.length; i++) {
    if (decision.verifiedUpTo >= VERIFY_STEPS[i]!) verifiedAt[i]!++;
  }
}

/** The source columns: a row that nothing changed is copied byte by byte. */
function writeSource(output: ByteWriter, row: SplitRecord, bytes: Buffer, { mapping }: InputSetup): void {
  if (row.kind === 'fields' && row.plain && mapping.isWhole) {
    output.copy(bytes, row.start, row.end);
    return;
  }
  output.text(renderSource(row.fields, mapping));
}
