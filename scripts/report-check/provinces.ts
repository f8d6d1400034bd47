import { readTable } from '../generate/data-files.js';

/** gso_code, name, type, cccd_code, name_platform_pl3, short_name, abbreviations, ... */
const ROWS = readTable('provinces-2022.csv');

/** The 63 codes. */
export const PROVINCE_CODES: readonly string[] = ROWS.map(([code = '']) => code);

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const NAMES = new Map<string, string | null>();
for (const [code = '', name = '', , , platform = '', short = '', abbreviations = ''] of ROWS)
  for (const text of new Set([name, platform, short, ...abbreviations.split(';')].map(plain))) {
    // An abbreviation of two provinces names neither.
    NAMES.set(text, NAMES.has(text) && NAMES.get(text) !== code ? null : code);
  }

/** Two digits; empty where the name is that of no province, or of several. */
export function codeOfName(name: string): string {
  const text = plain(name);
  return NAMES.get(text) ?? NAMES.get(text.replace(/^(thanh pho|tinh|tp|t) /, '')) ?? '';
}

/** The first two characters of a facility code, where they are a province. */
export function codeOfFacility(code: string): string {
  const head = code.trim().slice(0, 2);
  return PROVINCE_CODES.includes(head) ? head : '';
}
