import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { main } from '../src/cli/main.js';
import { generate } from './generate/run.js';
import { checkReport } from './report-check/check.js';
import { Nights } from './report-check/nights.js';

/** The last night; the others are the nights before. */
const LAST_DAY = 28;
const MISSING = ['Tỉnh Cà Mau', '96'] as const;
const STALE = ['Tỉnh Lai Châu', '12'] as const;
const ALONE = ['79', '01'];
const FIGURES = `Tỉnh/Thành phố,Số phản ánh tiếp nhận,Số đối tượng đã ký số,Dân số
79,"1.234",25,9000000
Hà Nội,31,12,8000000
`;

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('a whole number from 1 is expected');
  return value;
}

async function doisoat(...args: string[]): Promise<void> {
  const stdout = { write: () => {} };
  const stderr = { write: (text: string) => process.stderr.write(text) };
  const code = await main(args, { stdout, stderr, env: {}, cwd: process.cwd() });
  if (code > 1) throw new Error(`doisoat ${args[0]} ended with ${code}`);
}

const program = new Command('report-check')
  .description(
    'Generates nights of runs over 63 provinces, one missing, one stale, two run again alone; writes their deadline report, and recomputes it with scripts/check-report.',
  )
  .option('--persons <n>', 'persons in the snapshot', count, 20_000)
  .option('--doses <m>', 'doses of the last night', count, 30_000)
  .option('--nights <n>', 'nights', count, 7)
  .option('--seed <s>', 'the same seed gives the same bytes', count, 1)
  .option('--keep <folder>', 'write there and leave everything')
  .parse();

const options = program.opts<{
  persons: number;
  doses: number;
  nights: number;
  seed: number;
  keep?: string;
}>();
const { persons, doses, nights, seed } = options;
const work = options.keep ?? mkdtempSync(join(tmpdir(), 'doisoat-report-'));
try {
  const place = (...names: string[]) => join(work, ...names);
  await generate({ persons, doses, seed, out: place('generated') });
  const registry = place('registry.db');
  const snapshots = ['snapshot-1.csv', 'snapshot-2.csv'].map((name) => place('generated', name));
  await doisoat('registry', 'build', '--snapshot', ...snapshots, '--db', registry);
  const exports = new Nights(place('generated'));
  const runs: string[] = [];
  const run = async (input: string, out: string, ...more: string[]) => {
    runs.push(out);
    await doisoat('run', '--quiet', '--doses', input, '--registry', registry, '--out', out, ...more);
  };
  for (let night = 0; night < nights; night++) {
    const day = `2022-04-${LAST_DAY - (nights - 1 - night)}`;
    const without = night === nights - 1 ? [MISSING, STALE] : [MISSING];
    exports.write(place(`${day}.csv`), night, nights, without);
    await run(place(`${day}.csv`), place(`run-${day}`));
  }
  // Two provinces corrected more on the last day and ran again, each alone.
  exports.write(place('corrected.csv'), nights + 1, nights + 1, [MISSING]);
  for (const code of ALONE)
    await run(
      place('corrected.csv'),
      place(`alone-${code}`),
      '--province',
      code,
      '--data-date',
      `2022-04-${LAST_DAY}`,
    );
  writeFileSync(place('figures.csv'), FIGURES);
  const report = (out: string, ...more: string[]) =>
    doisoat('report', '--quiet', '--runs', ...runs, '--figures', place('figures.csv'), '--out', out, ...more);
  await report(place('report'));
  await report(place('again'));
  await report(place('public'), '--min-cell', '10');
  const { lines, disagreements } = checkReport(place('report'), runs);
  for (const line of lines) console.log(line);
  const names = ['summary.csv', 'summary.json', 'manifest.json'];
  const isSame = names.every((name) =>
    readFileSync(place('report', name)).equals(readFileSync(place('again', name))),
  );
  console.log(isSame ? 'The same runs give the same bytes.' : 'The same runs gave other bytes.');
  process.exitCode = disagreements === 0 && isSame ? 0 : 1;
} finally {
  if (options.keep === undefined) rmSync(work, { recursive: true, force: true });
}
