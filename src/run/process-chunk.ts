import type { Decision, RowVerdict } from '../domain/decision.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import type { ReasonCode, RejectReason } from '../domain/reasons.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { type SplitRecord, splitChunk } from '../input/split-chunk.js';
import { decide } from '../match/decide.js';
import { explainDecision } from '../match/explain.js';
import { officialView } from '../match/official-class.js';
import type { PlaceResolver } from '../normalize/place.js';
import { renderRow } from '../output/render-row.js';
import type { RegistryLookup } from '../registry/lookup.js';
import { CellTally } from './cell-tally.js';
import { type Matched, matchRecords } from './match-records.js';
import { NO_PERSON, personKey } from './person-key.js';
import { type ReadDoses, readDoses } from './read-doses.js';
import { identityText, isFooter, isNobody, type ReadIdentity, readIdentity } from './read-identity.js';
import type { ChunkResult, ChunkTask, InputSetup, WorkerSetup } from './worker-setup.js';

/** What a worker keeps open from chunk to chunk. */
export interface ChunkContext {
  readonly setup: WorkerSetup;
  readonly registry: RegistryLookup;
  readonly places: PlaceResolver;
}

/** One distinct identity of the chunk. */
interface Prepared extends ReadIdentity {
  readonly matched: Matched;
}

/** A row on its way: read, in scope, waiting for its identity to be matched. */
type Waiting =
  | {
      readonly kind: 'identity';
      readonly row: SplitRecord;
      readonly identity: number;
      readonly doses: ReadDoses;
    }
  | { readonly kind: 'rejected'; readonly row: SplitRecord; readonly code: RejectReason };

/** Turns one chunk into output bytes and tallies. Depends on the chunk and the setup alone. */
export function processChunk(context: ChunkContext, task: ChunkTask): ChunkResult {
  const { setup } = context;
  const input = setup.inputs[task.input]!;
  const { layout } = input;
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  const rows = splitChunk(bytes, task.firstRecord, layout);
  const reader = new IdentityReader(context, input);
  const waiting: Waiting[] = [];
  const provinces: string[] = [];
  let rowsOtherProvinces = 0;
  let rowsOverLimit = 0;
  for (const row of rows) {
    if (task.mostRows !== null && waiting.length >= task.mostRows) {
      rowsOverLimit++;
      continue;
    }
    const item = readRow(row, input, reader);
    const province = provinceInCharge(item, reader);
    if (setup.provinces !== null && !setup.provinces.includes(province)) {
      rowsOtherProvinces++;
      continue;
    }
    waiting.push(item);
    provinces.push(province);
  }

  const prepared = reader.match();
  const tally = new CellTally();
  const texts: Record<OutcomeName, string> = { verified: '', mismatch: '', needs_review: '', rejected: '' };
  const outcomeRows: Record<OutcomeName, number> = { verified: 0, mismatch: 0, needs_review: 0, rejected: 0 };
  const verifiedAt: number[] = VERIFY_STEPS.map(() => 0);
  const persons = new Float64Array(waiting.length * 2);
  for (let i = 0; i < waiting.length; i++) {
    const item = waiting[i]!;
    const province = provinces[i]!;
    const identity = item.kind === 'identity' ? prepared[item.identity]! : null;
    const verdict = verdictOf(item, identity, setup);
    const { decision, officialClass, wrongField } = verdict;
    texts[decision.kind] += renderRow(sourceOf(item.row, input), input.mapping, verdict);
    outcomeRows[decision.kind]++;
    countVerifySteps(decision, verifiedAt);
    const doses = item.kind === 'identity' ? item.doses.count : dosesOfRejected(item, input);
    const reason: ReasonCode = decision.reason;
    const cell = tally.add({ province, outcome: decision.kind, reason, officialClass, wrongField }, doses);
    persons[i * 2] = NOBODYS_ROWS.has(reason)
      ? NO_PERSON
      : personKey(province, decision, identity?.identity ?? null, input.name, item.row.record);
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
    rows: rows.length,
    rowsOtherProvinces,
    rowsOverLimit,
    verifiedAt,
    crowdedLookups: prepared.filter(({ matched }) => !matched.allCompared).length,
  };
}

