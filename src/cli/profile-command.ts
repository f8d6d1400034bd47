import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { renderProfileJson } from '../report/profile-json.js';
import { renderProfileText } from '../report/profile-text.js';
import { createMappingFile } from '../run/mapping-file.js';
import { profileInputs } from '../run/profile-inputs.js';
import { publishFile } from '../run/publish-file.js';
import { chosenMapping } from './chosen-mapping.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { withInterrupts } from './interrupts.js';
import { progressScreen } from './io.js';
import { wholeNumber } from './run-flags.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';

interface ProfileFlags extends Record<string, unknown> {
  readonly rows?: number;
  readonly mapping?: string;
  readonly writeMapping?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ doisoat profile exports/ snapshot.csv
  $ doisoat profile list.xlsx --rows 10000 --lang en
  $ doisoat profile list.csv --write-mapping mapping.json
  $ doisoat run --doses list.csv --mapping mapping.json --registry registry.db --out results

Values are shown as shapes only (digits as 9, letters as A and a). What is told, and how to write a mapping:
docs/profile.md.

Exit codes: 0 all inputs can be read, whatever is suspicious in them; 2 usage, configuration or mapping; 3 an input cannot
be read (the others are told all the same); 5 the mapping cannot be written; 130/143 interrupted.`;

/** `doisoat profile`. */
export function addProfileCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('profile')
    .description('say how files would be read, what is in their columns, and what looks wrong, before a run')
    .argument('<file...>', 'dose exports or snapshots: files, folders or patterns')
    .option('--rows <n>', 'read only the first n rows of each input', wholeNumber)
    .option('--mapping <file>', 'read the inputs as this mapping says')
    .option(
      '--write-mapping <file>',
      'write how the inputs are read as a new mapping, to edit and give to `run`',
    )
    .option('--json', 'print as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, ['language', 'sexCoding', 'encoding']);
  command.action(async (files: string[], flags: ProfileFlags) => {
    const { io, finish } = context;
    const { config } = loadConfig(io, flags.config, settingFlags(flags));
    const { report, mapping } = await withInterrupts(io, (signal) =>
      profileInputs({
        inputs: files.map((path) => resolve(io.cwd, path)),
        rows: flags.rows ?? null,
        sexCoding: config.sexCoding === 'auto' ? undefined : config.sexCoding,
        encoding: config.encoding === 'auto' ? undefined : config.encoding,
        mapping: chosenMapping(io, flags.mapping),
        latestDate: config.latestDate,
        screen: progressScreen(io, flags.quiet === true),
        warn: (text) => io.stderr.write(`warning: ${text}\n`),
        signal,
      }),
    );
    if (flags.json === true) io.stdout.write(renderProfileJson(report, config.language));
    else if (flags.quiet !== true) io.stdout.write(renderProfileText(report, config.language));
    if (flags.quiet === true && report.unread.length > 0)
      for (const { what } of report.unread) io.stderr.write(`error: ${what}\n`);
    if (flags.writeMapping !== undefined && mapping.length > 0) {
      const text = createMappingFile(mapping);
      await publishFile(resolve(io.cwd, flags.writeMapping), async (file) => file.write(text));
    }
    finish(report.unread.length > 0 ? EXIT.inputUnusable : EXIT.published);
  });
}
