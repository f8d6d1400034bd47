import { BIRTH_DATE_LEVELS, type Candidate, NAME_LEVELS } from '../domain/decision.js';
import type { VerificationRule } from '../domain/explanation.js';
import type { PartialDate, Person, Place, RecordIdentity } from '../domain/identity.js';
import type { ReviewReason } from '../domain/reasons.js';
import type { IdentityAsSent } from './differences.js';
import {
  birthDateSupports,
  hasContradiction,
  hasEnoughEvidence,
  leastProbability,
  nameSupports,
} from './evidence.js';
import type { MatchPolicy } from './policy.js';

export interface DecisionInput {
  readonly record: RecordIdentity;
  readonly asSent: IdentityAsSent;
  /** Best first, as `scoreCandidates` gives them. */
  readonly candidates: readonly Candidate[];
  /** False when a blocking key was shared by too many persons, so that a rival may not have been compared. */
  readonly allCompared: boolean;
  /** The latest dose of the row, or null where no date can be read. */
  readonly doseDate: PartialDate | null;
  readonly policy: MatchPolicy;
}

/** One condition that the best candidate must meet to be verified. */
interface Condition {
  readonly rule: VerificationRule;
  /** The reason of a row that fails it. */
  readonly reason: ReviewReason;
  readonly holds: (input: DecisionInput, best: Candidate, margin: number | null) => boolean;
}

/** All must hold. The first that fails gives the reason, so the most telling ones come first. */
const CONDITIONS: readonly Condition[] = [
  {
    rule: 'id_is_unique',
    reason: 'registry_id_not_unique',
    holds: (_, best) => !best.person.idNotUnique,
  },
  {
    rule: 'id_and_name_of_one_person',
    reason: 'id_and_name_of_different_persons',
    holds: ({ candidates }, best) => {
      const owner = idOwner(candidates);
      return owner === undefined || (owner === best && betterFitting(owner, candidates) === undefined);
    },
  },
  {
    rule: 'no_contradiction',
    reason: 'conflicting_fields',
    holds: (_, best) => !hasContradiction(best.comparison),
  },
  {
    rule: 'margin',
    reason: 'rival_too_close',
    holds: ({ policy }, _, margin) => margin === null || margin >= policy.marginBits,
  },
  {
    rule: 'probability',
    reason: 'not_enough_evidence',
    holds: ({ policy }, best) =>
      best.probability >= leastProbability(best.comparison, policy.verifyProbability),
  },
  {
    rule: 'independent_evidence',
    reason: 'not_enough_evidence',
    holds: (_, best) => hasEnoughEvidence(best.comparison),
  },
  {
    rule: 'all_compared',
    reason: 'not_enough_evidence',
    holds: ({ allCompared }, best) => allCompared || best.comparison.id === 'exact',
  },
  {
    rule: 'alive_at_dose',
    reason: 'dead_before_dose',
    holds: ({ doseDate }, best) => !diedBefore(best, doseDate),
  },
];

/** Why the best candidate may not be verified, or null when it may. */
export function reasonForDoubt(
  input: DecisionInput,
  best: Candidate,
  margin: number | null,
): ReviewReason | null {
  return firstFailure(input, best, margin)?.reason ?? null;
}

/** The rule that keeps the best candidate from being verified, or null. */
export function ruleForDoubt(
  input: DecisionInput,
  best: Candidate,
  margin: number | null,
): VerificationRule | null {
  return firstFailure(input, best, margin)?.rule ?? null;
}

function firstFailure(input: DecisionInput, best: Candidate, margin: number | null): Condition | undefined {
  return CONDITIONS.find(({ holds }) => !holds(input, best, margin));
}

/** Every condition with whether the best candidate meets it, in the order in which they decide. */
export function checkConditions(
  input: DecisionInput,
  best: Candidate,
  margin: number | null,
): readonly { readonly rule: VerificationRule; readonly holds: boolean }[] {
  return CONDITIONS.map(({ rule, holds }) => ({ rule, holds: holds(input, best, margin) }));
}

/** The candidate whose number the record claims. */
export function idOwner<C extends Pick<Candidate, 'comparison'>>(candidates: readonly C[]): C | undefined {
  return candidates.find(({ comparison }) => comparison.id === 'exact' || comparison.id === 'cmnd_exact');
}

/**
 * The person who, apart from the ID, fits name and birth date at least as well as the ID's owner and one of them
 * better: then the ID may be a relative's (a twin's, wherever they live, or a father's of the same name).
 */
export function betterFitting<C extends Pick<Candidate, 'person' | 'comparison'>>(
  owner: C,
  candidates: readonly C[],
): C | undefined {
  return candidates.find(({ person, comparison }) => {
    if (person === owner.person || !nameSupports(comparison) || !birthDateSupports(comparison)) return false;
    const byName = NAME_LEVELS.indexOf(owner.comparison.name) - NAME_LEVELS.indexOf(comparison.name);
    const byDate =
      BIRTH_DATE_LEVELS.indexOf(owner.comparison.birthDate) - BIRTH_DATE_LEVELS.indexOf(comparison.birthDate);
    if (byName < 0 || byDate < 0 || byName + byDate === 0) return false;
    const isTwin = byName > 0 && comparison.birthDate === 'exact' && mayBeTwins(owner.person, person);
    return isTwin || mayLiveTogether(owner.person.residence, person.residence);
  });
}

/** Digits of a personal ID that name the province where the birth was registered. */
const PROVINCE_DIGITS = 3;

/** Twins share their surname and the province where they were registered, wherever they live now. */
function mayBeTwins(a: Person, b: Person): boolean {
  return (
    a.name.folded[0] === b.name.folded[0] &&
    a.personId.slice(0, PROVINCE_DIGITS) === b.personId.slice(0, PROVINCE_DIGITS)
  );
}

/** Cards are mixed up within a household; a namesake far away who fits better by chance is no reason to doubt. */
function mayLiveTogether(a: Place, b: Place): boolean {
  return a.district === 0 || b.district === 0 || a.district === b.district;
}

/** Compares only as precisely as the date of death is known: the month or year of the dose itself is not before. */
function diedBefore({ person }: Candidate, dose: PartialDate | null): boolean {
  const death = person.deathDate;
  if (death === null || dose === null || death.year === 0) return false;
  if (death.year !== dose.year) return death.year < dose.year;
  if (death.month === 0 || dose.month === 0) return false;
  if (death.month !== dose.month) return death.month < dose.month;
  return death.day > 0 && dose.day > 0 && death.day < dose.day;
}
