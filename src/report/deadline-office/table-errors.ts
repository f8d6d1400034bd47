import type { DeadlineReport, ErrorLine } from '../../domain/deadline-report.js';
import { ENTRY_ERROR_CODES, ENTRY_ERRORS, type EntryError } from '../../domain/entry-errors.js';
import type { Language } from '../../domain/run-facts.js';
import { provinceLabel, TOTAL_LABEL } from '../labels.js';
import { facilityName } from './facility.js';
import type { OfficeColumn, OfficeRow, OfficeTable } from './office-table.js';
import { kindsByRows } from './section-errors.js';
import { marks, provinceColumns } from './table-provinces.js';
import { cell, figure, NONE, sentence } from './words.js';

/** Says only that the error is not known; the columns of the work count these records. */
const NOT_KNOWN: EntryError = 'person_not_told';
/** Kinds of errors that a printed line names. */
const NAMED_KINDS = 2;

function workColumns(lang: Language): readonly OfficeColumn[] {
  const vi = lang === 'vi';
  const column = (label: string, mm: number): OfficeColumn => ({ label, kind: 'amount', mm, characters: 12 });
  return [
    column(vi ? 'Hồ sơ' : 'Records', 21),
    column(vi ? 'Phải xử lý' : 'Need work', 20),
    column(vi ? 'Phải sửa' : 'To correct', 19),
    column(vi ? 'Hỏi lại' : 'To ask', 18),
    column(vi ? 'Xem lại' : 'To review', 18),
    column(vi ? 'Dòng hỏng' : 'Broken', 16),
  ];
}

function workCells({ rows, work, toCorrect, toAsk, toReview, unreadable }: ErrorLine): OfficeRow {
  return [rows, work, toCorrect, toAsk, toReview, unreadable].map(cell);
}

function mainKinds(line: ErrorLine, lang: Language): string {
  const texts = kindsByRows(line)
    .filter(([kind, rows]) => rows !== null && kind !== NOT_KNOWN)
    .slice(0, NAMED_KINDS)
    .map(([kind, rows]) => `${ENTRY_ERRORS[kind][lang]} (${figure(rows, lang)})`);
  return texts.length === 0 ? NONE : sentence(texts.join('; '));
}

/** Only the workbook has a column for each kind; the document names the first. */
function kindColumns(kinds: readonly EntryError[], lang: Language): readonly OfficeColumn[] {
  return kinds.map((kind) => ({
    label: ENTRY_ERRORS[kind][lang],
    group:
      lang === 'vi'
        ? 'Loại lỗi (một hồ sơ có thể có nhiều lỗi)'
        : 'Kinds of errors (a record can have several)',
    kind: 'amount',
    mm: 0,
    characters: 20,
  }));
}

function kindCells(line: ErrorLine, kinds: readonly EntryError[]): OfficeRow {
  return kinds.map((kind) => {
    const rows = line.kinds[kind];
    return rows === undefined ? 0 : cell(rows);
  });
}

/** Kinds that occur anywhere, in the order of the closed list. */
function occurring(lines: readonly ErrorLine[]): readonly EntryError[] {
  return ENTRY_ERROR_CODES.filter((kind) =>
    lines.some(({ kinds }) => kinds[kind] !== undefined && kinds[kind] !== 0),
  );
}

/** Work and kinds of errors of each province. */
export function errorsByProvince(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const { provinces, total } = report.errors;
  const kinds = occurring([total, ...provinces]);
  const cells = (line: ErrorLine) => [...workCells(line), mainKinds(line, lang), ...kindCells(line, kinds)];
  return {
    sheet: vi ? 'Lỗi theo tỉnh' : 'Errors by province',
    title: vi ? 'Lỗi nhập liệu theo tỉnh, thành phố' : 'Errors of entry by province',
    notes: [
      vi
        ? `Đơn vị: hồ sơ mũi tiêm của lần đối soát gần nhất. Phải xử lý = phải sửa + hỏi lại + xem lại + dòng hỏng. ${marks(report, lang)}`
        : `Unit: dose records of the newest runs. Need work = to correct + to ask + to review + broken. ${marks(report, lang)}`,
    ],
    columns: [
      ...provinceColumns(lang, 32),
      ...workColumns(lang),
      { label: vi ? 'Lỗi thường gặp nhất' : 'Most frequent errors', kind: 'text', mm: 104, characters: 50 },
      ...kindColumns(kinds, lang),
    ],
    rows: provinces.map((line, i) => [
      line.code === '' ? '' : i + 1,
      line.code,
      provinceLabel(line.code, lang),
      ...cells(line),
    ]),
    total: ['', '', TOTAL_LABEL[lang], ...cells(total)],
    names: 3,
    fontSize: 10,
  };
}

/** The facilities that account for most of the work. */
export function errorsByFacility(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const { facilities } = report.errors;
  const kinds = occurring(facilities);
  return {
    sheet: vi ? 'Cơ sở nhiều việc nhất' : 'Facilities',
    title: vi ? 'Cơ sở tiêm chủng có nhiều hồ sơ phải xử lý nhất' : 'Facilities with the most work',
    notes: [
      vi
        ? `Đơn vị: hồ sơ mũi tiêm. Cộng dồn: phần của cơ sở này và các cơ sở đứng trước trong tổng số hồ sơ phải xử lý. ${marks(report, lang)}`
        : `Unit: dose records. Running share: of this facility and those before it in all the work. ${marks(report, lang)}`,
    ],
    columns: [
      { label: vi ? 'STT' : 'No.', kind: 'order', mm: 9, characters: 6 },
      { label: vi ? 'Mã cơ sở' : 'Code', kind: 'code', mm: 17, characters: 12 },
      { label: vi ? 'Cơ sở tiêm chủng' : 'Facility', kind: 'text', mm: 60, characters: 36 },
      { label: vi ? 'Mã tỉnh' : 'Province code', kind: 'code', mm: 0, characters: 8 },
      { label: vi ? 'Tỉnh, thành phố' : 'Province', kind: 'text', mm: 22, characters: 20 },
      ...workColumns(lang).map((column) => ({ ...column, mm: column.mm - 5 })),
      { label: vi ? 'Cộng dồn' : 'Running share', kind: 'share', mm: 14, characters: 10 },
      { label: vi ? 'Lỗi thường gặp nhất' : 'Most frequent errors', kind: 'text', mm: 53, characters: 40 },
      ...kindColumns(kinds, lang),
    ],
    rows: facilities.map((facility, i) => [
      i + 1,
      facility.code,
      facilityName(facility, lang),
      facility.province,
      provinceLabel(facility.province, lang),
      ...workCells(facility),
      cell(facility.cumulativeShare),
      mainKinds(facility, lang),
      ...kindCells(facility, kinds),
    ]),
    total: null,
    names: 3,
    fontSize: 9.5,
  };
}
