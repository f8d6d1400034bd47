import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../../src/domain/exit-codes.js';
import { Failure, type FailureDetail } from '../../../src/domain/failure.js';
import { takeLock } from '../../../src/run/lock.js';
import { StagedFile, writeStagedFile } from '../../../src/run/staged-file.js';
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

const onWindows = process.platform === 'win32';

describe('lock', () => {
  test('is a private file with the process number, gone after release', () => {
    inTempFolder((folder) => {
      const path = join(folder, '.out.lock');
      const lock = takeLock(path);
      expect(readFileSync(path, 'utf8')).toBe(`${process.pid}\n`);
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
      expect(readFileSync(path, 'utf8')).toBe(`${process.pid}\n`);
      lock.release();
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

describe('staged file', () => {
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
