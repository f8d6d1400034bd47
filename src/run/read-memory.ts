import type { DayMonthOrder, SexCoding } from '../domain/dose-record.js';
import type { Place, ReadDate, Sex } from '../domain/identity.js';
import { type CellRanges, CellsMemo } from './cells-memo.js';
import { IDENTITY_SOURCES, PLACE_SOURCES } from './read-identity.js';

const MOST_ENTRIES = 30_000;
const MOST_BYTES = 8 * 1024 * 1024;

/** A cell as it was written, and what it means. */
export interface ReadCell<T> {
  readonly text: string;
  readonly value: T;
}

/** What was made of the distinct cells that were seen; forgotten when there are too many. */
export class Known<T> {
  readonly #memo: CellsMemo;
  readonly #values: T[] = [];

  constructor(cells: number) {
    this.#memo = new CellsMemo(cells);
  }

  of(ranges: CellRanges, at: number, make: () => T): T {
    if (this.#memo.count >= MOST_ENTRIES || this.#memo.size >= MOST_BYTES) {
      this.#memo.clear();
      this.#values.length = 0;
    }
    const number = this.#memo.number(ranges, at);
    if (number < this.#values.length) return this.#values[number]!;
    const value = make();
    this.#values.push(value);
    return value;
  }
}

/** What a worker remembers of the cells that it has read, to read the same cells only once. */
export class ReadMemory {
  /** The identities of one chunk. */
  readonly identities = new CellsMemo(IDENTITY_SOURCES.length);
  readonly places = new Known<Place>(PLACE_SOURCES.length);
  readonly #birthDates = new Map<DayMonthOrder | undefined, Known<ReadCell<ReadDate>>>();
  readonly #sexes = new Map<SexCoding, Known<ReadCell<Sex>>>();
  /** Provinces by the two cells that say which facility vaccinated. */
  readonly facilities = new Known<string>(2);

  /** Birth dates of columns that are read in this order. */
  birthDates(order: DayMonthOrder | undefined): Known<ReadCell<ReadDate>> {
    return known(this.#birthDates, order);
  }

  sexes(coding: SexCoding): Known<ReadCell<Sex>> {
    return known(this.#sexes, coding);
  }
}

function known<K, T>(all: Map<K, Known<T>>, key: K): Known<T> {
  const one = all.get(key) ?? new Known<T>(1);
  all.set(key, one);
  return one;
}
