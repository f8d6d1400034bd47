import { DECOY_TRIALS, type DecoyRows } from '../domain/decoys.js';
import { NOT_COMPARED_REASONS, type NotCompared } from '../domain/not-compared.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { DecoyTally } from './decoy-tally.js';
import type { DecoyFacts } from './decoy-trials.js';
import { HashIndex, indexSlots } from './hash-index.js';
import { NotComparedTally } from './not-compared-tally.js';
import type { EarlierIdentities } from './reuse-block.js';

/** What is known of the distinct records that were worked on in this run, by their number in the reader. */
export interface FreshIdentities {
  readonly notCompared: readonly (readonly NotCompared[])[];
  readonly decoys: readonly DecoyFacts[];
}

const DECOY_KINDS: readonly (keyof DecoyRows | null)[] = [
  null,
  'ownNumber',
  'anothersNumber',
  'outsiders',
  'noNumber',
];

/**
 * The distinct records of a chunk in the order of their first row, whether worked on now or taken from an earlier run. They
 * are told apart by a 64-bit key: where two met (one chance in 10^12 a chunk), counts of distinct records would be one
 * too low, and no row's result would change.
 */
export class ChunkIdentities {
  readonly #index: HashIndex;
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint32Array;
  /** Null: worked on now. */
  readonly #earlier: (EarlierIdentities | null)[] = [];
  /** The number in the reader or in the block. */
  readonly #numbers: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #provinces: string[] = [];

  /** `most`: not more distinct records than this are added. */
  constructor(most: number) {
    const slots = indexSlots(most);
    this.#index = new HashIndex(new Uint32Array(slots), new Uint32Array(slots));
    this.keyHigh = new Uint32Array(most);
    this.keyLow = new Uint32Array(most);
    this.#numbers = new Uint32Array(most);
    this.#rows = new Uint32Array(most);
  }

  get count(): number {
    return this.#earlier.length;
  }

  /** The number of a distinct record in the chunk, new or known. `earlier`: null when it is worked on now. */
  add(high: number, low: number, earlier: EarlierIdentities | null, number: number): number {
    for (let slot = this.#index.find(low); slot >= 0; slot = this.#index.find(low, slot)) {
      const known = this.#index.at(slot);
      if (this.keyHigh[known] === high) return known;
    }
    const added = this.count;
    this.#index.add(low, added);
    this.keyHigh[added] = high;
    this.keyLow[added] = low;
    this.#earlier.push(earlier);
    this.#numbers[added] = number;
    this.#provinces.push('');
    return added;
  }

  /** Adds a row. The province of the first counts for all. */
  addRow(identity: number, province: string): void {
    if (this.#rows[identity]!++ === 0) this.#provinces[identity] = province;
  }

  /** Adds up all of them, and lists what a block needs to say of them. */
  finish(fresh: FreshIdentities, decoyLines: readonly number[]) {
    const { count } = this;
    const notCompared = new NotComparedTally(BLOCKING_PLAN.ruleNames);
    const decoys = new DecoyTally();
    const list = {
      notComparedCount: new Uint16Array(count),
      decoyKind: new Uint8Array(count),
      hitCount: new Uint8Array(count),
      notCompared: [] as number[],
      hits: [] as number[],
    };
    for (let i = 0; i < count; i++) {
      const earlier = this.#earlier[i]!;
      const number = this.#numbers[i]!;
      const tracing = earlier === null ? fresh.notCompared[number]! : notComparedOf(earlier, number);
      const facts = earlier === null ? fresh.decoys[number]! : decoyFactsOf(earlier, number);
      const rows = this.#rows[i]!;
      const province = this.#provinces[i]!;
      notCompared.add(tracing);
      list.notComparedCount[i] = tracing.length;
      for (const { rule, reason, persons } of tracing)
        list.notCompared.push(rule, NOT_COMPARED_REASONS.indexOf(reason), persons);
      list.decoyKind[i] = DECOY_KINDS.indexOf(facts.kind);
      list.hitCount[i] = facts.hits.length;
      if (facts.kind !== null) decoys.addRows(province, facts.kind, rows);
      for (const { trial, upTo, weight } of facts.hits) {
        list.hits.push(DECOY_TRIALS.indexOf(trial), upTo, weight);
        decoys.addHit(province, trial, upTo, weight * rows, decoyLines);
      }
    }
    return { decoys: decoys.packed(), notCompared: notCompared.counts(), list };
  }
}

const NONE: readonly NotCompared[] = [];
const WITHOUT_HITS: readonly DecoyFacts[] = DECOY_KINDS.map((kind) => ({ kind, hits: [] }));

function notComparedOf(
  { columns, notComparedAt }: EarlierIdentities,
  number: number,
): readonly NotCompared[] {
  const count = columns.notComparedCount[number]!;
  if (count === 0) return NONE;
  return Array.from({ length: count }, (_, i) => {
    const at = (notComparedAt[number]! + i) * 3;
    const [rule = 0, reason = 0, persons = 0] = columns.notCompared.subarray(at, at + 3);
    return { rule, reason: NOT_COMPARED_REASONS[reason]!, persons };
  });
}

function decoyFactsOf({ columns, hitsAt }: EarlierIdentities, number: number): DecoyFacts {
  const kind = columns.decoyKind[number]!;
  const count = columns.hitCount[number]!;
  if (count === 0) return WITHOUT_HITS[kind]!;
  const hits = Array.from({ length: count }, (_, i) => {
    const at = (hitsAt[number]! + i) * 3;
    const [trial = 0, upTo = 0, weight = 0] = columns.hits.subarray(at, at + 3);
    return { trial: DECOY_TRIALS[trial]!, upTo, weight };
  });
  return { kind: DECOY_KINDS[kind]!, hits };
}