/** Reads the distinct identities of a chunk and matches them all at once. */
class IdentityReader {
  readonly #context: ChunkContext;
  readonly #input: InputSetup;
  readonly #numbers = new Map<string, number>();
  readonly #identities: ReadIdentity[] = [];

  constructor(context: ChunkContext, input: InputSetup) {
    this.#context = context;
    this.#input = input;
  }

  /** Number of the row's identity. */
  read(fields: readonly string[]): number {
    const text = identityText(fields, this.#input.layout);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#identities.length;
    this.#numbers.set(text, number);
    this.#identities.push(
      readIdentity(fields, this.#input.layout, this.#context.places, this.#context.setup.latest),
    );
    return number;
  }

  residenceProvince(number: number): string {
    const { province } = this.#identities[number]!.identity.residence;
    return province === 0 ? '' : String(province).padStart(2, '0');
  }

  match(): Prepared[] {
    const { registry, setup } = this.#context;
    const records = this.#identities.map(({ identity }) => identity);
    const matched = matchRecords(records, registry, setup.model);
    return this.#identities.map((read, i) => ({ ...read, matched: matched[i]! }));
  }
}

function readRow(row: SplitRecord, input: InputSetup, reader: IdentityReader): Waiting {
  if (row.kind === 'broken') return { kind: 'rejected', row, code: row.code };
  if (isFooter(row.fields, input.layout)) return { kind: 'rejected', row, code: 'not_a_record' };
  if (isNobody(row.fields, input.layout)) return { kind: 'rejected', row, code: 'no_name_and_no_id' };
  return {
    kind: 'identity',
    row,
    identity: reader.read(row.fields),
    doses: readDoses(row.fields, input.layout),
  };
}

/** The vaccinating facility's province, else the residence's; empty where neither is known. */
function provinceInCharge(item: Waiting, reader: IdentityReader): string {
  if (item.kind === 'rejected') return '';
  return item.doses.facilityProvince || reader.residenceProvince(item.identity);
}

function verdictOf(item: Waiting, prepared: Prepared | null, setup: WorkerSetup): RowVerdict {
  if (item.kind === 'rejected' || prepared === null) {
    const decision = {
      kind: 'rejected',
      reason: item.kind === 'rejected' ? item.code : 'empty_row',
    } as const;
    const explanation = explainDecision(decision, null, undefined, setup.language);
    return { decision, officialClass: 'no_or_bad_id', wrongField: 'none', explanation };
  }
  const { asSent, identity, matched } = prepared;
  const { candidates, allCompared } = matched;
  const decision = decide({
    record: identity,
    asSent,
    candidates,
    allCompared,
    doseDate: item.doses.latest,
    policy: setup.policy,
  });
  const explanation = explainDecision(decision, identity, candidates[0], setup.language);
  return { decision, ...officialView(identity, asSent, candidates), explanation };
}

/** Counts the row at each step at which it would be verified. */
function countVerifySteps(decision: Decision, verifiedAt: number[]): void {
  const isSound =
    decision.kind === 'verified' || (decision.kind === 'needs_review' && decision.onlyProbabilityLacks);
  if (!isSound) return;
  for (let i = 0; i < VERIFY_STEPS.length; i++)
    if (decision.probability >= VERIFY_STEPS[i]!) verifiedAt[i]!++;
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

/** Reasons of rows that are nobody's: they count as no person and no dose. */
const NOBODYS_ROWS: ReadonlySet<ReasonCode> = new Set(['empty_row', 'not_a_record']);

/** A row that cannot be read is one dose in the long layout; in the wide layout its doses cannot be told. */
function dosesOfRejected({ row, code }: Extract<Waiting, { kind: 'rejected' }>, input: InputSetup): number {
  if (NOBODYS_ROWS.has(code)) return 0;
  if (row.kind === 'fields') return readDoses(row.fields, input.layout).count;
  return input.layout.kind === 'long' ? 1 : 0;
}
