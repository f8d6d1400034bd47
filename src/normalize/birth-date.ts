import type { DayMonthOrder } from '../domain/dose-record.js';
import type { PartialDate, ReadDate } from '../domain/identity.js';
import { readDate } from './read-date.js';

/** Nobody alive was born before. */
const EARLIEST_BIRTH_YEAR = 1900;
/** Vaccination against COVID-19 in Viet Nam began on 8 March 2021; trial participants and people abroad in 2020. */
const EARLIEST_DOSE_YEAR = 2020;
/** Dose dates have no natural end; a year beyond this one is a typing error. */
const LATEST_DOSE: PartialDate = { year: 2099, month: 12, day: 31 };

/**
 * Reads a birth date in any form people write. `latest` is the last plausible birth date (an unknown
 * part of it is not compared).
 * - Day before month, or the other way round where `order` says that the column does so; where both are at most 12 the exchanged reading is an alternative, and where only
 *   the exchanged reading exists it is the value (`day_month_swapped`).
 * - An impossible day such as 31/02 keeps the year alone (`impossible_day`): more use to the matcher
 *   than no date.
 * - 01/01 keeps day and month and is marked `placeholder_day`; 01/01/1900, 01/01/1911 and zeros are
 *   placeholders for no date at all.
 */
export function normalizeBirthDate(raw: string, latest: PartialDate, order?: DayMonthOrder): ReadDate {
  const read = readDate(raw, { earliestYear: EARLIEST_BIRTH_YEAR, latest, isBirthDate: true, order });
  if (read.kind !== 'date' || read.value.day !== 1 || read.value.month !== 1) return read;
  return { ...read, repairs: [...read.repairs, 'placeholder_day'] };
}

/** Reads the date of a dose: the same forms, years from 2020. An impossible date is not half kept. */
export function readDoseDate(raw: string, order?: DayMonthOrder): ReadDate {
  return readDate(raw, { earliestYear: EARLIEST_DOSE_YEAR, latest: LATEST_DOSE, isBirthDate: false, order });
}
