/** How much of something there is, in the three units of every table. */
export interface Count {
  /** Rows of the source files. */
  readonly rows: number;
  /** Doses (mũi tiêm). */
  readonly doses: number;
  /** Persons (đối tượng); a person counts once in a province. */
  readonly persons: number;
}

/** A count that is still being added up. */
export interface Tally {
  rows: number;
  doses: number;
  persons: number;
}

export const UNITS = ['rows', 'doses', 'persons'] as const satisfies readonly (keyof Count)[];
export type Unit = (typeof UNITS)[number];

/** An empty tally. */
export function newTally(): Tally {
  return { rows: 0, doses: 0, persons: 0 };
}

/** Adds `count` to `tally`. */
export function addTo(tally: Tally, count: Count): void {
  tally.rows += count.rows;
  tally.doses += count.doses;
  tally.persons += count.persons;
}

/** The sum of any number of counts. */
export function sumCounts(counts: Iterable<Count>): Count {
  const total = newTally();
  for (const count of counts) addTo(total, count);
  return total;
}

/** An object with one fresh value for each key, in the order of the keys. */
export function recordOf<K extends string, V>(keys: readonly K[], make: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>;
}
