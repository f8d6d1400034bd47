/** How common names are in a registry; the basis of the term-frequency adjustment. */
export interface NameStatistics {
  /** Number of persons of the registry. */
  readonly persons: number;
  /** Persons by accent-free surname (first word). */
  readonly surnames: ReadonlyMap<string, number>;
  /** Persons by accent-free given name (last word). */
  readonly givenNames: ReadonlyMap<string, number>;
}
