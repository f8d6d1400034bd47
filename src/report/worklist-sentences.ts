import type { IdentityField } from '../domain/outcome.js';
import type { ReviewReason } from '../domain/reasons.js';
import { type Bilingual, REASONS } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { WorkLine } from '../domain/worklist.js';
import { formatInteger } from './number-format.js';
import { fieldLabel } from './worklist-words.js';

/**
 * Why a record needs review, told without anything of the candidates: whoever among them is not the person of the row is
 * somebody else. `ds_explanation` names their IDs and is for those who may see the registry.
 */
const REVIEW_DOUBTS: Readonly<Record<ReviewReason, Bilingual>> = {
  rival_too_close: {
    vi: 'Có nhiều người gần giống hồ sơ này, chưa đủ căn cứ để chọn.',
    en: 'Several persons nearly fit this record, and it is not certain which.',
  },
  id_and_name_of_different_persons: {
    vi: 'Số trong hồ sơ là của một người, nhưng họ tên, ngày sinh giống người khác hơn.',
    en: 'The number is one person’s, but name and birth date are more like another’s.',
  },
  conflicting_fields: {
    vi: 'Có thể là một người trong cơ sở dữ liệu dân cư, nhưng có trường khác nhiều.',
    en: 'It may be a person of the registry, but a field differs much.',
  },
  not_enough_evidence: {
    vi: 'Có thể là một người trong cơ sở dữ liệu dân cư, nhưng phần khớp nhau chưa đủ chắc chắn.',
    en: 'It may be a person of the registry, but what agrees is not certain enough.',
  },
  dead_before_dose: {
    vi: 'Cần kiểm tra lại ngày tiêm và người được tiêm.',
    en: 'The date of the dose and who was vaccinated have to be checked.',
  },
  registry_id_not_unique: {
    vi: 'Số định danh này được cấp cho nhiều người khác nhau trong bản trích cơ sở dữ liệu dân cư.',
    en: 'The registry snapshot gives this ID to more than one person.',
  },
};

/** Sentences about a row for review: why, which fields to look at, what to do. `fields` may be empty. */
export function reviewSentence(
  reason: ReviewReason,
  candidates: number,
  fields: readonly IdentityField[],
  lang: Language,
): string {
  const vi = lang === 'vi';
  const texts = [REVIEW_DOUBTS[reason][lang]];
  if (candidates > 1) {
    const n = formatInteger(candidates, lang);
    texts.push(vi ? `Có ${n} người có thể là chủ hồ sơ.` : `It may be one of ${n} persons.`);
  }
  if (fields.length > 0) {
    const list = fields.map((field) => fieldLabel(field, lang).toLowerCase()).join(', ');
    texts.push(vi ? `Trường cần đối chiếu: ${list}.` : `Fields to compare: ${list}.`);
  }
  if (reason === 'registry_id_not_unique' || reason === 'dead_before_dose') {
    texts.push(REASONS[reason].next[lang]);
  } else {
    texts.push(
      vi
        ? 'Xem căn cước (trẻ em: giấy khai sinh) của người được tiêm và ghi giá trị đúng.'
        : 'Look at the identity card (children: birth certificate) of the vaccinated person and write the right value.',
    );
  }
  return texts.join(' ');
}

/** The corrections of a verified record; where the run's own sentence is in another language. */
export function correctionSentence(lines: readonly WorkLine[], lang: Language): string {
  const vi = lang === 'vi';
  const list = lines.map(({ field, present, proposed }) => {
    const name = fieldLabel(field, lang).toLowerCase();
    if (present.trim() === '') return `${name}: ${vi ? 'điền' : 'enter'} “${proposed}”`;
    return `${name} “${present}” ${vi ? 'thành' : 'to'} “${proposed}”`;
  });
  return vi
    ? `Đã xác định đúng một người. Cần sửa: ${list.join('; ')}. Sửa xong thì ký số.`
    : `Exactly one person is identified. To correct: ${list.join('; ')}. Then sign the record.`;
}
