import type { FalseMatchEstimate } from '../domain/decoys.js';
import type { Language, RunFacts } from '../domain/run-facts.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { formatEstimate } from './false-match-table.js';
import { estimateFalseMatches, sumDecoys } from './false-matches.js';
import { type Html, html } from './html.js';
import { formatDecimal, formatInteger } from './number-format.js';
import type { Summary } from './summary.js';
import { headingCell, tableRegion } from './table-region.js';

/** What a run would do with another line for the probability, in rows; every other rule unchanged. */
export interface VerifyStep {
  /** From 0 to 1. */
  readonly probability: number;
  readonly verified: number;
  readonly review: number;
  /** Of the verified rows, those that the decoys estimate to be a wrong person's. */
  readonly wrong: FalseMatchEstimate;
}

/** The rows verified and the rows to review at each step: what is not verified any more is reviewed. */
export function verifySteps({ total }: Summary, { verifiedAt, decoys }: RunFacts): VerifyStep[] {
  const allDecoys = sumDecoys(decoys);
  const either = total.outcomes.verified.rows + total.outcomes.needs_review.rows;
  return VERIFY_STEPS.map((probability, i) => {
    const verified = verifiedAt[i] ?? 0;
    const wrong = estimateFalseMatches(allDecoys, i + 1).all;
    return { probability, verified, review: either - verified, wrong };
  });
}

/** The choice of the line, as a table of rows. */
export function renderVerifySteps(summary: Summary, facts: RunFacts, lang: Language): Html {
  const vi = lang === 'vi';
  const number = (value: number) => formatInteger(value, lang);
  const percent = (value: number) => `${formatDecimal(value * 100, 3, lang)}${vi ? '\u00a0%' : '%'}`;
  const rows = verifySteps(summary, facts).map(
    ({ probability, verified, review, wrong }) =>
      html`<tr><th scope="row" class="num">${percent(probability)}</th><td class="num">${number(verified)}</td><td class="num">${number(review)}</td><td class="num">${formatEstimate(wrong, lang)}</td></tr>`,
  );
  const labels = vi
    ? ['Ngưỡng', 'Được xác minh', 'Xem lại', 'Ước tính nhầm người']
    : ['Line', 'Verified', 'Reviewed', 'Estimated wrong'];
  return tableRegion({
    id: 'steps',
    caption: vi
      ? 'Nếu đổi ngưỡng xác suất: số dòng được xác minh và số dòng phải xem lại'
      : 'With another line for the probability: rows verified and rows to review',
    head: html`<tr>${labels.map((label) => headingCell({ label, num: true }))}</tr>`,
    bodies: [rows],
  });
}
