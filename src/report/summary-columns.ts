import { OFFICIAL_CLASSES, OUTCOMES } from '../domain/outcome.js';
import { type Bilingual, REASON_CODES, REASONS } from '../domain/reasons.js';
import { type Count, UNITS, type Unit } from './count.js';
import { CLASS_LABELS, COUNTED_FIELDS, FIELD_LABELS, OUTCOME_LABELS, UNIT_LABELS } from './labels.js';
import type { ProvinceSummary } from './summary.js';

/** One column of summary-by-province.csv. The key is stable; renaming one is a breaking change. */
export interface SummaryColumn {
  readonly key: string;
  readonly meaning: Bilingual;
  readonly value: (summary: ProvinceSummary) => string | number;
}

/** One column for each unit, `persons_<what>`, `doses_<what>`, ... */
function columnsOf(
  what: string,
  label: Bilingual,
  units: readonly Unit[],
  count: (summary: ProvinceSummary) => Count,
): SummaryColumn[] {
  return units.map((unit) => ({
    key: `${unit}_${what}`,
    meaning: { vi: `${label.vi}: ${UNIT_LABELS[unit].vi}`, en: `${label.en}: ${UNIT_LABELS[unit].en}` },
    value: (summary) => count(summary)[unit],
  }));
}

const OFFICIAL_UNITS = ['persons', 'doses'] as const;
const RUN_UNITS = [...OFFICIAL_UNITS, 'rows'] as const satisfies readonly Unit[];

/** All columns of summary-by-province.csv, in file order. */
export const SUMMARY_COLUMNS: readonly SummaryColumn[] = [
  {
    key: 'province_code',
    meaning: {
      vi: 'Mã tỉnh hai chữ số; trống nếu không xác định; `total` ở dòng tổng cộng',
      en: 'Two-digit province code; empty where unknown; `total` in the last row',
    },
    value: (summary) => summary.code,
  },
  {
    key: 'province_name',
    meaning: { vi: 'Tên tỉnh, thành phố', en: 'Name of the province, in Vietnamese' },
    value: (summary) => summary.name,
  },
  ...columnsOf('sent', { vi: 'Đã gửi', en: 'Sent' }, OFFICIAL_UNITS, (s) => s.sent),
  {
    key: 'rows',
    meaning: { vi: 'Số dòng trong tệp nguồn', en: 'Rows of the source files' },
    value: (summary) => summary.sent.rows,
  },
  ...columnsOf('with_id', { vi: 'Có số định danh', en: 'With ID' }, OFFICIAL_UNITS, (s) => s.withId),
  ...OFFICIAL_CLASSES.flatMap((name) =>
    columnsOf(name, CLASS_LABELS[name], OFFICIAL_UNITS, (s) => s.official[name]),
  ),
  ...COUNTED_FIELDS.flatMap((field) => {
    const { vi, en } = FIELD_LABELS[field];
    const label = { vi: `Sai: ${vi}`, en: `Wrong: ${en}` };
    return columnsOf(`wrong_${field}`, label, OFFICIAL_UNITS, (s) => s.wrongBy[field]);
  }),
  ...OUTCOMES.flatMap((name) => columnsOf(name, OUTCOME_LABELS[name], RUN_UNITS, (s) => s.outcomes[name])),
  ...REASON_CODES.flatMap((code) => {
    const outcome = OUTCOME_LABELS[REASONS[code].outcome];
    const label = { vi: `${outcome.vi}: ${REASONS[code].vi}`, en: `${outcome.en}: ${REASONS[code].en}` };
    return columnsOf(`${REASONS[code].outcome}_${code}`, label, RUN_UNITS, (s) => s.reasons[code]);
  }),
];

/** The page `docs/summary-columns.md`, in Markdown; a test keeps the file the same as this text. */
export function renderSummaryColumnsPage(): string {
  const rows = SUMMARY_COLUMNS.map(({ key, meaning }) => `| \`${key}\` | ${meaning.vi} | ${meaning.en} |`);
  return `${PAGE_HEAD}\n${rows.join('\n')}\n`;
}

const PAGE_HEAD = `# Columns of summary-by-province.csv

One row a province that occurs, sorted by code; the row without a code (rows whose province is unknown) comes after
them, the totals last (\`total\`). UTF-8, \`\\n\`, commas, RFC 4180. Keys are stable: renaming one is a breaking change.

- \`${UNITS[2]}\` are đối tượng, \`${UNITS[1]}\` are mũi tiêm, \`${UNITS[0]}\` are rows of the source files.
- A person counts once in a province, with the least settled of the person's rows; a person recorded in two provinces
  counts in both.
- In persons and in doses: sent = with_id + no_or_bad_id; with_id = right + wrong + not_verified;
  wrong = wrong_id + wrong_name + wrong_birth_date + wrong_other.
- \`wrong_*\`: a record counts once, by the first wrong field in the order ID, name, birth date, other.
- In persons, doses and rows: sent = verified + mismatch + needs_review + rejected, and each of these is the sum of its
  reasons (\`persons_verified\` = \`persons_verified_exact\` + \`persons_verified_corrected\`).

This page is made from \`src/report/summary-columns.ts\`; a test fails when it is out of date
(\`UPDATE_DOCS=1\` writes it anew).

| column | meaning (Vietnamese) | meaning (English) |
|---|---|---|`;
