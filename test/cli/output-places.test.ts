import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expectFault } from './faults.js';
import { DEMO, doisoat, listing, useSharedFolder, useTempFolder } from './program.js';
import { outcomes, RUN_FILES } from './results.js';
import { buildSmallRegistry, DOSES, DOSES_OUTCOMES } from './small-data.js';

const shared = useSharedFolder();
const temp = useTempFolder();
const registry = shared('registry.db');
const doses = shared('doses.csv');
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

beforeAll(() => {
  buildSmallRegistry(shared('snapshot.csv'), registry);
  writeFileSync(doses, DOSES);
});

function runTo(out: string, options: { uid?: number } = {}, ...flags: string[]) {
  return doisoat(
    ['run', '--doses', doses, '--registry', registry, '--out', out, '--jobs', '1', ...flags],
    options,
  );
}

function buildTo(db: string, ...flags: string[]) {
  return doisoat(['registry', 'build', '--snapshot', shared('snapshot.csv'), '--db', db, ...flags]);
}

const mode = (path: string) => (statSync(path).mode & 0o7777).toString(8);

describe('an output that is already there is never touched', () => {
  test.each([
    [
      'a folder with files',
      () => {
        mkdirSync(temp('out'));
        writeFileSync(temp('out', 'verified.csv'), 'old');
      },
    ],
    ['an empty folder', () => mkdirSync(temp('out'))],
    ['a file', () => writeFileSync(temp('out'), 'old')],
    ['a link that leads nowhere', () => symlinkSync('nowhere', temp('out'))],
  ])('%s: exit code 5', (_, prepare) => {
    // biome-ignore format: as it is
    prepare();
    const before = spawnSync('ls', ['-laR', '--time-style=full-iso', temp('out')]).stdout.toString();
    expectFault(runTo(temp('out')), {
      exit: 5,
      code: 'output_exists',
      what: /out is already there/,
      next: /^(?!.*--replace).*another name/,
    });
    expect(spawnSync('ls', ['-laR', '--time-style=full-iso', temp('out')]).stdout.toString()).toBe(before);
    expect(readdirSync(temp())).toEqual(['out']);
  });

  test('a second run into the same folder', () => {
    expect(runTo(temp('out')).code).toBe(0);
    expectFault(runTo(temp('out')), { exit: 5, code: 'output_exists', what: /already there/ });
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
  });

  test('a registry: refused without --replace, replaced with it', () => {
    expect(buildTo(temp('r.db')).code).toBe(0);
    const first = readFileSync(temp('r.db'));
    writeFileSync(temp('r.db'), 'old');
    expectFault(buildTo(temp('r.db')), {
      exit: 5,
      code: 'output_exists',
      what: /r\.db is already there/,
      next: /add --replace/,
    });
    expect(readFileSync(temp('r.db'), 'utf8')).toBe('old');
    expect(buildTo(temp('r.db'), '--replace').code).toBe(0);
    expect(readFileSync(temp('r.db')).equals(first)).toBe(true);
    expect(listing(temp())).toEqual(['r.db', 'r.db.remarks.csv']);
  });

  test('a folder in place of the registry is not replaced', () => {
    mkdirSync(temp('r.db'));
    const ran = buildTo(temp('r.db'), '--replace');
    expectFault(ran, { exit: 5, code: 'output_exists', what: /r\.db is already there/ });
    expect(listing(temp())).toEqual(['r.db/']);
  });
});

describe('places that cannot be written: exit code 5', () => {
  test('below a file', () => {
    writeFileSync(temp('file'), 'x');
    expectFault(runTo(temp('file', 'out')), {
      exit: 5,
      code: 'output_unwritable',
      what: /Cannot write .*file/,
      next: /folder/,
    });
    expectFault(runTo(temp('file', 'deep', 'out')), {
      exit: 5,
      code: 'output_unwritable',
      what: /Cannot write .*file/,
    });
    expectFault(buildTo(temp('file', 'r.db')), {
      exit: 5,
      code: 'output_unwritable',
      what: /Cannot write .*file/,
    });
    expect(readFileSync(temp('file'), 'utf8')).toBe('x');
  });

  const onLinux = existsSync('/proc/self') ? test : test.skip;
  onLinux('in /proc, where nobody can make files', () => {
    expectFault(runTo('/proc/out'), { exit: 5, code: 'output_unwritable', what: /Cannot write \/proc/ });
  });

  // Root may write everywhere: then the program is run as nobody.
  test('in a folder that is read-only for the user', () => {
    mkdirSync(temp('closed'));
    chmodSync(temp('closed'), 0o555);
    for (const path of [temp(), shared()]) chmodSync(path, 0o755);
    for (const path of [doses, registry]) chmodSync(path, 0o644);
    const user = isRoot ? { uid: NOBODY } : {};
    expectFault(runTo(temp('closed', 'out'), user), {
      exit: 5,
      code: 'output_no_permission',
      what: /No permission/,
    });
    expect(readdirSync(temp('closed'))).toEqual([]);
  });

  test('an input and a registry that the user may not read: exit code 3', () => {
    mkdirSync(temp('open'));
    for (const path of [temp(), shared()]) chmodSync(path, 0o755);
    chmodSync(temp('open'), 0o777);
    const user = isRoot ? { uid: NOBODY } : {};
    chmodSync(doses, 0o000);
    chmodSync(registry, 0o644);
    expectFault(runTo(temp('open', 'out'), user), {
      exit: 3,
      code: 'input_no_permission',
      what: /no permission to read/,
    });
    chmodSync(doses, 0o644);
    chmodSync(registry, 0o000);
    expectFault(runTo(temp('open', 'out'), user), {
      exit: 3,
      code: 'registry_unreadable',
      what: /cannot be read/,
    });
    chmodSync(registry, 0o600);
    expect(readdirSync(temp('open'))).toEqual([]);
  });
});

