import type { Language } from '../domain/run-facts.js';

/** No-break space: a number never parts from its sign or unit. */
const NBSP = '\u00a0';

/**
 * A whole number with thousands separated: `1.234.567` in Vietnamese, `1,234,567` in English.
 * Written by hand: `Intl` differs between builds of Node, and the same inputs must give the same bytes.
 */
export function formatInteger(value: number, lang: Language): string {
  const separator = lang === 'vi' ? '.' : ',';
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, separator);
  return value < 0 ? `-${digits}` : digits;
}

/** A number with up to `places` decimals and no trailing zeros: `0,95` in Vietnamese, `0.95` in English. */
export function formatDecimal(value: number, places: number, lang: Language): string {
  const [whole = '0', fraction = ''] = value.toFixed(places).split('.');
  const decimals = fraction.replace(/0+$/, '');
  const integer = formatInteger(Number(whole), lang);
  return decimals === '' ? integer : `${integer}${lang === 'vi' ? ',' : '.'}${decimals}`;
}

/**
 * A share with one decimal: `70,4 %` in Vietnamese, `70.4%` in English; `–` of nothing.
 * A share that is neither none nor all is never shown as 0 or 100: it reads `<0,1 %` or `>99,9 %`.
 */
export function formatShare(part: number, whole: number, lang: Language): string {
  if (whole === 0) return '–';
  const tenths = Math.round((part * 1000) / whole);
  if (part > 0 && tenths === 0) return `<${share(1, lang)}`;
  if (part < whole && tenths === 1000) return `>${share(999, lang)}`;
  return share(tenths, lang);
}

function share(tenths: number, lang: Language): string {
  const [point, sign] = lang === 'vi' ? [',', `${NBSP}%`] : ['.', '%'];
  return `${formatInteger(Math.trunc(tenths / 10), lang)}${point}${tenths % 10}${sign}`;
}

/** An ISO date (`2022-05-05`) as day/month/year, as both languages write it in Viet Nam: `05/05/2022`. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-');
  return day === undefined ? iso : `${day}/${month}/${year}`;
}

/** A size: `1,2 MB` in Vietnamese, `1.2 MB` in English; decimal units. */
export function formatBytes(bytes: number, lang: Language): string {
  const units = ['byte', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let size = bytes;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${formatDecimal(size, unit === 0 ? 0 : 1, lang)}${NBSP}${units[unit]}`;
}
