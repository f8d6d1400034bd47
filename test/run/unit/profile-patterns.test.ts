import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suspicion } from '../../../src/domain/input-profile.js';
import { profileInputs } from '../../../src/run/profile-inputs.js';
import { type OrdinaryRow, ordinaryRows, rowsText, withoutAccents } from './ordinary-rows.js';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function profile(text: string) {
  const path = join(folder, 'list.csv');
  writeFileSync(path, text);
  const { report } = await profileInputs({
    inputs: [path],
    rows: null,
    latestDate: '2022-12-31',
    screen: { isTTY: false, write: () => {} },
    warn: () => {},
    signal: new AbortController().signal,
  });
  return report;
}

async function suspicionsOf(rows: readonly OrdinaryRow[]): Promise<Suspicion[]> {
  const { inputs, shared } = await profile(rowsText(rows));
  return [...inputs[0]!.suspicions, ...shared];
}

const swapped = (date: string) => date.replace(/^(\d\d)\/(\d\d)/, '$2/$1');
const capped = (date: string) => {
  const [day = '', month = '', year = ''] = date.split('/');
  const upTo12 = (text: string) => String(((Number(text) - 1) % 12) + 1).padStart(2, '0');
  return `${upTo12(day)}/${upTo12(month)}/${year}`;
};

describe('ordinary data raises no alarm', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))('seed %i', async (seed) => {
    expect(await suspicionsOf(ordinaryRows(seed))).toEqual([]);
  });
});

describe('a fault of one facility is found there, and nowhere else', () => {
  test.each<[string, Suspicion['code'], (row: OrdinaryRow) => Partial<OrdinaryRow>]>([
    ['day and month exchanged', 'month_first', ({ birth }) => ({ birth: swapped(birth) })],
    ['no day over 12', 'days_up_to_12', ({ birth }) => ({ birth: capped(birth) })],
    ['accents lost', 'no_accents', ({ name }) => ({ name: withoutAccents(name) })],
    ['capitals', 'capitals', ({ name }) => ({ name: name.toUpperCase() })],
    ['1 January', 'first_of_january', ({ birth }) => ({ birth: `01/01${birth.slice(5)}` })],
  ])('%s', async (_, code, damage) => {
    for (const seed of [1, 2, 3]) {
      const rows = ordinaryRows(seed).map((row) =>
        row.facility === '79_D07' ? { ...row, ...damage(row) } : row,
      );
      const found = await suspicionsOf(rows);
      expect(found.map((one) => [one.code, one.scope, one.unit])).toEqual([[code, 'facility', '79_D07']]);
      expect(found[0]!.first[0]).toBe(`list.csv:${rows.findIndex(isFirstOf(code)) + 2}`);
    }
    function isFirstOf(suspicion: Suspicion['code']) {
      return (row: OrdinaryRow) => {
        if (row.facility !== '79_D07') return false;
        const [day = 0, month = 0] = row.birth.split('/').map(Number);
        if (suspicion === 'month_first') return month > 12;
        return suspicion !== 'days_up_to_12' || (day <= 12 && !(day === 1 && month === 1));
      };
    }
  });

  test('of a file of dates, those that a spreadsheet exchanged are told by their form', async () => {
    const rows = ordinaryRows(4).map((row) => {
      const [day = '', month = '', year = ''] = row.birth.split('/');
      const isExchanged = row.facility === '01_D03' && Number(day) <= 12;
      return isExchanged ? { ...row, birth: `${year}-${day}-${month}` } : row;
    });
    const found = await suspicionsOf(rows);
    expect(found.map((one) => [one.code, one.unit])).toEqual([['days_up_to_12', '01_D03']]);
  });
});

test('one ID and one phone number on many rows are found, with rows and without the number', async () => {
  const rows = ordinaryRows(5).map((row, i) => {
    if (i % 300 === 7) return { ...row, id: '079085000111' };
    return i % 150 === 8 ? { ...row, phone: '0912345678' } : row;
  });
  const found = await suspicionsOf(rows);
  expect(found.map((one) => one.code)).toEqual(['shared_id', 'shared_phone']);
  expect(found[0]).toMatchObject({ rows: 10, of: 10, names: expect.any(Number) });
  expect(found[0]!.first).toHaveLength(5);
  expect(found[0]!.first[0]).toBe('list.csv:9');
  expect(JSON.stringify(found)).not.toMatch(/079085000111|0912345678/);
});

test('a day of many facilities is told, a whole file once', async () => {
  const damaged = (isIt: (row: OrdinaryRow) => boolean) =>
    ordinaryRows(6).map((row) => (isIt(row) ? { ...row, name: withoutAccents(row.name) } : row));
  const day = await suspicionsOf(damaged((row) => row.day === '05/06/2021'));
  expect(day.map((one) => [one.code, one.scope, one.unit])).toEqual([['no_accents', 'day', '2021-06-05']]);
  const file = await suspicionsOf(damaged(() => true));
  expect(file.map((one) => [one.code, one.scope, one.unit])).toEqual([['no_accents', 'file', '']]);
});

test('structural faults are counted by code with the first rows', async () => {
  const text = rowsText(ordinaryRows(7, 60)).split('\n');
  for (const line of [5, 9, 12]) text[line] += ',one,too,many';
  text[20] = ',,,,,,';
  text[30] = 'Tổng cộng,,,,,,';
  const { inputs } = await profile(text.join('\n'));
  expect(inputs[0]!.faults).toEqual([
    { code: 'wrong_field_count', rows: 3, first: [6, 10, 13] },
    { code: 'empty_row', rows: 1, first: [21] },
    { code: 'not_a_record', rows: 1, first: [31] },
  ]);
  expect(inputs[0]!.rows).toBe(60);
});
