import type { Suspicion } from '../domain/input-profile.js';
import type { Language } from '../domain/run-facts.js';
import { formatDate, formatInteger, formatShare } from './number-format.js';
import { SUSPICION_TEXTS } from './profile-words.js';

const SHOWN = 10;

/** Suspicions by kind: where, how many rows, which come first, and once for each kind what to do. */
export function suspicionLines(all: readonly Suspicion[], lang: Language): string[] {
  const vi = lang === 'vi';
  return [...new Set(all.map(({ code }) => code))].flatMap((code) => {
    const found = all.filter((one) => one.code === code);
    const { what, next } = SUSPICION_TEXTS[code];
    const lines = [`    ${code}: ${what[lang]}`];
    for (const one of found.slice(0, SHOWN)) lines.push(`      ${placeText(one, lang)}`);
    if (found.length > SHOWN) {
      const more = formatInteger(found.length - SHOWN, lang);
      lines.push(`      ${vi ? `và ${more} nơi khác (xem --json)` : `and ${more} more (see --json)`}`);
    }
    return [...lines, `      → ${next[lang]}`];
  });
}

/** Why a pattern is told and another is not. */
export function thresholdText(lang: Language): string {
  return lang === 'vi'
    ? 'Ngưỡng: một cơ sở hay một ngày được nêu khi có ít nhất 20 dòng, từ một nửa trở lên có dấu hiệu và tỷ lệ gấp 4 lần phần còn lại của tệp; số định danh: từ 5 dòng, 3 họ tên; điện thoại: từ 15 dòng, 10 họ tên.'
    : 'Thresholds: a facility or day is told from 20 rows on, when half of them show the pattern and the share is 4 times that of the rest of the file; an ID from 5 rows and 3 names; a phone number from 15 rows and 10 names.';
}

function placeText({ scope, unit, rows, of, elsewhere, names, first }: Suspicion, lang: Language): string {
  const vi = lang === 'vi';
  const n = (value: number) => formatInteger(value, lang);
  const more = rows > first.length ? ', ...' : '';
  // A number may be in several files; else the file is the one that is spoken of.
  const places = scope === 'number' ? first : first.map((place) => place.slice(place.lastIndexOf(':') + 1));
  const where = `${vi ? 'dòng' : 'rows'} ${places.join(', ')}${more}`;
  if (scope === 'number') {
    return vi
      ? `${n(rows)} dòng, ít nhất ${names} họ tên khác nhau: ${where}`
      : `${n(rows)} rows, at least ${names} different names: ${where}`;
  }
  const place = {
    file: vi ? 'cả tệp' : 'the whole file',
    facility: `${vi ? 'cơ sở' : 'facility'} ${unit}`,
    day: `${vi ? 'ngày tiêm' : 'dose date'} ${formatDate(unit)}`,
  }[scope];
  const rest =
    elsewhere === null || elsewhere.of === 0
      ? ''
      : `, ${vi ? 'nơi khác' : 'elsewhere'} ${formatShare(elsewhere.rows, elsewhere.of, lang)}`;
  const share = `${n(rows)}/${n(of)} (${formatShare(rows, of, lang)}${rest})`;
  return `${place}: ${share}: ${where}`;
}
