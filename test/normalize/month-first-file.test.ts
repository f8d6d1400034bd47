import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource } from '../../src/input/input-source.js';
import { probeInput } from '../../src/run/probe-input.js';
import { readDoses } from '../../src/run/read-doses.js';
import { readIdentity } from '../../src/run/read-identity.js';
import { openPlaces } from '../../src/run/reference-data.js';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-month-first-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'Họ và tên,Ngày sinh,Giới tính,Số định danh,Ngày tiêm,Tên vắc xin';

/** A file of 60 doses; `birth` and `dose` write day and month. */
async function probe(birth: (n: number) => string, dose: (n: number) => string) {
  const path = join(folder, 'doses.csv');
  const rows = Array.from({ length: 60 }, (_, n) => {
    return `Trần Văn An,${birth(n)},Nam,0790850000${String(n).padStart(2, '0')},${dose(n)},AstraZeneca`;
  });
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  const probed = await probeInput(fileSource(path));
  return { probed, fields: rows[0]?.split(',') ?? [] };
}
const dayFirst = (n: number) => `${1 + (n % 28)}/3/2021`;
const monthFirst = (n: number) => `3/${1 + (n % 28)}/2021`;

test('a file without evidence is read day first', async () => {
  const { probed } = await probe(
    () => '03/04/1985',
    () => '08/09/2021',
  );
  expect(probed.monthFirst).toEqual([]);
  expect(probed.layout).not.toHaveProperty('birthDateOrder');
});

test('a day-first file has no order of its own', async () => {
  const { probed } = await probe(dayFirst, dayFirst);
  expect(probed.monthFirst).toEqual([]);
});

test('each column is judged by its own values, and its readings follow', async () => {
  const { probed, fields } = await probe((n) => (n === 0 ? '03/04/1985' : monthFirst(n)), dayFirst);
  expect(probed.monthFirst.map(({ field }) => field)).toEqual(['birth_date']);
  expect(probed.layout.birthDateOrder).toBe('month-first');
  const latest = { year: 2022, month: 12, day: 31 };
  const { identity } = readIdentity(fields, probed.layout, openPlaces('2022'), latest);
  expect(identity.birthDate).toMatchObject({
    value: { year: 1985, month: 3, day: 4 },
    alternatives: [{ year: 1985, month: 4, day: 3 }],
  });
});

test('dose dates as well', async () => {
  const { probed, fields } = await probe(dayFirst, (n) => (n === 0 ? '08/09/2021' : monthFirst(n)));
  expect(probed.monthFirst.map(({ field }) => field)).toEqual(['dose_date']);
  expect(readDoses(fields, probed.layout).latest).toEqual({ year: 2021, month: 8, day: 9 });
});
