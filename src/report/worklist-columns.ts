import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { CellStyle, CellValue } from '../domain/sheet.js';
import { WORK_KINDS, type WorkClass } from '../domain/work-kinds.js';
import type { Grouping, WorkItem, WorkLine } from '../domain/worklist.js';
import { fieldLabel, SHEET_NAMES } from './worklist-words.js';

/** One column of the lists. */
export interface ListColumn extends Bilingual {
  readonly width: number;
  readonly style: CellStyle;
  /** Left out where a list is printed: of use on the screen only. */
  readonly screenOnly?: boolean;
  /** The reader chooses the answer here. */
  readonly isAnswer?: boolean;
  readonly value: (line: NumberedLine, lang: Language) => CellValue;
}

/** One line of a list, and its number on the sheet from 1. */
export interface NumberedLine {
  readonly number: number;
  /** The first line of its record: the sentence stands there, once. */
  readonly isFirst: boolean;
  readonly item: WorkItem;
  readonly line: WorkLine;
}

const NUMBER: ListColumn = {
  vi: 'STT',
  en: 'No.',
  width: 6,
  style: 'ordinal',
  value: ({ number }) => number,
};

const RECORD: readonly ListColumn[] = [
  { vi: 'Họ và tên', en: 'Name', width: 21, style: 'wrap', value: ({ item }) => item.record.name },
  {
    vi: 'Ngày sinh',
    en: 'Birth date',
    width: 11.5,
    style: 'wrap',
    value: ({ item }) => item.record.birthDate,
  },
  { vi: 'Giới tính', en: 'Sex', width: 8, style: 'wrap', value: ({ item }) => item.record.sex },
  { vi: 'Số CCCD/CMND', en: 'ID', width: 15.5, style: 'wrap', value: ({ item }) => item.record.id },
  { vi: 'Điện thoại', en: 'Phone', width: 14, style: 'wrap', value: ({ item }) => item.record.phone },
  { vi: 'Địa chỉ', en: 'Address', width: 23, style: 'wrap', value: ({ item }) => item.record.address },
  { vi: 'Mũi tiêm', en: 'Doses', width: 42, style: 'wrap', value: ({ item }) => distinct(item, 'doses') },
];

const FACILITY: ListColumn = {
  vi: 'Cơ sở tiêm',
  en: 'Facility',
  width: 17,
  style: 'wrap',
  value: ({ item }) => distinct(item, 'facility'),
};

const FIELD: ListColumn = {
  vi: 'Trường',
  en: 'Field',
  width: 12,
  style: 'wrap',
  value: ({ line }, lang) => fieldLabel(line.field, lang),
};
const ERROR: ListColumn = {
  vi: 'Lỗi',
  en: 'Error',
  width: 24,
  style: 'wrap',
  value: ({ line }, lang) => WORK_KINDS[line.kind][lang],
};
const PRESENT: ListColumn = {
  vi: 'Đang ghi',
  en: 'Now',
  width: 18,
  style: 'wrap',
  value: ({ line }) => line.present,
};
const PROPOSED: ListColumn = {
  vi: 'Đề xuất',
  en: 'Proposed',
  width: 18,
  style: 'proposed',
  value: ({ line }) => line.proposed,
};
const SENTENCE: ListColumn = {
  vi: 'Giải thích',
  en: 'Explanation',
  width: 42,
  style: 'wrap',
  value: ({ item, isFirst }) => (isFirst ? item.sentence : ''),
};
const RAW_TEXT: ListColumn = { ...PRESENT, vi: 'Nội dung dòng', en: 'Text of the row', width: 60 };

const empty = () => '';
const ANSWERS: readonly ListColumn[] = [
  {
    vi: 'Kết quả xác minh',
    en: 'Result of checking',
    width: 18,
    style: 'answer',
    isAnswer: true,
    value: empty,
  },
  { vi: 'Giá trị đúng', en: 'Right value', width: 16, style: 'answer', value: empty },
  { vi: 'Người xử lý', en: 'Done by', width: 12, style: 'answer', value: empty },
  { vi: 'Ngày', en: 'Date', width: 10.5, style: 'answer', value: empty },
];

const FILE: ListColumn = {
  vi: 'Tệp nguồn',
  en: 'Source file',
  width: 22,
  style: 'text',
  screenOnly: true,
  value: ({ item }) => distinct(item, 'file'),
};
const ROW: ListColumn = {
  vi: 'Dòng',
  en: 'Row',
  width: 12,
  style: 'text',
  screenOnly: true,
  value: ({ item }) => rowNumbers(item),
};

/** The columns of a class, those to print first. */
export function listColumns(workClass: WorkClass, by: Grouping): readonly ListColumn[] {
  const record = by === 'facility' ? RECORD : [...RECORD, FACILITY];
  switch (workClass) {
    case 'correct': {
      const sentence: ListColumn = { ...SENTENCE, style: 'text', width: 70, screenOnly: true };
      return [NUMBER, ...record, FIELD, ERROR, PRESENT, PROPOSED, ...ANSWERS, sentence, FILE, ROW];
    }
    case 'ask':
    case 'review':
      return [NUMBER, ...record, FIELD, ERROR, PRESENT, SENTENCE, ...ANSWERS, FILE, ROW];
    case 'mend': {
      const [file, row] = [FILE, ROW].map(
        (column): ListColumn => ({ ...column, style: 'wrap', screenOnly: false }),
      ) as [ListColumn, ListColumn];
      const answers = ANSWERS.filter(({ vi }) => vi !== 'Giá trị đúng');
      return [NUMBER, file, row, ERROR, SENTENCE, RAW_TEXT, ...answers];
    }
  }
}

const CLASS: ListColumn = {
  vi: 'Việc',
  en: 'Work',
  width: 20,
  style: 'wrap',
  value: ({ item }, lang) => SHEET_NAMES[item.workClass][lang],
};

/** The columns of a list without sheets, such as a CSV file: the same for all classes. */
export function plainColumns(by: Grouping): readonly ListColumn[] {
  const record = by === 'facility' ? RECORD : [...RECORD, FACILITY];
  return [CLASS, NUMBER, ...record, FIELD, ERROR, PRESENT, PROPOSED, SENTENCE, ...ANSWERS, FILE, ROW];
}

/** The texts of an item's rows, each once, one below the other. */
function distinct({ rows }: WorkItem, part: 'file' | 'doses' | 'facility'): string {
  return [...new Set(rows.map((row) => row[part]))].filter((text) => text !== '').join('\n');
}

/** `12, 55`; with several files, one line each in the order of the column of files. */
function rowNumbers({ rows }: WorkItem): string {
  const files = new Map<string, number[]>();
  for (const { file, row } of rows) {
    const known = files.get(file);
    if (known === undefined) files.set(file, [row]);
    else known.push(row);
  }
  return [...files.values()].map((numbers) => numbers.join(', ')).join('\n');
}
