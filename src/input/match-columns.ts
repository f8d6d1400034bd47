import type { Synonyms } from './column-synonyms.js';
import { headerKey } from './fold-header.js';

/** A guess for a header text that is in no table: field, or undefined. Always ranks after the table. */
export type GuessField<F extends string> = (words: readonly string[]) => F | undefined;

interface Claim {
  readonly column: number;
  readonly rank: number;
}

export interface ColumnMatch<F extends string> {
  readonly fields: Partial<Record<F, number>>;
  /** Positions of columns that claim one field with the same words: nobody can tell which one is meant. */
  readonly duplicates: readonly (readonly number[])[];
}

const lookupOf = new WeakMap<object, Map<string, { field: string; rank: number }>>();
const RESIDENCE =
  /\b(noi|o|dang|dia chi|ho khau|hk|hktt|thuong tru|tam tru|cu tru|hien tai|hien nay|permanent|current|tt)\b/g;

/**
 * Assigns columns to fields by their folded header texts; '' is a column to leave alone. A text of the table wins
 * over a guess, an earlier text of the table over a later one; a place of permanent residence (what the registry
 * holds) wins over one of temporary residence, a place without such words over both.
 */
export function matchColumns<F extends string>(
  folded: readonly string[],
  synonyms: Synonyms<F>,
  guess?: GuessField<F>,
): ColumnMatch<F> {
  const lookup = tableOf(synonyms);
  const claims = new Map<F, Claim[]>();
  for (let column = 0; column < folded.length; column++) {
    const text = folded[column] as string;
    if (text === '') continue;
    const found = claimOf(text, lookup, guess);
    if (found === undefined) continue;
    const list = claims.get(found.field);
    if (list === undefined) claims.set(found.field, [{ column, rank: found.rank }]);
    else list.push({ column, rank: found.rank });
  }
  const fields: Partial<Record<F, number>> = {};
  const duplicates: number[][] = [];
  for (const [field, list] of claims) {
    const best = Math.min(...list.map((claim) => claim.rank));
    const winners = list.filter((claim) => claim.rank === best).map((claim) => claim.column);
    fields[field] = winners[0] as number;
    if (winners.length > 1) duplicates.push(winners);
  }
  return { fields, duplicates };
}

/** The field that a table gives for a folded text, without guessing. */
export function knownField<F extends string>(text: string, synonyms: Synonyms<F>): F | undefined {
  return tableOf(synonyms).get(headerKey(text))?.field;
}

function claimOf<F extends string>(
  text: string,
  lookup: ReadonlyMap<string, { field: F; rank: number }>,
  guess: GuessField<F> | undefined,
): { field: F; rank: number } | undefined {
  const exact = lookup.get(headerKey(text));
  if (exact !== undefined) return exact;
  const place = text.replace(RESIDENCE, ' ').replace(/ +/g, ' ').trim();
  if (place !== text) {
    const found = lookup.get(headerKey(place));
    const isPlace = found !== undefined && /^(province|district|commune)_/.test(found.field);
    if (isPlace)
      return {
        field: found.field,
        rank: found.rank + (/thuong tru|permanent|hktt|\btt\b/.test(text) ? 1000 : 2000),
      };
  }
  const field = guess?.(text.split(' '));
  return field === undefined ? undefined : { field, rank: 10_000 };
}

function tableOf<F extends string>(synonyms: Synonyms<F>): Map<string, { field: F; rank: number }> {
  const known = lookupOf.get(synonyms);
  if (known !== undefined) return known as Map<string, { field: F; rank: number }>;
  const table = new Map<string, { field: F; rank: number }>();
  for (const field of Object.keys(synonyms) as F[]) {
    synonyms[field].forEach((text, rank) => {
      const key = headerKey(text);
      if (!table.has(key)) table.set(key, { field, rank });
    });
  }
  lookupOf.set(synonyms, table);
  return table;
}
