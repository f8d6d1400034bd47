import type { ExplainedMatch, Explanation } from '../domain/explanation.js';

/** Raised whenever a key is renamed, removed or changes its meaning. */
const EXPLANATION_SCHEMA_VERSION = 1;

/** The explanations as JSON: snake_case keys, two spaces, null rather than a missing key, trailing newline. */
export function renderExplanationJson(explanations: readonly Explanation[]): string {
  const document = {
    schema_version: EXPLANATION_SCHEMA_VERSION,
    explanations: explanations.map((explanation) => ({
      rows: explanation.rows,
      outcome: explanation.outcome,
      reason: explanation.reason,
      sentence: explanation.sentence,
      person_id: explanation.personId === '' ? null : explanation.personId,
      agrees_with_run: explanation.agreesWithRun,
      model_version: explanation.modelVersion,
      match: explanation.match === null ? null : matchObject(explanation.match),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function matchObject(match: ExplainedMatch): object {
  return {
    readings: match.readings,
    persons: match.persons,
    compared: match.compared,
    withheld: match.withheld,
    settled_by_cross_check: match.settledByCrossCheck,
    all_compared: match.allCompared,
    probability_of_all_compared: match.credible,
    probability: match.probability,
    margin_bits: match.margin,
    contradictions: match.contradictions,
    thresholds: {
      verify_probability: match.thresholds.verifyProbability,
      review_probability: match.thresholds.reviewProbability,
      margin_bits: match.thresholds.marginBits,
    },
    conditions: match.conditions,
    candidates: match.candidates.map((candidate) => ({
      person_id: candidate.personId,
      probability: candidate.probability,
      needed_probability: candidate.neededProbability,
      prior_bits: candidate.priorBits,
      fields: candidate.fields,
      one_slip_bits: candidate.oneSlipBits,
      nobody_bits: candidate.nobodyBits,
      total_bits: candidate.totalBits,
      died: candidate.died === '' ? null : candidate.died,
      id_not_unique: candidate.idNotUnique,
    })),
  };
}
