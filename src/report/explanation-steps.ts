import type { ExplainedCandidate, FieldComparison } from '../domain/explanation.js';
import type { Language } from '../domain/run-facts.js';
import { COMPARED_FIELDS, comparisonWords } from './explanation-words.js';
import { formatDecimal, formatInteger } from './number-format.js';

/** One step of a waterfall: the running sum goes from `from` to `to` bits. */
export interface WaterfallStep {
  readonly kind: 'prior' | 'field' | 'one_slip' | 'nobody' | 'total';
  readonly label: string;
  /** What the step rests on. */
  readonly detail: string;
  readonly bits: number;
  readonly from: number;
  readonly to: number;
}

const MINUS = '\u2212';

/** Bits with a sign and one decimal: `+9,8` in Vietnamese, `−6.6` in English; `0` where nothing, or less than a tenth, is weighed. */
export function formatBits(bits: number, lang: Language): string {
  const text = Math.abs(bits)
    .toFixed(1)
    .replace('.', lang === 'vi' ? ',' : '.');
  if (Math.abs(bits) < 0.05) return '0';
  return bits < 0 ? `${MINUS}${text}` : `+${text}`;
}

/** A probability rounded down to six decimals, as the result files have it: `0,999999`; `0` and `1` are exact. */
export function formatProbability(probability: number, lang: Language): string {
  if (probability <= 0 || probability >= 1) return probability <= 0 ? '0' : '1';
  const point = lang === 'vi' ? ',' : '.';
  if (probability < 1e-6) return `<0${point}000001`;
  return (Math.floor(probability * 1e6) / 1e6).toFixed(6).replace('.', point);
}

/** The steps from "before anything is compared" to the sum; they add up exactly. */
export function stepsOf(candidate: ExplainedCandidate, persons: number, lang: Language): WaterfallStep[] {
  const vi = lang === 'vi';
  const steps: WaterfallStep[] = [];
  let sum = 0;
  const add = (kind: WaterfallStep['kind'], label: string, detail: string, bits: number) => {
    steps.push({ kind, label, detail, bits, from: sum, to: sum + bits });
    sum += bits;
  };
  const size = formatInteger(persons, lang);
  add(
    'prior',
    vi ? 'Trước khi so sánh' : 'Before comparing',
    vi ? `một trong ${size} người` : `one of ${size} persons`,
    candidate.priorBits,
  );
  for (const field of candidate.fields) {
    add('field', COMPARED_FIELDS[field.field][lang], evidence(field, lang), field.bits);
  }
  if (candidate.oneSlipBits !== 0) {
    const isOwner = candidate.fields.some(({ level, field }) => field === 'id' && level === 'exact');
    add('one_slip', vi ? 'Một lần nhầm' : 'One slip', slipWords(isOwner, lang), candidate.oneSlipBits);
  }
  if (candidate.nobodyBits !== 0) {
    add(
      'nobody',
      vi ? 'Người ngoài CSDL' : 'Outside the registry',
      vi
        ? 'khả năng còn một người khác y như vậy không có trong cơ sở dữ liệu'
        : 'somebody else just like this may not be in the registry',
      candidate.nobodyBits,
    );
  }
  const total = candidate.totalBits;
  steps.push({
    kind: 'total',
    label: vi ? 'Tổng' : 'Sum',
    detail: oddsWords(total, lang),
    bits: total,
    from: 0,
    to: total,
  });
  return steps;
}

/** How a field compares; a place that agrees and yet weighs nothing came along with a copied number (`match/weights.ts`). */
function evidence(field: FieldComparison, lang: Language): string {
  const words = comparisonWords(field, lang);
  if (field.field !== 'place' || field.level === 'missing' || field.bits !== 0) return words;
  return lang === 'vi'
    ? `${words}, nhưng không tính vì nơi ở lấy theo số định danh`
    : `${words}, but not counted, for it was copied with the number`;
}

/** Which half of a mixed identity would be the slip if this candidate were the record's person. */
function slipWords(isOwner: boolean, lang: Language): string {
  const vi = lang === 'vi';
  if (isOwner) {
    return vi ? 'chép nhầm họ tên, ngày sinh của người khác' : 'somebody else’s name and birth date';
  }
  return vi ? 'chép nhầm số của người khác' : 'somebody else’s number';
}

const TRILLION_BITS = Math.log2(1e12);

/** `1.000 : 1 so với “không có ai”`. */
function oddsWords(bits: number, lang: Language): string {
  const vi = lang === 'vi';
  const size = 2 ** Math.abs(bits);
  const text =
    Math.abs(bits) > TRILLION_BITS
      ? vi
        ? 'hơn một nghìn tỷ'
        : 'over a trillion'
      : size < 10
        ? formatDecimal(size, 1, lang)
        : formatInteger(Math.round(size), lang);
  const odds = bits < 0 ? `1 : ${text}` : `${text} : 1`;
  return vi ? `${odds} so với “không có ai”` : `${odds} against “nobody”`;
}
