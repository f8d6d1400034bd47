import type { DeadlineReport, DispatchFigures, ProvinceReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { TOTAL_LABEL } from '../labels.js';
import type { OfficeColumn, OfficeRow, OfficeTable } from './office-table.js';
import { provinceColumns } from './table-provinces.js';
import { NO_DATA } from './words.js';

/** Complaints, signing, passports, population and focal officers of each province. */
export function figuresByProvince(report: DeadlineReport, lang: Language): OfficeTable {
  const vi = lang === 'vi';
  const amount = (label: string): OfficeColumn => ({ label, kind: 'amount', mm: 25, characters: 14 });
  const { total } = report;
  return {
    sheet: vi ? 'Nội dung khác' : 'Further headings',
    title: vi
      ? 'Phản ánh, ký số, hộ chiếu vắc xin, dân số, cán bộ đầu mối'
      : 'Complaints, signing, passports, population, focal officers',
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
      { label: vi ? 'Cán bộ đầu mối' : 'Focal officers', kind: 'text', mm: 60, characters: 70 },
    ],
    rows: report.provinces.map((province, i) => [
      i + 1,
      province.code,
      province.shortName,
      ...cells(province),
      province.officers.length === 0 ? NO_DATA : province.officers.map(officerLine).join('\n'),
    ]),
    total: ['', '', TOTAL_LABEL[lang], ...cells(total), ''],
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

function officerLine({ name, position, unit, phone }: ProvinceReport['officers'][number]): string {
  return [name, position, unit, phone].filter((text) => text !== '').join(', ');
}
