import type { RecordIdentity } from '../domain/identity.js';
import type { MatchModel } from '../match/model.js';
import type { TrainingPairs } from '../match/train-pairs.js';
import type { ShareCounter } from '../match/train-shares.js';
import type { RegistryLookup } from '../registry/lookup.js';
import type { RegistrySampler } from '../registry/sample.js';
import { parseIsoDate } from './iso-date.js';
import { matchRecords } from './match-records.js';
import { createProgress } from './progress.js';
import { identityFields, identityLayout, readIdentity } from './read-identity.js';
import type { SampledRecord } from './record-sample.js';
import { openPlaces } from './reference-data.js';
import { letSignalsIn } from './signals.js';
import type { TrainOptions } from './train-options.js';

const RECORDS_AT_ONCE = 1000;

/** Compares every sampled record with the persons that a run would find for it. */
export async function compareSample(
  options: TrainOptions,
  records: readonly SampledRecord[],
  model: MatchModel,
  registry: RegistryLookup,
  sampler: RegistrySampler,
  pairs: TrainingPairs,
  shares: ShareCounter,
): Promise<void> {
  const places = openPlaces(options.adminUnits);
  const latest = parseIsoDate(options.latestDate);
  const progress = createProgress(options.screen, records.length);
  try {
    for (let from = 0; from < records.length; from += RECORDS_AT_ONCE) {
      const identities: RecordIdentity[] = [];
      for (const { text, sexCoding, birthDateOrder } of records.slice(from, from + RECORDS_AT_ONCE)) {
        const fields = identityFields(text);
        if (fields === null) continue;
        const layout = identityLayout(sexCoding, birthDateOrder);
        identities.push(readIdentity(fields, layout, places, latest).identity);
      }
      const matched = matchRecords(identities, registry, model);
      const namesakes = sampler.countNames(identities.map(({ name }) => name));
      identities.forEach((record, i) => {
        const { candidates, allCompared } = matched[i]!;
        pairs.add(record, candidates);
        shares.add({ record, candidates, allCompared, namesakes: namesakes[i]! });
      });
      progress.update(from, from);
      await letSignalsIn();
      options.signal.throwIfAborted();
    }
  } finally {
    progress.end();
  }
}
