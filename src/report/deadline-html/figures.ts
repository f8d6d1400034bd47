import type { BalancedTable, TableUnit } from '../../domain/balanced-table.js';
import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { SUPPRESSED } from '../deadline-labels.js';
import { type Html, html } from '../html.js';
import { formatDate, formatDecimal, formatInteger, formatShare } from '../number-format.js';

/** A figure of a table, or the marker of one that is suppressed. */
export function count(value: number | null, lang: Language): string {
  return value === null ? SUPPRESSED : formatInteger(value, lang);
}

/** A share from 0 to 1, or the marker of one that is suppressed. */
export function percent(share: number | null, lang: Language): string {
  return share === null ? SUPPRESSED : formatShare(share, 1, lang);
}

/** How many times faster. */
export function times(value: number, lang: Language): string {
  return formatDecimal(value, value < 10 ? 1 : 0, lang);
}

/** An ISO day for people; null: `–`. */
export function day(iso: string | null): string {
  return iso === null ? '–' : formatDate(iso);
}

/** `sort`: what the page's script sorts by where the text does not tell. */
export function cell(text: string | Html, sort?: number | string | null, first = false): Html {
  const key = sort === undefined || sort === null ? '' : html` data-n="${sort}"`;
  return html`<td class="${first ? 'num first' : 'num'}"${key}>${text}</td>`;
}

/** What was sent and what of it is verified, as sent or with corrections. Null: suppressed. */
export interface Done {
  readonly sent: number | null;
  readonly verified: number | null;
  /** verified / sent; null: suppressed, or nothing was sent. */
  readonly share: number | null;
}

function doneOf(sent: number | null, verified: number | null): Done {
  return { sent, verified, share: sent === null || verified === null || sent === 0 ? null : verified / sent };
}

export function tableDone({ sent }: BalancedTable, unit: TableUnit): Done {
  const [asSent, corrected] = [sent.verified_as_sent[unit], sent.verified_corrected[unit]];
  return doneOf(sent.all[unit], asSent === null || corrected === null ? null : asSent + corrected);
}

/** Persons of the country; its days are never suppressed, while cells of its table may be. */
export function totalDone({ total: { table, progress } }: DeadlineReport): Done {
  const newest = progress.days.at(-1);
  return newest === undefined ? tableDone(table, 'persons') : doneOf(newest.sent, newest.verified);
}
