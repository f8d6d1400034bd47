import { NOT_COMPARED, NOT_COMPARED_REASONS, type NotComparedCounts } from '../domain/not-compared.js';
import type { Language } from '../domain/run-facts.js';
import { type Html, html } from './html.js';
import { formatInteger } from './number-format.js';
import { headingCell, tableRegion } from './table-region.js';

/** The counts as summary.json and manifest.json have them. */
export function notComparedObject(counts: NotComparedCounts): object {
  return {
    records: counts.records,
    records_with_crowded_keys: counts.recordsNotFollowed,
    by_reason: Object.fromEntries(NOT_COMPARED_REASONS.map((reason) => [reason, counts.byReason[reason]])),
    by_rule: counts.byRule.map(({ rule, reason, records, persons }) => ({ rule, reason, records, persons })),
  };
}

/** Who was not compared, a sentence a reason; none where everybody was. */
export function notComparedSentences(counts: NotComparedCounts, lang: Language): string[] {
  const n = (value: number) => formatInteger(value, lang);
  return NOT_COMPARED_REASONS.filter((reason) => counts.byReason[reason].records > 0).map((reason) => {
    const { records, persons } = counts.byReason[reason];
    const mean = n(Math.round(persons / records));
    const text = NOT_COMPARED[reason][lang];
    return lang === 'vi'
      ? `${n(records)} hồ sơ chưa được so với mọi người có thể là chủ (trung bình ${mean} người mỗi hồ sơ): ${text}.`
      : `${n(records)} ${records === 1 ? 'record was' : 'records were'} not compared with everybody who might be the person (${mean} persons a record on average): ${text}.`;
  });
}

/** The counts by blocking rule and reason as a table; nothing where everybody was compared. */
export function renderNotCompared(counts: NotComparedCounts, lang: Language): Html {
  if (counts.byRule.length === 0) return html``;
  const vi = lang === 'vi';
  const rows = counts.byRule.map(
    ({ rule, reason, records, persons }) =>
      html`<tr><th scope="row"><code>${rule}</code></th><td class="wide">${NOT_COMPARED[reason][lang]}</td><td class="num">${formatInteger(records, lang)}</td><td class="num">${formatInteger(persons, lang)}</td></tr>`,
  );
  const labels = vi
    ? ['Khóa tìm kiếm', 'Lý do', 'Hồ sơ', 'Lượt người']
    : ['Blocking rule', 'Reason', 'Records', 'Persons, added up over the records'];
  return tableRegion({
    id: 'not-compared',
    caption: vi ? 'Những người chưa được so' : 'Persons not compared',
    head: html`<tr>${labels.map((label, i) => headingCell({ label, num: i >= 2 }))}</tr>`,
    bodies: [rows],
  });
}
