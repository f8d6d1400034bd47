import { damageBirth } from './damage-birth.js';
import { damageName } from './damage-name.js';
import { slashDate, two } from './dates.js';
import type { FacilityProfile } from './facility-profile.js';
import type { ErrorKind } from './kinds.js';
import { swapTonePlacement } from './letters.js';
import { type Person, PRECISION } from './person.js';
import { RECORD_RATES } from './rates.js';
import type { Rng } from './rng.js';

/** Damages of the letters of the whole name: at most one of them, and after every other. */
const OF_ALL_LETTERS = new Set<ErrorKind>([
  'name_no_accents',
  'name_encoding',
  'name_not_nfc',
  'name_keystrokes',
]);

/** The name as typed; adds the damages done to `kinds`. */
export function asSentName(
  person: Person,
  profile: FacilityProfile,
  week: number,
  kinds: ErrorKind[],
  rng: Rng,
): string {
  let name = person.name;
  const change = (kind: ErrorKind, changed: string): void => {
    if (changed !== name && !kinds.includes(kind)) kinds.push(kind);
    name = changed;
  };
  const context = { male: person.male, manner: profile.manner };
  const drawn = [profile.draw(rng, 'name', week)];
  if (rng.chance(RECORD_RATES.secondNameError)) drawn.push(profile.draw(rng, 'name', week));
  const last = drawn.find((kind) => kind !== null && OF_ALL_LETTERS.has(kind)) ?? null;
  const tone = profile.draw(rng, 'tone', week);
  if (tone !== null && last === null) change(tone, swapTonePlacement(name));
  for (const kind of drawn) {
    if (kind !== null && !OF_ALL_LETTERS.has(kind)) change(kind, damageName(kind, name, rng, context));
  }
  const capitals = profile.draw(rng, 'case', week);
  if (capitals !== null) change(capitals, name.toUpperCase());
  if (last !== null) change(last, damageName(last, name, rng, context));
  return name;
}

/** The birth date as typed; adds the damage done to `kinds`. */
export function asSentBirth(
  person: Person,
  profile: FacilityProfile,
  week: number,
  kinds: ErrorKind[],
  rng: Rng,
): string {
  const kind = profile.draw(rng, 'birth', week);
  if (person.precision !== PRECISION.day && (kind === null || kind === 'birth_year_only')) {
    // Who has no full date in the registry has none on the card either.
    if (person.precision === PRECISION.month) return `${two(person.month)}/${person.year}`;
    if (rng.chance(0.6)) return String(person.year);
    kinds.push('birth_placeholder');
    return `01/01/${person.year}`;
  }
  const plain = slashDate(person);
  if (kind === null) return plain;
  const text = damageBirth(kind, person, rng, profile.manner);
  if (text !== plain) kinds.push(kind);
  return text;
}
