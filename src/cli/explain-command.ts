import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import type { Explanation } from '../domain/explanation.js';
import { Failure } from '../domain/failure.js';
import { renderExplanationHtml } from '../report/explanation-html.js';
import { renderExplanationJson } from '../report/explanation-json.js';
import { renderExplanationText } from '../report/explanation-text.js';
import { explainRows } from '../run/explain-rows.js';
import type { RowQuery } from '../run/find-rows.js';
import { publishFile } from '../run/publish-file.js';
import { readManifest } from '../run/read-manifest.js';
import { chosenModel } from './chosen-model.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

interface ExplainFlags extends Record<string, unknown> {
  readonly run: string;
  readonly registry: string;
  readonly row?: Extract<RowQuery, { kind: 'row' }>;
  readonly id?: string;
  readonly showOthers?: boolean;
  readonly json?: boolean;
  readonly html?: string;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ doisoat explain --run runs/2022-05-01 --registry registry.db --row hcm.csv:1204
  $ doisoat explain --run runs/2022-05-01 --registry registry.db --row hcm.csv:1204 --html why.html
  $ doisoat explain --run runs/2022-05-01 --registry registry.db --id 079085000111

It shows registry data: for those who may see the registry.

Exit codes: 0 explained; 2 usage or configuration; 3 no such row, or registry or model are not the run's; 5 the page cannot
be written.`;

/** `doisoat explain`. */
export function addExplainCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('explain')
    .description(
      'show for one record who was compared, what each field weighs, and why the result is what it is',
    )
    .requiredOption('--run <folder>', 'result folder of a run')
    .requiredOption('--registry <file>', 'the registry that the run used')
    .option('--row <file:row>', 'the row, as ds_source_file and ds_source_row have it', rowQuery)
    .option('--id <value>', 'the rows whose ID column holds this value')
    .option(
      '--show-others',
      'for a mismatch: show the persons that were compared, though it is not about them',
    )
    .option('--json', 'print as JSON')
    .option('--html <file>', 'write a page instead, to a new file')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, ['language', 'model']);
  command.action(async (flags: ExplainFlags) => {
    const { io, finish } = context;
    const query = queryOf(flags);
    const { config, origins } = loadConfig(io, flags.config, settingFlags(flags));
    const run = resolve(io.cwd, flags.run);
    const manifest = readManifest(run);
    // In the language of the run unless another is asked for.
    const lang = origins.get('language') === 'default' ? manifest.settings.language : config.language;
    const explanations = await explainRows({
      run,
      manifest,
      registry: resolve(io.cwd, flags.registry),
      query,
      showOthers: flags.showOthers === true,
      model: chosenModel(io, config).model,
      language: lang,
      toolVersion: toolVersion(),
    });
    if (flags.html !== undefined) {
      const page = renderExplanationHtml(explanations, lang);
      await publishFile(resolve(io.cwd, flags.html), async (file) => file.write(page));
    }
    io.stdout.write(output(explanations, flags, lang));
    finish(EXIT.published);
  });
}

function output(explanations: readonly Explanation[], flags: ExplainFlags, lang: 'vi' | 'en'): string {
  if (flags.json === true) return renderExplanationJson(explanations);
  if (flags.html === undefined) return renderExplanationText(explanations, lang);
  return `${lang === 'vi' ? 'Trang giải thích' : 'Page'}: ${flags.html}\n`;
}

/** `FILE:ROW`; the file's name may hold colons itself. */
function rowQuery(text: string): RowQuery {
  const found = /^(.+):(\d{1,15})$/s.exec(text);
  if (found === null) throw new InvalidArgumentError('write FILE:ROW, such as doses.csv:12.');
  return { kind: 'row', file: found[1]!, row: Number(found[2]) };
}

function queryOf({ row, id }: ExplainFlags): RowQuery {
  if (row !== undefined && id === undefined) return row;
  if (id !== undefined && row === undefined && id.trim() !== '') return { kind: 'id', value: id };
  throw new Failure({
    code: 'explain_which_row',
    exitCode: EXIT.usage,
    what: 'It is not said which row to explain.',
    expected: 'either --row FILE:ROW or --id VALUE',
    next: 'Take file and row from the columns ds_source_file and ds_source_row of the results.',
  });
}
