import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { encodeText } from '../../scripts/inputs/encode-legacy.js';
import { commonList, FORMS } from '../../scripts/inputs/forms.js';
import { zipFile } from '../../scripts/inputs/zip-file.js';
import { expectFault } from './faults.js';
import { doisoat, generate, useSharedFolder, useTempFolder } from './program.js';
import { readRun } from './results.js';

const shared = useSharedFolder();
const temp = useTempFolder();
let list = '';
let expected: string[] = [];

const run = (...args: string[]) =>
  doisoat(['run', '--registry', shared('r.db'), '--out', temp('out'), '--jobs', '1', ...args]);

/** `row outcome reason person probability` of every row, by file. */
function results(folder: string): Record<string, string[]> {
  const byFile: Record<string, string[]> = {};
  for (const row of readRun(folder)) {
    const { ds_source_file: file = '', ds_source_row, ds_outcome, ds_reason, ds_person_id } = row;
    byFile[file] ??= [];
    byFile[file].push([ds_source_row, ds_outcome, ds_reason, ds_person_id].join(' '));
  }
  return byFile;
}

interface ManifestInput {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
  readonly encoding_decided_by: { readonly reason: string; readonly words?: number };
}
const manifestInputs = (folder: string) =>
  (JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as { inputs: ManifestInput[] }).inputs;

beforeAll(() => {
  generate(shared(), 400, 700, 11);
  const built = doisoat([
    'registry',
    'build',
    '--snapshot',
    shared('snapshot-*.csv'),
    '--db',
    shared('r.db'),
  ]);
  if (built.code !== 0) throw new Error(built.stderr);
  list = commonList(readFileSync(shared('doses-long.csv'), 'utf8'), 300);
  writeFileSync(shared('plain.csv'), list);
  doisoat(['run', '--doses', shared('plain.csv'), '--registry', shared('r.db'), '--out', shared('out')]);
  expected = results(shared('out'))['plain.csv'] ?? [];
});

test('the list that all forms hold is worth comparing', () => {
  expect(expected).toHaveLength(300);
  expect(expected.filter((row) => row.includes('verified')).length).toBeGreaterThan(200);
});

describe('the same rows in any form, all in one run, give the same outcomes and persons', () => {
  const forms = FORMS.map(({ form, name, encoding, content }) => [form, name, encoding, content] as const);
  const inArchive = forms.slice(0, 3);
  let found: Record<string, string[]> = {};
  let stderr = '';

  beforeAll(() => {
    mkdirSync(shared('forms'));
    for (const [, name, , content] of forms) writeFileSync(shared('forms', name), content(list));
    const members = inArchive.map(([, name, , content]) => ({ name, content: content(list) }));
    writeFileSync(shared('forms', 'x.zip'), zipFile(members));
    const ran = doisoat([
      'run',
      '--doses',
      shared('forms'),
      '--registry',
      shared('r.db'),
      '--out',
      shared('all'),
    ]);
    if ((ran.code ?? 2) > 1) throw new Error(ran.stderr);
    stderr = ran.stderr;
    found = results(shared('all'));
  });

  test.each(forms)('%s', (_, name, encoding) => {
    expect(found[name]).toEqual(expected);
    const input = manifestInputs(shared('all')).find((each) => each.name === name);
    expect(`${input?.encoding} ${input?.encoding_decided_by.reason}`).toBe(encoding);
    // What the words decided, a person should know; counts, never words.
    const told = new RegExp(`${name}: read as \\S+: \\d+ of its first \\d+ different words`).test(stderr);
    expect(told).toBe(encoding.endsWith('words'));
  });

  test.each(inArchive)('%s, in an archive', (_, name) => {
    expect(found[`x.zip/${name}`]).toEqual(expected);
    const inputs = manifestInputs(shared('all'));
    const facts = (wanted: string) => {
      const { bytes, sha256 } = inputs.find((each) => each.name === wanted) ?? {};
      return { bytes, sha256 };
    };
    expect(facts(`x.zip/${name}`)).toEqual(facts(name));
  });

  test('the source columns of the results are the decoded text', () => {
    const rows = readRun(shared('all'));
    const source = (file: string) =>
      rows.filter((row) => row.ds_source_file === file).map((row) => Object.values(row).slice(0, 10).join());
    for (const [, name] of forms) expect(source(name)).toEqual(source('tabs.tsv'));
  });
});

