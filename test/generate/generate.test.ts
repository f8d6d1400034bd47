import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ERROR_KINDS, kindList } from '../../scripts/generate/kinds.js';
import { RATES } from '../../scripts/generate/rates.js';
import { type GenerationReport, generate } from '../../scripts/generate/run.js';

const FILES = [
  'snapshot-1.csv',
  'snapshot-2.csv',
  'doses-long.csv',
  'doses-wide.csv',
  'truth.csv',
  'generation.json',
];
const PERSONS = 6000;
const DOSES = 5000;
const WIDE_HEAD = 8;

let root: string;
let report: GenerationReport;
const text = (name: string, folder = 'a') => readFileSync(join(root, folder, name), 'utf8');
const table = (name: string): string[][] => parse(text(name), { bom: true });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'generate-'));
  report = await generate({ persons: PERSONS, doses: DOSES, seed: 7, out: join(root, 'a') });
  await generate({ persons: PERSONS, doses: DOSES, seed: 7, out: join(root, 'b') });
  await generate({ persons: PERSONS, doses: DOSES, seed: 8, out: join(root, 'c') });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('generate', () => {
  test.each(FILES)('%s has the same bytes for the same seed and others for another', (name) => {
    expect(text(name, 'b')).toBe(text(name));
    expect(text(name, 'c')).not.toBe(text(name));
  });

  test('writes exactly the doses and persons asked for', () => {
    expect(table('doses-long.csv')).toHaveLength(DOSES + 1);
    expect(report.doses).toBe(DOSES);
    expect(report.snapshot.persons).toBe(PERSONS);
    const rows = table('snapshot-1.csv').length + table('snapshot-2.csv').length - 2;
    const { identicalDuplicates, conflictingDuplicates, rejects } = report.snapshot;
    expect(rows).toBe(PERSONS + identicalDuplicates + conflictingDuplicates + rejects);
    expect(table('doses-wide.csv')).toHaveLength(report.records + WIDE_HEAD);
  });

  test('IDs in the snapshot are unique but for the planned duplicates', () => {
    const counts = new Map<string, number>();
    for (const name of ['snapshot-1.csv', 'snapshot-2.csv']) {
      for (const row of table(name).slice(1)) counts.set(row[0]!, (counts.get(row[0]!) ?? 0) + 1);
    }
    const wellFormed = [...counts].filter(([id]) => /^\d{12}$/.test(id));
    const repeated = wellFormed.filter(([, count]) => count > 1);
    const { identicalDuplicates, conflictingDuplicates } = report.snapshot;
    expect(repeated).toHaveLength(identicalDuplicates + conflictingDuplicates);
    expect(identicalDuplicates).toBeGreaterThan(0);
    expect(conflictingDuplicates).toBeGreaterThan(0);
    expect(report.snapshot.rejects).toBeGreaterThan(0);
  });

  test('the truth covers each row of both dose files exactly once', () => {
    const rows = new Map<string, number[]>([
      ['doses-long.csv', []],
      ['doses-wide.csv', []],
    ]);
    for (const [file, row] of table('truth.csv').slice(1)) rows.get(file!)!.push(Number(row));
    const count = (from: number, length: number) => Array.from({ length }, (_, at) => at + from);
    expect(rows.get('doses-long.csv')).toEqual(count(2, DOSES));
    expect(rows.get('doses-wide.csv')).toEqual(count(WIDE_HEAD + 1, report.records));
  });

  test('in_registry says whether the ID is in the snapshot', () => {
    const ids = new Set(
      ['snapshot-1.csv', 'snapshot-2.csv'].flatMap((name) => table(name).map((row) => row[0]!)),
    );
    for (const [, , personId, inRegistry, errors] of table('truth.csv').slice(1)) {
      if (personId === '') expect(errors).toBe('foreigner');
      expect(ids.has(personId!)).toBe(inRegistry === '1');
    }
  });

  test('long and wide hold the same people with the same damage', () => {
    const truth = table('truth.csv').slice(1);
    const long = table('doses-long.csv');
    const wide = table('doses-wide.csv');
    const gather = (file: string, identity: (row: number) => string) =>
      [
        ...new Set(
          truth
            .filter((row) => row[0] === file)
            .map(([, row, ...known]) => `${known}|${identity(Number(row) - 1)}`),
        ),
      ].sort();
    const inLong = gather('doses-long.csv', (row) => [1, 3, 5].map((at) => long[row]![at]).join('|'));
    const inWide = gather('doses-wide.csv', (row) => [1, 2, 8].map((at) => wide[row]![at]).join('|'));
    expect(inLong).toEqual(inWide);
  });

  test('a record without damage agrees with the snapshot', () => {
    const known = new Map(
      table('snapshot-1.csv')
        .slice(1)
        .map((row) => [row[0]!, row]),
    );
    const long = table('doses-long.csv');
    let checked = 0;
    for (const [file, row, personId, , errors] of table('truth.csv').slice(1)) {
      const person = known.get(personId!);
      if (file !== 'doses-long.csv' || errors !== 'none' || person === undefined || person[4]!.length < 10)
        continue;
      const dose = long[Number(row) - 1]!;
      const birth = dose[3]!.split('/').reverse().join('-');
      expect([dose[5], dose[1], birth, dose[8]]).toEqual([personId, person[2], person[4], person[5]]);
      checked++;
    }
    expect(checked).toBeGreaterThan(200);
  });

  test('the wide head is the platform template with inserted columns', () => {
    const wide = table('doses-wide.csv');
    expect(wide[6]![3]).toBe('Giới tính (*)\n(0:nam, 1:nữ)');
    expect(wide[6]).toContain('Mã hộ');
    expect(wide[7]).toContain('Tổ dân phố');
    expect(new Set(wide.map((row) => row.length))).toEqual(new Set([37]));
  });

  test('too many doses for the persons are refused', async () => {
    const asked = generate({ persons: 100, doses: 5000, seed: 1, out: join(root, 'd') });
    await expect(asked).rejects.toThrow('fewer doses');
  });
});

describe('errors', () => {
  let larger: GenerationReport;
  beforeAll(async () => {
    larger = await generate({ persons: 60_000, doses: 50_000, seed: 3, out: join(root, 'e') });
  });

  test.each(ERROR_KINDS)('%s occurs', (kind) => {
    expect(larger.errors[kind]!.records).toBeGreaterThan(0);
  });

  test.each(RATES.filter((rate) => rate.group === 'birth' && rate.measured !== null))(
    '$kind is about as frequent as measured',
    ({ kind, measured }) => {
      const share = larger.errors[kind]!.records / larger.records;
      expect(share / measured!).toBeGreaterThan(0.5);
      expect(share / measured!).toBeLessThan(2);
    },
  );

  test('the official classes are near the published shares', () => {
    const { right = 0, wrong = 0, not_verified = 0, no_or_bad_id = 0 } = larger.expectedClasses;
    const withId = right + wrong + not_verified;
    expect(Math.abs(right / withId - 0.704)).toBeLessThan(0.05);
    expect(Math.abs(wrong / withId - 0.26)).toBeLessThan(0.05);
    expect(Math.abs(not_verified / withId - 0.035)).toBeLessThan(0.02);
    expect(no_or_bad_id / larger.records).toBeGreaterThan(0.05);
    expect(no_or_bad_id / larger.records).toBeLessThan(0.12);
  });

  test('kinds are listed once, in a stable order', () => {
    expect(kindList(['id_missing', 'name_typo', 'id_missing'])).toBe('name_typo;id_missing');
    expect(kindList([])).toBe('none');
  });
});
