import type { FileLayout } from '../domain/dose-record.js';
import type { PartialDate } from '../domain/identity.js';
import {
  type FieldDifferences,
  IDENTITY_FIELDS,
  type IdentityField,
  OUTCOMES,
  type OutcomeName,
} from '../domain/outcome.js';
import type { MismatchReason, RejectReason, ReviewReason } from '../domain/reasons.js';
import { REASONS } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { needsWork, type ReasonOfWork } from '../domain/work-kinds.js';
import type { Grouping, WorkItem, WorkLine } from '../domain/worklist.js';
import { correctionKind } from '../match/correction-kind.js';
import { explainMismatch } from '../match/explain-mismatch.js';
import { normalizeName } from '../normalize/name.js';
import type { PlaceResolver } from '../normalize/place.js';
import { correctionSentence, reviewSentence } from '../report/worklist-sentences.js';
import { parseIsoDate } from './iso-date.js';
import { type OutcomeHeader, readOutcomeRows, resultOf } from './outcome-file.js';
import { openPlaceWords, type PlaceWords } from './place-words.js';
import { layoutInResults } from './read-as.js';
import { type ReadIdentity, readIdentity } from './read-identity.js';
import type { RunManifest } from './read-manifest.js';
import { openPlaces } from './reference-data.js';
import { brokenRowClaim, claimOf, facilityOf } from './worklist-claim.js';
import type { ListClaim } from './worklist-lists.js';
import {
  dosesAsSent,
  type FurtherColumns,
  furtherColumns,
  sexAsSent,
  workRecordOf,
} from './worklist-record.js';

/** A row of a run that needs work. */
export interface RowToWorkOn {
  readonly reason: string;
  readonly claim: ListClaim;
  readonly item: WorkItem;
  /** Probability of the best candidate, 0 without one. */
  readonly probability: number;
  /** What more is known of a row that its class and lines do not say; null for a rejected row. */
  readonly source: SourceRow | null;
}

/** A readable row with the layout of its file. */
export interface SourceRow {
  readonly fields: readonly string[];
  readonly layout: FileLayout;
  readonly further: FurtherColumns;
  readonly read: ReadIdentity;
  /** Of a verified row, else empty. */
  readonly personId: string;
  readonly officialClass: string;
  readonly corrections: FieldDifferences;
}

type Column = Parameters<typeof resultOf>[2];

/** Reads the rows of a run that need work, those that are certain first. */
export class WorklistRows {
  readonly words: PlaceWords = openPlaceWords();
  readonly #folder: string;
  readonly #manifest: RunManifest;
  readonly #by: Grouping;
  readonly #lang: Language;
  readonly #places: PlaceResolver;
  readonly #latest: PartialDate;
  readonly #layouts = new Map<string, { layout: FileLayout; further: FurtherColumns }>();

  constructor(folder: string, manifest: RunManifest, by: Grouping, lang: Language) {
    this.#folder = folder;
    this.#manifest = manifest;
    this.#by = by;
    this.#lang = lang;
    this.#places = openPlaces(manifest.settings.admin_units);
    this.#latest = parseIsoDate(manifest.settings.latest_date);
  }

