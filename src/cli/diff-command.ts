import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import type { ChangedRow, RunComparison } from '../domain/run-comparison.js';
import type { Language } from '../domain/run-facts.js';
import { renderChanges, renderChangesHeader } from '../report/comparison-csv.js';
import { renderComparisonJson } from '../report/comparison-json.js';
import { renderComparisonText } from '../report/comparison-text.js';
import { compareRuns } from '../run/compare-runs.js';
import { publishFile } from '../run/publish-file.js';
import type { StagedFile } from '../run/staged-file.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';

interface DiffFlags extends Record<string, unknown> {
  readonly old: string;
  readonly new: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ doisoat diff --old runs/2022-04-24 --new runs/2022-05-01
  $ doisoat diff --old runs/a --new runs/b --out changed.csv

Exit codes: 0 compared, with differences or without; 2 usage or configuration; 3 a folder is no run; 5 the list cannot
be written.`;

const ROWS_AT_ONCE = 1000;

/** `doisoat diff`. */
export function addDiffCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('diff')
    .description('compare two runs row by row: what changed, and what went in differently')
    .requiredOption('--old <folder>', 'result folder of the earlier run')
    .requiredOption('--new <folder>', 'result folder of the later run')
    .option('--out <file>', 'list the changed rows in a new CSV file')
    .option('--json', 'print as JSON')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, ['language']);
  command.action(async (flags: DiffFlags) => {
    const { io, finish } = context;
    const { language } = loadConfig(io, flags.config, settingFlags(flags)).config;
    const compare = (onChange: (row: ChangedRow) => void) =>
      compareRuns(resolve(io.cwd, flags.old), resolve(io.cwd, flags.new), onChange);
    const comparison =
      flags.out === undefined
        ? await compare(() => {})
        : await publishFile(resolve(io.cwd, flags.out), (file) => listChanges(file, compare, language));
    io.stdout.write(
      flags.json === true ? renderComparisonJson(comparison) : renderComparisonText(comparison, language),
    );
    finish(EXIT.published);
  });
}

async function listChanges(
  file: StagedFile,
  compare: (onChange: (row: ChangedRow) => void) => Promise<RunComparison>,
  language: Language,
): Promise<RunComparison> {
  file.write(renderChangesHeader());
  let waiting: ChangedRow[] = [];
  const flush = () => {
    if (waiting.length > 0) file.write(renderChanges(waiting, language));
    waiting = [];
  };
  const comparison = await compare((row) => {
    if (waiting.push(row) >= ROWS_AT_ONCE) flush();
  });
  flush();
  return comparison;
}
