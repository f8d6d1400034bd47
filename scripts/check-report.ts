import { Command } from 'commander';
import { checkReport } from './report-check/check.js';

const program = new Command('check-report')
  .description(
    'Recomputes the figures of a deadline report from the result files of its runs, with nothing of the program.',
  )
  .requiredOption('--report <folder>', 'folder that `doisoat report` published (without --min-cell)')
  .requiredOption('--runs <folder...>', 'the runs it was made of, in the same order')
  .parse();

const options = program.opts<{ report: string; runs: string[] }>();
const result = checkReport(options.report, options.runs);
for (const line of result.lines) console.log(line);
process.exitCode = result.disagreements === 0 ? 0 : 1;
