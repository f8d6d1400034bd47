import {
  NOT_COMPARED_REASONS,
  type NotCompared,
  type NotComparedCounts,
  type NotComparedReason,
} from '../domain/not-compared.js';

interface Tally {
  records: number;
  persons: number;
}

/** Counts who was not compared, by reason and by blocking rule; `ruleNames` by rule number. */
export class NotComparedTally {
  readonly #ruleNames: readonly string[];
  readonly #byReason: Tally[] = NOT_COMPARED_REASONS.map(() => ({ records: 0, persons: 0 }));
  /** By rule number and reason. */
  readonly #byRule: Tally[];
  #records = 0;
  #notFollowed = 0;

  constructor(ruleNames: readonly string[]) {
    this.#ruleNames = ruleNames;
    this.#byRule = ruleNames.flatMap(() => NOT_COMPARED_REASONS.map(() => ({ records: 0, persons: 0 })));
  }

  /** Adds one distinct record. */
  add(notCompared: readonly NotCompared[]): void {
    if (notCompared.length === 0) return;
    this.#records++;
    if (notCompared.some(({ reason }) => reason !== 'other_value')) this.#notFollowed++;
    const seen = new Set<Tally>();
    for (const { rule, reason, persons } of notCompared) {
      for (const tally of [this.#reason(reason), this.#rule(rule, reason)]) {
        tally.persons += persons;
        if (!seen.has(tally)) tally.records++;
        seen.add(tally);
      }
    }
  }

  /** Adds what another tally over the same rules counted; its records are other records. */
  addCounts(counts: NotComparedCounts): void {
    this.#records += counts.records;
    this.#notFollowed += counts.recordsNotFollowed;
    for (const reason of NOT_COMPARED_REASONS) addTo(this.#reason(reason), counts.byReason[reason]);
    for (const count of counts.byRule)
      addTo(this.#rule(this.#ruleNames.indexOf(count.rule), count.reason), count);
  }

  counts(): NotComparedCounts {
    const byReason = NOT_COMPARED_REASONS.map((reason) => [reason, { ...this.#reason(reason) }]);
    return {
      records: this.#records,
      recordsNotFollowed: this.#notFollowed,
      byReason: Object.fromEntries(byReason) as NotComparedCounts['byReason'],
      byRule: this.#ruleNames
        .flatMap((rule, i) =>
          NOT_COMPARED_REASONS.map((reason) => ({ rule, reason, ...this.#rule(i, reason) })),
        )
        .filter(({ records }) => records > 0),
    };
  }

  #reason(reason: NotComparedReason): Tally {
    return this.#byReason[NOT_COMPARED_REASONS.indexOf(reason)]!;
  }

  #rule(rule: number, reason: NotComparedReason): Tally {
    return this.#byRule[rule * NOT_COMPARED_REASONS.length + NOT_COMPARED_REASONS.indexOf(reason)]!;
  }
}

function addTo(tally: Tally, { records, persons }: Readonly<Tally>): void {
  tally.records += records;
  tally.persons += persons;
}
