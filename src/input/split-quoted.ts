const NEEDS_QUOTES = /[",]/;

/** A record taken apart without csv-parse. */
export interface QuotedFields {
  readonly fields: string[];
  /** Every quoted field needs its quotes, so that written anew it would be the same bytes. */
  readonly isCanonical: boolean;
}

/**
 * Takes a well-formed record with quoted fields apart: each field is quoted as a whole or holds no quote. Anything else
 * (text behind a closing quote, a quote inside a bare field, a line break) gives null and is csv-parse's to judge.
 * Vaccine names hold commas, so that a fifth of the rows of a real export come here.
 */
export function splitQuoted(text: string, delimiter: string): QuotedFields | null {
  if (text.includes('\n')) return null;
  const fields: string[] = [];
  let isCanonical = true;
  let from = 0;
  for (;;) {
    if (text.charCodeAt(from) === 0x22) {
      const end = closingQuote(text, from + 1);
      if (end < 0) return null;
      const inside = text.slice(from + 1, end);
      const value = inside.includes('"') ? inside.replaceAll('""', '"') : inside;
      if (isCanonical && !NEEDS_QUOTES.test(value)) isCanonical = false;
      fields.push(value);
      if (end + 1 === text.length) return { fields, isCanonical };
      if (text[end + 1] !== delimiter) return null;
      from = end + 2;
    } else {
      const next = text.indexOf(delimiter, from);
      const value = next < 0 ? text.slice(from) : text.slice(from, next);
      if (value.includes('"')) return null;
      fields.push(value);
      if (next < 0) return { fields, isCanonical };
      from = next + 1;
    }
  }
}

/** Position of the quote that closes a field, past doubled ones; -1 where none does. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === 0x22) at = text.indexOf('"', at + 2);
  return at;
}
