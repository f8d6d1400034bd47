import type { SexCoding } from '../domain/dose-record.js';

/** One row as evidence for how its sex column is coded. */
export interface SexSample {
  readonly sex: string;
  readonly name: string;
  readonly personalId: string;
}

/** `words`: the column holds no digit. `unproved`: digits, and nothing tells what they mean. */
export type ProvedSexCoding = SexCoding | 'unproved';

/** "1" must be one sex at least this often, and by at least this many rows, to be taken as proved. */
const MAJORITY = 0.75;
const LEAST_LEAD = 3;

/**
 * Proves how a numeric sex column is coded, because "1" means opposite things on the two sides (platform: nữ,
 * registry: nam). Evidence: the fourth digit of a 12-digit ID (even male, odd female; TT 07/2016/TT-BCA), and the
 * middle words Thị and Văn. A 2 exists in the registry's coding alone.
 */
export function proveSexCoding(samples: Iterable<SexSample>): ProvedSexCoding {
  let male = 0;
  let female = 0;
  let digits = false;
  let hasTwo = false;
  for (const sample of samples) {
    const code = sample.sex.trim().replace(/\.0$/, '');
    if (!/^[0-2]$/.test(code)) continue;
    digits = true;
    if (code === '2') hasTwo = true;
    if (code !== '1') continue;
    const evidence = evidentSex(sample);
    if (evidence === 'male') male++;
    else if (evidence === 'female') female++;
  }
  if (!digits) return 'words';
  const most = Math.max(male, female);
  if (most >= MAJORITY * (male + female) && Math.abs(male - female) >= LEAST_LEAD) {
    if (male > female) return 'registry';
    return hasTwo ? 'unproved' : 'platform';
  }
  return hasTwo ? 'registry' : 'unproved';
}

function evidentSex({ name, personalId }: SexSample): 'male' | 'female' | null {
  const id = personalId.trim();
  if (/^0\d{11}$/.test(id)) return Number(id[3]) % 2 === 0 ? 'male' : 'female';
  const words = name.normalize('NFC').toLowerCase().trim().split(/\s+/);
  const middle = words.slice(1, -1);
  const isThi = middle.includes('thị');
  const isVan = middle.includes('văn');
  if (isThi === isVan) return null;
  return isThi ? 'female' : 'male';
}
