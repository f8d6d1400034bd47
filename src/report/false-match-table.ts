import { DECOY_TIERS, type DecoyCounts, type DecoyTier, type FalseMatchEstimate } from '../domain/decoys.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { estimateFalseMatches, type FalseMatches, sumDecoys } from './false-matches.js';
import { type Html, html } from './html.js';
import { provinceLabel, TOTAL_LABEL } from './labels.js';
import { formatDecimal } from './number-format.js';
import { headingCell, tableRegion } from './table-region.js';

const TIER_LABELS: Readonly<Record<DecoyTier, Bilingual>> = {
  number: { vi: 'Dựa vào đúng số', en: 'By the number' },
  slip: { vi: 'Số sai một lỗi', en: 'By a number with a slip' },
  no_number: { vi: 'Không dựa vào số', en: 'Without a number' },
};

/** Rows are whole, but an estimate of a few in a million is not: two significant digits below ten. */
function rounded(value: number): number {
  return value >= 10 ? Math.round(value) : Number(value.toPrecision(2));
}

function estimateObject({ rows, low, high }: FalseMatchEstimate): object {
  return { rows: rounded(rows), low: rounded(low), high: rounded(high) };
}

function matchesObject(matches: FalseMatches): object {
  return {
    all: estimateObject(matches.all),
    by_tier: Object.fromEntries(DECOY_TIERS.map((tier) => [tier, estimateObject(matches[tier])])),
  };
}

/** The estimates as summary.json and manifest.json have them: in all, at other lines, and by province. */
export function falseMatchesObject(decoys: readonly DecoyCounts[]): object {
  const total = sumDecoys(decoys);
  return {
    confidence: 0.95,
    ...matchesObject(estimateFalseMatches(total, 0)),
    at_verify_steps: VERIFY_STEPS.map((verify_probability, i) => ({
      verify_probability,
      ...matchesObject(estimateFalseMatches(total, i + 1)),
    })),
    trials: {
      rows_with_own_number: total.rows.ownNumber,
      rows_with_another_persons_number: total.rows.anothersNumber,
      rows_of_persons_outside: total.rows.outsiders,
      rows_without_number: total.rows.noNumber,
      decoys_verified: Object.fromEntries(total.hits.map(({ trial, rows }) => [trial, rows[0]])),
    },
    provinces: decoys.map((counts) => ({
      province_code: counts.province,
      ...matchesObject(estimateFalseMatches(counts, 0)),
    })),
  };
}

function number(value: number, lang: Language): string {
  return formatDecimal(rounded(value), 2, lang);
}

/** `12 (8–17)`: the estimate and its interval. */
export function formatEstimate({ rows, low, high }: FalseMatchEstimate, lang: Language): string {
  return `${number(rows, lang)} (${number(low, lang)}–${number(high, lang)})`;
}

/** How many rows are likely verified as a wrong person, in one sentence; empty where nothing could be tried. */
export function falseMatchSentence(decoys: readonly DecoyCounts[], lang: Language): string {
  const total = sumDecoys(decoys);
  if (total.rows.ownNumber + total.rows.outsiders === 0) return '';
  const { rows, low, high } = estimateFalseMatches(total, 0).all;
  const [most, from, to] = [rows, low, high].map((value) => number(value, lang));
  return lang === 'vi'
    ? `Ước tính số dòng xác minh nhầm người: ${most} (khoảng tin cậy 95\u00a0%: ${from} đến ${to}), tính bằng cách thử với những người chắc chắn không phải chủ hồ sơ.`
    : `Estimated rows verified as a wrong person: ${most} (95% interval ${from} to ${to}), from trials with persons who cannot be right.`;
}

/** The estimates by province and by what the verification rests on. */
export function renderFalseMatches(decoys: readonly DecoyCounts[], lang: Language): Html {
  if (decoys.length === 0) return html``;
  const vi = lang === 'vi';
  const row = (label: string, counts: DecoyCounts) => {
    const matches = estimateFalseMatches(counts, 0);
    const cells = [...DECOY_TIERS, 'all' as const].map(
      (tier) => html`<td class="num">${formatEstimate(matches[tier], lang)}</td>`,
    );
    return html`<tr><th scope="row">${label}</th>${cells}</tr>`;
  };
  const heads = [
    headingCell({ label: vi ? 'Tỉnh' : 'Province' }),
    ...DECOY_TIERS.map((tier) => headingCell({ label: TIER_LABELS[tier][lang], num: true })),
    headingCell({ label: vi ? 'Tất cả' : 'All', num: true }),
  ];
  const rows = decoys.map((counts) => row(provinceLabel(counts.province, lang), counts));
  return html`<p>${falseMatchSentence(decoys, lang)}</p>
${tableRegion({
  id: 'false',
  caption: vi
    ? 'Ước tính số dòng xác minh nhầm người, khoảng tin cậy 95\u00a0% trong ngoặc'
    : 'Estimated rows verified as a wrong person, 95% interval in brackets',
  head: html`<tr>${heads}</tr>`,
  bodies: [[...rows, row(TOTAL_LABEL[lang], sumDecoys(decoys))]],
})}`;
}