  /** Chunk by chunk. @throws Failure exit 3: a file cannot be read or is no result file */
  async *chunks(): AsyncGenerator<readonly RowToWorkOn[]> {
    for (const outcome of OUTCOMES) {
      const needle = Buffer.from(outcome === 'verified' ? ',verified,corrected,' : '');
      this.#layouts.clear();
      for await (const { header, rows } of readOutcomeRows(this.#folder, outcome, needle)) {
        const found: RowToWorkOn[] = [];
        for (const fields of rows) {
          if (needsWork(resultOf(fields, header, 'ds_reason')))
            found.push(this.#row(fields, header, outcome));
        }
        yield found;
      }
    }
  }

  #layoutOf(file: string, header: OutcomeHeader): { layout: FileLayout; further: FurtherColumns } {
    const known = this.#layouts.get(file);
    if (known !== undefined) return known;
    const input = this.#manifest.inputs.find(({ name }) => name === file);
    if (input === undefined) throw new Error('a row comes from a file that the manifest does not name');
    const layout = layoutInResults(input.read_as, input.layout, header.columns);
    const found = { layout, further: furtherColumns(header.columns.slice(0, header.firstResult)) };
    this.#layouts.set(file, found);
    return found;
  }

  #row(fields: readonly string[], header: OutcomeHeader, outcome: OutcomeName): RowToWorkOn {
    const text = (column: Column) => resultOf(fields, header, column);
    const reason = text('ds_reason') as ReasonOfWork | 'corrected';
    const { layout, further } = this.#layoutOf(text('ds_source_file'), header);
    const where = { file: text('ds_source_file'), row: Number(text('ds_source_row')) };
    const probability = Number(text('ds_match_probability'));
    if (outcome === 'rejected')
      return {
        ...this.#rejected(fields, header, reason as RejectReason & ReasonOfWork, layout, where),
        probability,
      };
    const read = readIdentity(fields, layout, this.#places, this.#latest);
    const { residence } = read.identity;
    const json = text('ds_corrections');
    const corrections = json === '' ? {} : (JSON.parse(json) as FieldDifferences);
    const source: SourceRow = {
      fields,
      layout,
      further,
      read,
      personId: text('ds_person_id'),
      officialClass: text('ds_official_class'),
      corrections,
    };
    const { code, name } = facilityOf(fields, layout);
    const facility = [code, name].filter((part) => part !== '').join(' ');
    const said = this.#said(reason, source, text);
    return {
      reason,
      probability,
      source,
      claim: claimOf(this.#by, fields, layout, residence, this.words),
      item: {
        ...said,
        record: workRecordOf(fields, layout, further, residence, this.words, this.#lang),
        rows: [{ ...where, doses: dosesAsSent(fields, layout, this.#lang), facility }],
      },
    };
  }

  /** Class, lines and sentence of a readable row. */
  #said(
    reason: ReasonOfWork | 'corrected',
    source: SourceRow,
    text: (column: Column) => string,
  ): Pick<WorkItem, 'workClass' | 'lines' | 'sentence'> {
    const isRunsLanguage = this.#lang === this.#manifest.settings.language;
    if (reason === 'corrected') {
      const lines = this.#corrections(source);
      const sentence = isRunsLanguage ? text('ds_explanation') : correctionSentence(lines, this.#lang);
      return { workClass: 'correct', lines, sentence };
    }
    const { asSent, identity: record } = source.read;
    if (REASONS[reason].outcome === 'mismatch') {
      const sentence = isRunsLanguage
        ? text('ds_explanation')
        : explainMismatch(reason as MismatchReason, { record, asSent }, this.#lang);
      return { workClass: 'ask', lines: [this.#line('id', reason, source)], sentence };
    }
    const { count, fields } = candidateFields(text('ds_candidates'));
    const lines =
      fields.length === 0
        ? [{ field: 'record' as const, kind: reason, present: '', proposed: '' }]
        : fields.map((field) => this.#line(field, reason, source));
    const sentence = reviewSentence(reason as ReviewReason, count, fields, this.#lang);
    return { workClass: 'review', lines, sentence };
  }

  #corrections({ corrections, read, layout }: SourceRow): WorkLine[] {
    return IDENTITY_FIELDS.flatMap((field): WorkLine[] => {
      const difference = corrections[field];
      if (difference === undefined) return [];
      const [from, to] = difference;
      const proper = normalizeName(field === 'name' ? to : '');
      const kind = correctionKind({ field, from, to }, read.identity, proper);
      const present = field === 'sex' ? sexAsSent(from, layout.sexCoding, this.#lang) : from;
      return [{ field, kind, present, proposed: to }];
    });
  }

  /** A line without a proposal: whose data that would be is not certain. */
  #line(field: IdentityField, kind: ReasonOfWork, { read: { asSent }, layout }: SourceRow): WorkLine {
    const present = {
      id: asSent.id,
      name: asSent.name,
      birth_date: asSent.birthDate,
      sex: sexAsSent(asSent.sex, layout.sexCoding, this.#lang),
    }[field];
    return { field, kind, present, proposed: '' };
  }

  #rejected(
    fields: readonly string[],
    header: OutcomeHeader,
    reason: RejectReason & ReasonOfWork,
    layout: FileLayout,
    where: { readonly file: string; readonly row: number },
  ): Omit<RowToWorkOn, 'probability'> {
    const raw = fields.at(-1) ?? '';
    const isSplit = raw === '';
    const text = isSplit
      ? fields
          .slice(0, header.firstResult)
          .filter((field) => field.trim() !== '')
          .join(' | ')
      : raw;
    const { residence } = readIdentity(fields, layout, this.#places, this.#latest).identity;
    return {
      reason,
      source: null,
      // The columns of a row that could not be split may be shifted: what stands there names nobody.
      claim: isSplit ? claimOf(this.#by, fields, layout, residence, this.words) : brokenRowClaim(),
      item: {
        workClass: 'mend',
        record: { name: '', birthDate: '', sex: '', id: '', phone: '', address: '' },
        lines: [{ field: 'record', kind: reason, present: text, proposed: '' }],
        sentence: `${REASONS[reason][this.#lang]} ${REASONS[reason].next[this.#lang]}`,
        rows: [{ ...where, doses: '', facility: '' }],
      },
    };
  }
}

/** How many candidates a row has, and in which fields any of them differs from it. Nothing else of them is told. */
function candidateFields(json: string): { count: number; fields: IdentityField[] } {
  const candidates = json === '' ? [] : (JSON.parse(json) as { differences: FieldDifferences }[]);
  const fields = IDENTITY_FIELDS.filter((field) =>
    candidates.some(({ differences }) => differences[field] !== undefined),
  );
  return { count: candidates.length, fields };
}
