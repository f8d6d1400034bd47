import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { GROUPINGS, type Grouping, LIST_FORMATS, type ListFormat } from '../domain/worklist.js';
import { renderWorklistJson, renderWorklistText } from '../report/worklist-text.js';
import { makeWorklists } from '../run/make-worklists.js';
import { readManifest } from '../run/read-manifest.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { withInterrupts } from './interrupts.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

interface WorklistFlags extends Record<string, unknown> {
  readonly run: string;
  readonly out: string;
  readonly by: Grouping;
  readonly format: ListFormat;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ doisoat worklist --run runs/2022-05-01 --by facility --out lists/2022-05-01
  $ doisoat worklist --run runs/2022-05-01 --by commune --format csv --out lists/communes

Each list holds personal data: give it only to those who answer for its records. What is in the sheets:
docs/worklists.md.

Exit codes: 0 written; 2 usage or configuration; 3 the folder is no run, or not as the run wrote it; 5 the lists cannot be
written; 75 another process is writing there.`;

/** `doisoat worklist`. */
export function addWorklistCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('worklist')
    .description('write for each facility, commune or province a list of what to correct, ask or look up')
    .requiredOption('--run <folder>', 'result folder of a run')
    .requiredOption('--out <folder>', 'new folder for the lists')
    .addOption(new Option('--by <unit>', 'one list for each of these').choices(GROUPINGS).default('facility'))
    .addOption(new Option('--format <format>', 'kind of files').choices(LIST_FORMATS).default('xlsx'))
    .option('--json', 'print the lists and their counts as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, ['language']);
  command.action(async (flags: WorklistFlags) => {
    const { io, finish } = context;
    const { config, origins } = loadConfig(io, flags.config, settingFlags(flags));
    const run = resolve(io.cwd, flags.run);
    const manifest = readManifest(run);
    // In the language of the run unless another is asked for.
    const language = origins.get('language') === 'default' ? manifest.settings.language : config.language;
    const { lists } = await withInterrupts(io, (signal) =>
      makeWorklists({
        run,
        manifest,
        out: resolve(io.cwd, flags.out),
        by: flags.by,
        format: flags.format,
        language,
        toolVersion: toolVersion(),
        signal,
      }),
    );
    if (flags.json === true) io.stdout.write(renderWorklistJson(lists));
    else if (flags.quiet !== true) io.stdout.write(renderWorklistText(lists, flags.out, flags.by, language));
    finish(EXIT.published);
  });
}
