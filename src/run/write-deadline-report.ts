import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeadlineReport } from '../domain/deadline-report.js';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { officeBytes } from '../output/office-bytes.js';
import { composeReport } from '../report/deadline/compose.js';
import { renderDeadlineCsv } from '../report/deadline/deadline-csv.js';
import { renderDeadlineJson } from '../report/deadline/deadline-json.js';
import { DEADLINE_DOCUMENTS, type DocumentContent } from '../report/deadline/documents.js';
import { publishable } from '../report/deadline/publishable.js';
import { newestDay, newestOf, timelinesOf } from '../report/deadline/timeline.js';
import { countErrors } from './count-errors.js';
import { collectFailures } from './failures.js';
import { findRuns } from './find-runs.js';
import { isSystemError, outputFailure } from './output-failure.js';
import { badFigureText, type ReadFigures, readFigures } from './read-figures.js';
import { checkChecksums, type ReportFolder, readReportFolder } from './report-run.js';
import { letSignalsIn } from './signals.js';
import { type FileFact, writeStagedFile } from './staged-file.js';
import { openStaging } from './staging.js';

export interface DeadlineReportOptions {
  /** Run folders, or folders of run folders; of two runs of one province on one day the later one counts. */
  readonly runs: readonly string[];
  /** Files of further figures. */
  readonly figures: readonly string[];
  readonly out: string;
  /** ISO day; null: the newest day of the data. */
  readonly asOf: string | null;
  readonly deadline: string;
  /** Days; null: a province is stale when there is a newer day. */
  readonly staleAfter: number | null;
  /** Persons; null: nothing is suppressed. */
  readonly minCell: number | null;
  readonly mostFacilities: number;
  readonly language: Language;
  readonly toolVersion: string;
  readonly warn: (text: string) => void;
  /** Aborted on Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

const REPORT_MANIFEST_VERSION = 1;

/**
 * Writes the deadline report of some runs: figures, documents and manifest, whole or not at all.
 * @throws Failure exit 3 for runs and figures that cannot be used, exit 5 when the place is taken or cannot be written
 */
export async function writeDeadlineReport(options: DeadlineReportOptions): Promise<DeadlineReport> {
  const runs = await collectFailures(
    findRuns(options.runs).map((folder) => async () => readReportFolder(folder)),
  );
  const figures = await readFigures(options.figures);
  for (const bad of figures.bad) options.warn(badFigureText(bad, options.language));
  const asOf =
    options.asOf ??
    newestDay(
      runs.map(({ reported }) => reported),
      null,
    )!;
  const staging = openStaging(options.out, { beats: true });
  try {
    const report = await buildReport(runs, figures, asOf, staging.folder, options);
    const results = join(staging.folder, 'report');
    mkdirSync(results, { mode: 0o700 });
    const outputs = [
      writeStagedFile(results, 'summary.csv', renderDeadlineCsv(report)),
      writeStagedFile(results, 'summary.json', renderDeadlineJson(report)),
    ];
    for (const { name, render } of DEADLINE_DOCUMENTS) {
      const content = await render(report, options.language);
      outputs.push(
        writeStagedFile(results, name, isFileContent(content) ? content : await officeBytes(content)),
      );
      await letSignalsIn();
      options.signal.throwIfAborted();
    }
    writeStagedFile(results, 'manifest.json', renderManifest(report, figures, outputs, options));
    staging.publish(results);
    return report;
  } catch (error) {
    throw isSystemError(error) ? outputFailure(options.out, error) : error;
  } finally {
    staging.discard();
  }
}

function isFileContent(content: DocumentContent): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array;
}

async function buildReport(
  runs: readonly ReportFolder[],
  { given, bad }: ReadFigures,
  asOf: string,
  scratch: string,
  options: DeadlineReportOptions,
): Promise<DeadlineReport> {
  const reported = runs.map((run) => run.reported);
  const timelines = timelinesOf(reported, asOf);
  if (timelines.size === 0) throw nothingBefore(asOf);
  const counted = newestOf(timelines, runs.length)
    .map((provinces, i) => ({ run: runs[i]!, provinces }))
    .filter(({ provinces }) => provinces.length > 0);
  for (const { run } of counted) {
    options.signal.throwIfAborted();
    await checkChecksums(run);
  }
  const facilities = await countErrors(counted, scratch, options.signal);
  const { deadline, staleAfter, mostFacilities, minCell } = options;
  const notes = bad.length === 0 ? [] : [badFiguresNote(bad.length)];
  const parts = {
    runs: reported,
    timelines,
    asOf,
    deadline,
    staleAfter,
    given,
    facilities,
    mostFacilities,
    notes,
  };
  const report = composeReport(parts);
  return minCell === null ? report : publishable(report, minCell);
}

function badFiguresNote(cells: number): Bilingual {
  return {
    vi: `${cells} dòng hoặc ô của tệp số liệu kèm theo không dùng được và đã bị bỏ qua.`,
    en: `${cells} rows or cells of the files of further figures cannot be used and were left out.`,
  };
}

/** What went in and what came out. It holds no time and no path, so that the same runs give the same bytes. */
function renderManifest(
  { asOf, runs, deadline }: DeadlineReport,
  { files }: ReadFigures,
  outputs: readonly FileFact[],
  { toolVersion, staleAfter, minCell, mostFacilities, language }: DeadlineReportOptions,
): string {
  const manifest = {
    report_manifest_version: REPORT_MANIFEST_VERSION,
    tool: { name: 'doisoat', version: toolVersion },
    settings: {
      as_of: asOf,
      deadline,
      stale_after: staleAfter,
      min_cell: minCell,
      facilities: mostFacilities,
      language,
    },
    runs: runs.map(({ name, day, manifestSha256, newestOf: provinces }) => ({
      name,
      day,
      manifest_sha256: manifestSha256,
      newest_of: provinces,
    })),
    figures: files,
    outputs,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function nothingBefore(asOf: string): Failure {
  return new Failure({
    code: 'runs_all_later',
    exitCode: EXIT.inputUnusable,
    what: `All runs are of days after ${asOf}.`,
    expected: 'at least one run of that day or before',
    next: 'Give another --as-of, or earlier runs.',
  });
}
