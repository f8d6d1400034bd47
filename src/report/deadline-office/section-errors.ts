import type { DeadlineReport, ErrorLine } from '../../domain/deadline-report.js';
import { ENTRY_ERROR_CODES, ENTRY_ERRORS, type EntryError } from '../../domain/entry-errors.js';
import type { Language } from '../../domain/run-facts.js';
import type { DocumentBlock } from '../../domain/text-document.js';
import { tasksOf } from '../deadline-words.js';
import { provinceLabel } from '../labels.js';
import { formatInteger, formatShare } from '../number-format.js';
import { body, bodyTable, heading, item, note, subheading, tableTitle } from './blocks.js';
import { facilityLabel } from './facility.js';
import { figure, SUPPRESSED, saysAll, sentence } from './words.js';

/** Lines of the tables in the text; the appendices have more. */
const MOST_KINDS = 12;
const MOST_FACILITIES = 10;

/** Kinds of errors that occur, most frequent first, those that are not published last. */
export function kindsByRows({ kinds }: ErrorLine): readonly (readonly [EntryError, number | null])[] {
  return ENTRY_ERROR_CODES.flatMap((kind) => {
    const rows = kinds[kind];
    return rows === undefined || rows === 0 ? [] : [[kind, rows] as const];
  }).sort(([, a], [, b]) => (b ?? -1) - (a ?? -1));
}

/** III. Which errors, and who makes them. */
export function errorsSection({ errors }: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const { total } = errors;
  const n = (value: number | null) => figure(value, lang);
  const share =
    total.work === null || total.rows === null
      ? ''
      : vi
        ? `, chiếm ${formatShare(total.work, total.rows, lang)}`
        : `, ${formatShare(total.work, total.rows, lang)}`;
  const tasks = tasksOf(total).map(({ number, text }) =>
    item(`${formatInteger(number, lang)} ${text[lang]}.`),
  );
  return [
    heading(vi ? 'III. LỖI VÀ NƠI PHÁT SINH' : 'III. ERRORS AND WHERE THEY COME FROM'),
    subheading(vi ? '1. Khối lượng phải xử lý' : '1. The work to be done'),
    ...[
      body(
        vi
          ? `Trong ${n(total.rows)} hồ sơ mũi tiêm của lần đối soát gần nhất, có ${n(total.work)} hồ sơ phải xử lý${share}, gồm:`
          : `Of ${n(total.rows)} dose records of the newest runs, ${n(total.work)} need work${share}:`,
      ),
    ].filter(({ text }) => saysAll(text, lang)),
    ...(total.work === null && tasks.length === 0
      ? [body(vi ? 'Số liệu không công bố.' : 'The figures are not published.')]
      : tasks),
    subheading(vi ? '2. Loại lỗi' : '2. Kinds of errors'),
    ...kinds(total, lang),
    subheading(vi ? '3. Cơ sở tiêm chủng có nhiều việc nhất' : '3. Facilities with the most work'),
    ...facilities(errors, lang),
  ];
}

function kinds(total: ErrorLine, lang: Language): DocumentBlock[] {
  const vi = lang === 'vi';
  const all = kindsByRows(total);
  if (all.length === 0) return [body(vi ? 'Không ghi nhận lỗi nào.' : 'No errors were found.')];
  const shown = all.slice(0, MOST_KINDS);
  return [
    body(
      vi
        ? 'Các lỗi thường gặp nhất nêu tại Bảng 5. Một hồ sơ có thể có nhiều lỗi nên cộng các dòng có thể nhiều hơn số hồ sơ phải xử lý.'
        : 'Table 5 has the most frequent errors. A record can have several, so that the lines can add up to more than the records that need work.',
    ),
    tableTitle(vi ? 'Bảng 5. Loại lỗi nhập liệu' : 'Table 5. Kinds of errors of entry'),
    bodyTable(
      vi
        ? [
            ['Loại lỗi', 110, 'left'],
            ['Số hồ sơ', 30, 'right'],
            ['So với số phải xử lý', 25, 'right'],
          ]
        : [
            ['Kind of error', 110, 'left'],
            ['Records', 30, 'right'],
            ['Of those that need work', 25, 'right'],
          ],
      shown.map(([kind, rows]) => [
        sentence(ENTRY_ERRORS[kind][lang]),
        rows === null ? SUPPRESSED : formatInteger(rows, lang),
        rows === null || total.work === null ? SUPPRESSED : formatShare(rows, total.work, lang),
      ]),
    ),
    ...(all.length > shown.length
      ? [
          note(
            vi
              ? `Còn ${all.length - shown.length} loại lỗi ít gặp hơn, xem tệp phu-luc.xlsx.`
              : `${all.length - shown.length} rarer kinds are in phu-luc.xlsx.`,
          ),
        ]
      : []),
  ];
}

function facilities(errors: DeadlineReport['errors'], lang: Language): DocumentBlock[] {
  const vi = lang === 'vi';
  const { facilities: all, facilitiesInAll } = errors;
  const share = all.at(-1)?.cumulativeShare ?? null;
  if (all.length === 0)
    return [body(vi ? 'Không có cơ sở nào có hồ sơ phải xử lý.' : 'No facility has records that need work.')];
  const many = formatInteger(all.length, lang);
  const inAll = formatInteger(facilitiesInAll, lang);
  const part = share === null ? '' : formatShare(share, 1, lang);
  const text = vi
    ? `Trong ${inAll} cơ sở tiêm chủng có hồ sơ, ${many} cơ sở đứng đầu ${share === null ? 'có nhiều hồ sơ phải xử lý nhất' : `chiếm ${part} số hồ sơ phải xử lý`}. Theo Công văn số 1975/BYT-CNTT, người đứng đầu cơ sở tiêm chủng chịu trách nhiệm về hồ sơ sai của cơ sở mình. Danh sách đầy đủ tại Phụ lục VI.`
    : `Of ${inAll} facilities, the first ${many} ${share === null ? 'have the most work' : `account for ${part} of the work`}. By Dispatch 1975/BYT-CNTT the heads of facilities answer for wrong records. The list is in Appendix VI.`;
  return [
    body(text),
    tableTitle(
      vi ? 'Bảng 6. Cơ sở có nhiều hồ sơ phải xử lý nhất' : 'Table 6. Facilities with the most work',
    ),
    bodyTable(
      vi
        ? [
            ['Cơ sở tiêm chủng', 68, 'left'],
            ['Tỉnh, thành phố', 32, 'left'],
            ['Hồ sơ', 22, 'right'],
            ['Phải xử lý', 22, 'right'],
            ['Cộng dồn', 20, 'right'],
          ]
        : [
            ['Facility', 68, 'left'],
            ['Province', 32, 'left'],
            ['Records', 22, 'right'],
            ['Need work', 22, 'right'],
            ['Running share', 20, 'right'],
          ],
      all
        .slice(0, MOST_FACILITIES)
        .map((facility) => [
          facilityLabel(facility, lang),
          provinceLabel(facility.province, lang),
          facility.rows === null ? SUPPRESSED : formatInteger(facility.rows, lang),
          facility.work === null ? SUPPRESSED : formatInteger(facility.work, lang),
          facility.cumulativeShare === null ? SUPPRESSED : formatShare(facility.cumulativeShare, 1, lang),
        ]),
    ),
  ];
}
