import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expectFault, faultsOf } from './faults.js';
import { doisoat, listing, useSharedFolder, useTempFolder } from './program.js';
import { outcomes, RUN_FILES, readRows, readRun, readTable } from './results.js';
import { buildSmallRegistry, DOSE_HEADER, DOSES, DOSES_OUTCOMES, dose, PEOPLE } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');

beforeAll(() => buildSmallRegistry(shared('snapshot.csv'), registry));

function run(...doses: string[]) {
  return doisoat(['run', '--doses', ...doses, '--registry', registry, '--out', temp('out'), '--jobs', '1']);
}

describe('inputs that cannot be used end with exit code 3 and leave nothing behind', () => {
  const cases: [string, string | null, { code: string; what: RegExp; expected: RegExp; next: RegExp }][] = [
    ['a missing file', null, { code: 'input_missing', what: /doses\.csv: there is no such file/, expected: /CSV/, next: /Check the path/ }],
    ['an empty file', '', { code: 'input_empty', what: /doses\.csv is empty/, expected: /header row/, next: /Export/ }],
    ['a file of one byte order mark', '\uFEFF', { code: 'input_empty', what: /doses\.csv is empty/, expected: /header row/, next: /Export/ }],
    [
      'columns nobody knows: those found and those missing are named',
      'Màu sắc,Cân nặng,Chiều cao\nđỏ,nhẹ,thấp\n',
      { code: 'unknown_layout', what: /missing: Họ và tên.*Ngày sinh.*found: Màu sắc, Cân nặng, Chiều cao/s, expected: /header row/, next: /names/ },
    ],
    [
      'a data row in place of the header is not repeated in the message',
      `${dose(1, PEOPLE[0])}\n`,
      { code: 'unknown_layout', what: /^(?!.*(Văn An|079085)).*missing: .*no row looks like a header/s, expected: /header row/, next: /names/ },
    ],
    [
      'two columns for one field',
      'Họ và tên,CCCD,Ngày sinh,Họ và tên\nA,1,2,B\n',
      { code: 'duplicate_columns', what: /Họ và tên \(column 1\), Họ và tên \(column 4\)/, expected: /one column/, next: /Rename/ },
    ],
    ['a zip archive or workbook that is cut off', 'PK\u0003\u0004 and so on', { code: 'input_zip_damaged', what: /archive or a workbook, and it is damaged/, expected: /sound/, next: /Copy/ }],
    ['an old workbook', '\u00D0\u00CF\u0011\u00E0', { code: 'input_is_workbook', what: /Excel workbook/, expected: /CSV/, next: /Save as/ }],
  ]; // biome-ignore format: a table
  test.each(cases)('%s', (_, content, fault) => {
    const doses = temp('doses.csv');
    const bytes = content?.startsWith('\u00D0') === true ? 'latin1' : 'utf8';
    if (content !== null) writeFileSync(doses, content, bytes);
    const before = listing(temp());
    expectFault(run(doses), { exit: 3, ...fault });
    expect(listing(temp())).toEqual(before);
  });

  test('a folder without files', () => {
    mkdirSync(temp('exports'));
    writeFileSync(temp('exports', 'notes.docx'), 'x');
    const expected = {
      exit: 3,
      code: 'input_folder_empty',
      what: /exports holds no \.csv/,
      next: /Check the folder/,
    };
    expectFault(run(temp('exports')), expected);
    expect(listing(temp())).toEqual(['exports/', 'exports/notes.docx']);
  });

  test('a pattern that fits nothing', () => {
    expectFault(run(temp('*.csv')), { exit: 3, code: 'input_no_match', what: /no file fits/ });
  });

  test.each([
    ['truncated', (packed: Buffer) => packed.subarray(0, packed.length - 12), 'input_gzip_truncated'],
    ['damaged', (packed: Buffer) => packed.fill(0x55, 20, 60), 'input_gzip_damaged'],
  ])('%s .gz', (_, damage, code) => {
    writeFileSync(temp('doses.csv.gz'), damage(gzipSync(DOSES.repeat(20))));
    expectFault(run(temp('doses.csv.gz')), { exit: 3, code, what: /doses\.csv\.gz/, next: /again/ });
    expect(listing(temp())).toEqual(['doses.csv.gz']);
  });

  test('a large .gz without its end', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) =>
      dose(i, PEOPLE[i % 6]!, `ghi chú ${(i * 7919) % 10_007}`),
    );
    const packed = gzipSync(`${DOSE_HEADER}\n${rows.join('\n')}\n`);
    writeFileSync(temp('doses.csv.gz'), packed.subarray(0, packed.length - 1000));
    expectFault(run(temp('doses.csv.gz')), { exit: 3, code: 'input_gzip_truncated', what: /doses\.csv\.gz/ });
    expect(listing(temp())).toEqual(['doses.csv.gz']);
  });

  test('faults of several files are told together', () => {
    writeFileSync(temp('empty.csv'), '');
    writeFileSync(temp('book.csv'), 'PK\u0003\u0004');
    writeFileSync(temp('good.csv'), DOSES);
    const ran = run(temp('empty.csv'), temp('good.csv'), temp('book.csv'));
    expect(faultsOf(ran.stderr).map(({ code }) => code)).toEqual(['input_empty', 'input_zip_damaged']);
    expect(ran.code).toBe(3);
    expect(listing(temp())).toEqual(['book.csv', 'empty.csv', 'good.csv']);
  });
});

