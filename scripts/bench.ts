import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Measurement, renderTable } from './bench/measure.js';
import { measureStages } from './bench/stages.js';
import { measureCommand } from './bench/whole-command.js';
import { generate } from './generate/run.js';

interface BenchOptions {
  readonly persons: string;
  readonly doses: string;
  readonly seed: string;
  readonly dir: string;
}

/** Speed and memory of each stage and of the whole program, on generated data, as ratios within one run. */
async function bench({ persons, doses, seed, dir }: BenchOptions): Promise<void> {
  const folder = join(dir, `${persons}-${doses}-${seed}`);
  if (!existsSync(join(folder, 'truth.csv'))) {
    await generate({ persons: Number(persons), doses: Number(doses), seed: Number(seed), out: folder });
  }
  const snapshots = ['snapshot-1.csv', 'snapshot-2.csv'].map((name) => join(folder, name));
  const export_ = join(folder, 'doses-long.csv');
  const registry = join(folder, 'registry.db');
  const out = join(folder, 'run');
  const build = ['registry', 'build', '--snapshot', ...snapshots, '--db', registry, '--replace'];
  const run = ['run', '--doses', export_, '--registry', registry, '--out', out];
  const measurements: Measurement[] = [...measureStages(export_)];
  measurements.push(measureCommand('registry build, whole', build, Number(persons), snapshots));
  for (const jobs of ['1', '2']) {
    rmSync(out, { recursive: true, force: true });
    measurements.push(
      measureCommand(`run, whole, ${jobs} worker(s)`, [...run, '--jobs', jobs], Number(doses), [export_]),
    );
  }
  rmSync(out, { recursive: true, force: true });
  process.stdout.write(`${doses} doses, ${persons} persons, seed ${seed}\n${renderTable(measurements)}\n`);
}

await new Command('bench')
  .option('--persons <n>', 'persons of the registry', '120000')
  .option('--doses <n>', 'rows of the export', '100000')
  .option('--seed <n>', 'seed of the generated data', '11')
  .option('--dir <folder>', 'where generated data is kept between runs', '.bench')
  .action(bench)
  .parseAsync();
