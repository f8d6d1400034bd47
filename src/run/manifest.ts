import { OUTCOMES } from '../domain/outcome.js';
import { REASON_CODES } from '../domain/reasons.js';
import type { RunFacts } from '../domain/run-facts.js';
import type { SummaryCell } from '../domain/summary-cell.js';
import type { DecidedEncoding } from '../domain/text-encoding.js';
import { workbookObject } from '../input/workbook/notes.js';
import { falseMatchesObject } from '../report/false-match-table.js';
import { notComparedObject } from '../report/not-compared.js';
import { type InputIdentity, type RunIdentity, sha256Of } from './run-identity.js';
import type { FileFact } from './staged-file.js';

export const MANIFEST_VERSION = 1;

type OutputFact = FileFact & { readonly rows?: number };

function sumRows(
  cells: readonly SummaryCell[],
  keyOf: (cell: SummaryCell) => string,
): Record<string, number> {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.rows);
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Counts of words, never words. */
function encodingObject({ reason, evidence }: DecidedEncoding) {
  if (evidence === null) return { reason };
  const { words, explained, next, nextExplained } = evidence;
  return { reason, words, explained, next, next_explained: nextExplained };
}

function workbookFact({ workbook }: InputIdentity): { workbook?: Record<string, unknown> } {
  return workbook === undefined ? {} : { workbook: workbookObject(workbook) };
}

/**
 * The manifest: what went in, what came out, and with which settings. It holds no time and no path, so that the
 * same inputs give the same bytes; the time of a run is the time of its files.
 */
export function renderManifest(
  facts: RunFacts,
  { settings, model, inputs }: RunIdentity,
  cells: readonly SummaryCell[],
  outputs: readonly OutputFact[],
): string {
  const rowsIn = facts.inputs.reduce((sum, { rows }) => sum + rows, 0);
  const byOutcome = sumRows(cells, ({ outcome }) => outcome);
  const byReason = sumRows(cells, ({ reason }) => reason);
  const manifest = {
    manifest_version: MANIFEST_VERSION,
    tool: { name: 'doisoat', version: facts.toolVersion },
    settings: { ...settings, sha256: sha256Of(settings) },
    model,
    registry: facts.registry,
    inputs: facts.inputs.map((input, i) => ({
      ...input,
      encoding_decided_by: encodingObject(inputs[i]!.encoding),
      read_as: inputs[i]!.readAs,
      ...workbookFact(inputs[i]!),
      ...(inputs[i]!.mapping !== undefined && { mapping: inputs[i]!.mapping }),
    })),
    outputs,
    rows: {
      in: rowsIn,
      out: cells.reduce((sum, { rows }) => sum + rows, 0),
      other_provinces: facts.rowsOtherProvinces,
      over_limit: facts.rowsOverLimit,
      by_outcome: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, byOutcome[outcome] ?? 0])),
      by_reason: Object.fromEntries(REASON_CODES.map((reason) => [reason, byReason[reason] ?? 0])),
      by_province: sumRows(cells, ({ province }) => province),
    },
    blank_lines: facts.blankLines,
    inputs_not_utf8: facts.inputsNotUtf8,
    cells,
    decoys: facts.decoys,
    estimated_false_matches: falseMatchesObject(facts.decoys),
    not_compared: notComparedObject(facts.notCompared),
    formula_injection: 'not escaped: the CSV files are for machines and carry every value verbatim',
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
