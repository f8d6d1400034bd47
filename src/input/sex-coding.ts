import type { SexCoding } from '../domain/dose-record.js';

/** What the coding was decided by: printed, because "1" means opposite things in the two systems. */
export type SexCodingSource = 'option' | 'header' | 'values' | 'template' | 'assumed' | 'no_digits';

export interface DecidedSexCoding {
  readonly sexCoding: SexCoding;
  readonly source: SexCodingSource;
}

/**
 * Decides how a sex column is coded: by the option, else by what its header text states (`0:nam, 1:nữ`), else for the
 * wide template the platform's coding, else by the sampled values: a 2 exists in the registry's coding only, 0 and 1
 * are the platform's (`assumed` when every digit is a 1, which both codings have); without digits the column holds words. A header that states a third coding (0 nữ, 1 nam)
 * gives `words`: digits are then unknown rather than reversed.
 */
export function decideSexCoding(
  header: string,
  values: Iterable<string>,
  wide: boolean,
  option: SexCoding | undefined,
): DecidedSexCoding {
  if (option !== undefined) return { sexCoding: option, source: 'option' };
  const stated = statedCoding(header);
  if (stated !== undefined) return { sexCoding: stated, source: 'header' };
  if (wide) return { sexCoding: 'platform', source: 'template' };
  let zero = false;
  let one = false;
  for (const value of values) {
    const text = value.trim().replace(/\.0$/, '');
    if (text === '2') return { sexCoding: 'registry', source: 'values' };
    if (text === '0') zero = true;
    if (text === '1') one = true;
  }
  if (zero) return { sexCoding: 'platform', source: 'values' };
  return one ? { sexCoding: 'platform', source: 'assumed' } : { sexCoding: 'words', source: 'no_digits' };
}

function statedCoding(header: string): SexCoding | undefined {
  const text = header.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const codes = new Map<string, string>();
  for (const [, digit, word] of text.matchAll(/([0-2])\s*[:=.\-–]?\s*(?:la\s+)?(nam|nu|male|female)\b/g)) {
    codes.set(word === 'nam' || word === 'male' ? 'male' : 'female', digit as string);
  }
  if (codes.size === 0) {
    for (const [, word, digit] of text.matchAll(/\b(nam|nu|male|female)\s*[:=.\-–]?\s*(?:la\s+)?([0-2])/g)) {
      codes.set(word === 'nam' || word === 'male' ? 'male' : 'female', digit as string);
    }
  }
  if (codes.size === 0) return undefined;
  const male = codes.get('male');
  const female = codes.get('female');
  if ((male === '0' || male === undefined) && (female === '1' || female === undefined)) return 'platform';
  if ((male === '1' || male === undefined) && (female === '2' || female === undefined)) return 'registry';
  return 'words';
}
