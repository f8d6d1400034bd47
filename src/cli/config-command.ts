import type { Command } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { createModelFile } from '../run/model-file.js';
import { chosenModel } from './chosen-model.js';
import type { CommandContext } from './command-context.js';
import { environmentName, leavesOf, loadConfig } from './config.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';

/** `doisoat config show`: every setting, its value, and where the value came from. */
export function addConfigCommand(program: Command, context: CommandContext): void {
  const config = program.command('config').description('look at the settings');
  const show = config
    .command('show')
    .description('print every setting, its value, its origin and its environment variable')
    .option('--json', 'print as JSON');
  addSettingFlags(show, [
    'jobs',
    'provinces',
    'language',
    'sexCoding',
    'encoding',
    'deadline',
    'dataDate',
    'model',
    'match.policy',
    'match.verifyProbability',
  ]);
  show.action((flags: Record<string, unknown> & { config?: string; json?: boolean }) => {
    const { io, finish } = context;
    const loaded = loadConfig(io, flags.config, settingFlags(flags));
    const rows = leavesOf(loaded.config as unknown as Record<string, unknown>).map(([name, value]) => ({
      name,
      value,
      origin: loaded.origins.get(name) ?? 'default',
      environment: environmentName(name),
    }));
    if (flags.json === true) io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    else {
      for (const { name, value, origin, environment } of rows) {
        io.stdout.write(`${name} = ${JSON.stringify(value)}  (${origin}; ${environment})\n`);
      }
    }
    finish(EXIT.published);
  });
  addConfigModelCommand(config, context);
}

/** `doisoat config model`: the model in use, to look at, to check, or to start one's own from. */
function addConfigModelCommand(config: Command, context: CommandContext): void {
  const command = config.command('model').description('print the model in use as a model file');
  addSettingFlags(command, ['model']);
  command.action((flags: Record<string, unknown> & { config?: string }) => {
    const { io, finish } = context;
    const loaded = loadConfig(io, flags.config, settingFlags(flags));
    const { model, provenance } = chosenModel(io, loaded.config);
    io.stdout.write(createModelFile(model, provenance));
    finish(EXIT.published);
  });
}
