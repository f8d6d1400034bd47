import { Command, InvalidArgumentError } from 'commander';
import { generate } from './generate/run.js';

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('a whole number is expected');
  return value;
}

const program = new Command('generate')
  .description('Writes a synthetic registry snapshot and dose files with known truth; nobody in them exists.')
  .requiredOption('--persons <n>', 'persons in the snapshot', count)
  .requiredOption('--doses <m>', 'doses (rows of the long file)', count)
  .option('--seed <s>', 'the same seed gives the same bytes', count, 1)
  .requiredOption('--out <folder>', 'where to write')
  .parse();

const options = program.opts<{ persons: number; doses: number; seed: number; out: string }>();
const started = performance.now();
const report = await generate(options);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const { right = 0, wrong = 0, not_verified = 0, no_or_bad_id = 0 } = report.expectedClasses;
const share = (value: number) => `${((100 * value) / report.records).toFixed(1)} %`;
console.log(
  `${report.snapshot.persons} persons, ${report.doses} doses in ${report.records} records, ${seconds} s\n` +
    `as sent: right ${share(right)}, wrong ${share(wrong)}, not verified ${share(not_verified)}, no or bad ID ${share(no_or_bad_id)}`,
);