describe('a full disk', () => {
  // Needs the right to mount a small file system in memory; elsewhere this test is skipped.
  const probe = shared('probe');
  mkdirSync(probe);
  const canMount = isRoot && mount(probe, '64k');
  if (canMount) spawnSync('umount', [probe]);
  const test_ = canMount ? test : test.skip;
  const name = canMount ? '' : ' (skipped: may not mount a tmpfs here)';

  test_(`a run: exit code 5, nothing is left${name}`, () => {
    mkdirSync(temp('small'));
    expect(mount(temp('small'), '200k')).toBe(true);
    try {
      const args = ['run', '--doses', join(DEMO, 'doses-long.csv'), '--registry', registry];
      const ran = doisoat([...args, '--out', temp('small', 'out')]);
      expectFault(ran, {
        exit: 5,
        code: 'output_disk_full',
        what: /No space is left.*out/,
        next: /Free some space/,
      });
      expect(listing(temp('small'))).toEqual([]);
    } finally {
      spawnSync('umount', [temp('small')]);
    }
  });

  test_(`a registry: exit code 5, nothing is left${name}`, () => {
    mkdirSync(temp('small'));
    expect(mount(temp('small'), '200k')).toBe(true);
    try {
      const args = ['registry', 'build', '--snapshot', join(DEMO, 'snapshot-1.csv')];
      const ran = doisoat([...args, '--db', temp('small', 'r.db')]);
      expectFault(ran, { exit: 5, code: 'output_disk_full', what: /No space is left.*r\.db/ });
      expect(listing(temp('small'))).toEqual([]);
    } finally {
      spawnSync('umount', [temp('small')]);
    }
  });
});

function mount(folder: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]).status === 0;
}

describe('the lock', () => {
  test('held by a living process: exit code 75, and the lock stays', () => {
    writeFileSync(temp('.out.lock'), `${process.pid}\n`);
    const what = new RegExp(`Process ${process.pid} is already writing there`);
    expectFault(runTo(temp('out')), { exit: 75, code: 'locked', what, next: /Wait/ });
    expect(readFileSync(temp('.out.lock'), 'utf8')).toBe(`${process.pid}\n`);
    expect(listing(temp())).toEqual(['.out.lock']);
  });

  test('of a registry build: exit code 75', () => {
    writeFileSync(temp('.r.db.lock'), `${process.pid}\n`);
    expectFault(buildTo(temp('r.db')), { exit: 75, code: 'locked', what: /already writing there/ });
    expect(listing(temp())).toEqual(['.r.db.lock']);
  });

  test('left by a process that is gone, with its staging folder: taken over and swept away', () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(temp('.out.lock'), `${gone}\n`);
    mkdirSync(temp('.out.staging'));
    writeFileSync(temp('.out.staging', 'verified.csv'), 'half');
    expect(runTo(temp('out')).code).toBe(0);
    expect(outcomes(temp('out'))).toEqual(DOSES_OUTCOMES);
    expect(readdirSync(temp())).toEqual(['out']);
  });
});

describe('who may read the results', () => {
  test('files are 0600, folders 0700, whatever the umask', () => {
    const previous = process.umask(0);
    try {
      expect(runTo(temp('out')).code).toBe(0);
      expect(buildTo(temp('r.db')).code).toBe(0);
    } finally {
      process.umask(previous);
    }
    expect(mode(temp('out'))).toBe('700');
    expect(listing(temp('out'))).toEqual(RUN_FILES);
    expect(RUN_FILES.map((name) => mode(temp('out', name)))).toEqual(RUN_FILES.map(() => '600'));
    expect([mode(temp('r.db')), mode(temp('r.db.remarks.csv'))]).toEqual(['600', '600']);
  });

  test('of a replaced registry too', () => {
    writeFileSync(temp('r.db'), 'old', { mode: 0o644 });
    expect(buildTo(temp('r.db'), '--replace').code).toBe(0);
    expect(mode(temp('r.db'))).toBe('600');
  });
});
