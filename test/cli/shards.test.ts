import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expectFault } from './faults.js';
import { doisoat, generate, useSharedFolder, useTempFolder } from './program.js';
import { differentFiles, RUN_FILES } from './results.js';
import { interrupt, stagingOf } from './unfinished.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const doses = [shared('doses-long.csv'), shared('doses-wide.csv.gz')];

const runArgs = (inputs: readonly string[] = doses) => [
  'run',
  '--doses',
  ...inputs,
  '--registry',
  registry,
  '--quiet',
];

function runShards(of: number, inputs: readonly string[] = doses, ...flags: string[]): void {
  for (let i = 1; i <= of; i++) {
    const ran = doisoat([
      ...runArgs(inputs),
      ...flags,
      '--shard',
      `${i}/${of}`,
      '--out',
      temp('shards', `${i}`),
    ]);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
  }
}

const merge = (shards: readonly string[], out = temp('out')) =>
  doisoat(['merge', '--shards', ...shards, '--out', out, '--quiet']);

beforeAll(() => {
  // More than 2 MB, in five chunks.
  generate(shared(), 4000, 8000, 5);
  writeFileSync(shared('doses-wide.csv.gz'), gzipSync(readFileSync(shared('doses-wide.csv'))));
  const snapshots = [shared('snapshot-1.csv'), shared('snapshot-2.csv')];
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', registry]).code).toBe(0);
  expect(doisoat([...runArgs(), '--out', shared('whole')]).code).toBe(0);
});

