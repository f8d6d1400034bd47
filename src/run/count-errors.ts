import type { EntryError } from '../domain/entry-errors.js';
import { type FieldDifferences, OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import type { ReasonCode } from '../domain/reasons.js';
import type { FacilityTally, WorkKind } from '../report/deadline/error-tally.js';
import { ErrorCounter } from './error-counter.js';
import { parseIsoDate } from './iso-date.js';
import { type OutcomeHeader, readOutcomeBytes, resultOf, rowsOf } from './outcome-file.js';
import { layoutInResults } from './read-as.js';
import { facilityOf } from './read-doses.js';
import { readResidence } from './read-identity.js';
import { isNobodysRow } from './read-row.js';
import { openPlaces } from './reference-data.js';
import { damaged, type ReportFolder } from './report-run.js';
import { correctedErrors, type ErrorReading, unsettledErrors } from './row-errors.js';

/** A run whose rows of some provinces are counted; the unknown province has an empty code. */
export interface CountedRun {
  readonly run: ReportFolder;
  readonly provinces: readonly string[];
}

const NO_ERRORS: readonly EntryError[] = [];
const UNREADABLE: readonly EntryError[] = ['row_unreadable'];
/** Corrections repeat from dose to dose of a person; the memory of them is thrown away at this size. */
const MOST_REMEMBERED = 20_000;

/**
 * Counts rows and errors by facility over the result files of the runs, each read once from front to back; `scratch`
 * takes files meanwhile. The rows must be those that the manifests count.
 * @throws Failure exit 3 when they are not
 */
export async function countErrors(
  runs: readonly CountedRun[],
  scratch: string,
  signal: AbortSignal,
): Promise<readonly FacilityTally[]> {
  const counter = new ErrorCounter(scratch);
  try {
    for (const counted of runs) await new RunReader(counted, counter).read(signal);
    return counter.finish();
  } finally {
    counter.close();
  }
}

class RunReader {
  readonly #run: ReportFolder;
  readonly #provinces: ReadonlySet<string>;
  readonly #counter: ErrorCounter;
  readonly #places;
  readonly #rows = new Map<string, number>();
  readonly #corrections = new Map<string, ReadonlySet<EntryError>>();

  constructor({ run, provinces }: CountedRun, counter: ErrorCounter) {
    this.#run = run;
    this.#provinces = new Set(provinces);
    this.#counter = counter;
    this.#places = openPlaces(run.manifest.settings.admin_units);
  }

  async read(signal: AbortSignal): Promise<void> {
    for (const outcome of OUTCOMES) {
      let readings: ReadonlyMap<string, ErrorReading> | null = null;
      for await (const { header, bytes } of readOutcomeBytes(this.#run.folder, outcome)) {
        signal.throwIfAborted();
        readings ??= this.#readings(header);
        for (const fields of rowsOf(bytes, header.columns.length)) {
          const reading = readings.get(resultOf(fields, header, 'ds_source_file'));
          if (reading === undefined)
            throw damaged(this.#run.folder, 'a row is of a file that its manifest does not name');
          this.#addRow(fields, header, outcome, reading);
        }
      }
    }
    this.#checkRows();
  }

  /** How the rows of each input are read, by its name. */
  #readings(header: OutcomeHeader): ReadonlyMap<string, ErrorReading> {
    const { inputs, settings } = this.#run.manifest;
    const latest = parseIsoDate(settings.latest_date);
    // A source column can bear any name but those of the result columns.
    const columns = header.columns.slice(0, header.firstResult);
    return new Map(
      inputs.map(({ name, layout, read_as }) => [
        name,
        { layout: layoutInResults(read_as, layout, columns), latest },
      ]),
    );
  }

  #addRow(
    fields: readonly string[],
    header: OutcomeHeader,
    outcome: OutcomeName,
    reading: ErrorReading,
  ): void {
    const reason = resultOf(fields, header, 'ds_reason') as ReasonCode;
    const facility = facilityOf(fields, reading.layout);
    const province = outcome === 'rejected' ? '' : facility.province || this.#residence(fields, reading);
    if (!this.#provinces.has(province)) return;
    const key = `${province}|${outcome}|${reason}`;
    this.#rows.set(key, (this.#rows.get(key) ?? 0) + 1);
    if (isNobodysRow(reason)) return;
    const work = workOf(outcome, reason);
    this.#counter.add({
      fields,
      reading,
      facility,
      province,
      work,
      personId: resultOf(fields, header, 'ds_person_id'),
      errors: this.#errors(fields, header, work, reason, reading),
    });
  }

  #residence(fields: readonly string[], { layout }: ErrorReading): string {
    const { province } = readResidence(fields, layout, this.#places);
    return province === 0 ? '' : String(province).padStart(2, '0');
  }

  #errors(
    fields: readonly string[],
    header: OutcomeHeader,
    work: WorkKind,
    reason: ReasonCode,
    reading: ErrorReading,
  ): Iterable<EntryError> {
    if (work === 'asSent') return NO_ERRORS;
    if (work === 'unreadable') return UNREADABLE;
    if (work !== 'toCorrect') return unsettledErrors(fields, reason, reading);
    const text = resultOf(fields, header, 'ds_corrections');
    const officialClass = resultOf(fields, header, 'ds_official_class');
    const key = `${resultOf(fields, header, 'ds_source_file')}|${officialClass}|${text}`;
    let errors = this.#corrections.get(key);
    if (errors === undefined) {
      if (this.#corrections.size >= MOST_REMEMBERED) this.#corrections.clear();
      errors = correctedErrors(this.#parse(text), officialClass, reading);
      this.#corrections.set(key, errors);
    }
    return errors;
  }

  #parse(text: string): FieldDifferences {
    try {
      return JSON.parse(text) as FieldDifferences;
    } catch {
      throw damaged(this.#run.folder, 'a row has corrections that are no JSON');
    }
  }

  /** The files must hold the rows that the manifest counts: province, outcome and reason. */
  #checkRows(): void {
    const expected = new Map<string, number>();
    for (const { province, outcome, reason, rows } of this.#run.reported.cells) {
      if (!this.#provinces.has(province)) continue;
      const key = `${province}|${outcome}|${reason}`;
      expected.set(key, (expected.get(key) ?? 0) + rows);
    }
    for (const key of new Set([...expected.keys(), ...this.#rows.keys()]))
      if (expected.get(key) !== this.#rows.get(key))
        throw damaged(this.#run.folder, 'its files do not hold the rows that its manifest counts');
  }
}

function workOf(outcome: OutcomeName, reason: ReasonCode): WorkKind {
  switch (outcome) {
    case 'verified':
      return reason === 'exact' ? 'asSent' : 'toCorrect';
    case 'mismatch':
      return 'toAsk';
    case 'needs_review':
      return 'toReview';
    case 'rejected':
      return 'unreadable';
  }
}
