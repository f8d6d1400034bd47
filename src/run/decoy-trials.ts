import { DECOY_TRIALS, type DecoyRows, type DecoyTrial } from '../domain/decoys.js';
import type { Person } from '../domain/identity.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { BLOCKING_STEPS, recordFacts } from '../match/blocking.js';
import { idOwner } from '../match/conditions.js';
import { decoyWeight, isTracedForDecoys, type OwnSearch } from '../match/decoy-sample.js';
import { falseMatchLine, type NumberKind, numberKind } from '../match/decoys.js';
import type { MatchPolicy } from '../match/policy.js';
import type { RegistryLookup } from '../registry/lookup.js';
import { blockingRequest } from './blocking-plan.js';
import type { MatchedIdentity } from './identity-reader.js';
import type { Search } from './match-records.js';
import type { WorkerSetup } from './worker-setup.js';

const COUNTED_AS: Readonly<Record<Exclude<NumberKind, 'unclear'>, keyof DecoyRows>> = {
  own: 'ownNumber',
  anothers: 'anothersNumber',
  outsider: 'outsiders',
  none: 'noNumber',
};

const NO_HITS: readonly DecoyHit[] = [];

/** What the trials with one distinct record came to, before it is weighed with the rows that share it. */
export interface DecoyFacts {
  /** Null: the record is not counted. */
  readonly kind: keyof DecoyRows | null;
  readonly hits: readonly DecoyHit[];
}

/** A decoy that would be verified for a record. */
export interface DecoyHit {
  readonly trial: DecoyTrial;
  /** The highest line at which it would be. */
  readonly upTo: number;
  /** How many records of its like the record stands for. */
  readonly weight: number;
}

/** The lines at which decoys are counted, see DECOY_LINES. */
export function decoyLines({ verifyProbability }: MatchPolicy): number[] {
  return [verifyProbability, ...VERIFY_STEPS];
}

/**
 * Lets the decoys of a chunk compete for records whose person is known, or known to be missing, and tells those that
 * would have been verified. The results of the run do not change by it.
 */
export function tryDecoys(
  identities: readonly MatchedIdentity[],
  registry: RegistryLookup,
  { model, policy }: Pick<WorkerSetup, 'model' | 'policy'>,
): DecoyFacts[] {
  const measure = { statistics: registry.statistics, model, policy };
  const persons = personsForTrials(identities, registry);
  return identities.map(({ identity, asSent, matched }, i): DecoyFacts => {
    const kind = numberKind(identity, matched.candidates);
    if (kind === 'unclear') return { kind: null, hits: NO_HITS };
    const traced = persons[i];
    if ((kind !== 'own' && kind !== 'outsider') || traced === undefined)
      return { kind: COUNTED_AS[kind], hits: NO_HITS };
    const owner = kind === 'own' ? idOwner(matched.candidates)?.person.personNumber : undefined;
    const own = traced.find(({ personNumber }) => personNumber === owner) ?? null;
    const decoy = { record: identity, asSent, persons: traced, own };
    const hits: DecoyHit[] = [];
    for (const trial of DECOY_TRIALS) {
      if ((trial === 'outsider') !== (kind === 'outsider')) continue;
      const weight = decoyWeight(identity, trial, ownSearch(matched.search));
      if (weight === 0) continue;
      const upTo = falseMatchLine(trial, decoy, measure);
      if (upTo > 0) hits.push({ trial, upTo, weight });
    }
    return { kind: COUNTED_AS[kind], hits };
  });
}

/** Records with their own number are searched for by their rivals at most, outsiders by everything. */
function ownSearch(search: Search): OwnSearch {
  return search === 'cross_check' ? 'cross_check' : 'rivals';
}

/** The persons that share any key with each record; of the records whose search stopped earlier, a sample goes on now. */
function personsForTrials(
  identities: readonly MatchedIdentity[],
  registry: RegistryLookup,
): readonly (readonly Person[] | undefined)[] {
  const persons: (readonly Person[] | undefined)[] = identities.map(({ matched: { candidates, search } }) =>
    search === 'all' ? candidates.map(({ person }) => person) : undefined,
  );
  const sample: number[] = [];
  identities.forEach(({ identity, matched: { search } }, i) => {
    if (search !== 'all' && isTracedForDecoys(identity, ownSearch(search))) sample.push(i);
  });
  const found = registry.find(
    sample.map((i) => blockingRequest(recordFacts(identities[i]!.identity), BLOCKING_STEPS)),
  );
  sample.forEach((i, at) => {
    persons[i] = found[at]!.persons;
  });
  return persons;
}
