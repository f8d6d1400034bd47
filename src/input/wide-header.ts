import type { DoseField, RecordField } from '../domain/dose-record.js';
import { RECORD_SYNONYMS, WIDE_DOSE_SYNONYMS } from './column-synonyms.js';
import { foldHeader, oneLine } from './fold-header.js';
import { guessRecordField } from './guess-field.js';
import { knownField, matchColumns } from './match-columns.js';

const MAX_DOSES = 4;
/** A header cell, or part of one, that names a dose: "Mũi 1", "mũi thứ 2", "dose 3". */
const DOSE_NUMBER = /\b(?:mui|dose)(?: tiem)?(?: thu| so)? ?([1-4]|nhat|mot|hai|ba|tu|bon)\b/;
/** "Ngày tiêm 2": a dose number without the word, believed only after the name of a dose field. */
const BARE_NUMBER = /^(.*[a-z]) ?([1-4])$/;
const DOSE_WORDS: Readonly<Record<string, number>> = { nhat: 1, mot: 1, hai: 2, ba: 3, tu: 4, bon: 4 };
const SOMEBODY_ELSE = /\b(giam ho|nguoi nha|than nhan|cha|me|bo|nguoi lien he)\b/;

export interface HeaderMatch {
  readonly fields: Partial<Record<RecordField, number>>;
  readonly doses: readonly Partial<Record<DoseField, number>>[];
  readonly duplicates: readonly (readonly number[])[];
}

/** One column of a wide header: the dose block that it is in (0: none) and its folded own text. */
interface WideColumn {
  readonly dose: number;
  readonly folded: string;
}

export interface WideHeader extends HeaderMatch {
  /** Joined names, notes left out: `Mũi 1 / Tên vắc xin`. */
  readonly names: readonly string[];
  /** Joined names with their notes, for where the short ones are not unique. */
  readonly longNames: readonly string[];
}

/**
 * Reads two rows as the platform template's header: merged groups (`Mũi 1`) above, their columns below. A group's
 * text stands in its first cell and holds for the following cells that are empty above, as long as no other text
 * comes. Undefined when the rows have no dose group.
 */
export function wideHeader(upper: readonly string[], lower: readonly string[]): WideHeader | undefined {
  const { cells, names, longNames } = twoRowNames(upper, lower);
  const match = matchWide(cells.map(({ over, own }) => wideColumn(foldHeader(over), foldHeader(own), true)));
  return match === undefined ? undefined : { ...match, names, longNames };
}

/** The columns of two header rows: each one's group (empty: none) and own text, and its names as of `WideHeader`. */
export function twoRowNames(upper: readonly string[], lower: readonly string[]) {
  const cells: { readonly over: string; readonly own: string }[] = [];
  let group = '';
  for (let i = 0; i < Math.max(upper.length, lower.length); i++) {
    const above = oneLine(upper[i] ?? '');
    const below = oneLine(lower[i] ?? '');
    // Only a cell with a text beneath it opens a group: a plain column's header is merged downwards instead.
    if (above !== '') group = below === '' ? '' : above;
    cells.push({ over: below === '' ? '' : group, own: below === '' ? above : below });
  }
  return {
    cells,
    names: cells.map(({ over, own }) => joined(withoutNotes(over), withoutNotes(own))),
    longNames: cells.map(({ over, own }) => joined(over, own)),
  };
}

/** Reads one row as a wide header whose cells name the dose themselves: `Mũi 1 / Tên vắc xin`, `Ngày tiêm mũi 2`. */
export function joinedWideHeader(cells: readonly string[]): HeaderMatch | undefined {
  return matchWide(cells.map((cell) => wideColumn('', foldHeader(cell), false)));
}

function wideColumn(group: string, own: string, grouped: boolean): WideColumn {
  const found = DOSE_NUMBER.exec(grouped ? group : own);
  if (found !== null) {
    const number = found[1] as string;
    const rest = grouped ? own : own.replace(DOSE_NUMBER, ' ').replace(/ +/g, ' ').trim();
    return { dose: DOSE_WORDS[number] ?? Number(number), folded: rest };
  }
  const bare = grouped ? null : BARE_NUMBER.exec(own);
  if (bare !== null && knownField(bare[1] as string, WIDE_DOSE_SYNONYMS) !== undefined) {
    return { dose: Number(bare[2]), folded: bare[1] as string };
  }
  return { dose: 0, folded: SOMEBODY_ELSE.test(group) ? '' : own };
}

function matchWide(columns: readonly WideColumn[]): HeaderMatch | undefined {
  const inBlock = (dose: number) => columns.map((column) => (column.dose === dose ? column.folded : ''));
  const duplicates: (readonly number[])[] = [];
  const doses: Partial<Record<DoseField, number>>[] = [];
  let mapped = false;
  for (let dose = 1; dose <= MAX_DOSES; dose++) {
    const match = matchColumns(inBlock(dose), WIDE_DOSE_SYNONYMS);
    doses.push(match.fields);
    duplicates.push(...match.duplicates);
    mapped ||= match.fields.dose_date !== undefined || match.fields.vaccine !== undefined;
  }
  if (!mapped) return undefined;
  while (Object.keys(doses[doses.length - 1] as object).length === 0) doses.pop();
  const person = matchColumns(inBlock(0), RECORD_SYNONYMS, guessRecordField);
  return { fields: person.fields, doses, duplicates: [...person.duplicates, ...duplicates] };
}

/** The text before its first note: "Số điện thoại(*) (Tối thiểu 10 số)" is "Số điện thoại". */
function withoutNotes(text: string): string {
  const plain = oneLine(text.split('(')[0] as string).replace(/[\s*]+$/u, '');
  return plain === '' ? text : plain;
}

function joined(group: string, own: string): string {
  return group === '' ? own : `${group} / ${own}`;
}
