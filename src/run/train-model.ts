import type { TrainingReport } from '../domain/training-report.js';
import type { MatchModel } from '../match/model.js';
import { canonicalParameters } from '../match/model-parameters.js';
import { fitModel, LEAST_PART, PSEUDO_RECORDS } from '../match/train-em.js';
import { TrainingPairs } from '../match/train-pairs.js';
import { ShareCounter } from '../match/train-shares.js';
import { estimateU } from '../match/train-u.js';
import { openLookup, type RegistryLookup } from '../registry/lookup.js';
import { openSampler, type RegistrySampler } from '../registry/sample.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import { compareSample } from './compare-sample.js';
import { createModelFile } from './model-file.js';
import { publishFile } from './publish-file.js';
import { isDatabaseError, registryFailure } from './registry-failure.js';
import { modelSha256 } from './run-identity.js';
import { sampleDoses } from './sample-doses.js';
import { inParts, letSignalsIn } from './signals.js';
import { LEAST_MATCHED, LEAST_RECORDS, tooFewMatches, tooFewRecords } from './train-failures.js';
import type { TrainOptions } from './train-options.js';
import { keptNumbers, trainedLevels, trainedNumbers, typicalPerson } from './training-report.js';

/** Persons of the registry whose pairs give u, and pairs of names among them. */
const PERSONS_SAMPLED = 30_000;
const NAME_PAIRS = 3_000_000;
const NAME_PAIRS_A_PERSON = 100;

const SAMPLE_RULE =
  'records: the distinct identities (name, birth date, sex, ID and residence as written) with the smallest hashes; persons: those with the smallest hashes of their ID';
const SMOOTHING_RULE = `each share: (expected + ${PSEUDO_RECORDS} x start) / (possible + ${PSEUDO_RECORDS}), and at least ${LEAST_PART} x start; u and look-alikes likewise with 10 pairs and 200 records of the starting model`;

/**
 * Trains a model on dose exports without labels and writes it to a new file: u from pairs of registry persons, m and
 * priors by expectation maximisation over the candidates that a run would compare.
 * @throws Failure exit 3 where there is too little to learn from; then nothing is written.
 */
export async function trainModel(options: TrainOptions): Promise<TrainingReport> {
  try {
    return await publishFile(options.out, async (file) => {
      const open: { readonly close: () => void }[] = [];
      try {
        const registry = openLookup(options.registry, BLOCKING_PLAN);
        open.push(registry);
        const sampler = openSampler(options.registry, BLOCKING_PLAN);
        open.push(sampler);
        const { text, report } = await train(options, registry, sampler);
        file.write(text);
        await letSignalsIn();
        options.signal.throwIfAborted();
        return report;
      } finally {
        for (const one of open) one.close();
      }
    });
  } catch (error) {
    throw isDatabaseError(error) ? registryFailure(options.registry, error) : error;
  }
}

async function train(options: TrainOptions, registry: RegistryLookup, sampler: RegistrySampler) {
  const { model: before, signal } = options;
  const { statistics } = registry;
  const doses = await sampleDoses(options);
  if (doses.records.length < LEAST_RECORDS) throw tooFewRecords(doses.records.length);
  const persons = await inParts(sampler.samplePersons(PERSONS_SAMPLED), signal);
  const typical = typicalPerson(persons);
  if (typical === undefined) throw tooFewMatches(0);
  const namePairs = Math.min(NAME_PAIRS, NAME_PAIRS_A_PERSON * persons.length);
  const strangers = await inParts(estimateU(persons, statistics, before.u, namePairs), signal);
  const weighedWith: MatchModel = { ...before, u: strangers.u };
  const pairs = new TrainingPairs(weighedWith, statistics);
  const shares = new ShareCounter(strangers.u, strangers.accentsAgree);
  await compareSample(options, doses.records, weighedWith, registry, sampler, pairs, shares);
  const { lookAlike, mixedIdentity } = shares.result(before);
  const start: MatchModel = { ...weighedWith, lookAlike, mixedIdentity };
  let number = 0;
  const fitted = fitModel(pairs.arrays(), weighedWith, start, options.iterations, (iteration) =>
    options.onIteration(++number, iteration),
  );
  const matched = Object.values(fitted.expectation.priors).reduce((sum, prior) => sum + prior.matched, 0);
  if (matched < LEAST_MATCHED) throw tooFewMatches(Math.round(matched));
  const sha256 = modelSha256(fitted.model);
  const after = { version: `trained-${sha256.slice(0, 8)}`, ...canonicalParameters(fitted.model) };
  const facts = {
    inputs: doses.inputs,
    iterations: fitted.iterations.length,
    converged: fitted.converged,
  };
  const kept = keptNumbers(before);
  const text = createModelFile(after, {
    tool_version: options.toolVersion,
    made: 'trained',
    started_from: before.version,
    started_from_sha256: modelSha256(before),
    ...facts,
    inputs: [...doses.inputs],
    registry: {
      id: registry.registryId,
      persons: statistics.persons,
      persons_sampled: persons.length,
    },
    records: { sampled: pairs.records, matched: Math.round(matched) },
    sample_rule: SAMPLE_RULE,
    smoothing_rule: SMOOTHING_RULE,
    settings_kept: kept.map(({ name }) => name),
  });
  const report: TrainingReport = {
    modelVersion: after.version,
    modelSha256: sha256,
    startedFrom: before.version,
    ...facts,
    registry: {
      id: registry.registryId,
      persons: statistics.persons,
      personsSampled: persons.length,
    },
    records: { sampled: pairs.records, matched },
    levels: trainedLevels(before, after, fitted.expectation, typical, statistics),
    numbers: trainedNumbers(before, after),
    kept,
  };
  return { text, report };
}
