import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { renderEvaluationJson } from '../report/evaluation-json.js';
import { renderEvaluationText } from '../report/evaluation-text.js';
import { evaluateRun } from '../run/evaluate-run.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';

interface EvaluateFlags extends Record<string, unknown> {
  readonly run: string;
  readonly truth: string;
  readonly json?: boolean;
  readonly config?: string;
}

/** `doisoat evaluate`. */
export function addEvaluateCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('evaluate')
    .description('compare a run over generated data with the truth: wrong verified, recall, review share')
    .requiredOption('--run <folder>', 'result folder of a run')
    .requiredOption('--truth <file>', 'truth.csv of the generated exports')
    .option('--json', 'print the figures as JSON');
  addSettingFlags(command, ['language']);
  command.action(async (flags: EvaluateFlags) => {
    const { io, finish } = context;
    const { config } = loadConfig(io, flags.config, settingFlags(flags));
    const result = await evaluateRun(resolve(io.cwd, flags.run), resolve(io.cwd, flags.truth));
    io.stdout.write(
      flags.json === true ? renderEvaluationJson(result) : renderEvaluationText(result, config.language),
    );
    finish(EXIT.published);
  });
}
