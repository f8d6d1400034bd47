import { DECOY_TRIALS, type DecoyCounts, type DecoyRows } from '../domain/decoys.js';
import type { Person } from '../domain/identity.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { BLOCKING_STEPS, recordFacts } from '../match/blocking.js';
import { idOwner } from '../match/conditions.js';
import { decoyWeight, isTracedForDecoys, type OwnSearch } from '../match/decoy-sample.js';
import { falseMatchLine, type NumberKind, numberKind } from '../match/decoys.js';
import type { RegistryLookup } from '../registry/lookup.js';
import { blockingRequest } from './blocking-plan.js';
import { DecoyTally } from './decoy-tally.js';
import type { MatchedIdentity } from './identity-reader.js';
import type { Search } from './match-records.js';
import type { WorkerSetup } from './worker-setup.js';

const COUNTED_AS: Readonly<Record<Exclude<NumberKind, 'unclear'>, keyof DecoyRows>> = {
  own: 'ownNumber',
  anothers: 'anothersNumber',
  outsider: 'outsiders',
  none: 'noNumber',
};

/** The distinct records of a chunk, with the weight of each in rows. */
export interface WeighedIdentities {
  readonly identities: readonly MatchedIdentity[];
  readonly rows: readonly number[];
  /** Two digits; empty where no province is known. */
  readonly provinces: readonly string[];
}

/**
 * Lets the decoys of a chunk compete for records whose person is known, or known to be missing, and counts those that
 * would have been verified. The results of the run do not change by it.
 */
export function countDecoys(
  { identities, rows, provinces }: WeighedIdentities,
  registry: RegistryLookup,
  { model, policy }: Pick<WorkerSetup, 'model' | 'policy'>,
): DecoyCounts[] {
  const tally = new DecoyTally();
  const lines = [policy.verifyProbability, ...VERIFY_STEPS];
  const measure = { statistics: registry.statistics, model, policy };
  const persons = personsForTrials(identities, registry);
  for (let i = 0; i < identities.length; i++) {
    const { identity, asSent, matched } = identities[i]!;
    const kind = numberKind(identity, matched.candidates);
    if (kind === 'unclear') continue;
    tally.addRows(provinces[i]!, COUNTED_AS[kind], rows[i]!);
    const traced = persons[i];
    if (traced === undefined || (kind !== 'own' && kind !== 'outsider')) continue;
    const owner = kind === 'own' ? idOwner(matched.candidates)?.person.personNumber : undefined;
    const own = traced.find(({ personNumber }) => personNumber === owner) ?? null;
    const decoy = { record: identity, asSent, persons: traced, own };
    for (const trial of DECOY_TRIALS) {
      if ((trial === 'outsider') !== (kind === 'outsider')) continue;
      const weight = decoyWeight(identity, trial, ownSearch(matched.search));
      if (weight === 0) continue;
      const upTo = falseMatchLine(trial, decoy, measure);
      if (upTo > 0) tally.addHit(provinces[i]!, trial, upTo, weight * rows[i]!, lines);
    }
  }
  return tally.counts();
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
