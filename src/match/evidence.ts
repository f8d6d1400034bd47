import type { BirthDateLevel, Candidate, Comparison, NameLevel } from '../domain/decision.js';

/** Name levels that a usual error explains; `partial` and `different` are contradictions. */
const EXPLAINED_NAME: ReadonlySet<NameLevel> = new Set([
  'exact',
  'accents_missing',
  'accents_differ',
  'given_accent_differs',
  'reordered',
  'extra_word',
  'abbreviated',
  'middle_dropped',
  'close',
  'close_given',
  'two_slips',
]);

/** Birth date levels that a usual error explains. */
const EXPLAINED_BIRTH_DATE: ReadonlySet<BirthDateLevel> = new Set([
  'exact',
  'compatible',
  'year_only',
  'placeholder',
  'swapped',
  'one_digit',
  'one_part',
]);

/** Levels at which the birth date identifies the day, not only the year. */
const DAY_KNOWN: ReadonlySet<BirthDateLevel> = new Set(['exact', 'swapped', 'one_digit']);

/** Levels at which the birth year stands and nothing else of the date contradicts. */
const YEAR_KNOWN: ReadonlySet<BirthDateLevel> = new Set(['compatible', 'year_only', 'placeholder']);

export function nameSupports(comparison: Comparison): boolean {
  return EXPLAINED_NAME.has(comparison.name);
}

export function birthDateSupports(comparison: Comparison): boolean {
  return EXPLAINED_BIRTH_DATE.has(comparison.birthDate);
}

/**
 * A field that contradicts and that no usual error explains. A missing field contradicts nothing; another card
 * number does not either, for people change cards when they move. A whole other 12-digit ID does: it is most
 * likely right, and its owner, perhaps of the same name and birth date, not in the snapshot.
 */
export function hasContradiction(comparison: Comparison): boolean {
  return (
    comparison.id === 'different' ||
    (comparison.name !== 'missing' && !nameSupports(comparison)) ||
    (comparison.birthDate !== 'missing' && !birthDateSupports(comparison))
  );
}

/** Name levels at which the given name itself stands: twins and neighbours may differ in one letter or tone of it. */
const GIVEN_NAME_STANDS: ReadonlySet<NameLevel> = new Set([
  'exact',
  'accents_missing',
  'accents_differ',
  'reordered',
  'extra_word',
  'abbreviated',
  'middle_dropped',
  'close',
]);

/** Name levels at which every word of the person's name stands, if perhaps without accents. */
const NAME_STANDS: ReadonlySet<NameLevel> = new Set(['exact', 'accents_missing', 'reordered', 'extra_word']);

/** Name levels at which every word of the person's name stands, with its accents. */
const WHOLE_NAME: ReadonlySet<NameLevel> = new Set(['exact', 'reordered', 'extra_word']);

/**
 * True where no number agrees and the day of birth is not known. Then the model's weakest numbers decide: how many of
 * the vaccinated are not in the snapshot, and how often a namesake of the same year lives in the same commune.
 */
function isThin({ id, birthDate }: Comparison): boolean {
  if (id === 'exact' || id === 'one_edit' || id === 'cmnd_exact') return false;
  return !DAY_KNOWN.has(birthDate);
}

/** The least probability at which a person may be verified: ten times closer to certainty on thin evidence. */
export function leastProbability(comparison: Comparison, line: number): number {
  return isThin(comparison) ? 1 - (1 - line) / 10 : line;
}

/** The highest line that a candidate's probability reaches: the inverse of `leastProbability`. */
export function highestLine({
  comparison,
  probability,
}: Pick<Candidate, 'comparison' | 'probability'>): number {
  return isThin(comparison) ? 1 - (1 - probability) * 10 : probability;
}

/**
 * True when independent fields together point at the person, so that no verified result rests on one of them:
 * the personal ID with the name or, where the record has none, with birth date and sex;
 * the old card number, or an ID with a slip, with name and birth date, or with the whole name, sex and district where
 * the record has no birth date;
 * without a number, the given name as it is with a birth date to the day, or the whole name with the birth year, the
 * sex and the commune.
 */
export function hasEnoughEvidence(comparison: Comparison): boolean {
  const { id, name, birthDate, sex, place } = comparison;
  const livesThere = sex === 'same' && (place === 'commune' || place === 'district');
  if (id === 'exact') {
    // Two slips are a weak agreement: they need the birth date beside them.
    if (name === 'two_slips') return birthDateSupports(comparison);
    return nameSupports(comparison) || (name === 'missing' && birthDate === 'exact' && sex === 'same');
  }
  if (id === 'cmnd_exact') {
    if (birthDate === 'missing') return NAME_STANDS.has(name) && livesThere;
    return nameSupports(comparison) && birthDateSupports(comparison);
  }
  if (!GIVEN_NAME_STANDS.has(name)) return false;
  if (id === 'one_edit') {
    return birthDateSupports(comparison) || (birthDate === 'missing' && NAME_STANDS.has(name) && livesThere);
  }
  if (DAY_KNOWN.has(birthDate)) return true;
  return WHOLE_NAME.has(name) && YEAR_KNOWN.has(birthDate) && sex === 'same' && place === 'commune';
}
