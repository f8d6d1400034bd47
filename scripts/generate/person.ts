import type { Commune } from './geography.js';

/** How much of the birth date the registry knows. */
export const PRECISION = { day: 0, month: 1, year: 2 } as const;

/** One person of the synthetic population. Regenerated from the seed whenever needed; never kept for all persons at once. */
export interface Person {
  /** Position in the population, from 0. */
  readonly index: number;
  readonly name: string;
  /** What children inherit; empty where the form of the name has no surname. */
  readonly surname: string;
  readonly male: boolean;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly precision: number;
  readonly commune: Commune;
  /** Household number inside the block. */
  readonly household: number;
  readonly phone: string;
  /** First six digits of the personal ID as a number: place, century and sex, year of birth. */
  readonly idPrefix: number;
  /** The second of two twins of the same sex: its ID follows the first twin's. */
  readonly secondTwin: boolean;
  /** Prefix of the nine-digit card, or an empty string for who never had one. */
  readonly cardPrefix: string;
  /** Day number of the death, or 0. */
  readonly deathDay: number;
  /** Missing from the snapshot. */
  readonly absent: boolean;
}

/** Persons are made in blocks of whole households of one commune. */
export const BLOCK_SIZE = 64;
