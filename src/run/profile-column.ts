import type { FileLayout } from '../domain/dose-record.js';
import type { PartialDate } from '../domain/identity.js';
import {
  type ColumnProfile,
  type ColumnRole,
  type Counted,
  type FormCode,
  MOST_DISTINCT,
  type RemarkCode,
} from '../domain/input-profile.js';
import { hashText } from '../match/hash.js';
import { formOf, shapeOf } from './profile-forms.js';

const MOST_SHAPES = 200;
const SHOWN_SHAPES = 3;

/** Counts what the values of one column look like; the memory does not grow with the rows. */
export class ColumnTally {
  readonly #role: ColumnRole;
  readonly #layout: FileLayout;
  readonly #latest: PartialDate;
  readonly #forms = new Map<FormCode, number>();
  readonly #remarks = new Map<RemarkCode, number>();
  readonly #shapes = new Map<string, number>();
  readonly #distinct = new Set<number>();
  #values = 0;
  #empty = 0;
  #shortest = Number.POSITIVE_INFINITY;
  #longest = 0;

  constructor(role: ColumnRole, layout: FileLayout, latest: PartialDate) {
    this.#role = role;
    this.#layout = layout;
    this.#latest = latest;
  }

  /** `isSampled`: its shape is counted too. */
  add(value: string, isSampled: boolean): void {
    this.#values++;
    if (value.trim() === '') {
      this.#empty++;
      return;
    }
    this.#shortest = Math.min(this.#shortest, value.length);
    this.#longest = Math.max(this.#longest, value.length);
    if (this.#distinct.size <= MOST_DISTINCT) this.#distinct.add(hashText(value));
    const found = formOf(value, this.#role, this.#layout, this.#latest);
    if (found !== null) {
      count(this.#forms, found.form);
      for (const remark of new Set(found.remarks)) count(this.#remarks, remark);
    }
    if (!isSampled) return;
    const shape = shapeOf(value);
    if (this.#shapes.size < MOST_SHAPES || this.#shapes.has(shape)) count(this.#shapes, shape);
  }

  profile(number: number, name: string, field: string | null): ColumnProfile {
    return {
      number,
      name,
      field,
      role: this.#role,
      values: this.#values,
      empty: this.#empty,
      shortest: this.#longest === 0 ? 0 : this.#shortest,
      longest: this.#longest,
      distinct: this.#distinct.size > MOST_DISTINCT ? null : this.#distinct.size,
      forms: sorted(this.#forms),
      remarks: sorted(this.#remarks),
      shapes: sorted(this.#shapes).slice(0, SHOWN_SHAPES),
    };
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Most frequent first, equals by their key. */
function sorted<K extends string>(counts: ReadonlyMap<K, number>): Counted<K>[] {
  return [...counts]
    .map(([key, n]) => ({ key, count: n }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
