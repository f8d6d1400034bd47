/** The change of September 2018: old 4-digit prefix of an 11-digit number, new 3-digit prefix. */
const PREFIXES_2018 =
  '0120:070 0121:079 0122:077 0126:076 0128:078 0123:083 0124:084 0125:085 0127:081 0129:082 0162:032 ' +
  '0163:033 0164:034 0165:035 0166:036 0167:037 0168:038 0169:039 0186:056 0188:058 0199:059';
const NEW_PREFIX = new Map(PREFIXES_2018.split(' ').map((pair) => [pair.slice(0, 4), pair.slice(5)]));

/** True for ten digits that form a Vietnamese mobile number (03, 05, 07, 08, 09). */
export function isMobileNumber(digits: string): boolean {
  return /^0[35789][0-9]{8}$/.test(digits);
}

/** True for eleven digits that were a mobile number until 2018. */
export function isOldMobileNumber(digits: string): boolean {
  return digits.length === 11 && NEW_PREFIX.has(digits.slice(0, 4));
}

/**
 * A mobile number as ten digits, or an empty string. Understands +84, 84 and 0084, a lost leading
 * zero, separators, a decimal `.0`, and the 11-digit numbers of before 2018. Of several numbers the
 * first one counts.
 */
export function normalizePhone(raw: string): string {
  if (raw.length === 0 || raw.length > 200) return '';
  const first =
    raw
      .normalize('NFKC')
      .trim()
      .split(/[;,/|]|\s+-\s+/)[0] ?? '';
  let digits = first.replace(/\.0$/, '').replace(/[^0-9]/g, '');
  if (digits.startsWith('0084')) digits = digits.slice(4);
  else if (digits.startsWith('84') && digits.length >= 11) digits = digits.slice(2);
  if (digits.startsWith('00')) digits = digits.slice(1);
  if (!digits.startsWith('0')) digits = `0${digits}`;
  if (isOldMobileNumber(digits)) return (NEW_PREFIX.get(digits.slice(0, 4)) ?? '') + digits.slice(4);
  return isMobileNumber(digits) ? digits : '';
}
