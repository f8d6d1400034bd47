import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { Failures } from '../run/failures.js';
import { reconcile } from '../run/reconcile.js';
import { reconcileShard, type ShardResult } from '../run/reconcile-shard.js';
import type { RunOptions } from '../run/run-options.js';
import { chosenMapping } from './chosen-mapping.js';
import { chosenModel } from './chosen-model.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { type Config, policyOf } from './config-schema.js';
import { Interrupted, withInterrupts } from './interrupts.js';
import { progressScreen } from './io.js';
import { openLog } from './log-file.js';
import { printResult } from './print-result.js';
import { checkTogether, type RunFlags, shardOf, wholeNumber } from './run-flags.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

const EXAMPLES = `
Examples:
  $ doisoat run --doses exports/ --registry registry.db --out runs/2022-05-01
  $ doisoat run --doses hcm.csv --registry registry.db --out runs/hcm --province 79
  $ doisoat run --doses exports/*.csv.gz --registry registry.db --out trial --limit 1000 --dry-run
  $ doisoat run --doses exports/ --registry registry.db --out runs/2022-05-01 --resume
  $ doisoat run --doses exports/ --registry registry.db --out runs/2022-05-02 --since runs/2022-05-01
  $ doisoat run --doses exports/ --registry registry.db --out shards/3 --shard 3/8

Exit codes: 0 published; 1 published, a quality gate was exceeded or no row belongs to --province; 2 usage or
configuration; 3 input or registry unusable; 4 internal fault; 5 output cannot be written; 75 another run holds the
lock; 130/143 interrupted.`;

/** `doisoat run`. */
export function addRunCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('run')
    .description('match dose exports against a registry and write the result folder')
    .requiredOption(
      '--doses <file...>',
      'dose exports: files, folders or patterns; .csv, .tsv, .txt, .gz, .zip, .xlsx',
    )
    .requiredOption('--registry <file>', 'registry made by `doisoat registry build`')
    .requiredOption('--out <folder>', 'new folder for the results')
    .option('--limit <n>', 'take only the first n rows', wholeNumber)
    .option('--dry-run', 'do everything but publish')
    .option(
      '--resume',
      'go on with an interrupted run to the same folder; without one, begin at the first row',
    )
    .option('--restart', 'throw an interrupted run to the same folder away and begin anew')
    .option('--shard <i/n>', 'only part i of n, for `doisoat merge` to put together', shardOf)
    .option(
      '--since <folder>',
      'use the results of rows that an earlier run has already, and work on the others',
    )
    .option('--mapping <file>', 'how single files are to be read; see `doisoat profile --write-mapping`')
    .option('--log <file>', 'append a log of JSON lines (codes and counts, never a row)')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, [
    'jobs',
    'provinces',
    'language',
    'sexCoding',
    'encoding',
    'adminUnits',
    'deadline',
    'dataDate',
    'model',
    'match.policy',
    'match.verifyProbability',
  ]);
  command.action(async (flags: RunFlags) => {
    const { io, finish } = context;
    checkTogether(flags);
    const { config } = loadConfig(io, flags.config, settingFlags(flags));
    const { model } = chosenModel(io, config);
    const log = openLog(flags.log === undefined ? undefined : resolve(io.cwd, flags.log));
    const optionsWith = (signal: AbortSignal): RunOptions => ({
      doses: flags.doses.map((path) => resolve(io.cwd, path)),
      registry: resolve(io.cwd, flags.registry),
      out: resolve(io.cwd, flags.out),
      limit: flags.limit ?? null,
      dryRun: flags.dryRun === true,
      unfinished: flags.resume === true ? 'resume' : flags.restart === true ? 'restart' : null,
      since: flags.since === undefined ? null : resolve(io.cwd, flags.since),
      ...matchSettings(config),
      model,
      mapping: chosenMapping(io, flags.mapping),
      toolVersion: toolVersion(),
      screen: progressScreen(io, flags.quiet === true),
      log,
      warn: (text) => io.stderr.write(`warning: ${text}\n`),
      note: (text) => flags.quiet !== true && io.stderr.write(`note: ${text}\n`),
      signal,
    });
    const logFailure = (error: unknown) => {
      log('failed', { code: failureCode(error) });
      throw error;
    };
    const { shard } = flags;
    if (shard !== undefined) {
      const work = (signal: AbortSignal) => reconcileShard(optionsWith(signal), shard);
      printShard(context, flags, await withInterrupts(io, work).catch(logFailure));
      finish(EXIT.published);
      return;
    }
    const work = (signal: AbortSignal) => reconcile(optionsWith(signal));
    const result = await withInterrupts(io, work).catch(logFailure);
    const out = flags.dryRun === true ? null : flags.out;
    printResult(context, { ...flags, out }, config.language, result);
    finish(result.exitCode);
  });
}

/** The part of a run's options that the configuration decides. */
export function matchSettings(config: Config) {
  return {
    jobs: config.jobs,
    checkpointSeconds: config.checkpointSeconds,
    provinces: config.provinces === null ? null : [...new Set(config.provinces)].sort(),
    language: config.language,
    deadline: config.deadline,
    dataDate: config.dataDate,
    latestDate: config.latestDate,
    sexCoding: config.sexCoding === 'auto' ? undefined : config.sexCoding,
    encoding: config.encoding === 'auto' ? undefined : config.encoding,
    adminUnits: config.adminUnits,
    policy: policyOf(config),
    gates: config.gates,
  } satisfies Partial<RunOptions>;
}

function printShard({ io }: CommandContext, flags: RunFlags, result: ShardResult): void {
  const { number, of, rows, wasDone } = result;
  if (flags.json === true) {
    const shown = { shard: number, of, rows, was_done: wasDone };
    io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  } else if (flags.quiet !== true) {
    const done = wasDone ? 'was done already' : 'is done';
    io.stdout.write(
      `Shard ${number} of ${of} ${done}: ${rows} rows in ${flags.out}. When all are: doisoat merge\n`,
    );
  }
}

/** The code of a fault for the log: never its text, which may name a path. */
function failureCode(error: unknown): string {
  if (error instanceof Failure) return error.detail.code;
  if (error instanceof Failures) return error.all.map(({ detail }) => detail.code).join(' ');
  return error instanceof Interrupted ? 'interrupted' : 'internal';
}
