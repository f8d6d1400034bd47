import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeWorklists } from '../../src/run/make-worklists.js';
import { readManifest } from '../../src/run/read-manifest.js';
import { doisoat, listing, useTempFolder } from '../cli/program.js';
import { buildSmallRegistry, DOSES } from '../cli/small-data.js';

const temp = useTempFolder();

function smallRun(doses: string): string {
  buildSmallRegistry(temp('snapshot.csv'), temp('r.db'));
  writeFileSync(temp('doses.csv'), doses);
  doisoat(['run', '--doses', temp('doses.csv'), '--registry', temp('r.db'), '--out', temp('run')]);
  return temp('run');
}

const optionsOf = (run: string, signal = new AbortController().signal) =>
  ({
    run: resolve(run),
    manifest: readManifest(run),
    out: temp('lists'),
    by: 'facility',
    format: 'xlsx',
    language: 'vi',
    toolVersion: '0',
    signal,
  }) as const;

test('a run without any work gives an index without lists', async () => {
  const { lists, files } = await makeWorklists(optionsOf(smallRun(DOSES)));
  expect([lists, files]).toEqual([[], 1]);
  expect(listing(temp('lists'))).toEqual(['index.xlsx', 'manifest.json']);
});

test('an interrupted command leaves nothing behind', async () => {
  const run = smallRun(DOSES.replaceAll('079085000111', '79085000111'));
  const controller = new AbortController();
  controller.abort(new Error('stopped'));
  await expect(makeWorklists(optionsOf(run, controller.signal))).rejects.toThrow('stopped');
  expect(listing(temp()).filter((name) => name.includes('lists'))).toEqual([]);
});

test('only the owner can read what is written', async () => {
  const run = smallRun(DOSES.replaceAll('079085000111', '79085000111'));
  const { lists } = await makeWorklists(optionsOf(run));
  expect(lists.map(({ file }) => file)).toEqual(['79 Hồ Chí Minh/79_D001.xlsx']);
  const modes = listing(temp('lists')).map((name) => statSync(join(temp('lists'), name)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o600, 0o700]));
});
