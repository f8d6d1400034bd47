import type { PartialDate } from '../domain/identity.js';

/** The parts of a checked `yyyy-mm-dd` text. */
export function parseIsoDate(text: string): PartialDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}
