import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import { isCommonText } from './forms.js';

/** Rows above the first person in the platform's workbook: notes, and a header of two rows. */
const HEAD_ROWS = 8;
const FIRST_DOSE_COLUMN = 18;
const DOSE_COLUMNS = 4;
const DOSES = 4;
const LONG_HEADER =
  'Họ và tên,Giới tính,Ngày sinh,Số điện thoại,CMND/CCCD/HC,Số thẻ BHYT,Tỉnh/Thành phố,Mã Tỉnh,Quận/Huyện,Mã Quận/Huyện,Xã/Phường,Mã Xã/Phường,Mũi tiêm,Tên vắc xin,Ngày tiêm,Số lô,Mã cơ sở tiêm';

/** One list of the wide layout, and the same persons in other forms. */
export interface WideList {
  readonly persons: number;
  readonly csv: string;
  readonly workbook: () => Promise<Uint8Array>;
  /** One dose a row, with the row of the person in the wide list. */
  readonly long: { readonly csv: string; readonly personRows: readonly number[] };
}

/** The persons of a wide export that every form can hold to the letter. */
export function wideList(text: string): WideList {
  const table: string[][] = parse(text, { bom: true, relax_column_count: true });
  const head = table.slice(0, HEAD_ROWS);
  const persons = table
    .slice(HEAD_ROWS)
    .filter((row) => row.every(isCommonText))
    .map((row) => row.map((cell) => cell.normalize('NFC')));
  const sheet = [...head, ...persons];
  return {
    persons: persons.length,
    csv: stringify(sheet).normalize('NFC'),
    workbook: () =>
      writeXlsx({
        sheets: [
          { name: 'Hướng dẫn', rows: [['Nhập vào sheet PL1']] },
          {
            name: 'PL1_Danh sach doi tuong tiem',
            rows: sheet.map((row) => row.map((cell) => (cell === '' ? null : cell))),
          },
        ],
      }),
    long: longList(persons),
  };
}

function longList(persons: readonly (readonly string[])[]): WideList['long'] {
  const rows: string[][] = [];
  const personRows: number[] = [];
  persons.forEach((person, i) => {
    const at = (column: number) => person[column] ?? '';
    for (let dose = 0; dose < DOSES; dose++) {
      const [vaccine = '', day = '', lot = '', facility = ''] = person.slice(
        FIRST_DOSE_COLUMN + dose * DOSE_COLUMNS,
        FIRST_DOSE_COLUMN + (dose + 1) * DOSE_COLUMNS,
      );
      if (vaccine + day + lot + facility === '') continue;
      // The platform's workbook says 0 for a man and 1 for a woman; lists by hand say it in words.
      const sex = at(3) === '0' ? 'Nam' : at(3) === '1' ? 'Nữ' : at(3);
      const identity = [at(1), sex, at(2), at(7), at(8), at(9)];
      rows.push([...identity, ...person.slice(10, 16), String(dose + 1), vaccine, day, lot, facility]);
      personRows.push(HEAD_ROWS + 1 + i);
    }
  });
  return { csv: `${LONG_HEADER}\n${stringify(rows)}`, personRows };
}
