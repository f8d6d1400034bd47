import type { Candidate, Decision } from '../domain/decision.js';
import { REASONS } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { betterFitting, type DecisionInput, idOwner, ruleForDoubt } from './conditions.js';
import { shownForReview } from './decide.js';
import { formatDate } from './differences.js';
import { type ComparedRecord, compared, isLeftOut, namedDifferences } from './error-kind.js';
import { doubtWords } from './review-doubts.js';

type Review = Extract<Decision, { kind: 'needs_review' }>;

/** A second person this few bits behind the first (odds of 8 to 1) fits about as well. */
const TIE_BITS = 3;

/** Who the record may be about, what keeps it from being verified, what differs from each of them, and what to do. */
export function explainReview(
  decision: Review,
  input: DecisionInput,
  best: Candidate,
  language: Language,
): string {
  const vi = language === 'vi';
  const shown = shownForReview(input);
  const id = best.person.personId;
  if (decision.reason === 'registry_id_not_unique') {
    const { next } = REASONS.registry_id_not_unique;
    return vi
      ? `Người khớp nhất có số định danh ${id}, nhưng bản trích cơ sở dữ liệu dân cư cấp số này cho nhiều người khác nhau. ${next.vi}`
      : `The person who fits best has the ID ${id}, which the registry snapshot gives to more than one person. ${next.en}`;
  }
  const told = decision.candidates.map(({ personId, differences }, i) => {
    const list = listDifferences(differences, compared(input, shown[i]!), language);
    return { personId, list };
  });
  const doubt = why(decision, input, best, language);
  const [only] = told;
  if (only !== undefined && told.length === 1) {
    const { list } = only;
    const differs =
      list === '' ? '' : vi ? ` Hồ sơ khác cơ sở dữ liệu: ${list}.` : ` Record and registry differ: ${list}.`;
    return vi
      ? `Có thể là người có số định danh ${id}, nhưng ${doubt}.${differs} ${nextStep(decision, 1, language)}`
      : `This may be the person with the ID ${id}, but ${doubt}.${differs} ${nextStep(decision, 1, language)}`;
  }
  const persons = told.map(({ personId, list }, i) => {
    if (vi)
      return `Người (${i + 1}) có số ${personId}, ${list === '' ? 'không khác hồ sơ' : `khác hồ sơ: ${list}`}.`;
    return `Person (${i + 1}) has the ID ${personId}, ${list === '' ? 'no difference' : `differences: ${list}`}.`;
  });
  const lead = leadOf(decision, input, best, shown, doubt, language);
  return `${lead}. ${persons.join(' ')} ${nextStep(decision, told.length, language)}`;
}

/** What is said of several persons before they are listed. */
function leadOf(
  { reason, margin }: Review,
  input: DecisionInput,
  best: Candidate,
  shown: readonly Candidate[],
  doubt: string,
  language: Language,
): string {
  const vi = language === 'vi';
  if (reason === 'id_and_name_of_different_persons') {
    const owner = idOwner(input.candidates)!;
    const other = owner === best ? betterFitting(owner, input.candidates)! : best;
    const [a, b] = [shown.indexOf(owner) + 1, shown.indexOf(other) + 1];
    const isCard = owner.comparison.id === 'cmnd_exact';
    return vi
      ? `${isCard ? 'Số CMND' : 'Số định danh'} trong hồ sơ là của người (${a}), còn họ tên, ngày sinh giống người (${b}) hơn`
      : `The ${isCard ? 'old card number' : 'ID'} in the record is person (${a})’s, but name and birth date are more like person (${b})’s`;
  }
  if (reason === 'rival_too_close') {
    if (margin !== null && margin < TIE_BITS) {
      return vi
        ? `Hồ sơ khớp gần như nhau với ${shown.length} người, chưa đủ căn cứ để chọn`
        : `${shown.length} persons fit the record about equally well`;
    }
    return vi
      ? 'Người (1) khớp hơn cả, nhưng chưa đủ xa người (2) để tự xác minh'
      : 'Person (1) fits best, but not far enough ahead of person (2)';
  }
  return vi
    ? `Trong ${shown.length} người có thể đúng, người (1) khớp nhất, nhưng ${doubt}`
    : `Of ${shown.length} persons that it may be, person (1) fits best, but ${doubt}`;
}

/** What keeps the best candidate from being verified. */
function why(decision: Review, input: DecisionInput, best: Candidate, language: Language): string {
  const rule = ruleForDoubt(input, best, decision.margin);
  if (rule === null) return REASONS[decision.reason][language];
  const died = best.person.deathDate;
  return doubtWords(rule, input.record, best.comparison, died === null ? '' : formatDate(died), language);
}

function nextStep({ reason }: Review, persons: number, language: Language): string {
  const vi = language === 'vi';
  if (reason === 'dead_before_dose') return REASONS[reason].next[language];
  if (reason === 'id_and_name_of_different_persons' && persons === 2) {
    return vi
      ? 'Xem căn cước (trẻ em: giấy khai sinh) để biết ai được tiêm rồi sửa hồ sơ theo người đó. Nếu không phải ai trong hai người, liên hệ lại người được tiêm.'
      : 'See from the identity card (children: birth certificate) who was vaccinated and correct the record accordingly. If neither, contact the vaccinated person again.';
  }
  if (persons === 1) {
    return vi
      ? 'Xem căn cước (trẻ em: giấy khai sinh): đúng người này thì sửa hồ sơ theo người này; không đúng thì liên hệ lại người được tiêm.'
      : 'Look at the identity card (children: birth certificate): if it is this person, correct the record accordingly; if not, contact the vaccinated person again.';
  }
  return vi
    ? 'Xem căn cước (trẻ em: giấy khai sinh) để chọn đúng người rồi sửa hồ sơ theo; nếu không phải ai trong số này thì liên hệ lại người được tiêm.'
    : 'Choose the right person by the identity card (children: birth certificate) and correct the record accordingly; if none is right, contact the vaccinated person again.';
}

/** `họ tên “Lưu Thanh Phươn” / “Lưu Thanh Phương” (thiếu một chữ cái ở “Phươn”)`: the record's text, then the registry's. */
function listDifferences(
  found: Review['candidates'][number]['differences'],
  record: ComparedRecord,
  language: Language,
): string {
  const parts: string[] = [];
  for (const { field, name, from, to, kind } of namedDifferences(found, record, language)) {
    if (isLeftOut(field, record)) {
      parts.push(field === 'id' ? `${name} (${kind})` : `${name} (${kind}) / “${to}”`);
      continue;
    }
    // The ID of the person stands in front already.
    const values = field === 'id' ? `“${from.trim()}”` : `“${from.trim()}” / “${to}”`;
    const isPlain = field === 'sex' || kind === '';
    parts.push(isPlain ? `${name} ${values}` : `${name} ${values} (${kind})`);
  }
  return parts.join('; ');
}
