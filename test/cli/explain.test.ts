import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { expectFault } from './faults.js';
import { DEMO, doisoat, useSharedFolder, useTempFolder } from './program.js';
import { readRun } from './results.js';
import { buildSmallRegistry, DOSE_HEADER, dose, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const run = shared('run');
const [AN, NGOC, QUAN] = PEOPLE;
const UNKNOWN = { id: '079085009999', name: 'Hồ Văn Lạ', sex: 'Nam', birth: '01/02/1950', province: '79' };

/** Rows: 2 and 3 An exact, 4 Ngọc without accents and zeros, 5 An's ID with Quân's name and date, 6 nobody, 7 broken. */
const DOSES = [
  DOSE_HEADER,
  dose(1, AN),
  dose(2, AN),
  dose(3, NGOC).replace(NGOC.name, 'TRAN THI BICH NGOC').replace(NGOC.id, NGOC.id.replace(/^0/, '')),
  dose(4, QUAN).replace(QUAN.id, AN.id),
  `M5,${UNKNOWN.name},${UNKNOWN.sex},${UNKNOWN.birth},${UNKNOWN.id},1,10/07/2021,79_D001,`,
  'M6,one field too few',
  '',
].join('\n');
/** The same persons under other column names: the results have the columns of both files. */
const OTHER_DOSES = 'Ho ten;Sinh ngay;So CCCD\nLê Hoàng Minh Quân;21/07/1990;001090000333\n';

beforeAll(() => {
  buildSmallRegistry(shared('snapshot.csv'), registry);
  writeFileSync(shared('doses.csv'), DOSES);
  writeFileSync(shared('other.csv'), OTHER_DOSES);
  const files = [shared('doses.csv'), shared('other.csv')];
  const { code, stderr } = doisoat([
    ...['run', '--doses', ...files, '--registry', registry, '--out', run, '--jobs', '1', '--lang', 'en'],
    ...['--config', maxRejected()],
  ]);
  if (code !== 0) throw new Error(stderr);
});

function maxRejected(): string {
  const path = shared('config.json');
  writeFileSync(path, JSON.stringify({ gates: { maxRejectedShare: 1, maxReviewShare: 1 } }));
  return path;
}

const explain = (...flags: string[]) => doisoat(['explain', '--run', run, '--registry', registry, ...flags]);
const json = (...flags: string[]) => JSON.parse(explain('--json', ...flags).stdout).explanations;

test('what is explained is what the run decided, for every row', () => {
  for (const row of readRun(run)) {
    const [told] = json('--row', `${row.ds_source_file}:${row.ds_source_row}`);
    expect(told).toMatchObject({
      rows: [{ file: row.ds_source_file, row: Number(row.ds_source_row) }],
      outcome: row.ds_outcome,
      reason: row.ds_reason,
      person_id: row.ds_person_id === '' ? null : row.ds_person_id,
      sentence: row.ds_explanation,
      agrees_with_run: true,
    });
  }
});

test('a wide export of the demo beside a long one: the columns of each are read as the run read them', () => {
  const files = [`${DEMO}/doses-long.csv`, `${DEMO}/doses-wide.csv`];
  const db = temp('demo.db');
  doisoat([
    'registry',
    'build',
    '--snapshot',
    `${DEMO}/snapshot-1.csv`,
    `${DEMO}/snapshot-2.csv`,
    '--db',
    db,
  ]);
  doisoat(['run', '--doses', ...files, '--registry', db, '--out', temp('run'), '--jobs', '2']);
  const rows = readRun(temp('run'));
  for (const outcome of ['verified', 'needs_review', 'mismatch']) {
    for (const file of ['doses-long.csv', 'doses-wide.csv']) {
      const row = rows.find((one) => one.ds_outcome === outcome && one.ds_source_file === file)!;
      const at = `${file}:${row.ds_source_row}`;
      const ran = doisoat(['explain', '--run', temp('run'), '--registry', db, '--row', at, '--json']);
      const [told] = JSON.parse(ran.stdout).explanations;
      expect(told).toMatchObject({ outcome, agrees_with_run: true });
      const rounded = Math.floor((told.match.probability ?? 0) * 1e6) / 1e6;
      expect(rounded).toBe(Number(row.ds_match_probability));
    }
  }
});

test('bits add up to the sum, and the sums to the probabilities', () => {
  for (const row of [2, 4, 5]) {
    const [{ match }] = json('--row', `doses.csv:${row}`);
    let all = 1;
    for (const person of match.candidates) {
      const fields = person.fields.reduce((sum: number, { bits }: { bits: number }) => sum + bits, 0);
      const beside = person.prior_bits + person.one_slip_bits + person.nobody_bits;
      expect(beside + fields).toBeCloseTo(person.total_bits, 9);
      all += 2 ** person.total_bits;
    }
    for (const person of match.candidates) {
      expect(2 ** person.total_bits / all).toBeCloseTo(person.probability, 9);
    }
  }
});

test('an ID beside somebody else’s name and birth date: one slip is a step of its own', () => {
  const { stdout } = explain('--row', 'doses.csv:5');
  expect(stdout).toMatch(/One slip +somebody else’s name and birth date +\+/);
  expect(stdout).toMatch(/NO {3}The number is nobody else’s.*<- decides/);
  const [{ match }] = json('--row', 'doses.csv:5');
  expect(match.candidates.map((person: { person_id: string }) => person.person_id)).toEqual([QUAN.id, AN.id]);
});

test('repairs and levels in words, in the language of the run or another', () => {
  const english = explain('--row', 'doses.csv:4').stdout;
  expect(english).toMatch(/ID +79185000222 +079185000222 +leading zeros restored/);
  expect(english).toContain('the same words; the record has no accents');
  expect(english).toMatch(/^ {2}yes {2}The probability is 0\.99/m);
  const vietnamese = explain('--row', 'doses.csv:4', '--lang', 'vi').stdout;
  expect(vietnamese).toContain('cùng chữ, hồ sơ không có dấu');
  expect(vietnamese).toContain('Đã xác định đúng một người. Cần sửa: số định danh');
  expect(explain('--row', 'doses.csv:7', '--lang', 'vi').stdout).toContain('Dòng có số cột khác');
});

describe('a mismatch', () => {
  const hidden = () => explain('--row', 'doses.csv:6');

  test('says nothing about the persons it was compared with', () => {
    const { code, stdout } = hidden();
    expect(code).toBe(0);
    for (const { id, name } of PEOPLE) {
      expect(stdout).not.toContain(id);
      expect(stdout).not.toContain(name);
    }
  });

  test('shows them with --show-others', () => {
    writeFileSync(
      temp('d.csv'),
      `${DOSE_HEADER}\n${dose(1, { ...AN, name: 'Bùi Thu Hà', birth: '02/02/2002' } as never)}\n`,
    );
    doisoat(['run', '--doses', temp('d.csv'), '--registry', registry, '--out', temp('r'), '--jobs', '1']);
    const told = (...flags: string[]) =>
      doisoat([
        'explain',
        '--run',
        temp('r'),
        '--registry',
        registry,
        '--row',
        'd.csv:2',
        '--lang',
        'en',
        ...flags,
      ]).stdout;
    expect(told()).toContain('Mismatch (id_belongs_to_another)');
    expect(told()).not.toContain(AN.name);
    expect(told('--show-others')).toContain(AN.name);
  });
});

test('a rejected row', () => {
  expect(explain('--row', 'doses.csv:7').stdout).toContain('So nobody was looked for');
});

test.each([
  ['as written', AN.id, [[2, 3], [5]]],
  ['without its zeros', NGOC.id.replace(/^0/, ''), [[4]]],
  ['with zeros that the file has lost', NGOC.id, [[4]]],
])('by ID, %s: rows that say the same are explained together', (_, id, rows) => {
  const told = json('--id', id).map((one: { rows: { row: number }[] }) => one.rows.map(({ row }) => row));
  expect(told).toEqual(rows);
});

test('the page: the same bytes twice, for its owner only, never over an old one', () => {
  const page = temp('why.html');
  expect(explain('--row', 'doses.csv:5', '--html', page)).toMatchObject({
    code: 0,
    stdout: `Page: ${page}\n`,
  });
  expect(statSync(page).mode & 0o777).toBe(0o600);
  explain('--row', 'doses.csv:5', '--html', temp('again.html'));
  expect(readFileSync(temp('again.html'))).toEqual(readFileSync(page));
  expectFault(explain('--row', 'doses.csv:5', '--html', page), {
    exit: 5,
    code: 'output_exists',
    what: /why\.html/,
  });
});

describe('faults', () => {
  test('another registry than the run’s', () => {
    buildSmallRegistry(temp('snapshot.csv'), temp('same.db'));
    const same = doisoat(['explain', '--run', run, '--registry', temp('same.db'), '--row', 'doses.csv:2']);
    expect(same.code).toBe(0);
    writeFileSync(
      temp('other.csv'),
      readFileSync(temp('snapshot.csv'), 'utf8').replace('1985-03-14', '1985-03-15'),
    );
    doisoat(['registry', 'build', '--snapshot', temp('other.csv'), '--db', temp('other.db')]);
    expectFault(doisoat(['explain', '--run', run, '--registry', temp('other.db'), '--row', 'doses.csv:2']), {
      exit: 3,
      code: 'registry_of_another_run',
      what: /other\.db is not the registry that the run used/,
    });
  });

  test.each([
    ['a file that the run did not read', ['--row', 'x.csv:2'], 3, 'row_file_unknown'],
    ['a header row', ['--row', 'doses.csv:1'], 3, 'row_not_found'],
    ['an ID that is nowhere', ['--id', '012345678901'], 3, 'row_not_found'],
    ['neither row nor ID', [], 2, 'explain_which_row'],
    ['both', ['--row', 'doses.csv:2', '--id', '1'], 2, 'explain_which_row'],
  ] as const)('%s', (_, flags, exit, code) => {
    const ran = explain(...flags);
    expectFault(ran, { exit, code, what: /./ });
    expect(ran.stderr).not.toContain('012345678901');
  });

  test('a folder that is no run', () => {
    const ran = doisoat(['explain', '--run', temp(), '--registry', registry, '--row', 'doses.csv:2']);
    expectFault(ran, { exit: 3, code: 'run_missing', what: /no result folder/ });
  });

  test('a row that is not FILE:ROW', () => {
    expect(explain('--row', 'doses.csv')).toMatchObject({ code: 2, stdout: '' });
  });
});
