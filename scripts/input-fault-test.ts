import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildRegistry } from '../src/run/build-registry.js';
import { checkMutated } from './inputs/check-mutated.js';
import { openTools } from './inputs/read-whole.js';
import { SAMPLE_SNAPSHOT } from './inputs/sample-list.js';

/** Reads many small files of all forms with random faults, as a run does: `npm run input-fault-test -- --files 10000`. */
const program = new Command('input-fault-test')
  .option('--files <n>', 'files', '1000')
  .option('--from <seed>', 'seed of the first', '1');
program.parse();
const { files, from } = program.opts<{ files: string; from: string }>();

const folder = mkdtempSync(join(tmpdir(), 'doisoat-input-faults-'));
try {
  writeFileSync(join(folder, 'snapshot.csv'), SAMPLE_SNAPSHOT);
  const db = join(folder, 'registry.db');
  await buildRegistry({
    snapshots: [join(folder, 'snapshot.csv')],
    db,
    replace: false,
    sexCoding: undefined,
    encoding: undefined,
    adminUnits: '2022',
    latestDate: '2022-12-31',
    toolVersion: '0.0.0',
    screen: { isTTY: false, write: () => {} },
    signal: new AbortController().signal,
  });
  const tools = openTools(db);
  const started = performance.now();
  const first = Number(from);
  const totals = await checkMutated(first, first + Number(files), join(folder, 'mutated'), tools);
  tools.registry.close();
  const table = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([key, n]) => `  ${String(n).padStart(8)}  ${key}\n`)
      .join('');
  process.stdout.write(
    `${totals.files} files in ${((performance.now() - started) / 1000).toFixed(1)} s\n${table(totals.ends)}rows\n${table(totals.rows)}` +
      `${totals.broken.length} files broke something\n${totals.broken.map((text) => `  ${text}\n`).join('')}`,
  );
  process.exitCode = totals.broken.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
