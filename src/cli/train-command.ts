import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import type { Language } from '../domain/run-facts.js';
import type { EmIteration } from '../match/train-em.js';
import { formatDecimal } from '../report/number-format.js';
import { renderTrainingJson } from '../report/training-json.js';
import { renderTrainingText } from '../report/training-text.js';
import { trainModel } from '../run/train-model.js';
import { chosenMapping } from './chosen-mapping.js';
import { chosenModel } from './chosen-model.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { withInterrupts } from './interrupts.js';
import { progressScreen } from './io.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

interface TrainFlags extends Record<string, unknown> {
  readonly doses: string[];
  readonly registry: string;
  readonly out: string;
  readonly sample: number;
  readonly iterations: number;
  readonly mapping?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ doisoat train --doses exports/ --registry registry.db --out model.json
  $ doisoat run --doses exports/ --registry registry.db --model model.json --out runs/2022-05-01

No labels are needed. The same files, registry and options give the same model, whatever the order of the files.

Exit codes: 0 trained; 2 usage, configuration or starting model; 3 input or registry unusable, or too few records to
learn from; 5 the model file cannot be written; 130/143 interrupted. On all but 0 nothing is written.`;

/** `doisoat train`. */
export function addTrainCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('train')
    .description('learn the weights of the matcher from dose exports and a registry, and write a model file')
    .requiredOption(
      '--doses <file...>',
      'dose exports: files, folders or patterns; .csv, .tsv, .txt, .gz, .zip, .xlsx',
    )
    .requiredOption('--registry <file>', 'registry made by `doisoat registry build`')
    .requiredOption('--out <file>', 'new model file')
    .option('--sample <n>', 'different records to learn from', wholeNumber(1_000_000), 100_000)
    .option('--iterations <n>', 'most iterations', wholeNumber(1000), 100)
    .option('--mapping <file>', 'how single files are to be read; see `doisoat profile --write-mapping`')
    .option('--json', 'print the report as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, ['language', 'sexCoding', 'encoding', 'adminUnits', 'model']);
  command.action(async (flags: TrainFlags) => {
    const { io, finish } = context;
    const { config } = loadConfig(io, flags.config, settingFlags(flags));
    const { model } = chosenModel(io, config);
    const report = await withInterrupts(io, (signal) =>
      trainModel({
        doses: flags.doses.map((path) => resolve(io.cwd, path)),
        registry: resolve(io.cwd, flags.registry),
        out: resolve(io.cwd, flags.out),
        sample: flags.sample,
        iterations: flags.iterations,
        model,
        mapping: chosenMapping(io, flags.mapping),
        sexCoding: config.sexCoding === 'auto' ? undefined : config.sexCoding,
        encoding: config.encoding === 'auto' ? undefined : config.encoding,
        adminUnits: config.adminUnits,
        latestDate: config.latestDate,
        toolVersion: toolVersion(),
        screen: progressScreen(io, flags.quiet === true),
        warn: (text) => io.stderr.write(`warning: ${text}\n`),
        onIteration: (number, iteration) => {
          if (flags.quiet !== true) io.stderr.write(iterationText(number, iteration, config.language));
        },
        signal,
      }),
    );
    if (flags.json === true) io.stdout.write(renderTrainingJson(report));
    else if (flags.quiet !== true) io.stdout.write(renderTrainingText(report, flags.out, config.language));
    finish(EXIT.published);
  });
}

function iterationText(number: number, iteration: EmIteration, language: Language): string {
  const change = formatDecimal(iteration.largestChange, 4, language);
  const likelihood = formatDecimal(iteration.logLikelihood, 1, language);
  return language === 'vi'
    ? `vòng lặp ${number}: thay đổi lớn nhất ${change} bit, log-likelihood ${likelihood} bit\n`
    : `iteration ${number}: largest change ${change} bits, log-likelihood ${likelihood} bits\n`;
}

function wholeNumber(most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < 1 || value > most) {
      throw new InvalidArgumentError(`must be a whole number from 1 to ${most}, digits only.`);
    }
    return value;
  };
}
