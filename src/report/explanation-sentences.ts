import type { ExplainedMatch, Explanation, FieldReading } from '../domain/explanation.js';
import { REASONS } from '../domain/reasons.js';
import { REPAIRS } from '../domain/repairs.js';
import type { Language } from '../domain/run-facts.js';
import { formatProbability } from './explanation-steps.js';
import { REMARKS } from './explanation-words.js';
import { OUTCOME_LABELS } from './labels.js';
import { formatDecimal, formatInteger } from './number-format.js';

/** `doses.csv, row 12; also rows 13, 14`. */
export function rowsText({ rows }: Explanation, lang: Language): string {
  const word = lang === 'vi' ? 'dòng' : 'row';
  const [first, ...others] = rows;
  if (first === undefined) return '';
  const text = `${first.file}, ${word} ${first.row}`;
  if (others.length === 0) return text;
  const more = others.map(({ row }) => row).join(', ');
  if (lang === 'vi') return `${text}; cùng nội dung: dòng ${more}`;
  return `${text}; the same for ${others.length === 1 ? 'row' : 'rows'} ${more}`;
}

/** `Verified: corrected`. */
export function outcomeText({ outcome, reason }: Explanation, lang: Language): string {
  return `${OUTCOME_LABELS[outcome][lang]} (${reason})`;
}

/** What normalisation did to a field's text, in words; empty where nothing. */
export function repairsText({ repairs, remark, alternatives }: FieldReading, lang: Language): string {
  const parts: string[] = repairs.map((code) => REPAIRS[code][lang]);
  if (remark !== null) parts.push(REMARKS[remark][lang]);
  if (alternatives.length > 0) {
    parts.push(`${lang === 'vi' ? 'cũng có thể là' : 'could also be'} ${alternatives.join(', ')}`);
  }
  return parts.join('; ');
}

/** Who was compared. */
export function comparedText(match: ExplainedMatch, lang: Language): string {
  const vi = lang === 'vi';
  const compared = formatInteger(match.compared, lang);
  const persons = formatInteger(match.persons, lang);
  if (match.compared === 0) {
    return vi
      ? `Trong ${persons} người của cơ sở dữ liệu không có ai trùng số, hoặc gần trùng họ tên và ngày sinh, nên không so với ai.`
      : `Among the ${persons} persons of the registry nobody has the number or nearly the name and birth date, so there was nobody to compare.`;
  }
  if (match.settledByCrossCheck) {
    return vi
      ? 'Người có số này khớp cả họ tên, ngày sinh, và giới tính không trái, nên không cần tìm ai khác.'
      : 'The person with this number agrees in name and birth date, and the sex does not contradict: nobody else had to be looked for.';
  }
  const crowded = match.allCompared
    ? ''
    : vi
      ? ' Có khóa tìm kiếm quá đông người nên chưa so hết.'
      : ' A search key was shared by too many persons, so not everybody was compared.';
  return vi
    ? `Đã so với ${compared} người trong ${persons} người của cơ sở dữ liệu: những người trùng số hoặc gần trùng họ tên, ngày sinh, nơi ở.${crowded}`
    : `Compared with ${compared} of the ${persons} persons of the registry: those who share the number, or enough of name, birth date and place.${crowded}`;
}

/** Who has which share of the probability: the candidates, the others, and nobody. */
export function shares(match: ExplainedMatch, lang: Language): { label: string; share: number }[] {
  const vi = lang === 'vi';
  const list = match.candidates.map(({ personId, probability }, i) => ({
    label: `${vi ? 'Người' : 'Candidate'} ${i + 1} (${personId})`,
    share: probability,
  }));
  const others = match.compared - match.candidates.length;
  if (others > 0) {
    const shown = list.reduce((sum, { share }) => sum + share, 0);
    const count = formatInteger(others, lang);
    list.push({
      label:
        list.length === 0
          ? vi
            ? `${count} người đã so`
            : `${count} compared`
          : vi
            ? `${count} người khác đã so`
            : `${count} others compared`,
      share: Math.max(0, match.credible - shown),
    });
  }
  list.push({
    label: vi ? 'Không có trong cơ sở dữ liệu' : 'Not in the registry',
    share: Math.max(0, 1 - match.credible),
  });
  return list;
}

/** Why the outcome is what it is, in sentences. */
export function decisionTexts({ outcome, reason, match }: Explanation, lang: Language): string[] {
  const vi = lang === 'vi';
  if (match === null) {
    const why = REASONS[reason][lang];
    return [vi ? `${why} Vì vậy không tìm ai.` : `${why} So nobody was looked for.`];
  }
  const needed = formatDecimal(match.thresholds.reviewProbability, 6, lang);
  const has = formatProbability(match.credible, lang);
  const credible = vi
    ? `Tất cả những người đã so cộng lại có xác suất ${has}; cần ít nhất ${needed} để có người đáng xem xét.`
    : `All compared persons together have the probability ${has}; from ${needed} on, somebody is worth a look.`;
  switch (outcome) {
    case 'verified':
      return [credible, vi ? 'Mọi điều kiện để xác minh đều đạt:' : 'Every condition for verifying holds:'];
    case 'needs_review': {
      const why = REASONS[reason][lang];
      return [
        credible,
        vi
          ? `Có điều kiện để xác minh không đạt; điều kiện không đạt đầu tiên quyết định. ${why}`
          : `Not every condition for verifying holds; the first that fails decides. ${why}`,
      ];
    }
    default:
      return [credible, ...mismatchTexts(match, lang)];
  }
}

/** That nobody is likely enough, without saying who was compared. */
function mismatchTexts(match: ExplainedMatch, lang: Language): string[] {
  if (match.compared === 0) return [];
  const needed = formatDecimal(match.thresholds.reviewProbability, 6, lang);
  return [
    lang === 'vi' ? `Không ai đạt mức cần thiết (${needed}).` : `Nobody reaches what is needed (${needed}).`,
  ];
}

/** Who may read this; told wherever persons of the registry are shown. */
export function disclosureText(explanations: readonly Explanation[], lang: Language): string {
  const vi = lang === 'vi';
  if (explanations.some(({ match }) => (match?.withheld ?? 0) > 0)) {
    return vi
      ? 'Dòng không khớp không nói về những người đã so, nên thông tin của họ không hiện ra. Cán bộ được phép xem cơ sở dữ liệu dân cư có thể thêm --show-others.'
      : 'A mismatch is not about the persons it was compared with, so nothing of them is shown. Who may see the registry can add --show-others.';
  }
  if (explanations.every(({ match }) => match === null || match.candidates.length === 0)) {
    return vi
      ? 'Có thông tin cá nhân của hồ sơ: chỉ dành cho cán bộ được phép xem.'
      : 'This holds the personal data of the record: for those who may see it.';
  }
  return vi
    ? 'Có thông tin của cơ sở dữ liệu dân cư, có thể của người khác: chỉ dành cho cán bộ được phép xem, không chuyển tiếp.'
    : 'This holds registry data, perhaps of other persons: for the authorised analyst only; do not pass it on.';
}

/** Told when the result cannot be reproduced. */
export function disagreementText(lang: Language): string {
  return lang === 'vi'
    ? 'Lưu ý: tính lại cho kết quả khác với tệp kết quả. Tệp đã bị sửa, hoặc lần chạy dùng phiên bản khác.'
    : 'Note: deciding again gives another result than the file has. The file was edited, or another version made it.';
}
