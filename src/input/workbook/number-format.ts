/** What a number format makes of a number. `padded`: whole numbers are filled with zeros in front. */
export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'padded'; readonly digits: number; readonly prefix: string };

export const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };
const TIME: NumberFormat = { kind: 'time' };

/** ECMA-376 part 1, 18.8.30: 14-17 and 22 are dates, 27-36 and 50-58 dates of East Asian versions. */
function builtIn(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATE;
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? TIME : PLAIN;
}

/** Reads a number format by its number, and by its code where the workbook declares one. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return builtIn(id);
  const section = firstSection(code);
  const padded = /^(?:"(0+)"|\\(0))?([0#]*0[0#]*|#+)$/.exec(section);
  if (padded !== null) {
    const prefix = padded[1] ?? padded[2] ?? '';
    const places = padded[3] as string;
    const firstZero = places.indexOf('0');
    const digits = firstZero < 0 ? 0 : places.length - firstZero;
    return digits <= 1 && prefix === '' ? PLAIN : { kind: 'padded', digits, prefix };
  }
  const letters = section
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/general|standard/.test(letters)) return PLAIN;
  if (/[dy]/.test(letters)) return DATE;
  if (/[hs]/.test(letters)) return TIME;
  return letters.includes('m') ? DATE : PLAIN;
}

/** The part of a format that holds for positive numbers: up to the first `;` outside of quotes. */
function firstSection(code: string): string {
  return /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? code;
}
