import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { Failure } from '../domain/failure.js';
import { gateText } from '../report/gates.js';
import { renderRunText } from '../report/run-text.js';
import { renderSummaryJson } from '../report/summary-json.js';
import { Failures } from '../run/failures.js';
import { type RunResult, reconcile } from '../run/reconcile.js';
import type { RunOptions } from '../run/run-options.js';
import { chosenModel } from './chosen-model.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { type Config, policyOf } from './config-schema.js';
import { Interrupted, withInterrupts } from './interrupts.js';
import { progressScreen } from './io.js';
import { openLog } from './log-file.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

interface RunFlags extends Record<string, unknown> {
  readonly doses: string[];
  readonly registry: string;
  readonly out: string;
  readonly limit?: number;
  readonly dryRun?: boolean;
  readonly log?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ doisoat run --doses exports/ --registry registry.db --out runs/2022-05-01
  $ doisoat run --doses hcm.csv --registry registry.db --out runs/hcm --province 79
  $ doisoat run --doses exports/*.csv.gz --registry registry.db --out trial --limit 1000 --dry-run

Exit codes: 0 published; 1 published, a quality gate was exceeded or no row belongs to --province; 2 usage or
configuration; 3 input or registry unusable; 4 internal fault; 5 output cannot be written; 75 another run holds the
lock; 130/143 interrupted.`;

/** `doisoat run`. */
export function addRunCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('run')
    .description('match dose exports against a registry and write the result folder')
    .requiredOption('--doses <file...>', 'dose exports: files, folders or patterns; .csv, .tsv, .txt, .gz')
    .requiredOption('--registry <file>', 'registry made by `doisoat registry build`')
    .requiredOption('--out <folder>', 'new folder for the results')
    .option('--limit <n>', 'take only the first n rows', wholeNumber)
    .option('--dry-run', 'do everything but publish')
    .option('--log <file>', 'append a log of JSON lines (codes and counts, never a row)')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, [
    'jobs',
    'provinces',
    'language',
    'sexCoding',
    'adminUnits',
    'deadline',
    'model',
    'match.policy',
    'match.verifyProbability',
  ]);
  command.action(async (flags: RunFlags) => {
    const { io, finish } = context;
    const { config } = loadConfig(io, flags.config, settingFlags(flags));
    const { model } = chosenModel(io, config);
    const log = openLog(flags.log === undefined ? undefined : resolve(io.cwd, flags.log));
    const result = await withInterrupts(io, (signal) =>
      reconcile({
        doses: flags.doses.map((path) => resolve(io.cwd, path)),
        registry: resolve(io.cwd, flags.registry),
        out: resolve(io.cwd, flags.out),
        limit: flags.limit ?? null,
        dryRun: flags.dryRun === true,
        ...matchSettings(config),
        model,
        toolVersion: toolVersion(),
        screen: progressScreen(io, flags.quiet === true),
        log,
        warn: (text) => io.stderr.write(`warning: ${text}\n`),
        signal,
      }),
    ).catch((error: unknown) => {
      log('failed', { code: failureCode(error) });
      throw error;
    });
    printResult(context, flags, config, result);
    finish(result.exitCode);
  });
}

/** The part of a run's options that the configuration decides. */
export function matchSettings(config: Config) {
  return {
    jobs: config.jobs,
    provinces: config.provinces === null ? null : [...new Set(config.provinces)].sort(),
    language: config.language,
    deadline: config.deadline,
    latestDate: config.latestDate,
    sexCoding: config.sexCoding === 'auto' ? undefined : config.sexCoding,
    adminUnits: config.adminUnits,
    policy: policyOf(config),
    gates: config.gates,
  } satisfies Partial<RunOptions>;
}

function printResult({ io }: CommandContext, flags: RunFlags, config: Config, result: RunResult): void {
  const { summary, facts } = result;
  if (flags.json === true) io.stdout.write(renderSummaryJson(summary, facts));
  else if (flags.quiet !== true) {
    const out = flags.dryRun === true ? null : flags.out;
    io.stdout.write(renderRunText(summary, facts, out, config.language));
  }
  if (flags.dryRun === true && flags.quiet !== true) {
    io.stderr.write(
      config.language === 'vi' ? 'Chạy thử: không ghi tệp nào.\n' : 'Dry run: nothing was written.\n',
    );
  }
  io.stderr.write(gateText(result.exceeded, config.language));
}

/** The code of a fault for the log: never its text, which may name a path. */
function failureCode(error: unknown): string {
  if (error instanceof Failure) return error.detail.code;
  if (error instanceof Failures) return error.all.map(({ detail }) => detail.code).join(' ');
  return error instanceof Interrupted ? 'interrupted' : 'internal';
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1) {
    // 1.000 is a thousand to the reader and one to the machine.
    throw new InvalidArgumentError('must be a whole number from 1, digits only: write 1000 for a thousand.');
  }
  return value;
}
