import { readTable } from '../generate/data-files.js';
import type { Rng } from '../generate/rng.js';
import { Weighted } from '../generate/weighted.js';
import { DAMAGED_ENTRIES } from './damaged-entries.js';

interface Entry {
  readonly text: string;
  readonly count: number;
}

const damaged: ReadonlySet<string> = new Set(DAMAGED_ENTRIES.map(({ entry }) => entry.normalize('NFC')));

function clean(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ text }) => text !== '' && !damaged.has(text));
}

/** Surnames of the frequency table, most frequent first, damaged entries left out. */
export const SURNAMES: readonly Entry[] = clean(
  readTable('names-surname-freq.csv').map(([text = '', count]) => ({
    text: text.normalize('NFC'),
    count: Number(count),
  })),
);

/** Middle and given names together. */
export const GIVEN_NAMES: readonly Entry[] = clean(
  readTable('names-middle-given-freq.csv').map(([text = '', male, female, unknown]) => ({
    text: text.normalize('NFC'),
    count: Number(male) + Number(female) + Number(unknown),
  })),
);

/** The words of the table above, by their place in it. */
export const MIDDLE_WORDS: readonly string[] = [
  ...new Set(GIVEN_NAMES.flatMap(({ text }) => text.split(' ').slice(0, -1))),
];
export const GIVEN_WORDS: readonly string[] = [
  ...new Set(GIVEN_NAMES.map(({ text }) => text.split(' ').at(-1) ?? '')),
];

const surnames = new Weighted(SURNAMES.map(({ text, count }) => [text, count]));
const givenNames = new Weighted(GIVEN_NAMES.map(({ text, count }) => [text, count]));

/** A name as common as it is in life: parts drawn by their counts. */
export function realisticName(rng: Rng): string {
  return `${surnames.draw(rng)} ${givenNames.draw(rng)}`;
}
