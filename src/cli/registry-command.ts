import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { type BuildReport, buildRegistry } from '../run/build-registry.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { withInterrupts } from './interrupts.js';
import { progressScreen } from './io.js';
import { buildReportText } from './registry-report.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

interface BuildFlags extends Record<string, unknown> {
  readonly snapshot: string[];
  readonly db: string;
  readonly replace?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ doisoat registry build --snapshot snapshot-1.csv snapshot-2.csv --db registry.db
  $ doisoat registry build --snapshot snapshots/ --db registry.db --replace --sex-coding registry`;

/** `doisoat registry build`. */
export function addRegistryCommand(program: Command, context: CommandContext): void {
  const registry = program.command('registry').description('build the registry that runs match against');
  const build = registry
    .command('build')
    .description('read snapshot files of the population registry into one registry file')
    .requiredOption(
      '--snapshot <file...>',
      'snapshot files, folders or patterns; .csv, .tsv, .txt, .gz, .zip, .xlsx',
    )
    .requiredOption('--db <file>', 'registry file to make')
    .option('--replace', 'replace a registry that is already there, in one step')
    .option('--json', 'print the report as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(build, ['sexCoding', 'encoding', 'adminUnits', 'language']);
  build.action(async (flags: BuildFlags) => {
    const { io, finish } = context;
    const { config } = loadConfig(io, flags.config, settingFlags(flags));
    const report: BuildReport = await withInterrupts(io, (signal) =>
      buildRegistry({
        snapshots: flags.snapshot.map((path) => resolve(io.cwd, path)),
        db: resolve(io.cwd, flags.db),
        replace: flags.replace === true,
        sexCoding: config.sexCoding === 'auto' ? undefined : config.sexCoding,
        encoding: config.encoding === 'auto' ? undefined : config.encoding,
        adminUnits: config.adminUnits,
        latestDate: config.latestDate,
        toolVersion: toolVersion(),
        screen: progressScreen(io, flags.quiet === true),
        signal,
      }),
    );
    if (flags.json === true) io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else if (flags.quiet !== true)
      io.stdout.write(buildReportText(report, flags.db, config.language, { next: true }));
    finish(EXIT.published);
  });
}
