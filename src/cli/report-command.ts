import { resolve } from 'node:path';
import type { Command } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { isDay } from '../report/deadline/days.js';
import { renderDeadlineJson } from '../report/deadline/deadline-json.js';
import { renderDeadlineText } from '../report/deadline/deadline-text.js';
import { writeDeadlineReport } from '../run/write-deadline-report.js';
import type { CommandContext } from './command-context.js';
import { loadConfig } from './config.js';
import { withInterrupts } from './interrupts.js';
import { wholeNumber } from './run-flags.js';
import { addSettingFlags, settingFlags } from './settings-flags.js';
import { toolVersion } from './version.js';

interface ReportFlags extends Record<string, unknown> {
  readonly runs: string[];
  readonly out: string;
  readonly figures?: string[];
  readonly asOf?: string;
  readonly staleAfter?: number;
  readonly minCell?: number;
  readonly facilities: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

const MOST_FACILITIES = 300;

const EXAMPLES = `
Examples:
  $ doisoat report --runs runs/ --out reports/2022-04-28
  $ doisoat report --runs runs/* --figures figures.csv --as-of 2022-04-28 --out reports/2022-04-28
  $ doisoat report --runs runs/* --min-cell 10 --out reports/public

Each province counts with its newest run; older runs give the trend. Of two runs of a province on one day the later
argument counts. The day of a run is that of its --data-date, else the one in its folder's name.
Exit codes: 0 published; 2 usage or configuration; 3 a run or a file of figures cannot be used; 4 internal fault; 5 output
cannot be written; 75 another process writes there; 130/143 interrupted.`;

/** `doisoat report`. */
export function addReportCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('report')
    .description('compose the deadline report of the provinces from run folders')
    .requiredOption('--runs <folder...>', 'result folders of runs, or a folder of such folders')
    .requiredOption('--out <folder>', 'new folder for the report')
    .option('--as-of <yyyy-mm-dd>', 'the day to report; later runs are left out (default: the newest day)')
    .option('--figures <file...>', 'CSV files with complaints, signatures, passports, officers, population')
    .option('--stale-after <days>', 'a province is stale when its data are more days old', dayCount)
    .option('--min-cell <n>', 'for publication: suppress cells of fewer persons', wholeNumber)
    .option('--facilities <n>', 'list at most so many facilities', wholeNumber, MOST_FACILITIES)
    .option('--json', 'print the report as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText('after', EXAMPLES);
  addSettingFlags(command, ['language', 'deadline']);
  command.action(async (flags: ReportFlags) => {
    const { io, finish } = context;
    const { language, deadline } = loadConfig(io, flags.config, settingFlags(flags)).config;
    const paths = (names: readonly string[]) => names.map((path) => resolve(io.cwd, path));
    const report = await withInterrupts(io, (signal) =>
      writeDeadlineReport({
        runs: paths(flags.runs),
        figures: paths(flags.figures ?? []),
        out: resolve(io.cwd, flags.out),
        asOf: flags.asOf === undefined ? null : dayOf(flags.asOf),
        deadline,
        staleAfter: flags.staleAfter ?? null,
        minCell: flags.minCell ?? null,
        mostFacilities: flags.facilities,
        language,
        toolVersion: toolVersion(),
        warn: (text) => io.stderr.write(`warning: ${text}\n`),
        signal,
      }),
    );
    if (flags.json === true) io.stdout.write(renderDeadlineJson(report));
    else if (flags.quiet !== true) io.stdout.write(renderDeadlineText(report, flags.out, language));
    finish(EXIT.published);
  });
}

function dayOf(text: string): string {
  if (isDay(text)) return text;
  throw new Failure({
    code: 'day_invalid',
    exitCode: EXIT.usage,
    what: '--as-of is no day of the calendar.',
    expected: 'a day as 2022-04-28',
    next: 'Write year, month and day with hyphens.',
  });
}

/** A number of days, from 0. */
function dayCount(text: string): number {
  return text === '0' ? 0 : wholeNumber(text);
}
