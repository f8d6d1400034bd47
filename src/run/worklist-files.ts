import type { ImportPerson } from '../domain/import-person.js';
import type { CellValue } from '../domain/sheet.js';
import { WORK_CLASSES, type WorkClass } from '../domain/work-kinds.js';
import type { ListCounts, ListFormat, ListTitle } from '../domain/worklist.js';
import { BYTE_ORDER_MARK, peopleCsvRecord } from '../output/people-csv.js';
import { type Sheet, workbookBytes } from '../output/workbook.js';
import { importRows, importSheet } from '../report/import-template.js';
import { type ListColumn, listColumns, plainColumns } from '../report/worklist-columns.js';
import {
  byMostWork,
  type IndexEntry,
  indexCells,
  indexHeader,
  indexSheet,
} from '../report/worklist-index.js';
import { type ListStyle, listCells, listSheet, MOST_LINES_A_SHEET } from '../report/worklist-sheets.js';
import { summarySheet } from '../report/worklist-summary.js';
import { listLabel } from '../report/worklist-words.js';
import { letSignalsIn } from './signals.js';
import { type FileFact, StagedFile } from './staged-file.js';
import { mergeImports } from './worklist-import.js';
import { linesOf } from './worklist-items.js';
import { ListNames } from './worklist-names.js';
import type { SpilledList } from './worklist-spill.js';

/** A file of the folder, and how many records or persons are in it. */
export type ListFile = FileFact & { readonly rows: number };

/** Files that wait for the disk at one time. */
const MOST_WAITING = 16;
const CSV_PIECE = 64 * 1024;

/** Writes the files of a worklist folder, one after another; their names are those of the lists. */
export class WorklistFiles {
  readonly written: ListFile[] = [];
  readonly names: ListNames;
  readonly #folder: string;
  readonly #style: ListStyle;
  readonly #format: ListFormat;
  readonly #deadline: string;
  readonly #signal: AbortSignal;
  #waiting: Promise<void>[] = [];

  constructor(folder: string, style: ListStyle, format: ListFormat, deadline: string, signal: AbortSignal) {
    this.#folder = folder;
    this.#style = style;
    this.names = new ListNames(folder, style);
    this.#format = format;
    this.#deadline = deadline;
    this.#signal = signal;
  }

  /** Writes one list; gives its path. */
  async list(list: SpilledList, title: ListTitle, counts: ListCounts): Promise<string> {
    const name = `${this.names.of(title)}.${this.#format}`;
    const records = WORK_CLASSES.reduce((sum, workClass) => sum + counts.byClass[workClass].items, 0);
    if (this.#format === 'csv') {
      await this.#write(name, records, this.#csv(list));
      return name;
    }
    const label = listLabel(title, this.#style.by, this.#style.lang);
    const sheets: Sheet[] = [
      { layout: summarySheet(title, counts, this.#deadline, this.#style), rows: [] },
      ...WORK_CLASSES.flatMap((workClass) => this.#sheets(list, workClass, label, counts)),
    ];
    await this.#write(name, records, workbookBytes(label, sheets));
    return name;
  }

  /** The sheets of one class: several where one would be too long for an ordinary PC. */
  #sheets(list: SpilledList, workClass: WorkClass, label: string, counts: ListCounts): Sheet[] {
    const { lang, by } = this.#style;
    const columns = listColumns(workClass, by);
    const { lines } = counts.byClass[workClass];
    const source = linesOf(list, workClass);
    const sheets: Sheet[] = [];
    for (let first = 0; first < lines; first += MOST_LINES_A_SHEET) {
      const many = Math.min(MOST_LINES_A_SHEET, lines - first);
      const layout = listSheet(workClass, label, sheets.length + 1, many, this.#style);
      const rows = take(source, many, (line) => listCells(line, columns, lang));
      sheets.push({ layout, rows });
    }
    return sheets;
  }

  *#csv(list: SpilledList): Generator<Uint8Array> {
    const { by, lang } = this.#style;
    const columns = plainColumns(by);
    yield* csvPieces(
      columns.map((column) => column[lang]),
      csvRows(list, columns, lang),
    );
  }

  /** Writes the persons whom the procedure lets stations import; gives the path. */
  async imports(list: SpilledList, title: ListTitle): Promise<string> {
    const suffix = this.#style.lang === 'vi' ? ' - nhập lại' : ' - import';
    const name = `${this.names.of(title, suffix)}.xlsx`;
    const persons = function* () {
      let number = 1;
      for (const { positions } of list.runs) {
        const texts = positions.map((position) => JSON.parse(list.text(position)) as ImportPerson);
        const rows = importRows(mergeImports(texts), number);
        number += rows.length;
        yield* rows;
      }
    };
    const layout = importSheet(list.runs.length);
    await this.#write(name, list.runs.length, workbookBytes(layout.name, [{ layout, rows: persons() }]));
    return name;
  }

  async index(entries: readonly IndexEntry[]): Promise<void> {
    const sorted = [...entries].sort(byMostWork);
    const style = this.#style;
    const rows = sorted.map((entry, i) => indexCells(entry, i + 1, style));
    const layout = indexSheet(sorted, style);
    const bytes =
      this.#format === 'csv'
        ? csvPieces(indexHeader(style), rows)
        : workbookBytes(layout.name, [{ layout, rows }]);
    await this.#write(`index.${this.#format}`, rows.length, bytes);
  }

  /** Resolves when everything is on the disk. */
  async settle(): Promise<void> {
    await Promise.all(this.#waiting);
    this.#waiting = [];
  }

  async #write(name: string, rows: number, pieces: Iterable<Uint8Array>): Promise<void> {
    const file = new StagedFile(this.#folder, name);
    try {
      let bytes = 0;
      for (const piece of pieces) {
        file.write(piece);
        bytes += piece.length;
        if (bytes < CSV_PIECE) continue;
        bytes = 0;
        await letSignalsIn();
        this.#signal.throwIfAborted();
      }
    } catch (cause) {
      file.close();
      throw cause;
    }
    this.written.push({ ...file.fact(), rows });
    this.#waiting.push(file.sync().finally(() => file.close()));
    if (this.#waiting.length >= MOST_WAITING) await this.settle();
    await letSignalsIn();
    this.#signal.throwIfAborted();
  }
}

function* take<A, B>(source: Iterator<A>, many: number, change: (value: A) => B): Generator<B> {
  for (let i = 0; i < many; i++) {
    const next = source.next();
    if (next.done === true) return;
    yield change(next.value);
  }
}

function* csvRows(list: SpilledList, columns: readonly ListColumn[], lang: ListStyle['lang']) {
  for (const workClass of WORK_CLASSES) {
    for (const line of linesOf(list, workClass)) yield listCells(line, columns, lang);
  }
}

function* csvPieces(header: readonly string[], rows: Iterable<readonly CellValue[]>): Generator<Uint8Array> {
  let text = BYTE_ORDER_MARK + peopleCsvRecord(header);
  for (const row of rows) {
    text += peopleCsvRecord(row);
    if (text.length < CSV_PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