test('a snapshot in place of the doses: a warning', () => {
  const ran = run(shared('snapshot.csv'));
  expect(ran.stderr).toMatch(/^warning: .*snapshot\.csv: no column of doses found.*population snapshot/);
});

test('a file in another encoding: the step says to save it as CSV UTF-8', () => {
  writeFileSync(
    temp('doses.csv'),
    Buffer.concat([Buffer.from(`${DOSE_HEADER}\n`), Buffer.from('M1,Nguy\xean,Nam\n'.repeat(3), 'latin1')]),
  );
  const ran = run(temp('doses.csv'));
  expect(ran.stdout).toMatch(/rejected\.csv \(3 dòng.*: tệp doses\.csv không phải UTF-8: .*CSV UTF-8/);
});

test('a header without rows publishes a run of zero rows', () => {
  writeFileSync(temp('doses.csv'), `${DOSE_HEADER}\n`);
  const ran = run(temp('doses.csv'));
  expect(ran).toMatchObject({
    code: 0,
    stderr: 'warning: doses.csv: no data row below the header. Is the export complete?\n',
  });
  expect(listing(temp('out'))).toEqual(RUN_FILES);
  expect(readRun(temp('out'))).toEqual([]);
  expect(readRows(temp('out', 'summary-by-province.csv'))).toMatchObject([
    { province_code: 'total', rows: '0', persons_sent: '0' },
  ]);
  expect(ran.stdout).not.toMatch(/NaN|Infinity|undefined/);
});

describe('the same list in another form gives the same persons', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  test.each<[string, Buffer | string]>([
    ['LF and commas', DOSES],
    ['no line ending at the end', DOSES.trimEnd()],
    ['CRLF', DOSES.replaceAll('\n', '\r\n')],
    ['semicolons', DOSES.replaceAll(',', ';')],
    ['tabs', DOSES.replaceAll(',', '\t')],
    ['byte order mark', `\uFEFF${DOSES}`],
    ['every cell quoted', DOSES.replace(/[^,\n]+/g, '"$&"')],
    ['UTF-16 LE', utf16(DOSES)],
    [
      'UTF-16 BE, tabs, CRLF: "Unicode text" of Excel',
      utf16(DOSES.replaceAll(',', '\t').replaceAll('\n', '\r\n')).swap16(),
    ],
    ['gzip', gzipSync(DOSES)],
    ['gzip of UTF-16 LE', gzipSync(utf16(DOSES))],
    ['CR alone, as old Macs wrote', DOSES.replaceAll('\n', '\r')],
  ])('%s', (_, content) => {
    // biome-ignore format: as it is
    writeFileSync(temp('doses.csv'), content);
    expect(run(temp('doses.csv'))).toMatchObject({ code: 0, stderr: '' });
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
    expect(readTable(temp('out', 'verified.csv')).map((row) => row.slice(0, 9).join(','))).toEqual(
      DOSES.trimEnd().split('\n'),
    );
  });
});

