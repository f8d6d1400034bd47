import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { checkErrors } from './errors.js';
import { progressOf, statesOf, tableOf } from './expected.js';
import { PROVINCE_CODES } from './provinces.js';
import type { ProgressJson as Progress, ReportJson, TableJson as Table } from './report-json.js';
import { readRun } from './run-rows.js';
import { Verdicts } from './verdicts.js';

/** Wrong by field depends on the owner of the ID, whom the result files do not always name. */
const INFERRED_ROW = /^wrong_/;

/** Compares a report with its runs; the last line is the verdict. */
export function checkReport(
  folder: string,
  runFolders: readonly string[],
): { lines: string[]; disagreements: number } {
  const report = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as ReportJson;
  const runs = runFolders.map(readRun);
  const states = statesOf(runs, report.as_of);
  const verdicts = new Verdicts();
  const newest = [...states.values()].map((days) => days.at(-1)!);
  const newestDay = newest
    .map(({ day }) => day)
    .sort()
    .at(-1)!;
  verdicts.exact('newest_day', newestDay, report.newest_day);
  const missing = PROVINCE_CODES.filter((code) => !states.has(code));
  const stale = PROVINCE_CODES.filter(
    (code) => states.has(code) && states.get(code)!.at(-1)!.day < newestDay,
  );
  verdicts.exact('missing', missing.join(), report.missing.join());
  verdicts.exact('stale', stale.join(), report.stale.join());
  verdicts.exact(
    'provinces',
    [...PROVINCE_CODES].sort().join(),
    report.provinces.map(({ code }) => code).join(),
  );
  for (const { code, data_day, run, table, progress } of report.provinces) {
    const days = states.get(code);
    const last = days?.at(-1);
    verdicts.exact(`${code} day`, last?.day ?? null, data_day);
    verdicts.exact(`${code} run`, last?.run ?? null, run);
    if (last === undefined || table === null || progress === null) continue;
    compareTable(code, tableOf([last.cells]), table, verdicts);
    compareProgress(code, progressOf([days!], report.as_of, report.deadline), progress, verdicts);
  }
  const unknown = states.get('')?.at(-1);
  if (unknown !== undefined && unknown.rows.length > 0)
    compareTable('unknown', tableOf([unknown.cells]), report.unknown!.table, verdicts);
  else verdicts.exact('unknown', null, report.unknown);
  compareTable('total', tableOf(newest.map(({ cells }) => cells)), report.total.table, verdicts);
  const progress = progressOf([...states.values()], report.as_of, report.deadline);
  compareProgress('total', progress, report.total.progress, verdicts);
  checkErrors(
    newest.flatMap(({ rows }) => rows),
    report.errors,
    verdicts,
  );
  compareCsv(folder, report, verdicts);
  return verdicts.result();
}

function compareTable(
  code: string,
  expected: ReadonlyMap<string, number>,
  table: Table,
  verdicts: Verdicts,
): void {
  for (const [row, columns] of Object.entries(table))
    for (const [column, units] of Object.entries(columns))
      for (const [unit, found] of Object.entries(units)) {
        const value = expected.get(`${unit} ${row} ${column}`) ?? 0;
        const name = `${code} ${unit} ${row} ${column}`;
        if (INFERRED_ROW.test(row)) verdicts.inferred(name, value, found);
        else verdicts.exact(name, value, found);
      }
  for (const unit of ['persons', 'doses']) {
    const fields = Object.keys(table).filter((row) => INFERRED_ROW.test(row));
    const sum = fields.reduce((all, row) => all + table[row]!.all![unit]!, 0);
    verdicts.exact(`${code} ${unit} wrong by field`, table.wrong!.all![unit]!, sum);
  }
}

function compareProgress(code: string, expected: Progress, found: Progress, verdicts: Verdicts): void {
  const shown = (progress: Progress) => progress.days.map(({ day, sent, verified }) => [day, sent, verified]);
  verdicts.exact(`${code} days`, JSON.stringify(shown(expected)), JSON.stringify(shown(found)));
  verdicts.exact(`${code} left`, expected.left, found.left);
  verdicts.exact(`${code} needed a day`, expected.needed_per_day, found.needed_per_day);
  for (const speed of ['slowest', 'median', 'fastest'] as const)
    verdicts.exact(`${code} pace ${speed}`, expected.pace?.[speed] ?? null, found.pace?.[speed] ?? null);
  for (const when of ['expected', 'earliest', 'latest'] as const)
    verdicts.exact(`${code} ${when}`, expected.projection?.[when] ?? null, found.projection?.[when] ?? null);
}

/** summary.csv says the same as summary.json. */
function compareCsv(folder: string, { provinces, unknown, total }: ReportJson, verdicts: Verdicts): void {
  const lines: Record<string, string>[] = parse(readFileSync(join(folder, 'summary.csv')), { columns: true });
  const tables = [
    ...provinces.map(({ code, table }) => ({ code, table })),
    ...(unknown === null ? [] : [{ code: '', table: unknown.table }]),
    { code: 'total', table: total.table },
  ];
  verdicts.exact(
    'summary.csv lines',
    tables.map(({ code }) => code).join(),
    lines.map((line) => line.province_code).join(),
  );
  tables.forEach(({ code, table }, i) => {
    for (const [key, text] of Object.entries(lines[i] ?? {})) {
      const [, unit = '', name = ''] = /^(persons|doses)_(?!left)(.+)$/.exec(key) ?? [];
      if (unit === '') continue;
      const row = Object.keys(total.table).find(
        (one) => name === one || (name.startsWith(`${one}_`) && columnIn(total.table, one, name)),
      );
      // A figure that was given, such as persons_signed.
      if (row === undefined) continue;
      const column = name === row ? 'all' : name.slice(row.length + 1);
      verdicts.exact(
        `summary.csv ${code} ${key}`,
        table === null ? '' : String(table[row]![column]![unit]),
        text,
      );
    }
  });
}

function columnIn(table: Table, row: string, name: string): boolean {
  return table[row]![name.slice(row.length + 1)] !== undefined;
}
