import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DispatchFigures, FocalOfficer } from '../domain/deadline-report.js';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { PROVINCES } from '../domain/provinces.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { foldHeader, headerKey } from '../input/fold-header.js';
import { fileSource } from '../input/input-source.js';
import { openSource } from '../input/open-source.js';
import { provinceCodeOfName } from '../normalize/province-names.js';
import {
  FIGURE_NAMES,
  type GivenFigures,
  type GivenProvince,
  NOTHING_GIVEN,
} from '../report/deadline/given-figures.js';
import { decideEncoding, readingOf } from './decide-encoding.js';
import { FIGURE_COLUMNS, type FigureColumn } from './figure-columns.js';

/** The header stands among the first rows: a title may be above it. */
const HEADER_ROWS = 10;
/** Figures of 63 provinces are a few kB. */
const MOST_BYTES = 4_000_000;
const CODES: ReadonlySet<string> = new Set(PROVINCES.map(({ code }) => code));

/** A row, or a cell of it, that cannot be used. */
export interface BadFigure {
  readonly file: string;
  /** Record number, header rows included. */
  readonly row: number;
  /** As the header of the file names it. */
  readonly column: string;
  readonly what: 'no_province' | 'no_number' | 'given_before';
}

export interface ReadFigures {
  readonly given: GivenFigures;
  readonly bad: readonly BadFigure[];
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

type Draft = {
  population: number | null;
  readonly figures: { -readonly [K in keyof DispatchFigures]: DispatchFigures[K] };
  readonly officers: FocalOfficer[];
};

/**
 * Reads the figures that provinces report beside the runs, from small CSV files with a column for the province (code or
 * name) and any of FIGURE_COLUMNS. Of a figure given twice the first counts; officers add up.
 * @throws Failure exit 3: a file cannot be read, or has no such columns
 */
export async function readFigures(paths: readonly string[]): Promise<ReadFigures> {
  const drafts = new Map<string, Draft>();
  const bad: BadFigure[] = [];
  const files: { name: string; bytes: number; sha256: string }[] = [];
  for (const path of paths) {
    const name = basename(path);
    const bytes = await readSmall(path);
    files.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    readTable(path, name, bytes, drafts, bad);
  }
  return { given: drafts as ReadonlyMap<string, GivenProvince>, bad, files };
}

/** One line for a person, without any value. */
export function badFigureText({ file, row, column, what }: BadFigure, lang: Language): string {
  const place =
    lang === 'vi' ? `${file}, dòng ${row}, cột “${column}”` : `${file}, row ${row}, column “${column}”`;
  return `${place}: ${FAULTS[what][lang]}.`;
}

const FAULTS: Readonly<Record<BadFigure['what'], Bilingual>> = {
  no_province: {
    vi: 'không phải một trong 63 tỉnh, thành phố; bỏ qua cả dòng',
    en: 'none of the 63 provinces; the row is left out',
  },
  no_number: {
    vi: 'không phải số nguyên, hãy ghi 1234 hoặc 1.234; bỏ qua ô này',
    en: 'no whole number, write 1234 or 1.234; the cell is left out',
  },
  given_before: {
    vi: 'tỉnh này đã có số khác ở trên; lấy số đầu tiên',
    en: 'given before for this province; the first one counts',
  },
};

async function readSmall(path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  const source = fileSource(path);
  const { encoding } = await decideEncoding(source, undefined);
  for await (const piece of openSource(source, readingOf(encoding))) {
    pieces.push(Buffer.from(piece));
    size += piece.length;
    if (size > MOST_BYTES) throw noFigures(path, `is larger than ${MOST_BYTES / 1e6} MB`);
  }
  return Buffer.concat(pieces);
}

function readTable(
  path: string,
  file: string,
  bytes: Buffer,
  drafts: Map<string, Draft>,
  bad: BadFigure[],
): void {
  const rows = parseTable(path, bytes);
  const header = rows.slice(0, HEADER_ROWS).findIndex((row) => {
    const found = columnsOf(row);
    return found.has('province') && found.size > 1;
  });
  if (header === -1) throw noFigures(path, 'has no row with a column of provinces and one of figures');
  const columns = columnsOf(rows[header]!);
  const nameOf = (column: FigureColumn) =>
    (rows[header]![columns.get(column) ?? -1] ?? column).replace(/\s+/g, ' ').trim();
  for (let i = header + 1; i < rows.length; i++) {
    const fields = rows[i]!;
    if (fields.every((field) => field.trim() === '')) continue;
    const at = (column: FigureColumn) => (fields[columns.get(column) ?? -1] ?? '').trim();
    const fault = (column: FigureColumn, what: BadFigure['what']) =>
      bad.push({ file, row: i + 1, column: nameOf(column), what });
    const code = provinceOf(at('province'));
    if (code === '') {
      fault('province', 'no_province');
      continue;
    }
    const draft = drafts.get(code) ?? newDraft();
    drafts.set(code, draft);
    const take = (column: FigureColumn, known: number | null, set: (value: number) => void) => {
      const text = at(column);
      if (text === '') return;
      const value = wholeNumber(text);
      if (value === null) fault(column, 'no_number');
      else if (known !== null && known !== value) fault(column, 'given_before');
      else set(value);
    };
    take('population', draft.population, (value) => {
      draft.population = value;
    });
    for (const name of FIGURE_NAMES)
      take(name, draft.figures[name], (value) => {
        draft.figures[name] = value;
      });
    const officer = {
      name: at('officerName'),
      unit: at('officerUnit'),
      position: at('officerPosition'),
      phone: at('officerPhone'),
    };
    if (Object.values(officer).some((text) => text !== '')) draft.officers.push(officer);
  }
}

function newDraft(): Draft {
  return { population: null, figures: { ...NOTHING_GIVEN.figures }, officers: [] };
}

function parseTable(path: string, bytes: Buffer): string[][] {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const first = text.split(/\r?\n/, HEADER_ROWS).join('\n');
  const delimiters = [',', ';', '\t'] as const;
  const times = (delimiter: string) => first.split(delimiter).length;
  const delimiter = [...delimiters].sort((a, b) => times(b) - times(a))[0]!;
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (cause) {
    throw noFigures(path, 'is no well-formed CSV file', cause);
  }
}

function columnsOf(row: readonly string[]): Map<FigureColumn, number> {
  const found = new Map<FigureColumn, number>();
  row.forEach((text, position) => {
    const key = headerKey(foldHeader(text));
    for (const [column, { headers }] of FIGURE_COLUMNS)
      if (headers.includes(key) && !found.has(column)) found.set(column, position);
  });
  return found;
}

function provinceOf(text: string): string {
  const code = /^\d$/.test(text) ? `0${text}` : text;
  return CODES.has(code) ? code : provinceCodeOfName(text);
}

/** `1234`, `1.234`, `1,234` or `1 234`; null: no whole number. */
function wholeNumber(text: string): number | null {
  if (!/^\d{1,15}$/.test(text) && !/^\d{1,3}(?:([., \u00a0])\d{3})(?:\1\d{3})*$/.test(text)) return null;
  return Number(text.replace(/\D/g, ''));
}

function noFigures(path: string, what: string, cause?: unknown): Failure {
  return new Failure(
    {
      code: 'figures_unusable',
      exitCode: EXIT.inputUnusable,
      what: `${path} ${what}.`,
      expected:
        'a small CSV file with a column for the province and columns of figures, see docs/deadline-report.md',
      next: 'Correct the file and run again.',
    },
    { cause },
  );
}
