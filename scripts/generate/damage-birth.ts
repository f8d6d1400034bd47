import {
  type CivilDate,
  civilDate,
  dayNumber,
  EXCEL_1904_OFFSET,
  EXCEL_EPOCH,
  isoDate,
  slashDate,
  two,
} from './dates.js';
import type { ErrorKind } from './kinds.js';
import type { Rng } from './rng.js';

/** The text in the birth date cell under one damage; `manner` in [0, 1) is the facility's own way. */
export function damageBirth(kind: ErrorKind, date: CivilDate, rng: Rng, manner: number): string {
  const { year, month, day } = date;
  switch (kind) {
    case 'birth_swapped':
      return `${two(month)}/${two(day)}/${year}`;
    case 'birth_1905':
      // The year typed into a date cell: Excel takes 1985 as day 1985, 07/06/1905.
      return slashDate(civilDate(EXCEL_EPOCH + year));
    case 'birth_year_only':
      return rng.chance(0.85) ? String(year) : `Năm ${year}`;
    case 'birth_placeholder':
      return rng.chance(0.93) ? `01/01/${year}` : rng.pick(['01/01/1911', '01/01/1900']);
    case 'birth_serial': {
      const serial = dayNumber(year, month, day) - EXCEL_EPOCH;
      return String(manner < 0.9 ? serial : serial - EXCEL_1904_OFFSET);
    }
    case 'birth_two_digit_year':
      return `${two(day)}/${two(month)}/${two(year % 100)}`;
    case 'birth_typo':
      return typo(date, rng);
    case 'birth_impossible':
      return impossible(year, month, rng);
    case 'birth_format':
      return otherFormat(date, (manner * 11) % 1);
    case 'birth_missing':
      return '';
    default:
      return slashDate(date);
  }
}

function typo(date: CivilDate, rng: Rng): string {
  const kind = rng.below(5);
  if (kind === 0) return slashDate({ ...date, day: otherDay(date.day, rng) });
  if (kind === 1) return slashDate({ ...date, month: (date.month % 12) + 1 });
  if (kind === 2) return slashDate({ ...date, year: date.year + (rng.chance(0.5) ? 1 : -1) });
  if (kind === 3) return slashDate({ ...date, year: date.year + (rng.chance(0.5) ? 10 : -10) });
  const swapped = (date.year % 10) * 10 + (Math.floor(date.year / 10) % 10);
  return slashDate({ ...date, year: Math.floor(date.year / 100) * 100 + swapped });
}

/** A mistyped day that every month has. */
function otherDay(day: number, rng: Rng): number {
  const other = rng.chance(0.5) ? day + 10 : day + 1;
  return other > 28 ? Math.max(1, day - 10) : other;
}

function impossible(year: number, month: number, rng: Rng): string {
  const kind = rng.below(4);
  if (kind === 0) return `${rng.pick(['30', '31'])}/02/${year}`;
  if (kind === 1) return `31/${rng.pick(['04', '06', '09', '11'])}/${year}`;
  if (kind === 2) return `00/${two(month)}/${year}`;
  return `32/${two(month)}/${year}`;
}

function otherFormat(date: CivilDate, manner: number): string {
  const { year, month, day } = date;
  if (manner < 0.2) return `${two(day)}-${two(month)}-${year}`;
  if (manner < 0.35) return `${two(day)}.${two(month)}.${year}`;
  if (manner < 0.55) return isoDate(date);
  if (manner < 0.65) return `${year}${two(month)}${two(day)}`;
  if (manner < 0.75) return `${slashDate(date)} 00:00:00`;
  if (manner < 0.85) return `${isoDate(date)}T00:00:00`;
  return `${day}/${month}/${year}`;
}
