import type { ExplainedMatch, VerificationRule } from '../domain/explanation.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { formatProbability } from './explanation-steps.js';
import { formatDecimal } from './number-format.js';

type RuleWords = (match: ExplainedMatch, lang: Language) => Bilingual;

const RULE_WORDS: Readonly<Record<VerificationRule, RuleWords>> = {
  id_is_unique: () => ({
    vi: 'Cơ sở dữ liệu chỉ cấp số của người này cho một người.',
    en: 'The registry gives this person’s ID to one person only.',
  }),
  id_and_name_of_one_person: () => ({
    vi: 'Số định danh không thuộc về người khác, và không có người nhà hay người sinh đôi nào khớp họ tên, ngày sinh hơn.',
    en: 'The number is nobody else’s, and no relative or twin fits name and birth date better.',
  }),
  no_contradiction: () => ({
    vi: 'Không trường nào mâu thuẫn ngoài các lỗi nhập liệu thường gặp.',
    en: 'No field contradicts beyond the usual typing errors.',
  }),
  margin: ({ margin, thresholds, settledByCrossCheck }, lang) => {
    const needed = formatDecimal(thresholds.marginBits, 1, lang);
    if (margin === null) {
      return settledByCrossCheck
        ? {
            vi: 'Số, họ tên, ngày sinh đều khớp nên không tìm thêm người thứ hai.',
            en: 'ID, name and birth date agree, so a second person was not looked for.',
          }
        : { vi: 'Không có người thứ hai.', en: 'There is no second person.' };
    }
    const bits = formatDecimal(margin, 1, lang);
    return {
      vi: `Hơn người thứ hai ${bits} bit; cần ít nhất ${needed}.`,
      en: `The lead over the second person is ${bits} bits; at least ${needed} are needed.`,
    };
  },
  probability: ({ probability, thresholds, candidates }, lang) => {
    const has = formatProbability(probability ?? 0, lang);
    const least = candidates[0]?.neededProbability ?? thresholds.verifyProbability;
    const needed = formatDecimal(least, 8, lang);
    const isStricter = least > thresholds.verifyProbability;
    return {
      vi: `Xác suất ${has}; cần ít nhất ${needed}${isStricter ? ' (chặt hơn vì không có số nào khớp và căn cứ còn mỏng)' : ''}.`,
      en: `The probability is ${has}; at least ${needed} is needed${isStricter ? ' (stricter, because no number agrees and the rest is thin)' : ''}.`,
    };
  },
  independent_evidence: () => ({
    vi: 'Có ít nhất hai căn cứ độc lập (ví dụ số và họ tên), không chỉ dựa vào một trường.',
    en: 'Independent fields point to the person (such as number and name), not one alone.',
  }),
  all_compared: () => ({
    vi: 'Đã so với mọi người có thể khớp, hoặc số định danh khớp hoàn toàn.',
    en: 'Everybody who could fit was compared, or the ID agrees exactly.',
  }),
  alive_at_dose: ({ doseDate }) => ({
    vi: `Người này không mất trước ngày tiêm${doseDate === '' ? '' : ` (${doseDate})`}.`,
    en: `The person did not die before the dose${doseDate === '' ? '' : ` (${doseDate})`}.`,
  }),
};

/** A condition for verifying, with the run's figures. */
export interface ConditionText {
  readonly text: string;
  readonly holds: boolean;
  /** The first that fails: it gives the row its reason. */
  readonly decides: boolean;
}

export function conditionTexts(match: ExplainedMatch, lang: Language): ConditionText[] {
  const first = match.conditions.find(({ holds }) => !holds);
  return match.conditions.map((condition) => ({
    text: RULE_WORDS[condition.rule](match, lang)[lang],
    holds: condition.holds,
    decides: condition === first,
  }));
}
