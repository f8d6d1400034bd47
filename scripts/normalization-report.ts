import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { cleanCheck, damagedEntries } from './normalization/clean-check.js';
import { dateCheck, idCheck, phoneCheck, placeCheck, sexCheck } from './normalization/field-checks.js';
import { nameCheck } from './normalization/name-check.js';

interface ReportOptions {
  readonly clean: string;
  readonly names: string;
  readonly seed: string;
  readonly examples?: boolean;
  readonly write?: string;
}

/** What stands below this line of the page is printed by this script. */
const MARK = '<!-- figures: npm run normalization-report -- --write docs/normalisation.md -->';

/** What normalisation makes of correct and of damaged values, as Markdown. */
function report({ clean, names, seed, examples, write }: ReportOptions): void {
  const checked = nameCheck(Number(names), Number(seed));
  const parts = [
    '## Correct names',
    cleanCheck(Number(clean), Number(seed)),
    '## Damaged names',
    checked.text,
    ...(examples === true ? [checked.examples.map((line) => `- ${line}`).join('\n')] : []),
    '## Birth dates',
    dateCheck(Number(names), Number(seed)),
    '## Personal IDs',
    idCheck(Number(names), Number(seed)),
    '## Sex',
    sexCheck(),
    '## Phones',
    phoneCheck(Number(names), Number(seed)),
    '## Places',
    'Every commune of 2022, written in each form.',
    placeCheck(),
    '## Entries of the frequency tables that are no correct names',
    damagedEntries(),
  ];
  const text = `${parts.join('\n\n')}\n`;
  if (write === undefined) {
    process.stdout.write(text);
    return;
  }
  const page = readFileSync(write, 'utf8');
  writeFileSync(write, `${page.slice(0, page.indexOf(MARK) + MARK.length)}\n\n${text}`);
}

new Command('normalization-report')
  .option('--clean <n>', 'correct names to check', '1000000')
  .option('--names <n>', 'values to damage in every way', '20000')
  .option('--seed <n>', 'seed', '7')
  .option('--examples', 'also show names that were changed into a third thing')
  .option('--write <page>', 'replace the figures of this page')
  .action(report)
  .parse();