test('headers without accents, with underscores and in capitals are the same columns', () => {
  const header = 'MA_MUI_TIEM,HO_VA_TEN,GIOI_TINH,NGAY_SINH,CCCD,MUI_TIEM,NGAY_TIEM,MA_CO_SO_TIEM,GHI_CHU';
  writeFileSync(temp('doses.csv'), DOSES.replace(DOSE_HEADER, header));
  expect(run(temp('doses.csv')).code).toBe(0);
  expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
});

describe('several inputs', () => {
  test('with different columns: the union, in the order of appearance, nothing lost', () => {
    const [a, b] = [PEOPLE[0], PEOPLE[2]];
    writeFileSync(
      temp('1.csv'),
      `CCCD,Họ và tên,Ngày sinh,Giới tính,Tổ\n${a.id},${a.name},${a.birth},${a.sex},"5, phố ""Huế"""\n`,
    );
    writeFileSync(
      temp('2.csv'),
      `Lớp;Giới tính;Ngày sinh;Họ và tên;CCCD\n12A1;${b.sex};${b.birth};${b.name};${b.id}\n`,
    );
    expect(run(temp('1.csv'), temp('2.csv')).code).toBe(0);
    const [header, first, second] = readTable(temp('out', 'verified.csv'));
    expect(header?.slice(0, 8)).toEqual([
      'CCCD',
      'Họ và tên',
      'Ngày sinh',
      'Giới tính',
      'Tổ',
      'Lớp',
      'ds_source_file',
      'ds_source_row',
    ]);
    expect(first?.slice(0, 8)).toEqual([a.id, a.name, a.birth, a.sex, '5, phố "Huế"', '', '1.csv', '2']);
    expect(second?.slice(0, 8)).toEqual([b.id, b.name, b.birth, b.sex, '', '12A1', '2.csv', '2']);
  });

  test('with one base name: every row leads back to one file, whatever folder the files lie in', () => {
    for (const place of ['here', 'there']) {
      for (const folder of ['79', '01']) {
        mkdirSync(temp(place, folder), { recursive: true });
        writeFileSync(temp(place, folder, 'doses.csv'), DOSES);
      }
      const doses = [temp(place, '79', 'doses.csv'), temp(place, '01', 'doses.csv')];
      const ran = doisoat([
        'run',
        '--doses',
        ...doses,
        '--registry',
        registry,
        '--out',
        temp(`out-${place}`),
      ]);
      expect(ran.code).toBe(0);
    }
    const files = readRun(temp('out-here')).map((row) => row.ds_source_file);
    expect(files).toEqual([...new Array(6).fill('79/doses.csv'), ...new Array(6).fill('01/doses.csv')]);
    expect(readRun(temp('out-there'))).toEqual(readRun(temp('out-here')));
  });

  test('a file named twice, alone and by its folder, counts once', () => {
    mkdirSync(temp('exports'));
    writeFileSync(temp('exports', 'doses.csv'), DOSES);
    expect(run(temp('exports', 'doses.csv'), temp('exports')).code).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
  });

  test('a run read again: the result columns of the first are kept as source columns', () => {
    writeFileSync(temp('doses.csv'), DOSES);
    expect(run(temp('doses.csv')).code).toBe(0);
    const again = temp('out', 'verified.csv');
    expect(doisoat(['run', '--doses', again, '--registry', registry, '--out', temp('again')]).code).toBe(0);
    const [row] = readRows(temp('again', 'verified.csv'));
    expect(row).toMatchObject({
      'ds_outcome (source)': 'verified',
      'ds_source_file (source)': 'doses.csv',
      ds_source_file: 'verified.csv',
    });
  });
});
