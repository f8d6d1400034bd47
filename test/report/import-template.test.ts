import { readXlsx } from 'hucre/xlsx';
import type { ImportDose, ImportPerson } from '../../src/domain/import-person.js';
import { detectLayout } from '../../src/input/header.js';
import { csvRecord } from '../../src/output/csv.js';
import { workbookBytes } from '../../src/output/workbook.js';
import { importRows, importSheet } from '../../src/report/import-template.js';
import { readTable } from '../cli/results.js';

const dose = (date: string): ImportDose => ({
  vaccine: 'COVID-19 Vaccine AstraZeneca',
  date,
  lot: 'ABW49912',
  facility: '01D017',
});

const PERSON: ImportPerson = {
  name: 'Nguyễn Thị Thủy Tiên',
  birthDate: '14/03/1985',
  sex: '1',
  priorityGroup: '10',
  employer: '',
  phone: '0912345678',
  id: '001185000011',
  insuranceCard: 'HS4017403150897',
  provinceName: 'Thành phố Hà Nội',
  provinceCode: '01',
  districtName: 'Quận Đống Đa',
  districtCode: '006',
  communeName: 'Phường Ô Chợ Dừa',
  communeCode: '00190',
  addressDetail: 'Tổ 4',
  doses: [dose('10/07/2021'), dose('09/08/2021')],
  note: 'Không có số định danh',
};

async function writtenRows(persons: readonly ImportPerson[]): Promise<string[][]> {
  const rows = persons.flatMap((person, i) => importRows(person, i + 1));
  const bytes = Buffer.concat([...workbookBytes('x', [{ layout: importSheet(rows.length), rows }])]);
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['PL1_Danh sach doi tuong tiem']);
  return sheets[0]!.rows.map((row) => Array.from({ length: 35 }, (_, i) => String(row[i] ?? '')));
}

describe('the import workbook', () => {
  test('has the platform’s headers in rows 7 and 8, data from row 9', async () => {
    const rows = await writtenRows([PERSON]);
    const template = readTable('scripts/data/template-pl1-headers.csv').slice(1);
    const unescaped = (text: string) => text.replaceAll('\\n', '\n');
    expect(rows[6]).toEqual(template.map(([, upper]) => unescaped(upper!)));
    expect(rows[7]).toEqual(template.map(([, , lower]) => unescaped(lower!)));
    expect(rows[8]!.slice(0, 20)).toEqual([
      '1',
      'Nguyễn Thị Thủy Tiên',
      '14/03/1985',
      '1',
      '10',
      '',
      '0912345678',
      '001185000011',
      'HS4017403150897',
      'Thành phố Hà Nội',
      '01',
      'Quận Đống Đa',
      '006',
      'Phường Ô Chợ Dừa',
      '00190',
      'Tổ 4',
      'COVID-19 Vaccine AstraZeneca',
      '10/07/2021',
      'ABW49912',
      '01D017',
    ]);
    expect(rows[8]![32]).toBe('Không có số định danh');
    expect(rows).toHaveLength(9);
  });

  test('is read back by this program as the wide layout', async () => {
    const rows = await writtenRows([PERSON, PERSON]);
    const found = detectLayout(Buffer.from(rows.map(csvRecord).join('')), { complete: true });
    expect(found.kind).toBe('found');
    if (found.kind !== 'found') return;
    const { layout } = found;
    expect(layout).toMatchObject({ kind: 'wide', sexCoding: 'platform', firstDataRow: 9 });
    expect(layout.fields).toEqual({
      name: 1,
      birth_date: 2,
      sex: 3,
      phone: 6,
      personal_id: 7,
      insurance_card: 8,
      province_name: 9,
      province_code: 10,
      district_name: 11,
      district_code: 12,
      commune_name: 13,
      commune_code: 14,
    });
    expect(layout.doses).toHaveLength(4);
    expect(layout.doses[3]).toEqual({ vaccine: 28, dose_date: 29, lot: 30, facility_code: 31 });
  });

  test('a fifth dose goes to a second row', () => {
    const doses = ['01', '02', '03', '04', '05'].map((month) => dose(`10/${month}/2022`));
    const rows = importRows({ ...PERSON, doses }, 7);
    expect(rows.map((row) => [row[0], row[17], row[29]])).toEqual([
      ['7', '10/01/2022', '10/04/2022'],
      ['8', '10/05/2022', ''],
    ]);
  });

  test('merged cells are those of the template', () => {
    const merges = importSheet(1).merges.filter(({ left }) => left >= 8 && left <= 20);
    expect(merges).toEqual([
      { top: 6, left: 8, bottom: 7, right: 8 },
      { top: 6, left: 9, bottom: 6, right: 15 },
      { top: 6, left: 16, bottom: 6, right: 19 },
      { top: 6, left: 20, bottom: 6, right: 23 },
    ]);
  });
});
