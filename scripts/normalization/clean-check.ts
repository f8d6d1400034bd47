import { normalizeName } from '../../src/normalize/name.js';
import { Rng } from '../generate/rng.js';
import { DAMAGED_ENTRIES } from './damaged-entries.js';
import { GIVEN_NAMES, GIVEN_WORDS, MIDDLE_WORDS, SURNAMES } from './names.js';
import { table } from './table.js';

const SHOWN = 20;

/** `H' Hen` and `H'Hen` are one spelling: whether a space stands behind the marker says nothing. */
function joined(name: string): string {
  return name.toLowerCase().replaceAll("' ", "'");
}

/** True when the name comes back letter by letter (letter case apart) and nothing was repaired. */
function isUntouched(name: string): boolean {
  const read = normalizeName(name);
  return read.repairs.length === 0 && joined(read.display) === joined(name);
}

/** The check that correct names are never changed, as Markdown. */
export function cleanCheck(names: number, seed: number): string {
  const rng = new Rng();
  rng.seed(seed, 1, 0);
  const altered: string[] = [];
  let total = 0;
  const check = (name: string) => {
    total++;
    if (!isUntouched(name)) altered.push(name);
  };
  // Every entry once in its place, then free combinations: rare words meet each other as often as common ones.
  for (const { text } of SURNAMES) check(`${text} Văn An`);
  for (const { text } of GIVEN_NAMES) check(`Nguyễn ${text}`);
  while (total < names) {
    const middles = Array.from({ length: rng.below(4) }, () => rng.pick(MIDDLE_WORDS));
    check([rng.pick(SURNAMES).text, ...middles, rng.pick(GIVEN_WORDS)].join(' '));
  }
  const lines = [
    `Names checked: ${total.toLocaleString('en-US')} (seed ${seed}); altered: **${altered.length}**.`,
    ...altered.slice(0, SHOWN).map((name) => `- ${name} became ${normalizeName(name).display}`),
  ];
  return lines.join('\n');
}

/** What happens to the entries that are no correct names, as Markdown. */
export function damagedEntries(): string {
  const rows = DAMAGED_ENTRIES.map(({ entry, meant, why }) => {
    const read = normalizeName(`${entry} Văn An`).display.replace(/ Văn An$/, '');
    const inPlace = entry.includes(' ') ? normalizeName(`Nguyễn ${entry}`).display.slice(7) : read;
    const result = inPlace === meant ? 'restored' : inPlace === entry ? 'left alone' : 'changed';
    return [entry, meant, why, inPlace, result];
  });
  const count = (result: string) => rows.filter((row) => row[4] === result).length;
  return [
    `${rows.length} entries: ${count('restored')} restored, ${count('left alone')} left alone, ${count('changed')} changed into something else.`,
    '',
    table(['entry', 'meant', 'why it is no correct name', 'read as', 'result'], rows),
  ].join('\n');
}
