import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Bilingual } from '../../domain/reasons.js';
import type { Language } from '../../domain/run-facts.js';
import { NOT_GIVEN, SUPPRESSED } from '../deadline-labels.js';
import { CLASS_NOTES, knowsSecondDispatch } from '../deadline-words.js';
import { type Html, html } from '../html.js';
import { OUTCOME_LABELS, OUTCOME_MEANINGS } from '../labels.js';
import { officialTerms } from '../official-terms.js';

const OUTCOMES = ['verified', 'mismatch', 'needs_review', 'rejected'] as const;

const TERMS: readonly (readonly [Bilingual, Bilingual])[] = [
  [
    { vi: 'Còn lại', en: 'Left' },
    {
      vi: 'đối tượng đã gửi mà còn ít nhất một hồ sơ chưa xác minh',
      en: 'persons sent who still have a record that is not verified',
    },
  ],
  [
    { vi: 'Dự kiến xong', en: 'Expected end' },
    {
      vi: 'ngày không còn ai chưa xác minh nếu giữ tốc độ ở giữa của những ngày gần đây; sớm nhất và muộn nhất: theo ngày nhanh nhất và chậm nhất; “–”: chưa xác định, hoặc quá hạn hơn sáu tháng',
      en: 'the day on which nobody is left if the median pace of the last days stays; earliest and latest: at the fastest and the slowest of them; “–”: not foreseeable, or more than six months after the deadline',
    },
  ],
  [
    { vi: NOT_GIVEN.vi, en: NOT_GIVEN.en },
    { vi: 'không ai cung cấp số này; không phải là 0', en: 'nobody gave this figure; it is not 0' },
  ],
];

/** Only where something is suppressed. */
const SUPPRESSED_TERM: (typeof TERMS)[number] = [
  { vi: SUPPRESSED, en: SUPPRESSED },
  {
    vi: 'không công bố vì số quá nhỏ; không phải là 0',
    en: 'not published because it is small; it is not 0',
  },
];

const SECOND_SOURCE: Bilingual = {
  vi: 'Công văn 2262/BYT-CNTT (04/5/2022): quy trình đối chiếu ở xã, và hạn mới 01/06/2022.',
  en: 'Công văn 2262/BYT-CNTT (04/5/2022): the procedure in the communes, and the new deadline 01/06/2022.',
};
const SOURCES: readonly Bilingual[] = [
  {
    vi: 'Công văn 1975/BYT-CNTT (19/4/2022): hoàn thành chậm nhất 05/05/2022, báo cáo Bộ Y tế trước 06/05/2022; người đứng đầu cơ sở tiêm chịu trách nhiệm về hồ sơ sai.',
    en: 'Công văn 1975/BYT-CNTT (19/4/2022): finish by 05/05/2022, report to the ministry before 06/05/2022; heads of facilities answer for wrong records.',
  },
  {
    vi: 'Công văn 9438/BYT-CNTT: bốn trường bắt buộc là họ và tên, giới tính, ngày sinh, số định danh. Ngành y tế xác thực thông tin tiêm chủng, công an xác thực danh tính: khác nhau chưa hẳn là lỗi của bên tiêm chủng.',
    en: 'Công văn 9438/BYT-CNTT: the four mandatory fields are full name, sex, birth date, ID number. Health vouches for the vaccination, the police for the identity: a difference is not always the fault of the vaccination side.',
  },
];

/** Notes on the figures, the words that are used, and the dispatches behind them. */
export function renderNotes(report: DeadlineReport, lang: Language): Html {
  const vi = lang === 'vi';
  const { notes, minCell } = report;
  const sources = knowsSecondDispatch(report) ? [...SOURCES, SECOND_SOURCE] : SOURCES;
  const ownTerms = minCell === null ? TERMS : [...TERMS, SUPPRESSED_TERM];
  const outcomes = OUTCOMES.map(
    (name) => html`<dt>${OUTCOME_LABELS[name][lang]}</dt><dd>${OUTCOME_MEANINGS[name][lang]}</dd>`,
  );
  const terms = ownTerms.map(([term, text]) => html`<dt>${term[lang]}</dt><dd>${text[lang]}</dd>`);
  const own = [...notes, ...CLASS_NOTES].map((note) => html`<li>${note[lang]}</li>`);
  return html`${own.length === 0 ? '' : html`<ul>${own}</ul>`}
<h3>${vi ? 'Từ ngữ' : 'Terms'}</h3>
<dl>${officialTerms(lang)}
${outcomes}
${terms}</dl>
<h3>${vi ? 'Căn cứ' : 'Dispatches'}</h3>
<ul>${sources.map((source) => html`<li>${source[lang]}</li>`)}</ul>`;
}
