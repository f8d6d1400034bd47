import { resolve } from 'node:path';
import type { Command } from 'commander';
import { mergeShards } from '../run/merge-shards.js';
import type { CommandContext } from './command-context.js';
import { withInterrupts } from './interrupts.js';
import { openLog } from './log-file.js';
import { printResult } from './print-result.js';
import { toolVersion } from './version.js';

interface MergeFlags {
  readonly shards: string[];
  readonly out: string;
  readonly log?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
Examples:
  $ doisoat merge --shards shards/ --out runs/2022-05-01
  $ doisoat merge --shards shards/1 shards/2 shards/3 --out runs/2022-05-01

The result is the folder that one run would have published, byte for byte; the settings are those of the shards.
Exit codes as for run; 3: a shard is missing, damaged or of another run.`;

/** `doisoat merge`. */
export function addMergeCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('merge')
    .description('put the shards of a run together into its result folder')
    .requiredOption(
      '--shards <folder...>',
      'folders that `doisoat run --shard` made, or a folder of such folders',
    )
    .requiredOption('--out <folder>', 'new folder for the results')
    .option('--log <file>', 'append a log of JSON lines (codes and counts, never a row)')
    .option('--json', 'print the summary as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  command.action(async (flags: MergeFlags) => {
    const { io, finish } = context;
    const log = openLog(flags.log === undefined ? undefined : resolve(io.cwd, flags.log));
    const result = await withInterrupts(io, (signal) =>
      mergeShards({
        shards: flags.shards.map((path) => resolve(io.cwd, path)),
        out: resolve(io.cwd, flags.out),
        toolVersion: toolVersion(),
        log,
        signal,
      }),
    );
    printResult(context, flags, result.facts.language, result);
    finish(result.exitCode);
  });
}
