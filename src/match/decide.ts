import {
  BIRTH_DATE_LEVELS,
  type Candidate,
  type CandidateView,
  type Decision,
  NAME_LEVELS,
} from '../domain/decision.js';
import type { PartialDate, Place, RecordIdentity } from '../domain/identity.js';
import type { MismatchReason, ReviewReason } from '../domain/reasons.js';
import { differences, type IdentityAsSent } from './differences.js';
import { birthDateSupports, hasContradiction, hasEnoughEvidence, nameSupports } from './evidence.js';
import type { MatchPolicy } from './policy.js';

/**
 * A reviewer gets no more than three candidates, and none below one in a hundred unless it owns the ID
 * or fits better than the owner of the ID.
 */
const MOST_CANDIDATES = 3;
const LEAST_CANDIDATE_PROBABILITY = 0.01;

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

/** The candidate whose number the record claims. */
export function idOwner(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(({ comparison }) => comparison.id === 'exact' || comparison.id === 'cmnd_exact');
}

/** True when the row's own text, without repair, was the person's 12-digit ID. */
export function idAgreesAsSent(record: RecordIdentity, candidate: Candidate): boolean {
  const id = record.personalId;
  return candidate.comparison.id === 'exact' && id.kind === 'citizen' && id.repairs.length === 0;
}

/**
 * True when the cross-check leaves nothing to search for: the only candidate has the record's personal ID and
 * agrees in name, birth date and sex. Nobody else can fit better.
 */
export function isSettledByCrossCheck(candidates: readonly Candidate[]): boolean {
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return false;
  const { id, name, birthDate, sex } = only.comparison;
  return id === 'exact' && name === 'exact' && birthDate === 'exact' && sex !== 'different';
}

/** Decides one record: verified, mismatch or needs review. Pure: the same input gives the same decision. */
export function decide(input: DecisionInput): Decision {
  const { candidates, policy } = input;
  const best = candidates[0];
  const credible = candidates.reduce((sum, candidate) => sum + candidate.probability, 0);
  if (best === undefined || credible < policy.reviewProbability) {
    return {
      kind: 'mismatch',
      reason: mismatchReason(input),
      probability: best === undefined ? null : best.probability,
    };
  }
  const margin = candidates[1] === undefined ? null : best.weight - candidates[1].weight;
  const doubt = reasonForDoubt(input, best, margin);
  if (doubt !== null) {
    return {
      kind: 'needs_review',
      reason: doubt,
      probability: best.probability,
      margin,
      onlyProbabilityLacks:
        best.probability < policy.verifyProbability &&
        reasonForDoubt({ ...input, policy: { ...policy, verifyProbability: 0 } }, best, margin) === null,
      candidates: candidatesForReview(input),
    };
  }
  const corrections = differences(
    input.asSent,
    best.person,
    best.comparison,
    idAgreesAsSent(input.record, best),
  );
  return {
    kind: 'verified',
    reason: Object.keys(corrections).length === 0 ? 'exact' : 'corrected',
    personId: best.person.personId,
    probability: best.probability,
    margin,
    corrections,
  };
}

/** Why the best candidate may not be verified, or null when it may. The most telling reason comes first. */
function reasonForDoubt(input: DecisionInput, best: Candidate, margin: number | null): ReviewReason | null {
  const { candidates, policy } = input;
  if (best.person.idNotUnique) return 'registry_id_not_unique';
  const owner = idOwner(candidates);
  if (owner !== undefined && (owner !== best || betterFitting(owner, candidates) !== undefined)) {
    return 'id_and_name_of_different_persons';
  }
  if (hasContradiction(best.comparison)) return 'conflicting_fields';
  if (margin !== null && margin < policy.marginBits) return 'rival_too_close';
  if (best.probability < policy.verifyProbability) return 'not_enough_evidence';
  if (!hasEnoughEvidence(best.comparison)) return 'not_enough_evidence';
  if (!input.allCompared && best.comparison.id !== 'exact') return 'not_enough_evidence';
  if (diedBefore(best, input.doseDate)) return 'dead_before_dose';
  return null;
}

/**
 * The person who, apart from the ID, fits name and birth date at least as well as the ID's owner and one of them
 * better: then the ID may be a relative's (a twin's, wherever they live, or a father's of the same name).
 */
function betterFitting(owner: Candidate, candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(({ person, comparison }) => {
    if (person === owner.person || !nameSupports(comparison) || !birthDateSupports(comparison)) return false;
    const byName = NAME_LEVELS.indexOf(owner.comparison.name) - NAME_LEVELS.indexOf(comparison.name);
    const byDate =
      BIRTH_DATE_LEVELS.indexOf(owner.comparison.birthDate) - BIRTH_DATE_LEVELS.indexOf(comparison.birthDate);
    if (byName < 0 || byDate < 0 || byName + byDate === 0) return false;
    const isTwin = byName > 0 && comparison.birthDate === 'exact';
    return isTwin || mayLiveTogether(owner.person.residence, person.residence);
  });
}

/** Cards are mixed up within a household; a namesake far away who fits better by chance is no reason to doubt. */
function mayLiveTogether(a: Place, b: Place): boolean {
  return a.district === 0 || b.district === 0 || a.district === b.district;
}

function mismatchReason({ record, candidates }: DecisionInput): MismatchReason {
  switch (record.personalId.kind) {
    case 'passport':
      return 'passport_not_in_registry';
    case 'citizen':
    case 'cmnd':
      return idOwner(candidates) === undefined ? 'id_not_in_registry' : 'id_belongs_to_another';
    case 'missing':
    case 'unusable':
      return 'nobody_found';
  }
}

function candidatesForReview(input: DecisionInput): CandidateView[] {
  const { candidates } = input;
  const owner = idOwner(candidates);
  // The persons whose data the record may mix are shown however unlikely the second of them is.
  const needed = new Set([candidates[0], owner, owner && betterFitting(owner, candidates)]);
  needed.delete(undefined);
  let places = MOST_CANDIDATES - needed.size;
  const shown = candidates.filter(
    (candidate) =>
      needed.has(candidate) || (candidate.probability >= LEAST_CANDIDATE_PROBABILITY && places-- > 0),
  );
  return shown.map((candidate) => ({
    personId: candidate.person.personId,
    probability: candidate.probability,
    differences: differences(
      input.asSent,
      candidate.person,
      candidate.comparison,
      idAgreesAsSent(input.record, candidate),
    ),
  }));
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
