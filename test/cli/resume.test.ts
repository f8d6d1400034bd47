import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipFile } from '../../scripts/inputs/zip-file.js';
import { expectFault } from './faults.js';
import { doisoat, generate, start, until, useSharedFolder } from './program.js';
import { differentFiles, RUN_FILES } from './results.js';
import { EVERY_CHUNK, interrupt, stagingOf } from './unfinished.js';

// 8,000 doses are more than 2 MB and have five chunks, so that a run can be stopped in the middle.
const shared = useSharedFolder();
const registry = shared('registry.db');
const out = shared('out');
const doses = ['doses-long.csv', 'doses-wide.csv'].map((name) => shared(name));

const runArgs = (...more: string[]) => [
  'run',
  '--doses',
  ...doses,
  '--registry',
  registry,
  ...more,
  '--out',
  out,
];

beforeAll(() => {
  generate(shared(), 4000, 8000, 5);
  const snapshots = [shared('snapshot-1.csv'), shared('snapshot-2.csv')];
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', registry]).code).toBe(0);
  expect(doisoat(['registry', 'build', '--snapshot', snapshots[0]!, '--db', shared('other.db')]).code).toBe(
    0,
  );
  expect(
    doisoat(['run', '--doses', ...doses, '--registry', registry, '--out', shared('whole'), '--quiet']).code,
  ).toBe(0);
});

afterEach(() => {
  rmSync(out, { recursive: true, force: true });
  rmSync(stagingOf(out), { recursive: true, force: true });
  rmSync(shared('.out.lock'), { force: true });
});

const hidden = () => readdirSync(shared()).filter((name) => name.startsWith('.out'));

