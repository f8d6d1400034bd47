import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { IDENTITY_FIELDS, type IdentityField, OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import type { ReasonCode } from '../domain/reasons.js';
import { type ChangedRow, ROW_CHANGES, type RowEnd, type RunComparison } from '../domain/run-comparison.js';
import { differencesOf } from './manifest-differences.js';
import { type RunManifest, readManifest } from './read-manifest.js';
import { RunRows } from './run-rows.js';

type Counts = Record<OutcomeName, number>;

function countsOf(): Counts {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Counts;
}

type CurrentRow = NonNullable<ReturnType<RunRows['current']>>;

/**
 * Compares two runs row by row, by file and record number. Both are read once from front to back and merged, so that
 * memory does not grow with them (a run that read the files in another order is read once a file).
 * @throws Failure exit 3 when a folder is no run, or its files are not as the run wrote them.
 */
export async function compareRuns(
  oldFolder: string,
  newFolder: string,
  onChange: (changed: ChangedRow) => void,
): Promise<RunComparison> {
  const manifests = [readManifest(oldFolder), readManifest(newFolder)] as const;
  const runs = [new RunRows(oldFolder, manifests[0]), new RunRows(newFolder, manifests[1])] as const;
  const tally = new Tally(onChange);
  try {
    for (const name of new Set(manifests.flatMap(({ inputs }) => inputs.map((input) => input.name)))) {
      const at = manifests.map(({ inputs }) => inputs.findIndex((input) => input.name === name));
      await mergeInput(name, runs, [at[0]!, at[1]!], tally);
    }
  } finally {
    for (const run of runs) await run.close();
  }
  checkComplete(oldFolder, manifests[0], runs[0]);
  checkComplete(newFolder, manifests[1], runs[1]);
  return { ...tally.result(), differences: differencesOf(manifests[0], manifests[1]) };
}

/** Merges the rows of one file. `at`: its position in each manifest, -1 where a run did not read it. */
async function mergeInput(
  name: string,
  [oldRun, newRun]: readonly [RunRows, RunRows],
  at: readonly [number, number],
  tally: Tally,
): Promise<void> {
  if (at[0] >= 0) await oldRun.seek(at[0]);
  if (at[1] >= 0) await newRun.seek(at[1]);
  for (;;) {
    if (at[0] >= 0 && oldRun.needsLoad) await oldRun.load();
    if (at[1] >= 0 && newRun.needsLoad) await newRun.load();
    const before = at[0] < 0 ? null : oldRun.current(at[0]);
    const after = at[1] < 0 ? null : newRun.current(at[1]);
    if (before === null && after === null) return;
    if (after === null || (before !== null && before.row < after.row)) {
      tally.onlyOld[before!.outcome]++;
      oldRun.advance();
    } else if (before === null || after.row < before.row) {
      tally.onlyNew[after.outcome]++;
      newRun.advance();
    } else {
      tally.compare(name, before, after);
      oldRun.advance();
      newRun.advance();
    }
  }
}

class Tally {
  readonly onlyOld = countsOf();
  readonly onlyNew = countsOf();
  readonly #matrix = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, countsOf()])) as Record<
    OutcomeName,
    Counts
  >;
  readonly #changes = { outcome: 0, reason: 0, person: 0, corrections: 0 };
  readonly #onChange: (changed: ChangedRow) => void;
  #rowsChanged = 0;

  constructor(onChange: (changed: ChangedRow) => void) {
    this.#onChange = onChange;
  }

  compare(file: string, before: CurrentRow, after: CurrentRow): void {
    this.#matrix[before.outcome][after.outcome]++;
    const oldCorrections = before.text('ds_corrections');
    const newCorrections = after.text('ds_corrections');
    const differs = {
      outcome: before.outcome !== after.outcome,
      reason: before.text('ds_reason') !== after.text('ds_reason'),
      person: before.text('ds_person_id') !== after.text('ds_person_id'),
      corrections: oldCorrections !== newCorrections,
    };
    if (!differs.outcome && !differs.reason && !differs.person && !differs.corrections) return;
    this.#rowsChanged++;
    for (const change of ROW_CHANGES) if (differs[change]) this.#changes[change]++;
    this.#onChange({
      file,
      row: before.row,
      old: endOf(before),
      new: endOf(after),
      corrections: differs.corrections ? changedFields(oldCorrections, newCorrections) : [],
    });
  }

  result(): Omit<RunComparison, 'differences'> {
    const rows = OUTCOMES.flatMap((outcome) => Object.values(this.#matrix[outcome]));
    return {
      rowsInBoth: rows.reduce((sum, count) => sum + count, 0),
      rowsChanged: this.#rowsChanged,
      matrix: this.#matrix,
      onlyOld: this.onlyOld,
      onlyNew: this.onlyNew,
      changes: this.#changes,
    };
  }
}

function endOf(row: CurrentRow): RowEnd {
  return {
    outcome: row.outcome,
    reason: row.text('ds_reason') as ReasonCode,
    personId: row.text('ds_person_id'),
  };
}

/** Fields whose entry in `ds_corrections` is not the same. */
function changedFields(before: string, after: string): IdentityField[] {
  const read = (text: string): Partial<Record<IdentityField, unknown>> =>
    text === '' ? {} : (JSON.parse(text) as Partial<Record<IdentityField, unknown>>);
  const [a, b] = [read(before), read(after)];
  return IDENTITY_FIELDS.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

function checkComplete(folder: string, { rows }: RunManifest, run: RunRows): void {
  if (run.taken === rows.out) return;
  throw new Failure({
    code: 'run_incomplete',
    exitCode: EXIT.inputUnusable,
    what: `The files of ${folder} hold ${run.taken} rows of its inputs; its manifest says ${rows.out}.`,
    expected: 'the folder as `doisoat run` wrote it',
    next: 'Copy the folder again, or run again.',
  });
}
