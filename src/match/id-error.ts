import type { IdLevel } from '../domain/decision.js';
import type { Person, PersonalId } from '../domain/identity.js';
import type { Bilingual } from '../domain/reasons.js';
import { editKind } from './edit.js';
import { EMPTY, ID_ERRORS, NOT_GIVEN, PASSPORT, REPAIRS_SEEN, UNUSABLE_ID_ERRORS } from './error-words.js';

/** Fewer digits fit a number by chance. */
const LEAST_DIGITS = 6;
const ID_DIGITS = 12;

/**
 * What is wrong with the ID of a record, every fault once: `mất số 0 ở đầu`. `isAnothers`: another candidate has the
 * record's number.
 */
export function idErrors(
  level: IdLevel,
  id: PersonalId,
  person: Person,
  asSent: string,
  isAnothers: boolean,
): readonly Bilingual[] {
  if (asSent.trim() === '') return [EMPTY];
  switch (id.kind) {
    case 'missing':
      return [NOT_GIVEN];
    case 'passport':
      return [PASSPORT];
    case 'citizen': {
      const seen = id.repairs.map((repair) => REPAIRS_SEEN[repair]);
      if (level === 'exact') return seen;
      if (level === 'one_edit' && id.repairs.includes('leading_zeros')) {
        // What looked like a lost zero and a wrong digit may be two lost digits.
        const left = remainsOf(id.digits.replace(/^0+/, ''), person.personId);
        if (left !== null) return [left];
      }
      const edit = level === 'one_edit' ? editKind(id.digits, person.personId) : null;
      return [...seen, edit === null ? ID_ERRORS[level] : DIGIT_ERRORS[edit]];
    }
    case 'cmnd': {
      const isShort = id.repairs.includes('leading_zeros');
      if (level === 'cmnd_exact') return isShort ? [CARD_WITHOUT_ZERO] : [ID_ERRORS.cmnd_exact];
      if (isAnothers) return [ANOTHERS_CARD];
      const left = remainsOf(isShort ? id.digits.slice(1) : id.digits, person.personId);
      return [left ?? ID_ERRORS[level === 'missing' ? 'missing' : 'cmnd_different']];
    }
    case 'unusable':
      return unusableErrors(level, id, person, asSent);
  }
}

const DIGIT_ERRORS = {
  replaced: { vi: 'sai một chữ số', en: 'one digit wrong' },
  exchanged: { vi: 'đảo hai chữ số liền nhau', en: 'two neighbouring digits exchanged' },
  lost: { vi: 'thiếu một chữ số', en: 'one digit missing' },
  added: { vi: 'thừa một chữ số', en: 'one digit too many' },
} as const;
const CARD_WITHOUT_ZERO: Bilingual = {
  vi: 'hồ sơ đang ghi số CMND cũ, mất số 0 ở đầu',
  en: 'the record has the old card number, its leading zero lost',
};
const ANOTHERS_CARD: Bilingual = {
  vi: 'là số CMND của người khác',
  en: 'somebody else’s old card number',
};
const REST_DIFFERS: Bilingual = {
  vi: 'các chữ số còn lại cũng khác',
  en: 'the digits that are left differ as well',
};

function unusableErrors(
  level: IdLevel,
  id: Extract<PersonalId, { kind: 'unusable' }>,
  person: Person,
  asSent: string,
): readonly Bilingual[] {
  if (id.code === 'scientific_notation') {
    const lost = UNUSABLE_ID_ERRORS.scientific_notation;
    return level === 'known_part_different' ? [lost, REST_DIFFERS] : [lost];
  }
  const digits = asSent.replace(/\D/g, '');
  const left = remainsOf(digits, person.personId);
  if (left !== null) return [left];
  return [id.code === 'wrong_length' ? lengthError(digits.length) : UNUSABLE_ID_ERRORS[id.code]];
}

/** A number of the wrong length that is nobody's in part: how long it is. */
export function lengthError(digits: number): Bilingual {
  return {
    vi: `có ${digits} chữ số, ${digits < ID_DIGITS ? 'thiếu' : 'thừa'} so với 12`,
    en: `${digits} digits ${digits < ID_DIGITS ? 'instead of' : 'and not'} 12`,
  };
}

/** What happened to an ID of which these digits are left; null where they are not a part of it. */
function remainsOf(digits: string, personId: string): Bilingual | null {
  if (digits.length < LEAST_DIGITS) return null;
  const whole = lossOf(digits, personId);
  if (whole !== null) return whole;
  const withoutZeros = personId.replace(/^0+/, '');
  if (withoutZeros === personId) return null;
  if (withoutZeros === digits) return REPAIRS_SEEN.leading_zeros;
  const loss = lossOf(digits, withoutZeros);
  if (loss === null) return null;
  const zeros = REPAIRS_SEEN.leading_zeros;
  return { vi: `${zeros.vi} và ${loss.vi}`, en: `${zeros.en} and ${loss.en}` };
}

function lossOf(digits: string, id: string): Bilingual | null {
  const lost = id.length - digits.length;
  if (lost > 0 && id.startsWith(digits)) {
    return { vi: `thiếu ${lost} chữ số ở cuối`, en: `the last ${plural(lost)} missing` };
  }
  if (lost > 0 && id.endsWith(digits)) {
    return /^0+$/.test(id.slice(0, lost))
      ? REPAIRS_SEEN.leading_zeros
      : { vi: `thiếu ${lost} chữ số ở đầu`, en: `the first ${plural(lost)} missing` };
  }
  const edit = editKind(digits, id);
  return edit === null ? null : DIGIT_ERRORS[edit];
}

function plural(count: number): string {
  return count === 1 ? 'digit' : `${count} digits`;
}
