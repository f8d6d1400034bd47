import { CellRow } from '../../../src/input/chunk-cells.js';
import { detectLayout } from '../../../src/input/header.js';
import { splitChunk } from '../../../src/input/split-chunk.js';
import type { ChunkContext } from '../../../src/run/chunk-context.js';
import { IdentityReader } from '../../../src/run/identity-reader.js';
import { readDoses } from '../../../src/run/read-doses.js';
import { readIdentity } from '../../../src/run/read-identity.js';
import { ReadMemory } from '../../../src/run/read-memory.js';
import { readRow } from '../../../src/run/read-row.js';
import { openPlaces } from '../../../src/run/reference-data.js';
import { cellsToRead } from '../../../src/run/row-columns.js';
import type { InputSetup } from '../../../src/run/worker-setup.js';

const LATEST = { year: 2022, month: 12, day: 31 };
const HEADER =
  'Mã mũi tiêm,Họ và tên,Giới tính,Ngày sinh,CMND/CCCD/HC,Tỉnh/Thành phố,Mã Tỉnh,Quận/Huyện,Mã Quận/Huyện,Xã/Phường,Mã Xã/Phường,Mũi tiêm,Tên vắc xin,Ngày tiêm,Mã cơ sở tiêm,Tỉnh cơ sở tiêm';
const HOME = 'Tỉnh Lào Cai,10,Huyện Bát Xát,082,Xã Dền Sáng,02707';

/** Rows of three persons: the same cells, written so that they are found by their bytes or not. */
const ROWS = [
  `M1,Trần Thị Lan,Nữ,12/03/1985,010185001234,${HOME},1,AstraZeneca,01/08/2021,10_D001,Tỉnh Lào Cai`,
  `M2,"Trần Thị Lan",Nữ,12/03/1985,010185001234,${HOME},2,"Vero Cell, Inactivated",05/09/2021,79_D001,`,
  `M3,"Trần Thị Lan",Nữ,12/03/1985,010185001234,${HOME},3,"một ""mũi""",07/02/2022,10_D001,TPHCM`,
  `M4,Trần Thị Lan,Nữ,13/03/1985,010185001234,${HOME},1,AstraZeneca,01/08/2021,10_D001,Tỉnh Lào Cai`,
  'M5,PHẠM VĂN BÁCH,Nam,1990,,ND,,H. Nghĩa Hưng,,X. Nghĩa Hải,,1,AstraZeneca,không rõ,36_D001,ND',
  `M6,Trần Thị Lan,Nữ,12/03/1985,010185001234,${HOME},4,AstraZeneca,,10_D001,Tỉnh Lào Cai`,
];

const bytes = Buffer.from(`${HEADER}\n${ROWS.join('\n')}\n`);

function read(withCells: boolean) {
  const detected = detectLayout(bytes, { complete: true });
  if (detected.kind !== 'found') throw new Error('no layout');
  const { layout } = detected;
  const input = { name: 'doses.csv', layout } as InputSetup;
  const memory = new ReadMemory();
  const context = { setup: { latest: LATEST }, places: openPlaces('2022'), memory } as ChunkContext;
  const reader = new IdentityReader(context, input);
  const split = splitChunk(bytes, 1, layout, undefined, withCells ? cellsToRead(bytes, layout) : null);
  const rows = split.map((row) => readRow(row, input, reader, memory.facilities));
  return { layout, split, rows, reader, places: context.places };
}

test('rows with the same cells have the same identity, however they were taken apart', () => {
  const { split, rows, reader } = read(true);
  expect(split.map((row) => row instanceof CellRow)).toEqual([true, true, false, true, false, true]);
  const identities = rows.map((row) => (row.kind === 'identity' ? row.identity : -1));
  expect(identities).toEqual([0, 0, 0, 1, 2, 0]);
  const other = read(false);
  expect(other.split.some((row) => row instanceof CellRow)).toBe(false);
  expect(other.rows.map((row) => (row.kind === 'identity' ? row.identity : -1))).toEqual(identities);
  for (const identity of [0, 1, 2]) expect(reader.keyOf(identity)).toEqual(other.reader.keyOf(identity));
});

test.each([true, false])('identity, doses and province are those of the texts; cells: %s', (withCells) => {
  const { layout, rows, split, reader, places } = read(withCells);
  rows.forEach((row, i) => {
    if (row.kind !== 'identity') throw new Error('a row was rejected');
    const { fields } = split[i]!;
    expect(reader.identity(row.identity)).toEqual(readIdentity(fields, layout, places, LATEST));
    const { count, latest, facilityProvince } = row.doses;
    expect({ count, latest, facilityProvince }).toEqual(readDoses(fields, layout));
  });
});
