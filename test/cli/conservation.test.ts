import { readFileSync } from 'node:fs';
import { doisoat, generate, useSharedFolder } from './program.js';
import { FILES, type Row, readFiles, readRows, readRun, readTable } from './results.js';

const shared = useSharedFolder();
const registry = shared('registry.db');
let stderr = '';

beforeAll(() => {
  generate(shared(), 6000, 12_000, 5);
  const snapshots = [shared('snapshot-1.csv'), shared('snapshot-2.csv')];
  const built = doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', registry]);
  stderr += built.stderr;
  for (const kind of ['long', 'wide']) {
    const doses = shared(`doses-${kind}.csv`);
    const ran = doisoat(['run', '--doses', doses, '--registry', registry, '--out', shared(kind)]);
    expect(ran.code).toBe(0);
    stderr += ran.stderr;
  }
});

describe.each([
  ['long', 1],
  ['wide', 8],
] as const)('%s: nothing is lost', (kind, headers) => {
  test('every source row is in exactly one file, exactly once, its columns verbatim', () => {
    const source = readTable(shared(`doses-${kind}.csv`));
    const seen = new Map<number, string[]>();
    const faults: string[] = [];
    for (const [outcome, name] of Object.entries(FILES)) {
      const [header = [], ...rows] = readTable(shared(kind, name));
      const width = header.indexOf('ds_source_file');
      const [record, file, told] = ['ds_source_row', 'ds_source_file', 'ds_outcome'].map((column) =>
        header.indexOf(column),
      );
      for (const row of rows) {
        const number = Number(row[record!]);
        if (seen.has(number)) faults.push(`row ${number} is there twice`);
        if (row[file!] !== `doses-${kind}.csv`) faults.push(`row ${number} has another file`);
        if (row[told!] !== outcome) faults.push(`row ${number} is in the wrong file`);
        seen.set(number, row.slice(0, width));
      }
    }
    for (let number = headers + 1; number <= source.length; number++) {
      if (JSON.stringify(seen.get(number)) !== JSON.stringify(source[number - 1]))
        faults.push(`row ${number} differs`);
    }
    expect(faults).toEqual([]);
    expect(seen.size).toBe(source.length - headers);
  });

  test('within a file the rows are in source order', () => {
    for (const name of Object.values(FILES)) {
      const rows = readRows(shared(kind, name)).map((row) => Number(row.ds_source_row));
      expect(rows).toEqual([...rows].sort((a, b) => a - b));
    }
  });

  test('the manifest’s bytes, rows and sums are those of the files', async () => {
    const { createHash } = await import('node:crypto');
    const files = readFiles(shared(kind));
    const manifest = JSON.parse(String(files.get('manifest.json')));
    expect(manifest.outputs).toHaveLength(files.size - 1);
    for (const { name, bytes, sha256, rows } of manifest.outputs) {
      const content = files.get(name)!;
      expect(content).toHaveLength(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      if (rows !== undefined) expect(readTable(shared(kind, name))).toHaveLength(rows + 1);
    }
    const source = readFileSync(shared(`doses-${kind}.csv`));
    expect(manifest.inputs).toMatchObject([
      { bytes: source.length, sha256: createHash('sha256').update(source).digest('hex') },
    ]);
  });
});

describe('the summary, recomputed from the result files alone', () => {
  let everyRow: Row[] = [];
  const rows = () => everyRow;
  beforeAll(() => {
    everyRow = readRun(shared('long'));
  });
  const summary = () => readRows(shared('long', 'summary-by-province.csv'));
  const count = (row: Row | undefined, column: string) => Number(row?.[column]);

  test('rows and doses of every province, outcome, reason and official class', () => {
    const expected = new Map<string, number>();
    const add = (province: string, column: string) =>
      expected.set(`${province} ${column}`, (expected.get(`${province} ${column}`) ?? 0) + 1);
    for (const row of rows()) {
      for (const place of [provinceName(row), 'total']) {
        for (const unit of ['rows', 'doses']) {
          add(place, `${unit}_${row.ds_outcome}`);
          add(place, `${unit}_${row.ds_outcome}_${row.ds_reason}`);
        }
        for (const column of ['rows', 'doses_sent', `doses_${row.ds_official_class}`]) add(place, column);
      }
    }
    const told = new Map<string, number>();
    for (const row of summary()) {
      const place = row.province_code === 'total' ? 'total' : row.province_name!;
      for (const column of Object.keys(row)) {
        if (!/^(rows|doses)/.test(column) || /^doses_(wrong_|with_id)/.test(column)) continue;
        if (row[column] !== '0') told.set(`${place} ${column}`, count(row, column));
      }
    }
    const keys = [...new Set([...told.keys(), ...expected.keys()])];
    const wrong = keys.filter((key) => told.get(key) !== expected.get(key));
    expect(wrong.map((key) => [key, told.get(key), expected.get(key)])).toEqual([]);
  });

  test('verified persons of every province: distinct registry persons, the corrected ones apart', () => {
    const corrected = new Map<string, boolean>();
    for (const row of rows()) {
      if (row.ds_outcome !== 'verified') continue;
      const key = `${provinceName(row)}|${row.ds_person_id}`;
      corrected.set(key, corrected.get(key) === true || row.ds_reason === 'corrected');
    }
    const all = [...corrected.values()];
    const total = summary().at(-1);
    expect(count(total, 'persons_verified')).toBe(all.length);
    expect(count(total, 'persons_verified_corrected')).toBe(all.filter(Boolean).length);
  });

  test('other persons: no more than identities as sent, and as many columns add up', () => {
    for (const row of summary()) {
      const parts = ['verified', 'mismatch', 'needs_review', 'rejected'].map((name) =>
        count(row, `persons_${name}`),
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count(row, 'persons_sent'));
    }
    const total = summary().at(-1);
    for (const outcome of ['mismatch', 'needs_review']) {
      const sent = rows().filter((row) => row.ds_outcome === outcome);
      const identities = new Set(sent.map((row) => `${provinceName(row)}|${identityOf(row)}`));
      expect(count(total, `persons_${outcome}`)).toBeLessThanOrEqual(identities.size);
      expect(count(total, `persons_${outcome}`)).toBeGreaterThan(identities.size * 0.9);
    }
  });

  test('the rows that each line for the probability would verify: the run’s own line gives the run’s own rows', () => {
    const { verify_steps, thresholds } = JSON.parse(readFileSync(shared('long', 'summary.json'), 'utf8'));
    const steps = verify_steps as { verify_probability: number; rows_verified: number }[];
    const own = steps.find((step) => step.verify_probability === thresholds.verify_probability);
    expect(own?.rows_verified).toBe(rows().filter((row) => row.ds_outcome === 'verified').length);
    const counts = steps.map((step) => step.rows_verified);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(counts.at(-1)!);
  });

  test('the totals of all provinces are the last row', () => {
    const all = summary();
    for (const column of Object.keys(all[0]!).filter((name) => /^(rows|doses|persons)/.test(name))) {
      const sum = all.slice(0, -1).reduce((total, row) => total + count(row, column), 0);
      expect([column, count(all.at(-1), column)]).toEqual([column, sum]);
    }
  });
});

/** The facility's province, named as the summary names it. */
function provinceName(row: Row): string {
  return row['Tỉnh cơ sở tiêm'] ?? '';
}

function identityOf(row: Row): string {
  return [row['Họ và tên'], row['Ngày sinh'], row['CMND/CCCD/HC']].join('|');
}

describe('long and wide lists of the same people', () => {
  const persons = (kind: string) =>
    [...new Set(readRows(shared(kind, FILES.verified)).map((row) => row.ds_person_id))].sort();
  const total = (kind: string) => readRows(shared(kind, 'summary-by-province.csv')).at(-1);

  test('verify the same persons', () => {
    expect(persons('wide')).toEqual(persons('long'));
  });

  test('have the same number of doses', () => {
    expect(total('wide')?.doses_sent).toBe(total('long')?.doses_sent);
    expect(total('long')?.doses_sent).toBe('12000');
  });

  test('give every identity as sent the same result', () => {
    const results = (kind: string, name: string, birth: string, id: string) => {
      const found = new Map<string, Set<string>>();
      for (const row of readRun(shared(kind))) {
        // The wide row is about the last dose; a person who died between two doses is the one difference allowed.
        if (row.ds_reason === 'dead_before_dose') continue;
        const key = `${row[name]}|${row[birth]}|${row[id]}`;
        const set = found.get(key) ?? new Set();
        found.set(key, set.add(`${row.ds_outcome} ${row.ds_reason} ${row.ds_person_id}`));
      }
      return new Map([...found].map(([key, set]) => [key, [...set].sort()] as const).sort());
    };
    const long = results('long', 'Họ và tên', 'Ngày sinh', 'CMND/CCCD/HC');
    const [header = []] = readTable(shared('wide', FILES.verified));
    const column = (start: string) => header.find((name) => name.startsWith(start)) ?? '';
    const wide = results('wide', column('Họ và tên'), column('Ngày sinh'), column('Số CCCD'));
    const differing = [...long].filter(
      ([key, outcome]) => wide.has(key) && String(wide.get(key)) !== String(outcome),
    );
    expect(differing).toEqual([]);
    expect(wide.size).toBeGreaterThan(long.size * 0.99);
  });
});

/** Words and numbers of a text, without what stands between them. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\d]+/gu) ?? [];
}

test('no name and no number of a person in stderr, manifest, summaries, report or remarks', () => {
  const personal = new Set<string>();
  const add = (text = '') => {
    const words = wordsOf(text);
    // A name of one word is a word of every sentence.
    if (words.length > 1 || /\d{8}/.test(text)) personal.add(words.join(' '));
  };
  for (const row of readRows(shared('doses-long.csv'))) {
    for (const column of ['Họ và tên', 'CMND/CCCD/HC', 'Số điện thoại', 'Số thẻ BHYT']) add(row[column]);
  }
  for (const row of readRows(shared('snapshot-1.csv')))
    for (const text of [row.SoDinhDanh, row.HoVaTen]) add(text);
  for (const row of readRows(shared('snapshot-2.csv'))) {
    for (const text of [row.so_dinh_danh, `${row.ho} ${row.chu_dem} ${row.ten}`]) add(text);
  }
  expect(personal.size).toBeGreaterThan(10_000);
  const names = ['manifest.json', 'summary.json', 'summary-by-province.csv', 'report.html'];
  const texts = ['long', 'wide'].flatMap((kind) =>
    names.map((name) => readFileSync(shared(kind, name), 'utf8')),
  );
  const words = wordsOf([stderr, readFileSync(`${registry}.remarks.csv`, 'utf8'), ...texts].join('\n'));
  const found = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    let run = '';
    for (const word of words.slice(i, i + 7)) {
      run = run === '' ? word : `${run} ${word}`;
      if (personal.has(run)) found.add(run);
    }
  }
  expect([...found]).toEqual([]);
});

test('a mismatch file shows no registry person', () => {
  const ids = new Set(readRows(shared('snapshot-1.csv')).map((row) => row.SoDinhDanh));
  const [header = []] = readTable(shared('long', FILES.mismatch));
  for (const row of readRows(shared('long', FILES.mismatch))) {
    expect([row.ds_person_id, row.ds_candidates, row.ds_corrections]).toEqual(['', '', '']);
    const sent = header.slice(0, header.indexOf('ds_source_file')).map((name) => row[name]);
    for (const id of row.ds_explanation?.match(/\d{12}/g) ?? []) {
      if (ids.has(id)) expect(sent.join('|')).toContain(id);
    }
  }
});
