import type { RunFacts } from '../domain/run-facts.js';
import { checkRun } from './balance.js';
import { falseMatchesObject } from './false-match-table.js';
import { notComparedObject } from './not-compared.js';
import type { ProvinceSummary, Summary } from './summary.js';
import { verifySteps } from './verify-steps.js';

/** Raised whenever a key of summary.json is renamed, removed or changes its meaning. */
const SUMMARY_SCHEMA_VERSION = 1;

/** The text of summary.json: two spaces, trailing newline, null rather than a missing key. */
export function renderSummaryJson(summary: Summary, facts: RunFacts): string {
  const faults = checkRun(summary, facts);
  const document = {
    schema_version: SUMMARY_SCHEMA_VERSION,
    tool: { name: 'doisoat', version: facts.toolVersion },
    language: facts.language,
    deadline: facts.deadline,
    registry: { id: facts.registry.id, persons: facts.registry.persons },
    model_version: facts.modelVersion,
    thresholds: {
      verify_probability: facts.thresholds.verifyProbability,
      review_probability: facts.thresholds.reviewProbability,
      margin_bits: facts.thresholds.marginBits,
    },
    verify_steps: verifySteps(summary, facts).map(({ probability, verified, review }) => ({
      verify_probability: probability,
      rows_verified: verified,
      rows_needs_review: review,
    })),
    options: { provinces: facts.options.provinces, limit: facts.options.limit },
    inputs: facts.inputs.map(({ name, bytes, rows, sha256, layout, encoding }) => ({
      name,
      bytes,
      rows,
      sha256,
      layout,
      encoding,
    })),
    left_out: {
      rows_other_provinces: facts.rowsOtherProvinces,
      rows_over_limit: facts.rowsOverLimit,
      blank_lines: facts.blankLines,
    },
    estimated_false_matches: falseMatchesObject(facts.decoys),
    not_compared: notComparedObject(facts.notCompared),
    balanced: faults.length === 0,
    faults: faults.map(({ code, province, unit, expected, found }) => ({
      code,
      province,
      unit,
      expected,
      found,
    })),
    total: provinceObject(summary.total),
    provinces: summary.provinces.map(provinceObject),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function provinceObject(summary: ProvinceSummary): object {
  return {
    province_code: summary.code,
    province_name: summary.name,
    sent: summary.sent,
    with_id: summary.withId,
    official: summary.official,
    wrong_by_field: summary.wrongBy,
    outcomes: summary.outcomes,
    reasons: summary.reasons,
    official_by_outcome: summary.officialByOutcome,
  };
}
