import { normalizeName } from '../../src/normalize/name.js';
import { stripAccents } from '../generate/letters.js';
import { Rng } from '../generate/rng.js';
import { NAME_DAMAGES, type NameDamage } from './name-damages.js';
import { realisticName } from './names.js';
import { percent, table } from './table.js';

type Result = 'exact' | 'partly' | 'alone' | 'damaged';

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

/** The words of a text as they stand: one Unicode form and letter case, signs of lost letters left out. */
function rawWords(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[?\ufffd]/g, '')
    .split(/[\s\u00a0]+/)
    .filter((word) => word !== '');
}

/** `damaged`: a word became a third thing, neither what was written nor what was meant. */
function judge(name: string, text: string, accentFree: boolean): Result {
  const meant = normalizeName(name);
  const read = normalizeName(text);
  if (sameWords(accentFree ? read.folded : read.tokens, accentFree ? meant.folded : meant.tokens))
    return 'exact';
  const written = rawWords(text);
  const shown = rawWords(read.display);
  if (sameWords(shown, written)) return 'alone';
  const wanted = rawWords(meant.display);
  if (shown.length !== wanted.length || written.length !== wanted.length) return 'damaged';
  const open = shown.every((word, i) => read.tokens[i] === meant.tokens[i] || word === written[i]);
  return open ? 'partly' : 'damaged';
}

function row(
  { kind, damage }: NameDamage,
  names: readonly string[],
  seed: number,
  examples: string[],
): string[] {
  const rng = new Rng();
  rng.seed(seed, 3, kind.length);
  const counts: Record<Result, number> = { exact: 0, partly: 0, alone: 0, damaged: 0 };
  let total = 0;
  for (const name of names) {
    const text = damage(name, rng);
    if (text === name && kind !== 'undamaged') continue;
    total++;
    const result = judge(name, text, text === stripAccents(text) && kind.includes('no accents'));
    counts[result]++;
    if (result === 'damaged' && examples.filter((line) => line.startsWith(kind)).length < 12)
      examples.push(`${kind}: ${name} -> ${text} -> ${normalizeName(text).display}`);
  }
  return [
    kind,
    total.toLocaleString('en-US'),
    percent(counts.exact, total),
    percent(counts.partly, total),
    percent(counts.alone, total),
    percent(counts.damaged, total),
  ];
}

/** The table of what becomes of each damage, as Markdown, and examples of names changed into a third thing. */
export function nameCheck(
  count: number,
  seed: number,
): { readonly text: string; readonly examples: readonly string[] } {
  const rng = new Rng();
  rng.seed(seed, 2, 0);
  const names = Array.from({ length: count }, () => realisticName(rng));
  const examples: string[] = [];
  const rows = NAME_DAMAGES.map((damage) => row(damage, names, seed, examples));
  const head = [
    'damage',
    'names',
    'restored exactly',
    'in part, rest left alone',
    'left alone',
    'changed into a third thing',
  ];
  return { text: table(head, rows), examples };
}
