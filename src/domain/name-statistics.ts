/** How common names are in a registry, and where its persons live; the basis of the term-frequency adjustment. */
export interface NameStatistics {
  /** Number of persons of the registry. */
  readonly persons: number;
  /** Persons by province of permanent residence (GSO code as a number); a snapshot may hold only some. */
  readonly provinces: ReadonlyMap<number, number>;
  /** Persons by accent-free surname (first word). */
  readonly surnames: ReadonlyMap<string, number>;
  /** Persons by accent-free given name (last word). */
  readonly givenNames: ReadonlyMap<string, number>;
}

/** What shares of the registry are shares of; an empty registry counts as one person. */
export function population({ persons }: NameStatistics): number {
  return Math.max(persons, 1);
}
