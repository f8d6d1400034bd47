import { REASON_CODES } from '../domain/reasons.js';
import { needsWork, WORK_CLASSES } from '../domain/work-kinds.js';
import type { IndexEntry } from '../report/worklist-index.js';
import type { ListFile } from './worklist-files.js';
import type { WorklistOptions } from './worklist-options.js';

const WORKLIST_MANIFEST_VERSION = 1;

/** The manifest of a worklist folder. Like all others it holds no time and no path outside the folder. */
export function renderWorklistManifest(
  {
    manifest,
    by,
    format,
    language,
    toolVersion,
  }: Pick<WorklistOptions, 'manifest' | 'by' | 'format' | 'language' | 'toolVersion'>,
  runSha256: string,
  byReason: ReadonlyMap<string, number>,
  entries: readonly IndexEntry[],
  files: readonly ListFile[],
): string {
  const reasons = REASON_CODES.filter(needsWork);
  const byClass = WORK_CLASSES.map((workClass) => {
    const counts = entries.map((entry) => entry.counts.byClass[workClass]);
    const sum = (unit: 'rows' | 'items' | 'lines') => counts.reduce((total, count) => total + count[unit], 0);
    return [workClass, { rows: sum('rows'), records: sum('items'), points: sum('lines') }];
  });
  const value = {
    worklist_manifest_version: WORKLIST_MANIFEST_VERSION,
    tool: { name: 'doisoat', version: toolVersion },
    run: {
      manifest_sha256: runSha256,
      tool_version: manifest.tool.version,
      registry: manifest.registry,
      inputs: manifest.inputs.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })),
    },
    settings: { by, format, language },
    lists: entries.length,
    rows: {
      listed: [...byReason.values()].reduce((sum, rows) => sum + rows, 0),
      by_reason: Object.fromEntries(reasons.map((reason) => [reason, byReason.get(reason) ?? 0])),
      by_class: Object.fromEntries(byClass),
    },
    outputs: files,
    formula_injection: {
      xlsx: 'safe: every text is a text cell, unchanged; no cell holds a formula',
      csv: 'escaped: these files are for people; an apostrophe stands in front of = + - @, tab and carriage return',
    },
    disclosure:
      'the lists hold the data of the record itself, and for verified records what the registry says of that person; nothing of candidates',
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
