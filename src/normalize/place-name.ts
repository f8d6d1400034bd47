import { foldName } from './fold.js';
import { canonicalTone } from './syllable.js';
import { composeMarks } from './text.js';

export type PlaceLevel = 'province' | 'district' | 'commune';

/** A place name ready for comparison. */
export interface PlaceName {
  /** The type word without accents and spaces (`thixa`), or an empty string. */
  readonly kind: string;
  /** Lower case, accents in canonical form, without type word. */
  readonly name: string;
  /** The same without accents. */
  readonly folded: string;
  /** With the type word: some places are called like one (the commune Xa Dung). */
  readonly whole: string;
  readonly wholeFolded: string;
}

/** Type words of each level, longest first, and their kind. One letter counts only before a dot, space or digit. */
const TYPES: Readonly<Record<PlaceLevel, readonly (readonly [string, string])[]>> = {
  province: [
    ['thành phố', 'thanhpho'],
    ['thanh pho', 'thanhpho'],
    ['t p', 'thanhpho'],
    ['tp', 'thanhpho'],
    ['tỉnh', 'tinh'],
    ['tinh', 'tinh'],
    ['t', 'tinh'],
  ],
  district: [
    ['thành phố', 'thanhpho'],
    ['thanh pho', 'thanhpho'],
    ['t p', 'thanhpho'],
    ['tp', 'thanhpho'],
    ['thị xã', 'thixa'],
    ['thi xa', 'thixa'],
    ['t x', 'thixa'],
    ['tx', 'thixa'],
    ['quận', 'quan'],
    ['quan', 'quan'],
    ['q', 'quan'],
    ['huyện', 'huyen'],
    ['huyen', 'huyen'],
    ['h', 'huyen'],
  ],
  commune: [
    ['thị trấn', 'thitran'],
    ['thi tran', 'thitran'],
    ['t t', 'thitran'],
    ['tt', 'thitran'],
    ['phường', 'phuong'],
    ['phuong', 'phuong'],
    ['p', 'phuong'],
    ['xã', 'xa'],
    ['xa', 'xa'],
    ['x', 'xa'],
  ],
};
const MAX_LENGTH = 120;

function clean(raw: string): string {
  const text = composeMarks(raw.length > MAX_LENGTH ? raw.slice(0, MAX_LENGTH) : raw).toLowerCase();
  return text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/ð/g, 'đ')
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{M}\d']+/gu, ' ')
    .trim();
}

/** Words in canonical form; a number without leading zeros (Phường 01 is Phường 1). */
function canonical(text: string): string {
  return text
    .split(' ')
    .map((word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : canonicalTone(word)))
    .join(' ');
}

function foldWords(text: string): string {
  return text.split(' ').map(foldName).join('');
}

function typeOf(text: string, level: PlaceLevel): readonly [kind: string, rest: string] {
  for (const [word, kind] of TYPES[level]) {
    if (!text.startsWith(word)) continue;
    const rest = text.slice(word.length);
    if (/^ ./.test(rest) || /^\d/.test(rest)) return [kind, rest.trim()];
  }
  return ['', text];
}

/** Takes a place name of one level apart: type word (with its abbreviations) and name. */
export function readPlaceName(raw: string, level: PlaceLevel): PlaceName {
  const whole = clean(raw);
  const [kind, rest] = typeOf(whole, level);
  const name = canonical(rest);
  const wholeName = kind === '' ? name : canonical(whole);
  return { kind, name, folded: foldWords(name), whole: wholeName, wholeFolded: foldWords(wholeName) };
}
