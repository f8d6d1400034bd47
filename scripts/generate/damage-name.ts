import { readTable } from './data-files.js';
import type { ErrorKind } from './kinds.js';
import { decompose, keystrokes, misencode, stripAccents } from './letters.js';
import type { Rng } from './rng.js';
import { Weighted } from './weighted.js';

const NOTES = ['(con bà Lan)', '(F0)', '- tạm trú', '(mũi 2)', '(đã tiêm)', '(cha)', '- tổ 5', '(không có CCCD)', '- 0912345678', '15/08/2021', '(tạm hoãn)', '- KP3']; // biome-ignore format: a list
const TITLES_MALE = ['Ông', 'Anh', 'Cháu', 'Bé', 'Cụ'];
const TITLES_FEMALE = ['Bà', 'Chị', 'Cháu', 'Bé', 'Cụ', 'Cô'];

/** What a damage may look at. */
export interface NameContext {
  readonly male: boolean;
  /** The facility's fixed manner in [0, 1). */
  readonly manner: number;
}

type Damage = (name: string, rng: Rng, context: NameContext) => string;

/** Damages of a name; each returns the name unchanged when it does not apply. */
const DAMAGES: Readonly<Partial<Record<ErrorKind, Damage>>> = {
  name_no_accents: (name) => stripAccents(name),
  name_not_nfc: (name, _rng, { manner }) => decompose(name, (manner * 7) % 1),
  name_encoding: (name, rng, { manner }) => misencode(name, (manner * 13) % 1, rng),
  name_keystrokes: (name, rng) => keystrokes(name, rng.unit(), rng),
  name_typo: (name, rng) => typo(name, rng),
  name_confusable: (name, rng) => confusable(name, rng),
  name_note: (name, rng) => `${name} ${rng.pick(NOTES)}`,
  name_title: (name, rng, { male }) => `${rng.pick(male ? TITLES_MALE : TITLES_FEMALE)} ${name}`,
  name_glued: (name, rng) => glue(name, rng),
  name_middle_dropped: (name, rng) => dropMiddle(name, rng),
  name_abbreviated: (name, _rng, { manner }) => abbreviate(name, (manner * 17) % 1),
  name_reordered: (name, _rng, { manner }) => reorder(name, (manner * 19) % 1),
  name_nbsp: (name, rng) => oddSpaces(name, rng),
};

export function damageName(kind: ErrorKind, name: string, rng: Rng, context: NameContext): string {
  return DAMAGES[kind]?.(name, rng, context) ?? name;
}

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';

function typo(name: string, rng: Rng): string {
  for (let attempt = 0; attempt < 8; attempt++) {
    const at = rng.between(1, name.length - 1);
    const letter = name[at]!;
    const before = name[at - 1]!;
    if (letter === ' ' || before === ' ') continue;
    const kind = rng.below(4);
    let made: string;
    if (kind === 0) made = name.slice(0, at) + rng.pick([...LETTERS]) + name.slice(at + 1);
    else if (kind === 1) made = name.slice(0, at) + name.slice(at + 1);
    else if (kind === 2) made = name.slice(0, at) + letter + name.slice(at);
    else if (at < 2 || name[at - 2] === ' ') continue;
    else made = name.slice(0, at - 1) + letter + before + name.slice(at + 1);
    if (made !== name) return made;
  }
  return name;
}

const variants = new Map<string, Weighted<string>>();
const variantEntries = new Map<string, [string, number][]>();
for (const [category, common, commonCount, other, otherCount] of readTable('spelling-variant-pairs.csv')) {
  if (category === 'tone-placement') continue;
  addVariant(common!, other!, Number(otherCount) + 1);
  addVariant(other!, common!, Number(commonCount) + 1);
}
for (const [word, entries] of variantEntries) variants.set(word, new Weighted(entries));

function addVariant(word: string, other: string, weight: number): void {
  const entries = variantEntries.get(word) ?? [];
  entries.push([other, Math.sqrt(weight)]);
  variantEntries.set(word, entries);
}

/** Another word that is confused with one of the name's (Vi, Vy; Trung, Chung). */
function confusable(name: string, rng: Rng): string {
  const words = name.split(' ');
  const known = words.map((_, at) => at).filter((at) => variants.has(words[at]!.toLowerCase()));
  if (known.length === 0) return name;
  // The given name is confused most; surnames are too well known.
  const at = rng.chance(0.6) ? known.at(-1)! : rng.pick(known);
  const other = variants.get(words[at]!.toLowerCase())!.draw(rng);
  words[at] = other[0]!.toUpperCase() + other.slice(1);
  return words.join(' ');
}

function glue(name: string, rng: Rng): string {
  if (rng.chance(0.3)) return name.replaceAll(' ', '');
  const spaces = [...name.matchAll(/ /g)].map((match) => match.index);
  if (spaces.length === 0) return name;
  const at = rng.pick(spaces);
  return name.slice(0, at) + name.slice(at + 1);
}

function dropMiddle(name: string, rng: Rng): string {
  const words = name.split(' ');
  if (words.length < 3) return name;
  if (words.length === 3 || rng.chance(0.3)) return `${words[0]} ${words.at(-1)}`;
  words.splice(rng.between(1, words.length - 2), 1);
  return words.join(' ');
}

function abbreviate(name: string, manner: number): string {
  const words = name.split(' ');
  if (words.length < 2) return name;
  const middles = words.slice(1, -1).map((word) => word[0]!);
  const given = words.at(-1)!;
  const surname = words[0]!;
  if (manner < 0.4) {
    const short = /^(Ng|Th|Tr|Ph|Ch|Kh|Nh)/.exec(surname)?.[0] ?? surname[0]!;
    return [`${short}.`, ...middles.map((letter) => `${letter}.`), given].join(' ');
  }
  if (manner < 0.8) return middles.length === 0 ? name : [surname, ...middles, given].join(' ');
  return [surname[0], ...middles].join('.').concat('.', given);
}

function reorder(name: string, manner: number): string {
  const words = name.split(' ');
  if (words.length < 2) return name;
  const given = words.at(-1)!;
  const rest = words.slice(0, -1);
  if (manner < 0.5) return [given, ...rest].join(' ');
  if (manner < 0.75) return `${given}, ${rest.join(' ')}`;
  return [...words.slice(1), words[0]].join(' ');
}

function oddSpaces(name: string, rng: Rng): string {
  const kind = rng.below(4);
  if (kind === 0) return name.replaceAll(' ', '\u00a0');
  if (kind === 1) return name.replace(' ', '  ');
  if (kind === 2) return `${name}\u00a0`;
  return name.replace(' ', ' \u00a0');
}
