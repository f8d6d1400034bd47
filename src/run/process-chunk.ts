import type { Decision } from '../domain/decision.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { type SplitRecord, splitChunk } from '../input/split-chunk.js';
import { renderRow } from '../output/render-row.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { CellTally } from './cell-tally.js';
import type { ChunkContext } from './chunk-context.js';
import { countDecoys } from './decoy-trials.js';
import { IdentityReader } from './identity-reader.js';
import { NotComparedTally } from './not-compared-tally.js';
import { NO_PERSON, personKey } from './person-key.js';
import { type ChunkRow, dosesOf, isNobodysRow, provinceInCharge, readRow } from './read-row.js';
import { verdictOf } from './row-verdict.js';
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
  const texts: Record<OutcomeName, string> = { verified: '', mismatch: '', needs_review: '', rejected: '' };
  const outcomeRows: Record<OutcomeName, number> = { verified: 0, mismatch: 0, needs_review: 0, rejected: 0 };
  const verifiedAt: number[] = VERIFY_STEPS.map(() => 0);
  const rowsOf = new Array<number>(identities.length).fill(0);
  const provinceOf = new Array<string>(identities.length).fill('');
  const persons = new Float64Array(rows.length * 2);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const province = provinces[i]!;
    if (row.kind === 'identity' && rowsOf[row.identity]!++ === 0) provinceOf[row.identity] = province;
    const verdict = verdictOf(row, identities, setup);
    const { decision, officialClass, wrongField } = verdict;
    const { kind: outcome, reason } = decision;
    texts[outcome] += renderRow(sourceOf(row.row, input), input.mapping, verdict);
    outcomeRows[outcome]++;
    countVerifySteps(decision, verifiedAt);
    const cell = tally.add({ province, outcome, reason, officialClass, wrongField }, dosesOf(row, input));
    const identity = row.kind === 'identity' ? identities[row.identity]!.identity : null;
    persons[i * 2] = isNobodysRow(reason)
      ? NO_PERSON
      : personKey(province, decision, identity, input.name, row.row.record);
    persons[i * 2 + 1] = cell;
  }
  const encoder = new TextEncoder();
  const output = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, encoder.encode(texts[outcome])]));
  return {
    input: task.input,
    output: output as Record<OutcomeName, Uint8Array<ArrayBuffer>>,
    outcomeRows,
    cells: tally.cells(),
    persons,
    rows: split.length,
    rowsOtherProvinces,
    rowsOverLimit,
    decoys: countDecoys(
      identities.map((identity, i) => ({ ...identity, rows: rowsOf[i]!, province: provinceOf[i]! })),
      context.registry,
      setup,
    ),
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

function sourceOf(row: SplitRecord, input: InputSetup) {
  return {
    file: input.name,
    record: row.record,
    fields: row.fields,
    plain: row.kind === 'fields' && row.plain,
    rawText: row.kind === 'broken' ? row.text : '',
  };
}
