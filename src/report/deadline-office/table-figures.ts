import type { DeadlineReport, DispatchFigures, ProvinceReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { TOTAL_LABEL } from '../labels.js';
import type { OfficeColumn, OfficeRow, OfficeTable } from './office-table.js';
import { provinceColumns } from './table-provinces.js';
import { NO_DATA, NONE } from './words.js';

/** Complaints, signing, passports and population of each province. */
export function figuresByProvince(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const amount = (label: string): OfficeColumn => ({ label, kind: 'amount', mm: 25, characters: 14 });
  const { total } = report;
  return {
    sheet: vi ? 'Nội dung khác' : 'Further headings',
    title: vi ? 'Phản ánh, ký số, hộ chiếu vắc xin, dân số' : 'Complaints, signing, passports, population',
    notes: [vi ? `Dấu “${NO_DATA}”: chưa có số liệu.` : `“${NO_DATA}”: no data.`],
    columns: [
      ...provinceColumns(lang),
      amount(vi ? 'Phản ánh đã tiếp nhận' : 'Complaints received'),
      amount(vi ? 'Phản ánh đã xử lý' : 'Complaints handled'),
      amount(vi ? 'Đối tượng đã ký số' : 'Persons signed'),
      amount(vi ? 'Hộ chiếu vắc xin đã cấp' : 'Passports issued'),
      amount(vi ? 'Dân số' : 'Population'),
      {
        label: vi ? 'Đối tượng đã gửi so với dân số' : 'Persons sent, of the population',
        kind: 'share',
        mm: 20,
        characters: 14,
      },
    ],
    rows: report.provinces.map((province, i) => [
      i + 1,
      province.code,
      province.shortName,
      ...cells(province),
    ]),
    total: ['', '', TOTAL_LABEL[lang], ...cells(total)],
    names: 3,
    fontSize: 10,
    workbookOnly: true,
  };
}

function cells({ figures, coverage }: Pick<ProvinceReport, 'figures' | 'coverage'>): OfficeRow {
  const keys: readonly (keyof DispatchFigures)[] = [
    'complaintsReceived',
    'complaintsHandled',
    'personsSigned',
    'passportsIssued',
  ];
  return [
    ...keys.map((key) => figures[key] ?? NO_DATA),
    coverage?.population ?? NO_DATA,
    coverage?.share ?? NO_DATA,
  ];
}

/** Lines of the table of officers that the text itself holds; more are an appendix. */
export const MOST_OFFICERS_IN_TEXT = 10;

/** Who answers for the work in each province (cán bộ đầu mối). */
export function officersTable({ provinces }: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const lines = provinces.flatMap(({ code, shortName, officers }) =>
    officers.map((officer) => ({ code, shortName, officer })),
  );
  return {
    sheet: vi ? 'Cán bộ đầu mối' : 'Focal officers',
    title: vi ? 'Cán bộ đầu mối của các địa phương' : 'Focal officers of the provinces',
    notes: [],
    columns: [
      { label: vi ? 'STT' : 'No.', kind: 'order', mm: 12, characters: 6 },
      { label: vi ? 'Mã tỉnh' : 'Code', kind: 'code', mm: 0, characters: 8 },
      { label: vi ? 'Tỉnh, thành phố' : 'Province', kind: 'text', mm: 40, characters: 22 },
      { label: vi ? 'Họ và tên' : 'Name', kind: 'text', mm: 50, characters: 28 },
      { label: vi ? 'Chức vụ' : 'Position', kind: 'text', mm: 55, characters: 34 },
      { label: vi ? 'Đơn vị' : 'Unit', kind: 'text', mm: 65, characters: 40 },
      { label: vi ? 'Điện thoại' : 'Phone', kind: 'code', mm: 35, characters: 18 },
    ],
    rows: lines.map(({ code, shortName, officer: { name, position, unit, phone } }, i) => [
      i + 1,
      code,
      shortName,
      ...[name, position, unit, phone].map((text) => (text === '' ? NONE : text)),
    ]),
    total: null,
    names: 3,
    fontSize: 11,
  };
}
