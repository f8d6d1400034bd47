import type { Candidate } from '../domain/decision.js';
import type { DecoyTrial } from '../domain/decoys.js';
import type { Person, PersonalId, RecordIdentity } from '../domain/identity.js';
import type { NameStatistics } from '../domain/name-statistics.js';
import { betterFitting, idOwner } from './conditions.js';
import { decide } from './decide.js';
import type { IdentityAsSent } from './differences.js';
import { birthDateSupports, hasContradiction, nameSupports } from './evidence.js';
import { hashText } from './hash.js';
import type { MatchModel } from './model.js';
import type { MatchPolicy } from './policy.js';
import { scoreCandidates } from './score.js';

/** A record with the persons that share a blocking key with it, its own person perhaps among them. */
export interface DecoyRecord {
  readonly record: RecordIdentity;
  readonly asSent: IdentityAsSent;
  readonly persons: readonly Person[];
  /** The person whose number the record shows, with whom it agrees; null for an outsider. */
  readonly own: Person | null;
}

export interface DecoyMeasure {
  readonly statistics: NameStatistics;
  readonly model: MatchModel;
  readonly policy: MatchPolicy;
}

const NO_NUMBER: PersonalId = { kind: 'missing', asSent: 'none' };

/** What a record's number says of its person, judged by the persons it was compared with. */
export type NumberKind = 'own' | 'anothers' | 'outsider' | 'none' | 'unclear';

/** Sorts a record for the trials: `unclear` where the number is a slip away from a
 * candidate's or a passport's, or half of the rest agrees with its owner. */
export function numberKind(record: RecordIdentity, candidates: readonly Candidate[]): NumberKind {
  const { kind } = record.personalId;
  if (kind === 'passport') return 'unclear';
  const owner = idOwner(candidates);
  if (owner?.comparison.id === 'exact') {
    const isOwn = !hasContradiction(owner.comparison) && betterFitting(owner, candidates) === undefined;
    if (isOwn) return 'own';
    return nameSupports(owner.comparison) || birthDateSupports(owner.comparison) ? 'unclear' : 'anothers';
  }
  if (kind !== 'citizen') return owner === undefined ? 'none' : 'unclear';
  return candidates.some(({ comparison }) => comparison.id === 'one_edit') ? 'unclear' : 'outsider';
}

/**
 * The highest line for the probability at which the trial would verify somebody wrong; 0 where none would be, or where
 * the record has no decoy of the kind.
 */
export function falseMatchLine(trial: DecoyTrial, decoy: DecoyRecord, measure: DecoyMeasure): number {
  const { record, persons, own } = decoy;
  const others = persons.filter((person) => person !== own);
  switch (trial) {
    case 'hidden':
      return wrongLine({ ...record, personalId: NO_NUMBER }, persons, decoy, measure);
    case 'hidden_absent':
      return wrongLine({ ...record, personalId: NO_NUMBER }, others, decoy, measure, livesNearby);
    case 'outsider':
      return wrongLine({ ...record, personalId: NO_NUMBER }, others, decoy, measure, livesElsewhere);
    case 'kept_absent':
      return wrongLine(record, others, decoy, measure);
    case 'lent':
    case 'lent_absent': {
      const lender = lenderOf(decoy, others);
      if (lender === undefined) return 0;
      const seen = trial === 'lent' ? persons : others;
      return wrongLine({ ...record, personalId: lentNumber(lender) }, seen, decoy, measure);
    }
  }
}

/**
 * An outsider whose like lives in the same district may be that very person under a wrong number; what strangers
 * nearby come to is told by the records whose person was taken away.
 */
function livesNearby({ comparison: { place } }: Candidate): boolean {
  return place === 'commune' || place === 'district';
}

function livesElsewhere(candidate: Candidate): boolean {
  return !livesNearby(candidate);
}

function wrongLine(
  record: RecordIdentity,
  persons: readonly Person[],
  { asSent, own }: DecoyRecord,
  { statistics, model, policy }: DecoyMeasure,
  counts: (best: Candidate) => boolean = () => true,
): number {
  const candidates = scoreCandidates(record, persons, statistics, model);
  const [best] = candidates;
  if (best === undefined || best.person === own || !counts(best)) return 0;
  const decision = decide({ record, asSent, candidates, allCompared: true, doseDate: null, policy });
  return decision.kind === 'verified' || decision.kind === 'needs_review' ? decision.verifiedUpTo : 0;
}

/**
 * One of those whose number may have been copied: people of the same commune who bear another name, as relatives and
 * neighbours do. Chosen by the record's number, so that the choice repeats.
 */
function lenderOf({ record, own }: DecoyRecord, others: readonly Person[]): Person | undefined {
  if (own === null || record.personalId.kind !== 'citizen') return undefined;
  const name = own.name.folded.join(' ');
  const lenders = others.filter(
    (person) => person.residence.commune === own.residence.commune && person.name.folded.join(' ') !== name,
  );
  return lenders[hashText(`lender ${record.personalId.digits}`) % lenders.length];
}

function lentNumber({ personId }: Person): PersonalId {
  return { kind: 'citizen', asSent: 'right', digits: personId, repairs: [] };
}
