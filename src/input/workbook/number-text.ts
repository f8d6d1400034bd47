/** Digits that Excel keeps and shows. */
const SIGNIFICANT_DIGITS = 15;
/** Beyond this no double has a fraction, and JavaScript writes exponents. */
const EXPONENT_FROM = 1e21;

/**
 * A stored number as the digits that a person sees when the cell is wide enough: no exponent, no noise of binary
 * fractions (0.30000000000000004). A whole number written out is kept as it stands, leading zeros included. What is not
 * a number is kept as it stands.
 */
export function numberText(stored: string): string {
  const text = stored.trim();
  if (/^[0-9]+$/.test(text)) return text;
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  const shown = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  if (Object.is(shown, -0)) return '0';
  if (Math.abs(shown) >= EXPONENT_FROM) return BigInt(shown).toString();
  if (Number.isInteger(shown) || Math.abs(shown) >= 1e-6) return String(shown);
  return shown.toFixed(20).replace(/\.?0+$/, '');
}
