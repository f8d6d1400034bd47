import type { BirthDateLevel, IdLevel, NameLevel, PlaceLevel, SexLevel } from '../domain/decision.js';
import type { ComparedLevel, FieldComparison, FieldReading } from '../domain/explanation.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';

/** Names of the compared fields. */
export const COMPARED_FIELDS: Readonly<Record<ComparedLevel['field'], Bilingual>> = {
  name: { vi: 'Họ tên', en: 'Name' },
  birth_date: { vi: 'Ngày sinh', en: 'Birth date' },
  id: { vi: 'Số định danh', en: 'ID' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  place: { vi: 'Nơi ở', en: 'Place' },
};

const NAME_WORDS: Readonly<Record<NameLevel, Bilingual>> = {
  exact: { vi: 'giống nhau', en: 'the same' },
  accents_missing: { vi: 'cùng chữ, hồ sơ không có dấu', en: 'the same words; the record has no accents' },
  accents_differ: { vi: 'cùng chữ, khác dấu', en: 'the same words with other accents' },
  given_accent_differs: {
    vi: 'cùng chữ, tên khác dấu',
    en: 'the same words; the given name has another accent',
  },
  reordered: { vi: 'cùng chữ, khác thứ tự', en: 'the same words in another order' },
  extra_word: { vi: 'hồ sơ thừa một chữ ở đầu', en: 'the record has one word more in front' },
  abbreviated: { vi: 'hồ sơ viết tắt', en: 'the record abbreviates' },
  middle_dropped: { vi: 'thừa hoặc thiếu tên đệm', en: 'a middle name dropped or added' },
  close: { vi: 'họ hoặc tên đệm khác một lỗi gõ', en: 'one slip away, given name the same' },
  close_given: { vi: 'tên khác một lỗi gõ', en: 'the given name is one slip away' },
  two_slips: { vi: 'khác hai lỗi gõ', en: 'two slips away' },
  partial: { vi: 'tên giống, họ hoặc tên đệm khác', en: 'the given name is the same, other words are not' },
  different: { vi: 'khác nhau', en: 'different' },
  missing: { vi: 'không so được: thiếu một bên', en: 'cannot be compared: one side is missing' },
};

const BIRTH_DATE_WORDS: Readonly<Record<BirthDateLevel, Bilingual>> = {
  exact: { vi: 'giống nhau', en: 'the same day' },
  compatible: {
    vi: 'khớp phần mà cơ sở dữ liệu biết',
    en: 'agrees in the part that the registry knows',
  },
  year_only: { vi: 'hồ sơ chỉ có năm hoặc tháng, khớp', en: 'the record has year or month only; it agrees' },
  placeholder: { vi: 'hồ sơ ghi 01/01, năm khớp', en: 'the record says 01/01; the year agrees' },
  swapped: {
    vi: 'khớp theo cách đọc khác',
    en: 'agrees in another reading',
  },
  one_digit: { vi: 'sai một chữ số hoặc đảo hai chữ số', en: 'one digit wrong, or two exchanged' },
  one_part: { vi: 'khác ngày, tháng hoặc năm', en: 'day, month or year differs' },
  same_year: { vi: 'chỉ năm giống nhau', en: 'only the year is the same' },
  different: { vi: 'khác nhau', en: 'different' },
  missing: { vi: 'không so được: thiếu một bên', en: 'cannot be compared: one side is missing' },
};

const ID_WORDS: Readonly<Record<IdLevel, Bilingual>> = {
  exact: { vi: 'giống nhau', en: 'the same number' },
  one_edit: { vi: 'khác một lỗi gõ', en: 'one slip away' },
  of_another: { vi: 'số trong hồ sơ là của người khác', en: 'the record’s number is somebody else’s' },
  different: {
    vi: 'số khác, không cấp cho ai trong cơ sở dữ liệu',
    en: 'another number, which nobody in the registry has',
  },
  cmnd_exact: { vi: 'giống số CMND cũ', en: 'the same old card number' },
  cmnd_different: { vi: 'khác số CMND cũ', en: 'another old card number' },
  known_part: {
    vi: 'phần số còn lại giống nhau',
    en: 'the digits that are left are the same',
  },
  known_part_different: {
    vi: 'phần số còn lại khác nhau',
    en: 'the digits that are left differ',
  },
  missing: {
    vi: 'không so được: thiếu số, hoặc số trong hồ sơ không dùng được',
    en: 'cannot be compared: no number, or one that cannot be used',
  },
};

const SEX_WORDS: Readonly<Record<SexLevel, Bilingual>> = {
  same: { vi: 'giống nhau', en: 'the same' },
  different: { vi: 'khác nhau', en: 'different' },
  missing: { vi: 'không so được: thiếu một bên', en: 'cannot be compared: one side is missing' },
};

const PLACE_WORDS: Readonly<Record<PlaceLevel, Bilingual>> = {
  commune: { vi: 'cùng xã', en: 'the same commune' },
  district: { vi: 'cùng huyện, khác xã', en: 'the same district' },
  province: { vi: 'cùng tỉnh, khác huyện', en: 'the same province' },
  different: { vi: 'khác tỉnh', en: 'another province' },
  missing: { vi: 'không so được: thiếu một bên', en: 'cannot be compared: one side is missing' },
};

/** How a field compares, in words. */
export function levelWords(compared: ComparedLevel, lang: Language): string {
  switch (compared.field) {
    case 'name':
      return NAME_WORDS[compared.level][lang];
    case 'birth_date':
      return BIRTH_DATE_WORDS[compared.level][lang];
    case 'id':
      return ID_WORDS[compared.level][lang];
    case 'sex':
      return SEX_WORDS[compared.level][lang];
    case 'place':
      return PLACE_WORDS[compared.level][lang];
  }
}

/** How two values compare, in words: as `levelWords`, and more precise where the values tell more. */
export function comparisonWords(field: FieldComparison, lang: Language): string {
  const isExchange =
    field.field === 'birth_date' && field.level === 'swapped' && isExchanged(field.record, field.registry);
  if (!isExchange) return levelWords(field, lang);
  return lang === 'vi' ? 'đảo ngày và tháng' : 'day and month exchanged';
}

/** `03/12/1985` and `12/03/1985`. */
function isExchanged(record: string, registry: string): boolean {
  const [day, month, year] = record.split('/');
  return registry === `${month}/${day}/${year}`;
}

/** Why a field's text cannot be used, or what else it is. */
export const REMARKS: Readonly<Record<NonNullable<FieldReading['remark']>, Bilingual>> = {
  impossible_date: { vi: 'không có ngày này trong lịch', en: 'no such day in the calendar' },
  placeholder: { vi: 'ghi thay cho ngày không biết', en: 'stands for an unknown date' },
  future: { vi: 'ngày trong tương lai', en: 'lies in the future' },
  unreadable: { vi: 'không đọc được', en: 'cannot be read' },
  wrong_length: { vi: 'sai số chữ số', en: 'has a wrong number of digits' },
  scientific_notation: { vi: 'Excel đã làm mất chữ số', en: 'digits were lost in a spreadsheet' },
  phone_number: { vi: 'là số điện thoại', en: 'is a phone number' },
  not_a_number: { vi: 'không phải số định danh', en: 'is no ID' },
  cmnd: { vi: 'số CMND cũ', en: 'old nine-digit card' },
  passport: { vi: 'số hộ chiếu', en: 'passport number' },
};

const SEXES: Readonly<Record<string, Bilingual>> = {
  male: { vi: 'Nam', en: 'male' },
  female: { vi: 'Nữ', en: 'female' },
};

/** A value of a field for people: `–` for an empty one, sexes in words. */
export function valueWords(field: ComparedLevel['field'], value: string, lang: Language): string {
  if (value.trim() === '') return '–';
  return field === 'sex' ? (SEXES[value]?.[lang] ?? value) : value;
}
