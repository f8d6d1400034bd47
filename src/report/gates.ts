import type { QualityGates } from '../domain/quality-gates.js';
import type { Language, RunFacts } from '../domain/run-facts.js';
import { provinceLabel } from './labels.js';
import { noRecordRows } from './no-record.js';
import { formatDecimal, formatInteger } from './number-format.js';
import type { Summary } from './summary.js';

/** Why a published run ends with exit code 1. */
export type GateExcess =
  | {
      readonly kind: 'rejected' | 'needs_review';
      readonly rows: number;
      /** Rows that hold a record, readable or not. */
      readonly of: number;
      /** The share (0 to 1) that is allowed. */
      readonly limit: number;
    }
  /** No row belongs to the provinces that were asked for. */
  | { readonly kind: 'nothing_in_scope'; readonly provinces: readonly string[]; readonly rowsOther: number };

/** The gates that a run exceeds. Rows that never were a record count for neither share. */
export function exceededGates({ total }: Summary, facts: RunFacts, gates: QualityGates): GateExcess[] {
  const { provinces } = facts.options;
  if (provinces !== null && total.sent.rows === 0 && facts.rowsOtherProvinces > 0) {
    return [{ kind: 'nothing_in_scope', provinces, rowsOther: facts.rowsOtherProvinces }];
  }
  const none = noRecordRows(total).rows;
  const of = total.sent.rows - none;
  const shares = [
    { kind: 'rejected', rows: total.outcomes.rejected.rows - none, of, limit: gates.maxRejectedShare },
    { kind: 'needs_review', rows: total.outcomes.needs_review.rows, of, limit: gates.maxReviewShare },
  ] as const;
  return shares.filter(({ rows, limit }) => rows > limit * of);
}

/** One line for a terminal, with a trailing newline; empty when no gate is exceeded. */
export function gateText(excesses: readonly GateExcess[], lang: Language): string {
  if (excesses.length === 0) return '';
  const vi = lang === 'vi';
  const parts = excesses.map((excess) => excessText(excess, lang)).join('; ');
  if (excesses.some(({ kind }) => kind === 'nothing_in_scope')) {
    return vi ? `Lưu ý: ${parts}. Mã thoát là 1.\n` : `Note: ${parts}. The exit code is 1.\n`;
  }
  return vi
    ? `Lưu ý: ${parts}. Kết quả vẫn dùng được; mã thoát là 1.\n`
    : `Note: ${parts}. The results can be used all the same; the exit code is 1.\n`;
}

function excessText(excess: GateExcess, lang: Language): string {
  const vi = lang === 'vi';
  const n = (value: number) => formatInteger(value, lang);
  if (excess.kind === 'nothing_in_scope') {
    const asked = excess.provinces.map((code) => `${code} (${provinceLabel(code, lang)})`).join(', ');
    return vi
      ? `không có dòng nào thuộc tỉnh ${asked}, cả ${n(excess.rowsOther)} dòng thuộc tỉnh khác hoặc không rõ tỉnh; kiểm tra mã ở --province`
      : `no row belongs to ${asked}, all ${n(excess.rowsOther)} are of other provinces or of none; check the code of --province`;
  }
  const percent = (share: number) => `${formatDecimal(share * 100, 2, lang)}${vi ? '\u00a0%' : '%'}`;
  const { rows, of, limit } = excess;
  const counted = `${n(rows)} ${vi ? 'trong' : 'of'} ${n(of)} ${vi ? 'dòng' : 'rows'} (${percent(rows / of)})`;
  const words = {
    rejected: { vi: 'bị loại', en: 'are rejected' },
    needs_review: { vi: 'cần xem lại', en: 'need review' },
  }[excess.kind];
  return vi
    ? `${counted} ${words.vi}, quá ngưỡng ${percent(limit)}`
    : `${counted} ${words.en}, over the limit of ${percent(limit)}`;
}
