import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { DEFAULT_MODEL } from '../match/model.js';
import { gateText } from '../report/gates.js';
import { renderRunText } from '../report/run-text.js';
import { buildRegistry } from '../run/build-registry.js';
import { reconcile } from '../run/reconcile.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { withInterrupts } from './interrupts.js';
import { progressScreen } from './io.js';
import { buildReportText } from './registry-report.js';
import { matchSettings } from './run-command.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

/** The shipped example: three folders up from the compiled `dist/src/cli`. */
const EXAMPLE = fileURLToPath(new URL('../../../fixtures/demo/', import.meta.url));

/** `doisoat demo`: registry build and run on the shipped, generated example. */
export function addDemoCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('demo')
    .description('build a registry and run on the shipped, generated example')
    .option('--out <folder>', 'folder for the demo; one left by an earlier demo is replaced', 'demo-out');
  addSettingFlags(command, ['jobs', 'language']);
  command.action(async (flags: Record<string, unknown> & { out: string; config?: string }) => {
    const { io, finish } = context;
    const { config } = loadConfig(io, flags.config, settingFlags(flags));
    const folder = resolve(io.cwd, flags.out);
    const db = join(folder, 'registry.db');
    const out = join(folder, 'run');
    // Only what a demo made is removed: its registry and its run stand together.
    if (existsSync(db)) rmSync(out, { recursive: true, force: true });
    const screen = progressScreen(io, false);
    await withInterrupts(io, async (signal) => {
      const report = await buildRegistry({
        snapshots: [join(EXAMPLE, 'snapshot-1.csv'), join(EXAMPLE, 'snapshot-2.csv')],
        db,
        replace: true,
        sexCoding: undefined,
        encoding: undefined,
        adminUnits: '2022',
        latestDate: config.latestDate,
        toolVersion: toolVersion(),
        screen,
        signal,
      });
      const built = buildReportText(report, join(flags.out, 'registry.db'), config.language, { next: false });
      io.stdout.write(`${built}\n`);
      const result = await reconcile({
        ...matchSettings(config),
        doses: [join(EXAMPLE, 'doses-long.csv')],
        registry: db,
        out,
        limit: null,
        dryRun: false,
        unfinished: null,
        since: null,
        model: DEFAULT_MODEL,
        mapping: null,
        toolVersion: toolVersion(),
        screen,
        log: () => {},
        note: () => {},
        warn: (text) => io.stderr.write(`warning: ${text}\n`),
        signal,
      });
      io.stdout.write(renderRunText(result.summary, result.facts, join(flags.out, 'run'), config.language));
      io.stderr.write(gateText(result.exceeded, config.language));
      finish(result.exitCode);
    });
  });
}
