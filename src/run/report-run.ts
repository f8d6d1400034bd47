import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { DECOY_TRIALS } from '../domain/decoys.js';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { NOT_COMPARED_REASONS } from '../domain/not-compared.js';
import { OFFICIAL_CLASSES, OUTCOMES, WRONG_FIELDS } from '../domain/outcome.js';
import { REASON_CODES, type ReasonCode } from '../domain/reasons.js';
import { isDay } from '../report/deadline/days.js';
import type { ReportedRun } from '../report/deadline/reported-run.js';
import { checkBalance } from '../report/summarize.js';
import { systemCode } from './output-failure.js';
import { MANIFEST, type RunManifest, readManifestAs } from './read-manifest.js';
import { runWarnings } from './report-warnings.js';

const count = z.number().int().min(0);
const counts = z.object({ records: count, persons: count });
const numbers = z.array(z.number());

/** What the report reads of a manifest beside what every command reads. */
const REPORT_MANIFEST = MANIFEST.extend({
  settings: MANIFEST.shape.settings.extend({
    data_date: z.iso.date().nullable().default(null),
    provinces: z.array(z.string()).nullable(),
    limit: z.number().nullable(),
  }),
  inputs: z.array(MANIFEST.shape.inputs.element.extend({ bytes: count, encoding: z.string() })),
  outputs: z.array(z.object({ name: z.string(), bytes: count, sha256: z.string() })),
  inputs_not_utf8: z.array(z.string()),
  cells: z.array(
    z.object({
      province: z.string(),
      outcome: z.enum(OUTCOMES),
      reason: z.enum(REASON_CODES as readonly [ReasonCode, ...ReasonCode[]]),
      officialClass: z.enum(OFFICIAL_CLASSES),
      wrongField: z.enum(WRONG_FIELDS),
      rows: count,
      doses: count,
      persons: count,
    }),
  ),
  decoys: z.array(
    z.object({
      province: z.string(),
      rows: z.object({ ownNumber: count, anothersNumber: count, outsiders: count, noNumber: count }),
      hits: z.array(z.object({ trial: z.enum(DECOY_TRIALS), rows: numbers, squares: numbers })),
    }),
  ),
  not_compared: z.object({
    records: count,
    records_with_crowded_keys: count,
    by_reason: z.record(z.enum(NOT_COMPARED_REASONS as [(typeof NOT_COMPARED_REASONS)[number]]), counts),
  }),
});
type ReportManifest = z.output<typeof REPORT_MANIFEST>;

/** A run folder that the report can use. */
export interface ReportFolder {
  readonly folder: string;
  readonly manifest: RunManifest;
  readonly outputs: ReportManifest['outputs'];
  readonly reported: ReportedRun;
}

/**
 * Reads a run folder for the report and checks that its files are there in their sizes and that its figures add up.
 * @throws Failure exit 3: no run, no whole run, damaged, or of an unknown day
 */
export function readReportFolder(folder: string): ReportFolder {
  const { manifest, text } = readManifestAs(REPORT_MANIFEST, folder);
  if (manifest.settings.limit !== null)
    throw unusable(
      'run_not_whole',
      `${folder} is a run with --limit.`,
      'runs over all rows',
      'Run again without --limit.',
    );
  for (const { name, bytes } of manifest.outputs) {
    const found = sizeOf(join(folder, name));
    if (found !== bytes) throw damaged(folder, `${name} has ${found ?? 'no'} bytes and not ${bytes}`);
  }
  const cellRows = manifest.cells.reduce((sum, { rows }) => sum + rows, 0);
  if (cellRows !== manifest.rows.out || checkBalance(manifest.cells).length > 0)
    throw damaged(folder, 'the figures of its manifest do not add up');
  const { settings } = manifest;
  const name = basename(resolve(folder));
  const reported: ReportedRun = {
    name,
    ...dayOf(folder, name, settings.data_date),
    provinces: settings.provinces,
    toolVersion: manifest.tool.version,
    model: manifest.model,
    registry: manifest.registry,
    thresholds: settings.match,
    adminUnits: settings.admin_units,
    language: settings.language,
    manifestSha256: createHash('sha256').update(text).digest('hex'),
    rows: manifest.rows.out,
    inputs: manifest.inputs.map(({ name: input, bytes, rows, sha256, layout, encoding }) => ({
      name: input,
      bytes,
      rows,
      sha256,
      layout,
      encoding,
    })),
    cells: manifest.cells,
    decoys: manifest.decoys,
    notCompared: {
      records: manifest.not_compared.records,
      recordsNotFollowed: manifest.not_compared.records_with_crowded_keys,
      byReason: manifest.not_compared.by_reason,
    },
    warnings: runWarnings(manifest.inputs, manifest.inputs_not_utf8),
  };
  return { folder, manifest, outputs: manifest.outputs, reported };
}

/** Compares the checksums of all files of a run with its manifest. @throws Failure exit 3 when one is another. */
export async function checkChecksums({ folder, outputs }: ReportFolder): Promise<void> {
  for (const { name, sha256 } of outputs) {
    const hash = createHash('sha256');
    for await (const block of createReadStream(join(folder, name), { highWaterMark: 1 << 20 }))
      hash.update(block as Buffer);
    if (hash.digest('hex') !== sha256) throw damaged(folder, `${name} is not as it was written`);
  }
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** The day of the data: as the run was told, else as its folder's name says. */
function dayOf(
  folder: string,
  name: string,
  dataDate: string | null,
): { day: string; dayFrom: ReportedRun['dayFrom'] } {
  if (dataDate !== null) return { day: dataDate, dayFrom: 'setting' };
  const days = [...name.matchAll(/(?<!\d)(\d{4})(-?)(\d{2})\2(\d{2})(?!\d)/g)]
    .map(([, year, , month, date]) => `${year}-${month}-${date}`)
    .filter(isDay);
  const different = new Set(days);
  if (different.size === 1) return { day: days[0]!, dayFrom: 'folder_name' };
  throw unusable(
    'run_day_unknown',
    different.size === 0
      ? `The day of the data of ${folder} is not known.`
      : `The name of ${folder} holds several days.`,
    'a run with --data-date, or a day such as 2022-04-28 or 20220428 in the name of its folder',
    'Rename the folder, or run again with --data-date 2022-04-28.',
  );
}

/** A folder whose files are not what its manifest says. */
export function damaged(folder: string, how: string): Failure {
  return unusable(
    'run_damaged',
    `${folder} is not as it was published: ${how}.`,
    'the folder as `doisoat run` wrote it',
    'Copy the folder again, or run again.',
  );
}

function unusable(code: string, what: string, expected: string, next: string): Failure {
  return new Failure({ code, exitCode: EXIT.inputUnusable, what, expected, next });
}
