import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../../src/domain/exit-codes.js';
import { Failure, type FailureDetail } from '../../../src/domain/failure.js';
import { takeLock } from '../../../src/run/lock.js';
import { DamagedFile, readStagedFile, StagedFile, writeStagedFile } from '../../../src/run/staged-file.js';
import { openStaging } from '../../../src/run/staging.js';
import { inTempFolder } from '../../registry/temp-folder.js';

function failureOf(attempt: () => unknown): FailureDetail {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Failure) return error.detail;
    throw error;
  }
  throw new Error('nothing failed');
}

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** The first line of a lock file. */
function holderOf(path: string): string | undefined {
  return readFileSync(path, 'utf8').split('\n')[0];
}

const onWindows = process.platform === 'win32';

describe('lock', () => {
  test('is a private file with the process number, gone after release', () => {
    inTempFolder((folder) => {
      const path = join(folder, '.out.lock');
      const lock = takeLock(path);
      expect(holderOf(path)).toBe(String(process.pid));
      if (!onWindows) expect(statSync(path).mode & 0o777).toBe(0o600);
      lock.release();
      lock.release();
      expect(existsSync(path)).toBe(false);
    });
  });

  test('of a living process is refused with exit 75 and stays', () => {
    inTempFolder((folder) => {
      const path = join(folder, '.out.lock');
      writeFileSync(path, `${process.ppid}\n`);
      const detail = failureOf(() => takeLock(path));
      expect(detail).toMatchObject({ code: 'locked', exitCode: EXIT.locked });
      expect(detail.exitCode).toBe(75);
      expect(detail.what).toContain(String(process.ppid));
      expect(readFileSync(path, 'utf8')).toBe(`${process.ppid}\n`);
    });
  });

  test.each([
    ['a process that has ended', () => `${deadProcess()}\n`],
    ['nobody', () => ''],
    ['something unreadable', () => 'abc'],
    ['an impossible number', () => '-1'],
  ])('of %s is taken over', (_, holder) => {
    inTempFolder((folder) => {
      const path = join(folder, '.out.lock');
      writeFileSync(path, holder());
      const lock = takeLock(path);
      expect(holderOf(path)).toBe(String(process.pid));
      expect(readdirSync(folder)).toEqual(['.out.lock']);
      lock.release();
    });
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux(
    'of a killed process that its parent has not asked for (Z in the list of processes) is taken over',
    async () => {
      const script = `const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
      process.stdout.write(String(child.pid) + '\\n');
      setTimeout(() => {}, 60000);`;
      // Stopped, the parent cannot ask.
      const parent = spawn(process.execPath, ['-e', script]);
      const [line] = await once(parent.stdout, 'data');
      const pid = Number(String(line));
      try {
        parent.kill('SIGSTOP');
        process.kill(pid, 'SIGKILL');
        const state = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];
        for (let i = 0; i < 500 && state() !== 'Z'; i++) await new Promise((done) => setTimeout(done, 10));
        expect(state()).toBe('Z');
        inTempFolder((folder) => {
          const path = join(folder, '.out.lock');
          writeFileSync(path, `${pid}\n`);
          takeLock(path).release();
        });
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

  describe('of another machine or container', () => {
    const foreign = (beats: boolean) => `1\nelsewhere 1234\n567\n${beats ? 'beats' : ''}\n`;
    const age = (path: string, seconds: number) => {
      const time = Date.now() / 1000 - seconds;
      utimesSync(path, time, time);
    };

    test.each([
      ['that shows signs of life is refused', true, 60, 'locked'],
      ['that has been silent for more than two minutes is taken over', true, 130, 'taken'],
      ['that cannot show signs of life is refused, however old', false, 90_000, 'locked'],
    ] as const)('%s', (_, beats, seconds, expected) => {
      inTempFolder((folder) => {
        const path = join(folder, '.out.lock');
        writeFileSync(path, foreign(beats));
        age(path, seconds);
        if (expected === 'taken') takeLock(path).release();
        else
          expect(failureOf(() => takeLock(path))).toMatchObject({
            exitCode: 75,
            what: expect.stringMatching(/of another machine/),
          });
        expect(readdirSync(folder)).toEqual(expected === 'taken' ? [] : ['.out.lock']);
      });
    });

    test('a beat is a sign of life; a process whose lock was taken over must not publish', () => {
      inTempFolder((parent) => {
        const out = join(parent, 'out');
        const staging = openStaging(out, { beats: true });
        const lock = join(parent, '.out.lock');
        writeFileSync(join(staging.folder, 'verified.csv'), 'Lan\n');
        writeFileSync(lock, foreign(true));
        expect(failureOf(() => staging.publish())).toMatchObject({ code: 'lock_lost', exitCode: 75 });
        staging.discard();
        // They are the other one's now.
        expect(readdirSync(parent).sort()).toEqual(['.out.lock', '.out.staging']);
        expect(readdirSync(staging.folder)).toEqual(['verified.csv']);
      });
    });
  });

  test('in a folder that is not there cannot be written: exit 5', () => {
    inTempFolder((folder) => {
      const detail = failureOf(() => takeLock(join(folder, 'missing', '.out.lock')));
      expect(detail.exitCode).toBe(EXIT.outputUnwritable);
    });
  });
});

describe('staging', () => {
  test('publish moves the whole folder to its place and leaves nothing beside it', () => {
    inTempFolder((parent) => {
      const out = join(parent, 'out');
      const staging = openStaging(out);
      if (!onWindows) expect(statSync(staging.folder).mode & 0o777).toBe(0o700);
      writeFileSync(join(staging.folder, 'verified.csv'), 'Lan\n');
      expect(existsSync(out)).toBe(false);
      staging.publish();
      staging.discard();
      expect(readdirSync(parent)).toEqual(['out']);
      expect(readFileSync(join(out, 'verified.csv'), 'utf8')).toBe('Lan\n');
    });
  });

  test('publish can move one file and throw the rest away', () => {
    inTempFolder((parent) => {
      const db = join(parent, 'new', 'folder', 'registry.db');
      const staging = openStaging(db);
      writeFileSync(join(staging.folder, 'registry.db'), 'new');
      writeFileSync(join(staging.folder, 'rest'), 'rest');
      staging.publish(join(staging.folder, 'registry.db'));
      expect(readdirSync(join(parent, 'new', 'folder'))).toEqual(['registry.db']);
    });
  });

  test('discard leaves nothing', () => {
    inTempFolder((parent) => {
      const staging = openStaging(join(parent, 'out'));
      writeFileSync(join(staging.folder, 'verified.csv'), 'Lan\n');
      staging.discard();
      staging.discard();
      expect(readdirSync(parent)).toEqual([]);
    });
  });

  test.each<readonly [string, (path: string) => void, { replace?: boolean }]>([
    ['a folder', (path) => mkdirSync(path), {}],
    ['a file', (path) => writeFileSync(path, 'old'), {}],
    ['a folder where a file may be replaced', (path) => mkdirSync(path), { replace: true }],
  ])('a place that is taken is refused and untouched: %s', (_, take, options) => {
    inTempFolder((parent) => {
      const out = join(parent, 'out');
      take(out);
      expect(failureOf(() => openStaging(out, options))).toMatchObject({
        code: 'output_exists',
        exitCode: EXIT.outputUnwritable,
      });
      expect(readdirSync(parent)).toEqual(['out']);
    });
  });

  test('a link that leads nowhere takes the place too', () => {
    if (onWindows) return;
    inTempFolder((parent) => {
      const out = join(parent, 'out');
      symlinkSync(join(parent, 'nowhere'), out);
      expect(failureOf(() => openStaging(out)).code).toBe('output_exists');
    });
  });

  test('a file may be replaced, and stands until the new one is complete', () => {
    inTempFolder((parent) => {
      const db = join(parent, 'registry.db');
      writeFileSync(db, 'old');
      const staging = openStaging(db, { replace: true });
      const fresh = join(staging.folder, 'registry.db');
      writeFileSync(fresh, 'new');
      expect(readFileSync(db, 'utf8')).toBe('old');
      staging.publish(fresh);
      expect(readFileSync(db, 'utf8')).toBe('new');
    });
  });

  test('a folder that appears at the place meanwhile is not replaced', () => {
    inTempFolder((parent) => {
      const out = join(parent, 'out');
      const staging = openStaging(out);
      mkdirSync(out);
      expect(failureOf(() => staging.publish()).code).toBe('output_exists');
      staging.discard();
      expect(readdirSync(parent)).toEqual(['out']);
    });
  });

  test('what an interrupted run left is swept away', () => {
    inTempFolder((parent) => {
      const left = join(parent, '.out.staging');
      mkdirSync(left);
      writeFileSync(join(left, 'verified.csv'), 'half a row');
      writeFileSync(join(parent, '.out.lock'), `${deadProcess()}\n`);
      const staging = openStaging(join(parent, 'out'));
      expect(readdirSync(staging.folder)).toEqual([]);
      staging.discard();
      expect(readdirSync(parent)).toEqual([]);
    });
  });

  test('two at one place: the second is refused and disturbs nothing', () => {
    inTempFolder((parent) => {
      const out = join(parent, 'out');
      const first = openStaging(out);
      writeFileSync(join(first.folder, 'verified.csv'), 'Lan\n');
      expect(failureOf(() => openStaging(out)).exitCode).toBe(EXIT.locked);
      first.publish();
      expect(readdirSync(out)).toEqual(['verified.csv']);
    });
  });

  test('discard after publish does not touch the next one at the same place', () => {
    inTempFolder((parent) => {
      const db = join(parent, 'registry.db');
      const first = openStaging(db);
      writeFileSync(join(first.folder, 'registry.db'), '1');
      first.publish(join(first.folder, 'registry.db'));
      const next = openStaging(db, { replace: true });
      first.discard();
      expect(existsSync(next.folder)).toBe(true);
      expect(existsSync(join(parent, '.registry.db.lock'))).toBe(true);
      next.discard();
    });
  });

  test('a place below a file cannot be written: exit 5', () => {
    inTempFolder((parent) => {
      writeFileSync(join(parent, 'file'), '');
      const detail = failureOf(() => openStaging(join(parent, 'file', 'out')));
      expect(detail.exitCode).toBe(EXIT.outputUnwritable);
    });
  });
});

describe('a staging folder that is kept', () => {
  test('leave removes the lock alone; the next attempt finds what was done', () => {
    inTempFolder((parent) => {
      const out = join(parent, 'out');
      const first = openStaging(out, { resumable: true });
      writeFileSync(join(first.folder, 'verified.csv'), 'Lan\n');
      first.leave();
      first.discard();
      expect(readdirSync(parent)).toEqual(['.out.staging']);
      const next = openStaging(out, { resumable: true });
      expect(readdirSync(next.folder)).toEqual(['verified.csv']);
      next.empty();
      expect(readdirSync(next.folder)).toEqual([]);
      next.discard();
      expect(readdirSync(parent)).toEqual([]);
    });
  });
});

describe('staged file', () => {
  test('goes on after what is to be kept, and cuts off the rest', () => {
    inTempFolder((folder) => {
      const first = new StagedFile(folder, 'verified.csv');
      first.write('Trần Thị Lan\n');
      const kept = first.fact();
      first.write('half a r');
      first.close();
      const next = new StagedFile(folder, 'verified.csv', kept);
      expect(readFileSync(join(folder, 'verified.csv'), 'utf8')).toBe('Trần Thị Lan\n');
      next.write('Lê Văn Hùng\n');
      const whole = next.close();
      expect(readFileSync(join(folder, 'verified.csv'), 'utf8')).toBe('Trần Thị Lan\nLê Văn Hùng\n');
      expect(whole.sha256).toBe(createHash('sha256').update('Trần Thị Lan\nLê Văn Hùng\n').digest('hex'));
    });
  });

  test.each([
    ['other bytes', (path: string) => writeFileSync(path, 'Trần Thị Lam\n')],
    ['too short', (path: string) => writeFileSync(path, 'Trần')],
    ['gone', (path: string) => rmSync(path)],
  ])('%s: it is damaged, and not cut', (_, damage) => {
    inTempFolder((folder) => {
      const path = join(folder, 'verified.csv');
      const kept = writeStagedFile(folder, 'verified.csv', 'Trần Thị Lan\n');
      damage(path);
      const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
      expect(() => new StagedFile(folder, 'verified.csv', kept)).toThrow(DamagedFile);
      expect(() => [...readStagedFile(folder, kept)]).toThrow(DamagedFile);
      expect(existsSync(path) ? readFileSync(path, 'utf8') : null).toBe(before);
    });
  });

  test('counts bytes and hashes what was written, text and bytes', () => {
    inTempFolder((folder) => {
      const file = new StagedFile(folder, 'verified.csv');
      file.write('Trần Thị ');
      file.write(new TextEncoder().encode('Lan\n'));
      file.write('');
      const content = readFileSync(join(folder, 'verified.csv'));
      expect(file.close()).toEqual({
        name: 'verified.csv',
        bytes: content.length,
        sha256: createHash('sha256').update('Trần Thị Lan\n').digest('hex'),
      });
      expect(content.toString()).toBe('Trần Thị Lan\n');
      if (!onWindows) expect(statSync(join(folder, 'verified.csv')).mode & 0o777).toBe(0o600);
    });
  });

  test('never overwrites', () => {
    inTempFolder((folder) => {
      writeStagedFile(folder, 'summary.json', '{}');
      expect(() => writeStagedFile(folder, 'summary.json', '[]')).toThrow(/EEXIST/);
      expect(readFileSync(join(folder, 'summary.json'), 'utf8')).toBe('{}');
    });
  });
});
