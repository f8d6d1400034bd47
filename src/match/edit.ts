import levenshtein from 'fast-levenshtein';

/** A typing slip, as it befell the first of two texts. */
export type EditKind = 'replaced' | 'added' | 'lost' | 'exchanged';

/**
 * True when two different texts are one typing slip apart: one character replaced, added or lost,
 * or two neighbours exchanged.
 */
export function isOneEdit(a: string, b: string): boolean {
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && levenshtein.get(a, b) === 1;
  // Of the same length, as numbers and dates are, texts one slip apart differ in one place or in two neighbours.
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (at === a.length) return false;
  let rest = at + 1;
  while (rest < a.length && a[rest] === b[rest]) rest++;
  return rest === a.length || areNeighboursExchanged(a, b);
}

/** The slip that made `a` out of `b`, or null where it is none or more than one. */
export function editKind(a: string, b: string): EditKind | null {
  if (!isOneEdit(a, b)) return null;
  if (a.length !== b.length) return a.length < b.length ? 'lost' : 'added';
  return areNeighboursExchanged(a, b) ? 'exchanged' : 'replaced';
}

function areNeighboursExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
