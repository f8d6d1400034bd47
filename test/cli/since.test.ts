import { appendFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { doisoat, generate, type Ran, useSharedFolder, useTempFolder } from './program.js';
import { differentFiles } from './results.js';
import { interrupt } from './unfinished.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const long = shared('doses-long.csv');
const wide = shared('doses-wide.csv');

const run = (inputs: readonly string[], ...flags: string[]) =>
  doisoat(['run', '--doses', ...inputs, '--registry', registry, '--lang', 'en', ...flags]);

/** Rows that were used again, of all; null: the program does not say. */
function reused({ stderr }: Ran): readonly [number, number] | null {
  const [, rows, all] = /(\d+) of (\d+) rows (?:read since [a-z ]+ )?were the same in /.exec(stderr) ?? [];
  return rows === undefined ? null : [Number(rows), Number(all)];
}

const lines = () => readFileSync(long, 'utf8').trimEnd().split('\n');
const fileOf = (name: string, rows: readonly string[], ending = '\n') => {
  writeFileSync(temp(name), `${rows.join(ending)}${ending}`);
  return temp(name);
};

/** The file of the next night: some rows edited, left out, put in and added. */
function nextNight(): string[] {
  const [header = '', ...rows] = lines();
  const next = rows.flatMap((row, i) => {
    if (i % 211 === 5) return [];
    if (i % 97 === 3) return [row.replace('Nguyễn', 'Nguyen').replace(/.$/, 'x')];
    return i % 307 === 9 ? [row, row.replace(/^M\d+/, `N${i}`)] : [row];
  });
  return [header, ...next, ...rows.slice(10, 20).map((row) => row.replace(/^M/, 'X'))];
}

beforeAll(() => {
  generate(shared(), 2000, 5000, 5);
  const snapshots = [shared('snapshot-1.csv'), shared('snapshot-2.csv')];
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', registry]).code).toBe(0);
  expect(run([long], '--out', shared('before')).code).toBe(0);
  expect(run([long, wide], '--out', shared('both')).code).toBe(0);
});

describe('the published folder is that of a full run, byte for byte, and rows were used again', () => {
  test.each<[string, () => string[], string, number, string[]?]>([
    ['nothing changed', () => [long], 'before', 0.99],
    ['rows edited, left out, put in, added', () => [fileOf('doses-long.csv', nextNight())], 'before', 0.95],
    ['another file name', () => [fileOf('tiêm, đợt 2.csv', nextNight())], 'before', 0.95],
    ['line endings of Windows', () => [fileOf('doses-long.csv', nextNight(), '\r\n')], 'before', 0.95],
    [
      'halves exchanged',
      () => {
        const [header = '', ...rows] = lines();
        return [fileOf('doses-long.csv', [header, ...rows.slice(2400), ...rows.slice(0, 2400)])];
      },
      'before',
      0.95,
    ],
    [
      'compressed now',
      () => {
        writeFileSync(temp('doses-long.csv.gz'), gzipSync(readFileSync(long)));
        return [temp('doses-long.csv.gz')];
      },
      'before',
      0.99,
    ],
    ['long and wide layout, whose columns differ', () => [long, wide], 'both', 0.99, ['--jobs', '2']],
    ['other limits and deadline', () => [long], 'before', 0.99, ['--deadline', '2022-06-01']],
    [
      'only the first rows',
      () => [fileOf('doses-long.csv', nextNight())],
      'before',
      0.95,
      ['--limit', '900'],
    ],
  ])('%s', (_, inputsOf, before, share, flags = []) => {
    const inputs = inputsOf();
    expect(run(inputs, ...flags, '--out', temp('full'), '--quiet').code).toBe(0);
    const ran = run(inputs, ...flags, '--since', shared(before), '--out', temp('since'));
    expect(ran.code).toBe(0);
    expect(differentFiles(temp('full'), temp('since'))).toEqual([]);
    const [rows, all] = reused(ran)!;
    expect(rows).toBeGreaterThanOrEqual(all * share);
  });

  test('one province: rows of the others are not worked on either', () => {
    const flags = ['--province', '01,79'];
    expect(run([long], ...flags, '--out', temp('before'), '--quiet').code).toBe(0);
    const inputs = [fileOf('doses-long.csv', nextNight())];
    expect(run(inputs, ...flags, '--out', temp('full'), '--quiet').code).toBe(0);
    const ran = run(inputs, ...flags, '--since', temp('before'), '--out', temp('since'));
    expect(differentFiles(temp('full'), temp('since'))).toEqual([]);
    expect(reused(ran)![0]).toBeGreaterThan(0);
  });

  test('night after night, with shards, and after an interruption', async () => {
    const inputs = [fileOf('doses-long.csv', nextNight())];
    expect(run(inputs, '--out', temp('full'), '--quiet').code).toBe(0);
    expect(run(inputs, '--since', shared('before'), '--out', temp('one'), '--quiet').code).toBe(0);
    const second = run(inputs, '--since', temp('one'), '--out', temp('two'));
    expect(differentFiles(temp('full'), temp('two'))).toEqual([]);
    const [rows, all] = reused(second)!;
    expect(rows).toBeGreaterThan(all * 0.99);
    for (const i of [1, 2, 3]) {
      const shard = ['--shard', `${i}/3`, '--since', shared('before'), '--out', temp('shards', `${i}`)];
      expect(run(inputs, ...shard, '--quiet').code).toBe(0);
    }
    expect(doisoat(['merge', '--shards', temp('shards'), '--out', temp('merged'), '--quiet']).code).toBe(0);
    expect(differentFiles(temp('full'), temp('merged'))).toEqual([]);
    const args = ['run', '--doses', ...inputs, '--registry', registry, '--lang', 'en'];
    await interrupt([...args, '--since', shared('before'), '--out', temp('cut')]);
    const rest = run(inputs, '--since', shared('before'), '--resume', '--out', temp('cut'));
    expect(rest.code).toBe(0);
    expect(differentFiles(temp('full'), temp('cut'))).toEqual([]);
    // Nothing is said when no row was left to read.
    const [again, left] = reused(rest) ?? [0, 0];
    expect(left).toBeLessThan(all);
    expect(again).toBeGreaterThanOrEqual(left * 0.9);
  });
});

describe('an earlier run that is of no use costs a full run, never the night', () => {
  test.each<[string, RegExp, () => string, string[]?]>([
    ['other settings', /note: .*setting match/, () => shared('before'), ['--policy', 'strict']],
    ['another language', /note: .*setting language/, () => shared('before'), ['--lang', 'vi']],
    ['no such folder', /warning: .*cannot be read \(ENOENT\)/, () => temp('nothing')],
    ['a folder that is no run', /warning: .*cannot be read \(ENOENT\)/, () => temp()],
    [
      'a manifest that is none',
      /warning: .*not JSON/,
      () => damaged((at) => writeFileSync(at('manifest.json'), '{')),
    ],
    ['no reuse.bin', /warning: .*reuse\.bin/, () => damaged((at) => rmSync(at('reuse.bin')))],
    [
      'a reuse.bin cut off',
      /warning: .*reuse\.bin/,
      () => damaged((at) => truncateSync(at('reuse.bin'), 999)),
    ],
    ['a byte of reuse.bin', /warning: .*reuse\.bin/, () => damaged((at) => flip(at('reuse.bin')))],
    [
      'a result file with more',
      /warning: .*mismatch\.csv/,
      () => damaged((at) => appendFileSync(at('mismatch.csv'), 'x')),
    ],
  ])('%s', (_, said, since, flags = []) => {
    const ran = run([long], ...flags, '--since', since(), '--log', temp('log'), '--out', temp('since'));
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(said);
    expect(reused(ran)).toBeNull();
    expect(readFileSync(temp('log'), 'utf8')).toContain('since_not_used');
    if (flags.length === 0) expect(differentFiles(shared('before'), temp('since'))).toEqual([]);
  });

  test.each(['verified.csv', 'mismatch.csv'])(
    'a byte of %s: the rows that stood there are worked on, the others are not, and it is said',
    (name) => {
      const since = damaged((at) => flip(at(name)));
      const ran = run([long], '--since', since, '--log', temp('log'), '--out', temp('since'));
      expect(ran.code).toBe(0);
      expect(ran.stderr).toMatch(
        new RegExp(`warning: a part of .*${name.replace('.', '\\.')} is not as it was`),
      );
      expect(readFileSync(temp('log'), 'utf8')).toContain('since_damaged');
      const [rows, all] = reused(ran)!;
      expect(rows).toBeGreaterThan(0);
      expect(rows).toBeLessThan(all * 0.9);
      expect(differentFiles(shared('before'), temp('since'))).toEqual([]);
    },
  );

  test('another registry, and another model', () => {
    expect(
      doisoat(['registry', 'build', '--snapshot', shared('snapshot-1.csv'), '--db', temp('r.db')]).code,
    ).toBe(0);
    const args = [
      'run',
      '--doses',
      long,
      '--registry',
      temp('r.db'),
      '--lang',
      'en',
      '--since',
      shared('before'),
    ];
    const ran = doisoat([...args, '--out', temp('out')]);
    expect(ran.code).toBeLessThan(2);
    expect(ran.stderr).toMatch(/note: nothing of .* can be used again, .*the registry/);
    const { stdout } = doisoat(['config', 'model']);
    writeFileSync(temp('model.json'), stdout.replace(/("twin": )[\d.e-]+/, '$10.0123'));
    const weighed = run(
      [long],
      '--model',
      temp('model.json'),
      '--since',
      shared('before'),
      '--out',
      temp('m'),
    );
    expect(weighed.stderr).toMatch(/note: nothing of .* can be used again, .*the model/);
  });

  function damaged(damage: (at: (name: string) => string) => void): string {
    cpSync(shared('before'), temp('before'), { recursive: true });
    damage((name) => join(temp('before'), name));
    return temp('before');
  }

  function flip(path: string): void {
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(path, bytes);
  }
});
