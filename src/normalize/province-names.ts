import { PROVINCES } from '../domain/provinces.js';
import { readPlaceName } from './place-name.js';

const NONE: readonly number[] = [];
const BY_NAME = new Map<string, number[]>();
const CODES: ReadonlySet<string> = new Set(PROVINCES.map((province) => province.code));

function add(key: string, code: number): void {
  const codes = BY_NAME.get(key);
  if (codes === undefined) BY_NAME.set(key, [code]);
  else if (!codes.includes(code)) codes.push(code);
}

for (const province of PROVINCES) {
  for (const name of [province.name, province.shortName, ...province.abbreviations]) {
    // Provinces of before 1997 were divided: they name no single one of today. Hà Tây went to Hà Nội whole.
    if (name.includes('(') && name !== 'Hà Tây (cũ)') continue;
    const read = readPlaceName(name, 'province');
    for (const key of [read.name, read.whole]) add(key, Number(province.code));
    for (const key of [read.folded, read.wholeFolded]) add(`~${key}`, Number(province.code));
  }
}

/** Provinces a name or abbreviation can mean: accents count first, then the name without them. */
export function provincesOfName(raw: string): readonly number[] {
  if (raw.trim() === '') return NONE;
  const read = readPlaceName(raw, 'province');
  return (
    BY_NAME.get(read.name) ??
    BY_NAME.get(read.whole) ??
    BY_NAME.get(`~${read.folded}`) ??
    BY_NAME.get(`~${read.wholeFolded}`) ??
    NONE
  );
}

/** True for the two-digit code of one of the 63 provinces of 2022. */
export function isProvinceCode(code: string): boolean {
  return CODES.has(code);
}

const codeCache = new Map<string, string>();
const MAX_CACHED = 10_000;

/** Two-digit code of the province a name or abbreviation means; empty when unknown or ambiguous (HN, LC ...). */
export function provinceCodeOfName(name: string): string {
  const known = codeCache.get(name);
  if (known !== undefined) return known;
  const codes = provincesOfName(name);
  const code = codes.length === 1 ? String(codes[0]).padStart(2, '0') : '';
  if (codeCache.size >= MAX_CACHED) codeCache.clear();
  codeCache.set(name, code);
  return code;
}

/**
 * Province of a facility code: its first two characters, if they are a province code (right for 99.8 %
 * of the platform's list). A code of four digits has lost its leading zero.
 */
export function provinceOfFacilityCode(code: string): string {
  const trimmed = code.trim().replace(/^'/, '');
  const head = /^[0-9]{4}$/.test(trimmed) ? `0${trimmed.charAt(0)}` : trimmed.slice(0, 2);
  return CODES.has(head) ? head : '';
}