describe('what the bytes do not tell', () => {
  const few = 'Họ và tên,Ngày sinh\nLê Thị Hà,01/02/1990\n';

  test('too few words: the failure names the encodings to try, and one of them works', () => {
    writeFileSync(
      temp('a.csv'),
      encodeText(few.replace('Ngày sinh', 'ngay_sinh').replace('Họ và tên', 'ho_ten'), 'vni'),
    );
    const ran = run('--doses', temp('a.csv'));
    expectFault(ran, {
      exit: 3,
      code: 'encoding_unclear',
      what: /a\.csv is not UTF-8/,
      next: /--encoding vni/,
    });
    expect(ran.stderr).not.toMatch(/Lê|Hà|Leâ/);
    expect(run('--doses', temp('a.csv'), '--encoding', 'vni').code).toBeLessThan(2);
    expect(readRun(temp('out'))[0]).toMatchObject({ ho_ten: 'Lê Thị Hà' });
    expect(manifestInputs(temp('out'))[0]).toMatchObject({
      encoding: 'vni',
      encoding_decided_by: { reason: 'option' },
    });
  });

  test('the option leaves lines alone that are UTF-8, and files with a mark', () => {
    writeFileSync(temp('1.csv'), Buffer.concat([Buffer.from(list), encodeText('a,b\n', 'vni')]));
    writeFileSync(temp('2.csv'), encodeText(`\ufeff${list}`, 'utf-16le'));
    expect(run('--doses', temp('1.csv'), temp('2.csv'), '--encoding', 'tcvn3').code).toBeLessThan(2);
    const found = results(temp('out'));
    expect(found['1.csv']?.slice(0, 300)).toEqual(expected);
    expect(found['2.csv']).toEqual(expected);
  });

  test('UTF-8 with some rows of TCVN3 stays UTF-8: those rows are rejected one by one', () => {
    const rows = list.trim().split('\n');
    const bytes = rows.map((row, i) => encodeText(`${row}\n`, i % 10 === 5 ? 'tcvn3' : 'utf-8'));
    writeFileSync(temp('a.csv'), Buffer.concat(bytes));
    expect(run('--doses', temp('a.csv')).code).toBeLessThan(2);
    expect(manifestInputs(temp('out'))[0]).toMatchObject({
      encoding: 'utf-8',
      encoding_decided_by: { reason: 'mixed' },
    });
    const rejected = readRun(temp('out')).filter(({ ds_reason }) => ds_reason === 'invalid_encoding');
    expect(rejected.length).toBeGreaterThan(25);
    expect(rejected.every(({ ds_source_row }) => (Number(ds_source_row) - 1) % 10 === 5)).toBe(true);
  });
});

describe('members of an archive in an interrupted run and in shards', () => {
  const form = () => {
    writeFileSync(
      temp('x.zip'),
      zipFile([
        { name: 'a.csv', content: list },
        { name: 'b.csv', content: encodeText(list, 'tcvn3') },
      ]),
    );
    return temp('x.zip');
  };

  test('shards give the bytes of one run', () => {
    const doses = form();
    expect(run('--doses', doses).code).toBeLessThan(2);
    for (const shard of ['1/3', '2/3', '3/3']) {
      const ran = doisoat([
        'run',
        '--doses',
        doses,
        '--registry',
        shared('r.db'),
        '--out',
        temp('shards', shard[0]!),
        '--shard',
        shard,
      ]);
      expect(ran.code).toBe(0);
    }
    expect(doisoat(['merge', '--shards', temp('shards'), '--out', temp('merged')]).code).toBeLessThan(2);
    for (const file of ['verified.csv', 'mismatch.csv', 'manifest.json'])
      expect(readFileSync(temp('merged', file)).equals(readFileSync(temp('out', file)))).toBe(true);
  });

  test('explain finds a row by the name of its member', () => {
    const doses = form();
    run('--doses', doses);
    const ran = doisoat([
      'explain',
      '--run',
      temp('out'),
      '--registry',
      shared('r.db'),
      '--row',
      'x.zip/b.csv:2',
    ]);
    expect(ran).toMatchObject({ code: 0 });
  });
});

test('a snapshot in TCVN3, in an archive: the same registry of persons', () => {
  const snapshot =
    'SoDinhDanh,HoVaTen,GioiTinh,NgayThangNamSinh,MaTinh\n001185000011,Nguyễn Thị Thủy Tiên,2,1985-03-14,01\n001090000022,Trần Quốc Bảo,1,1990-11-02,01\n001078000033,Lê Hoàng Phúc,1,1978-07-30,01\n001078000044,Phạm Thị Xuyến,2,1978-07-30,01\n';
  writeFileSync(temp('s.zip'), zipFile([{ name: 's.csv', content: encodeText(snapshot, 'tcvn3') }]));
  const ran = doisoat([
    'registry',
    'build',
    '--snapshot',
    temp('s.zip'),
    '--db',
    temp('s.db'),
    '--lang',
    'en',
  ]);
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.stdout).toMatch(/s\.zip\/s\.csv: 4 rows, 4 persons \(.*; tcvn3\)/);
});
