import type { Candidate, CandidateView, Decision } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import type { MismatchReason } from '../domain/reasons.js';
import { betterFitting, type DecisionInput, idOwner, reasonForDoubt } from './conditions.js';
import { differences } from './differences.js';
import { birthDateSupports, highestLine, nameSupports } from './evidence.js';

/**
 * A reviewer gets no more than three candidates, and none below one in a hundred unless it owns the ID
 * or fits better than the owner of the ID.
 */
const MOST_CANDIDATES = 3;
const LEAST_CANDIDATE_PROBABILITY = 0.01;

/** True when the row's own text, without repair, was the person's 12-digit ID. */
export function idAgreesAsSent(record: RecordIdentity, candidate: Candidate): boolean {
  const id = record.personalId;
  return candidate.comparison.id === 'exact' && id.kind === 'citizen' && id.repairs.length === 0;
}

/**
 * True when the cross-check leaves nothing to search for: the only candidate has the record's personal ID and
 * agrees in name and birth date. Nobody else can fit better, whatever the sex.
 */
export function isSettledByCrossCheck(candidates: readonly Candidate[]): boolean {
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return false;
  const { id, name, birthDate } = only.comparison;
  return id === 'exact' && name === 'exact' && birthDate === 'exact';
}

/** True when the record's number is a person's who agrees in name and birth date: only who fits better is a rival. */
export function isOwnNumber(candidates: readonly Candidate[]): boolean {
  const owner = idOwner(candidates);
  if (owner?.comparison.id !== 'exact') return false;
  return nameSupports(owner.comparison) && birthDateSupports(owner.comparison);
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
      verifiedUpTo: verifiedUpTo(input, best, margin),
      candidates: candidatesForReview(input),
    };
  }
  const corrections = differences(
    input.record,
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
    verifiedUpTo: highestLine(best),
    corrections,
  };
}

/** The highest line for the probability at which a doubted candidate would be verified; 0 if at none. */
function verifiedUpTo(input: DecisionInput, best: Candidate, margin: number | null): number {
  const policy = { ...input.policy, verifyProbability: Number.NEGATIVE_INFINITY };
  return reasonForDoubt({ ...input, policy }, best, margin) === null ? highestLine(best) : 0;
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

function isTooClose({ candidates, policy }: DecisionInput): boolean {
  const [best, second] = candidates;
  return best !== undefined && second !== undefined && best.weight - second.weight < policy.marginBits;
}

/** The candidates that a reviewer is shown, best first. */
export function shownForReview(input: DecisionInput): readonly Candidate[] {
  const { candidates } = input;
  const owner = idOwner(candidates);
  // The persons whose data the record may mix are shown however unlikely the second of them is.
  const needed = new Set([candidates[0], owner, owner && betterFitting(owner, candidates)]);
  needed.delete(undefined);
  if (needed.size < MOST_CANDIDATES && isTooClose(input)) needed.add(candidates[1]);
  let places = MOST_CANDIDATES - needed.size;
  return candidates.filter(
    (candidate) =>
      needed.has(candidate) || (candidate.probability >= LEAST_CANDIDATE_PROBABILITY && places-- > 0),
  );
}

function candidatesForReview(input: DecisionInput): CandidateView[] {
  return shownForReview(input).map((candidate) => ({
    personId: candidate.person.personId,
    probability: candidate.probability,
    differences: differences(
      input.record,
      input.asSent,
      candidate.person,
      candidate.comparison,
      idAgreesAsSent(input.record, candidate),
    ),
  }));
}
