import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { BLOCKING_RULES } from '../src/match/blocking.js';
import { readBenchmark } from './blocking/benchmark-records.js';
import { benchmarkRegistry } from './blocking/benchmark-registry.js';
import { CANDIDATE_RULES } from './blocking/candidate-rules.js';
import { measure } from './blocking/measure.js';
import { candidateTable, crowdedTable, ruleTable } from './blocking/tables.js';
import { generate } from './generate/run.js';

interface ReportOptions {
  readonly data?: string;
  readonly crowdedAbove: string;
  readonly every: string;
  readonly tried?: boolean;
  readonly write?: string;
}

/** What stands below this line of the page is printed by this script. */
const MARK = '<!-- figures: npm run blocking-report -- --tried --write docs/blocking.md -->';
/** The benchmark that is generated where none is given. */
const GENERATED = { persons: 1_200_000, doses: 300_000, seed: 1 };
const LATEST = { year: 2022, month: 5, day: 5 };

function isOwn(name: string): boolean {
  return BLOCKING_RULES.some((rule) => rule.name === name);
}

/** What each blocking rule finds and costs on a generated benchmark, as Markdown. */
async function report(options: ReportOptions): Promise<void> {
  const { data, write } = options;
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-'));
  try {
    const source = data ?? join(folder, 'data');
    if (data === undefined) await generate({ ...GENERATED, out: source });
    const text = await figuresOf(source, folder, options);
    if (write === undefined) process.stdout.write(text);
    else {
      const page = readFileSync(write, 'utf8');
      writeFileSync(write, `${page.slice(0, page.indexOf(MARK) + MARK.length)}\n\n${text}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figuresOf(source: string, folder: string, options: ReportOptions): Promise<string> {
  const rules = options.tried === true ? [...BLOCKING_RULES, ...CANDIDATE_RULES] : BLOCKING_RULES;
  const snapshots = ['snapshot-1.csv', 'snapshot-2.csv'].map((name) => join(source, name));
  const limit = Number(options.crowdedAbove);
  const { lookup, contents } = await benchmarkRegistry(folder, snapshots, rules, limit, LATEST);
  try {
    const [doses, truth] = [join(source, 'doses-long.csv'), join(source, 'truth.csv')];
    const records = await readBenchmark(doses, truth, Number(options.every), LATEST);
    const figures = measure(records, rules, BLOCKING_RULES.length, lookup);
    const crowded = contents.crowdedKeys.filter(({ rule }) => isOwn(rule));
    const n = (value: number) => value.toLocaleString('en-US');
    const parts = [
      `${n(contents.persons)} persons; ${n(figures.records)} distinct records of persons in the registry, of which the number does not lead to the person in ${n(figures.withoutNumber)}; a key is crowded above ${n(limit)} persons.`,
      ruleTable(figures, BLOCKING_RULES.length),
      ...(crowded.length > 0 ? ['## Crowded keys', crowdedTable(crowded)] : []),
      ...(options.tried === true
        ? ['## Rules that were tried', candidateTable(figures, BLOCKING_RULES.length)]
        : []),
    ];
    return `${parts.join('\n\n')}\n`;
  } finally {
    lookup.close();
  }
}

await new Command('blocking-report')
  .option('--data <folder>', 'a benchmark of `npm run generate`; without it, one is generated')
  .option(
    '--crowded-above <n>',
    'persons above which a key is crowded; 3 of 1.2 million is nearly what 200 is of 98 million',
    '3',
  )
  .option('--every <n>', 'take one distinct record in so many', '1')
  .option('--tried', 'also measure the rules of scripts/blocking/candidate-rules.ts')
  .option('--write <page>', 'replace the figures of this page')
  .action(report)
  .parseAsync();