describe('all shards put together are the run, byte for byte', () => {
  test.each([
    ['one shard', 1],
    ['three', 3],
    ['more shards than chunks', 7],
  ])('%s', (_, of) => {
    runShards(of);
    expect(merge([temp('shards')])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(differentFiles(shared('whole'), temp('out'))).toEqual([]);
    expect(readdirSync(temp('out')).sort()).toEqual(RUN_FILES);
    expect(readdirSync(temp()).sort()).toEqual(['out', 'shards']);
  });

  test('inputs that cannot be entered anywhere, and records over several lines', () => {
    const broken = (line: string, i: number) => {
      if (i % 50 === 7) return `${line}\n`;
      if (i % 90 === 9) return line.replace(/,([^,"]+)$/, ',"a\nb $1"');
      return i % 700 === 99 ? `"${line}` : line;
    };
    const text = readFileSync(shared('doses-long.csv'), 'utf8');
    const inputs = [
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text.replaceAll('\n', '\r')),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text.split('\n').map(broken).join('\n')),
    ].map((bytes, i) => {
      const path = temp(`${i}.csv`);
      writeFileSync(path, bytes);
      return path;
    });
    expect(doisoat([...runArgs(inputs), '--out', temp('whole')]).code).toBeLessThan(2);
    runShards(4, inputs);
    expect(merge([1, 2, 3, 4].map((i) => temp('shards', `${i}`))).code).toBeLessThan(2);
    expect(differentFiles(temp('whole'), temp('out'))).toEqual([]);
  });

  test('with --province, and the exit code of a gate', () => {
    const flags = ['--province', '79,01', '--policy', 'strict'];
    expect(doisoat([...runArgs(), ...flags, '--out', temp('whole')]).code).toBe(0);
    runShards(2, doses, ...flags);
    expect(merge([temp('shards')]).code).toBe(0);
    expect(differentFiles(temp('whole'), temp('out'))).toEqual([]);
  });

  test('a shard that was killed goes on with --resume; one that is done is left alone', async () => {
    const args = (i: number) => [...runArgs(), '--shard', `${i}/2`, '--out', temp('shards', `${i}`)];
    await interrupt(args(1));
    expect(existsSync(temp('shards', '1'))).toBe(false);
    expectFault(merge([temp('shards')]), { exit: 3, code: 'shard_missing', what: /no finished shard/ });
    expectFault(doisoat(args(1)), { exit: 5, code: 'unfinished_run', what: /interrupted/ });
    expectFault(doisoat([...runArgs(), '--shard', '1/3', '--resume', '--out', temp('shards', '1')]), {
      exit: 2,
      code: 'resume_refused',
      what: /the shard \(1\/2, now 1\/3\)/,
    });
    for (const i of [1, 2]) expect(doisoat([...args(i), '--resume']).code).toBe(0);
    const again = doisoat([...args(2), '--resume', '--json'].filter((flag) => flag !== '--quiet'));
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toMatchObject({ shard: 2, of: 2, was_done: true });
    expectFault(doisoat(args(2)), { exit: 5, code: 'output_exists', what: /already there/ });
    expect(merge([temp('shards')]).code).toBe(0);
    expect(differentFiles(shared('whole'), temp('out'))).toEqual([]);
  });
});

describe('shards that do not make a run are refused with exit code 3; nothing is published', () => {
  beforeEach(() => cpSync(shared('shards'), temp('shards'), { recursive: true }));

  beforeAll(() => {
    for (const i of ['1', '2']) {
      expect(doisoat([...runArgs(), '--shard', `${i}/2`, '--out', shared('shards', i)]).code).toBe(0);
    }
  });

  const remake = (i: string, inputs: readonly string[], ...flags: string[]) => {
    rmSync(temp('shards', i), { recursive: true });
    expect(doisoat([...runArgs(inputs), ...flags, '--out', temp('shards', i)]).code).toBe(0);
  };
  const changed = () => {
    const path = temp('doses-long.csv');
    writeFileSync(path, readFileSync(shared('doses-long.csv'), 'utf8').replace('2021', '2022'));
    return [path, doses[1]!];
  };

  test.each([
    [
      'one is missing',
      'shards_missing',
      /Of 2 shards these are not there: 2/,
      () => rmSync(temp('shards', '2'), { recursive: true }),
    ],
    [
      'one is there twice',
      'shard_twice',
      /Shard 1 is given twice/,
      () => cpSync(temp('shards', '1'), temp('shards', '3'), { recursive: true }),
    ],
    [
      'other settings',
      'shards_differ',
      /the setting language/,
      () => remake('2', doses, '--shard', '2/2', '--lang', 'en'),
    ],
    [
      'another number of shards',
      'shards_differ',
      /one of 2 and one of 3 shards/,
      () => remake('2', doses, '--shard', '2/3'),
    ],
    [
      'inputs of the same size with other content',
      'shards_differ',
      /the content of the inputs/,
      () => remake('2', changed(), '--shard', '2/2'),
    ],
    [
      'another version',
      'shard_other_version',
      /made by doisoat 0\.0\.1/,
      () => {
        const path = temp('shards', '2', 'shard.json');
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/"tool_version":"[^"]+"/, '"tool_version":"0.0.1"'),
        );
      },
    ],
    ['a result file is damaged', 'shard_damaged', /shards.2 is damaged/, () => flip('verified.csv.part')],
    ['the persons are damaged', 'shard_damaged', /shards.2 is damaged/, () => flip('persons.bin')],
    ['its state is damaged', 'shard_damaged', /shards.2 is damaged/, () => flip('shard.json')],
    [
      'a file is gone',
      'shard_damaged',
      /shards.2 is damaged/,
      () => rmSync(temp('shards', '2', 'mismatch.csv.part')),
    ],
  ])('%s', (_, code, what, damage) => {
    damage();
    expectFault(merge([temp('shards')]), { exit: 3, code, what });
    expect(existsSync(temp('out'))).toBe(false);
    expect(existsSync(stagingOf(temp('out')))).toBe(false);
  });

  function flip(name: string): void {
    const path = temp('shards', '2', name);
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(path, bytes);
  }

  test('no folder, a folder without shards, a run', () => {
    for (const folder of [temp('nowhere'), temp(), shared('whole')])
      expectFault(merge([folder]), { exit: 3, code: 'shard_missing', what: /is no finished shard/ });
  });

  test('a place that is taken: exit code 5; a lock: 75', () => {
    expectFault(merge([temp('shards')], temp('shards')), {
      exit: 5,
      code: 'output_exists',
      what: /already there/,
    });
    writeFileSync(temp('.out.lock'), `${process.pid}\n`);
    expectFault(merge([temp('shards')]), { exit: 75, code: 'locked', what: /already writing there/ });
  });

  test('a shard is no run', () => {
    const ran = doisoat(['diff', '--old', join(temp('shards'), '1'), '--new', shared('whole')]);
    expectFault(ran, { exit: 3, code: 'run_missing', what: /is no result folder/ });
  });
});

test.each(['0/2', '3/2', '1', 'a/b', '1/0', '-1/2'])('--shard %s: exit code 2', (text) => {
  const ran = doisoat([...runArgs(), `--shard=${text}`, '--out', temp('x')]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('must be I/N');
});
