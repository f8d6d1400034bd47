import type { RecordIdentity } from '../domain/identity.js';
import { type MismatchReason, REASONS } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { IdentityAsSent } from './differences.js';
import { INVALID_DATE_ERRORS, REPAIRS_SEEN, UNUSABLE_ID_ERRORS } from './error-words.js';
import { lengthError } from './id-error.js';

/** What a mismatch is explained from: the record alone, so that nothing of anybody else can be told. */
interface RecordAlone {
  readonly record: RecordIdentity;
  readonly asSent: IdentityAsSent;
}

/** Why nobody was found, what in the record itself stood in the way, and what to do. */
export function explainMismatch(
  reason: MismatchReason,
  { record, asSent }: RecordAlone,
  language: Language,
): string {
  const vi = language === 'vi';
  const { birthDate, personalId } = record;
  const hasNoDate = birthDate.kind === 'missing';
  if (reason === 'nobody_found' && personalId.kind === 'missing' && hasNoDate) {
    return vi
      ? 'Hồ sơ thiếu cả số định danh và ngày sinh nên không đủ để tra cứu. Hỏi lại người được tiêm để bổ sung.'
      : 'The record has neither an ID nor a birth date, which is too little to look anybody up. Ask the person for them.';
  }
  const texts = [
    REASONS[reason][language],
    idFault(record, asSent, language),
    nameFault(record, asSent, language),
  ];
  if (hasNoDate) texts.push(vi ? 'Hồ sơ không có ngày sinh.' : 'The record has no birth date.');
  else texts.push(birthDateFault(record, asSent, language));
  texts.push(REASONS[reason].next[language]);
  return texts.filter((text) => text !== '').join(' ');
}

/** Why the number could not be used, or as what it was looked up. */
function idFault({ personalId }: RecordIdentity, asSent: IdentityAsSent, language: Language): string {
  const vi = language === 'vi';
  const text = asSent.id.trim();
  switch (personalId.kind) {
    case 'missing':
    case 'passport':
      return '';
    case 'citizen':
    case 'cmnd': {
      if (personalId.repairs.length === 0) {
        if (personalId.kind === 'citizen') return '';
        return vi
          ? `Số “${text}” là số CMND cũ 9 số; nên hỏi số định danh 12 số.`
          : `The number “${text}” is an old card number; better ask for the 12-digit ID.`;
      }
      const faults = personalId.repairs.map((repair) => REPAIRS_SEEN[repair][language]).join(', ');
      const { digits } = personalId;
      return vi
        ? `Số “${text}” ghi chưa đúng (${faults}); đã tra số ${digits}.`
        : `The number “${text}” is badly written (${faults}); it was looked up as ${digits}.`;
    }
    case 'unusable': {
      const digits = text.replace(/\D/g, '').length;
      const kind =
        personalId.code === 'wrong_length' ? lengthError(digits) : UNUSABLE_ID_ERRORS[personalId.code];
      return vi
        ? `Số “${text}” không dùng được: ${kind.vi}.`
        : `The number “${text}” cannot be used: ${kind.en}.`;
    }
  }
}

function nameFault({ name }: RecordIdentity, asSent: IdentityAsSent, language: Language): string {
  const vi = language === 'vi';
  if (name.tokens.length === 0) return vi ? 'Hồ sơ không có họ tên.' : 'The record has no name.';
  const repair = name.repairs.find((code) => code === 'letter_lost' || code === 'undecoded');
  if (repair === undefined) return '';
  const kind = REPAIRS_SEEN[repair][language];
  const text = asSent.name.trim();
  return vi ? `Họ tên “${text}” ${kind}.` : `The name “${text}” is damaged: ${kind}.`;
}

function birthDateFault({ birthDate }: RecordIdentity, asSent: IdentityAsSent, language: Language): string {
  const vi = language === 'vi';
  const text = asSent.birthDate.trim();
  const isImpossible = birthDate.kind === 'date' && birthDate.repairs.includes('impossible_day');
  if (isImpossible || (birthDate.kind === 'invalid' && birthDate.code === 'impossible_date')) {
    return vi
      ? `Ngày sinh “${text}” không có trong lịch.`
      : `The birth date “${text}” is not in the calendar.`;
  }
  if (birthDate.kind !== 'invalid') return '';
  const kind = INVALID_DATE_ERRORS[birthDate.code][language];
  return vi
    ? `Ngày sinh “${text}” không dùng được: ${kind}.`
    : `The birth date “${text}” cannot be used: ${kind}.`;
}