describe('an interrupted run goes on with --resume, to the same bytes', () => {
  test.each([
    ['SIGKILL', null],
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('%s', async (signal, code) => {
    const ended = await interrupt(runArgs(), signal);
    expect(ended.code).toBe(code);
    expect(existsSync(out)).toBe(false);
    // On any number of threads.
    expect(doisoat([...runArgs('--jobs', '2', '--quiet'), '--resume'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(differentFiles(shared('whole'), out)).toEqual([]);
    expect(readdirSync(out).sort()).toEqual(RUN_FILES);
    expect(hidden()).toEqual([]);
  });

  test('interrupted again and again', async () => {
    await interrupt(runArgs());
    const path = join(stagingOf(out), 'checkpoint.json');
    const first = readFileSync(path, 'utf8');
    const running = start([...runArgs('--jobs', '1'), '--resume'], { env: EVERY_CHUNK });
    await until(() => readFileSync(path, 'utf8') !== first, 'another checkpoint');
    running.child.kill('SIGKILL');
    await running.ended;
    const place = (text: string) => {
      const { input, offset } = JSON.parse(text).content.read.next;
      return input * 1e12 + offset;
    };
    expect(place(readFileSync(path, 'utf8'))).toBeGreaterThan(place(first));
    expect(doisoat([...runArgs('--quiet'), '--resume']).code).toBe(0);
    expect(differentFiles(shared('whole'), out)).toEqual([]);
  });

  test('SIGTERM when all rows are matched and the reports are being written', async () => {
    const running = start([...runArgs('--quiet', '--jobs', '1')]);
    // The reports come after the last row, the manifest last of all.
    await until(
      () => existsSync(join(stagingOf(out), 'results', 'summary-by-province.csv')),
      'the first report',
    );
    running.child.kill('SIGTERM');
    const { code } = await running.ended;
    // Where the signal comes too late, the run is published.
    expect([0, 143]).toContain(code);
    if (code === 143) {
      expect(existsSync(out)).toBe(false);
      expect(hidden()).toEqual(['.out.staging']);
      expect(doisoat([...runArgs('--quiet'), '--resume'])).toEqual({ code: 0, stdout: '', stderr: '' });
    }
    expect(differentFiles(shared('whole'), out)).toEqual([]);
  });

  test.each([
    ['gzip', (text: Buffer) => gzipSync(text)],
    ['UTF-16', (text: Buffer) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    [
      'two members of an archive',
      (text: Buffer) =>
        zipFile([
          { name: 'a.csv', content: text },
          { name: 'b.csv', content: text.subarray(0, text.lastIndexOf('\n', text.length - 2) + 1) },
        ]),
    ],
  ] as const)('where the input cannot be entered in the middle: %s', async (name, pack) => {
    const input = shared(`packed-${name.replaceAll(' ', '-')}.csv`);
    writeFileSync(input, pack(readFileSync(doses[0]!)));
    const args = ['run', '--doses', input, '--registry', registry, '--quiet', '--out'];
    const whole = shared(`whole-${name}`);
    expect(doisoat([...args, whole]).code).toBe(0);
    await interrupt([...args, out]);
    expect(doisoat([...args, out, '--resume'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(differentFiles(whole, out)).toEqual([]);
  });

  test('with --limit: exactly the first rows', async () => {
    const limit = ['--limit', '5000', '--quiet'];
    expect(
      doisoat(['run', '--doses', ...doses, '--registry', registry, ...limit, '--out', shared('limited')])
        .code,
    ).toBe(0);
    await interrupt(runArgs(...limit));
    expect(doisoat([...runArgs(...limit), '--resume']).code).toBe(0);
    expect(differentFiles(shared('limited'), out)).toEqual([]);
  });

  test('without an unfinished run it begins at the first row, with a note', () => {
    const ran = doisoat([...runArgs(), '--resume']);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe(`note: there is no unfinished run to ${out}; it begins at the first row.\n`);
    expect(differentFiles(shared('whole'), out)).toEqual([]);
  });
});

describe('an unfinished run is neither lost nor taken for another', () => {
  const kept = shared('kept');

  beforeAll(async () => {
    await interrupt(runArgs());
    renameSync(stagingOf(out), kept);
  });

  beforeEach(() => cpSync(kept, stagingOf(out), { recursive: true }));

  function expectKept(): void {
    expect(existsSync(out)).toBe(false);
    expect(differentFiles(join(kept, 'results'), join(stagingOf(out), 'results'))).toEqual([]);
    expect(
      readFileSync(join(stagingOf(out), 'checkpoint.json')).equals(
        readFileSync(join(kept, 'checkpoint.json')),
      ),
    ).toBe(true);
    expect(hidden()).toEqual(['.out.staging']);
  }

  test('a run without a word on it is refused with exit code 5, and says what there is to do', () => {
    expectFault(doisoat(runArgs()), {
      exit: 5,
      code: 'unfinished_run',
      what: /interrupted after \d+ rows/,
      next: /--resume to go on.*--restart/,
    });
    expectKept();
  });

  test('--restart begins anew, whatever it was', () => {
    writeFileSync(join(stagingOf(out), 'checkpoint.json'), 'rubbish');
    expect(doisoat([...runArgs('--quiet'), '--restart'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(differentFiles(shared('whole'), out)).toEqual([]);
    expect(hidden()).toEqual([]);
  });

  const other = (name: string, change: (text: string) => string) => {
    mkdirSync(shared('other'), { recursive: true });
    const path = shared('other', name);
    writeFileSync(path, change(readFileSync(shared(name), 'utf8')));
    return path;
  };
  const withDoses = (paths: readonly string[]) => [
    'run',
    '--doses',
    ...paths,
    '--registry',
    registry,
    '--out',
    out,
  ];

  test.each([
    ['provinces', () => runArgs('--province', '79'), /the setting provinces \(null, now \["79"\]\)/],
    ['language', () => runArgs('--lang', 'en'), /the setting language/],
    ['lines for the decision', () => runArgs('--policy', 'strict'), /the setting match/],
    ['registry', () => runArgs('--registry', shared('other.db')), /the registry \(/],
    [
      'order of the inputs',
      () => withDoses([...doses].reverse()),
      /the inputs \(doses-long\.csv, doses-wide\.csv; now/,
    ],
    [
      'size of an input',
      () => withDoses([other('doses-long.csv', (text) => `${text}x\n`), doses[1]!]),
      /the size of doses-long\.csv \(\d+ bytes, now \d+\)/,
    ],
    [
      'content of an input, size the same',
      () => withDoses([other('doses-long.csv', (text) => text.replace('2021', '2022')), doses[1]!]),
      /the content of .*doses-long\.csv/,
    ],
  ])('another %s: refused with exit code 2, and kept', (_, args, what) => {
    expectFault(doisoat([...args(), '--resume']), {
      exit: 2,
      code: 'resume_refused',
      what,
      next: /--restart/,
    });
    expectCheckpointKept();
  });

  test('after a refusal for the content, which comes late, it still goes on with the right inputs', () => {
    const wrong = other('doses-long.csv', (text) => text.replace('2021', '2022'));
    expect(doisoat([...withDoses([wrong, doses[1]!]), '--resume']).code).toBe(2);
    expect(doisoat([...runArgs('--quiet'), '--resume']).code).toBe(0);
    expect(differentFiles(shared('whole'), out)).toEqual([]);
  });

  /** What comes after the checkpoint may have been written again, but nothing before it. */
  function expectCheckpointKept(): void {
    expect(existsSync(out)).toBe(false);
    expect(hidden()).toEqual(['.out.staging']);
    const checkpoint = readFileSync(join(kept, 'checkpoint.json'));
    expect(readFileSync(join(stagingOf(out), 'checkpoint.json')).equals(checkpoint)).toBe(true);
  }

  test('another version of the program: refused with exit code 2, and kept', () => {
    const path = join(stagingOf(out), 'checkpoint.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/"tool_version":"[^"]+"/, '"tool_version":"0.0.1"'));
    expectFault(doisoat([...runArgs(), '--resume']), {
      exit: 2,
      code: 'resume_refused',
      what: /the version of doisoat \(0\.0\.1, now/,
    });
    writeFileSync(path, text);
    expectKept();
  });

  test('several things at once are told at once', () => {
    expectFault(doisoat([...runArgs('--province', '79', '--policy', 'strict'), '--resume']), {
      exit: 2,
      code: 'resume_refused',
      what: /the setting match .*; the setting provinces/,
    });
  });

  test.each([
    [
      'a result file that is not what was written',
      () => flip(join(stagingOf(out), 'results', 'verified.csv')),
    ],
    ['the list of persons', () => flip(join(stagingOf(out), 'persons.bin'))],
    ['a result file that is gone', () => rmSync(join(stagingOf(out), 'results', 'mismatch.csv'))],
    ['the checkpoint', () => flip(join(stagingOf(out), 'checkpoint.json'))],
  ])('damaged: %s: exit code 3', (_, damage) => {
    damage();
    expectFault(doisoat([...runArgs(), '--resume']), {
      exit: 3,
      code: 'kept_damaged',
      what: /damaged/,
      next: /--restart/,
    });
    expect(existsSync(out)).toBe(false);
  });

  function flip(path: string): void {
    const bytes = readFileSync(path);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(path, bytes);
  }

  test('what was written after the checkpoint is cut off', () => {
    appendFileSync(join(stagingOf(out), 'results', 'verified.csv'), 'half a row');
    appendFileSync(join(stagingOf(out), 'persons.bin'), 'xyz');
    writeFileSync(join(stagingOf(out), 'results', 'summary.json'), 'half');
    expect(doisoat([...runArgs('--quiet'), '--resume']).code).toBe(0);
    expect(differentFiles(shared('whole'), out)).toEqual([]);
  });
});

// Needs the right to mount a small file system in memory; elsewhere this test is skipped.
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', shared()]).status === 0;
if (canMount) spawnSync('umount', [shared()]);
const onFullDisk = canMount ? test : test.skip;

onFullDisk('a disk that is full in the middle: exit code 5; with more room it goes on', () => {
  const disk = shared('disk');
  mkdirSync(disk);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', disk]).status).toBe(0);
  try {
    const args = [
      'run',
      '--doses',
      ...doses,
      '--registry',
      registry,
      '--out',
      join(disk, 'out'),
      '--jobs',
      '1',
    ];
    const full = doisoat(args, { env: EVERY_CHUNK });
    expect(full.code).toBe(5);
    expect(full.stderr).toMatch(/^note: what was done so far is kept in .*--resume/m);
    expect(full.stderr).toMatch(/^error: No space is left/m);
    expect(readdirSync(disk)).toEqual(['.out.staging']);
    expect(spawnSync('mount', ['-o', 'remount,size=64m', disk]).status).toBe(0);
    expect(doisoat([...args, '--resume', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(differentFiles(shared('whole'), join(disk, 'out'))).toEqual([]);
  } finally {
    spawnSync('umount', [disk]);
  }
});

test.each([
  [['--resume', '--restart']],
  [['--resume', '--dry-run']],
  [['--restart', '--dry-run']],
  [['--shard', '1/2', '--dry-run']],
  [['--shard', '1/2', '--limit', '5']],
])('%j cannot go together: exit code 2', (flags) => {
  expectFault(doisoat(runArgs(...flags)), { exit: 2, code: 'flags_contradict', what: /cannot go together/ });
});
