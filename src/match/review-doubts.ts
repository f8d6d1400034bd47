import type { Comparison } from '../domain/decision.js';
import type { VerificationRule } from '../domain/explanation.js';
import type { PersonalId, RecordIdentity } from '../domain/identity.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { birthDateSupports, nameSupports } from './evidence.js';

/** Why the best candidate is not verified, by the rule that it fails; goes on after "it may be X, but". */
export function doubtWords(
  rule: VerificationRule,
  record: RecordIdentity,
  comparison: Comparison,
  died: string,
  language: Language,
): string {
  return doubtOf(rule, record, comparison, died)[language];
}

function doubtOf(
  rule: VerificationRule,
  record: RecordIdentity,
  comparison: Comparison,
  died: string,
): Bilingual {
  switch (rule) {
    case 'no_contradiction':
      return contradiction(comparison);
    case 'probability':
      return tooUnlikely(record, comparison);
    case 'independent_evidence':
      return tooFewFields(comparison);
    case 'all_compared':
      return {
        vi: 'có quá nhiều người trùng tên nên chưa so hết được, và số định danh không khớp hoàn toàn',
        en: 'so many persons share the name that not all were compared, and the ID does not agree exactly',
      };
    case 'alive_at_dose':
      return {
        vi: `theo cơ sở dữ liệu người này đã mất (${died}), trước ngày tiêm`,
        en: `by the registry this person died (${died}) before the date of the dose`,
      };
    case 'id_is_unique':
    case 'id_and_name_of_one_person':
    case 'margin':
      return { vi: 'có người khác cũng gần khớp', en: 'somebody else nearly fits as well' };
  }
}

function contradiction(comparison: Comparison): Bilingual {
  const fields: Bilingual[] = [];
  if (comparison.id === 'different') fields.push({ vi: 'số định danh', en: 'the ID' });
  if (comparison.name !== 'missing' && !nameSupports(comparison))
    fields.push({ vi: 'họ tên', en: 'the name' });
  if (comparison.birthDate !== 'missing' && !birthDateSupports(comparison)) {
    fields.push({ vi: 'ngày sinh', en: 'the birth date' });
  }
  return {
    vi: `${joined(fields, 'vi', ' và ')} khác mà không nhận ra là lỗi nhập liệu thường gặp`,
    en: `${joined(fields, 'en', ' and ')} ${fields.length === 1 ? 'differs' : 'differ'} in a way that was not recognised as a usual typing error`,
  };
}

/** What is missing or differs, so that a namesake may be meant. */
function tooUnlikely({ personalId }: RecordIdentity, comparison: Comparison): Bilingual {
  const lacks = [...idLacks(personalId, comparison), ...dateLacks(comparison)];
  if (comparison.name === 'missing') lacks.push({ vi: 'không có họ tên', en: 'there is no name' });
  if (isGivenNameUnsure(comparison)) {
    lacks.push({ vi: 'tên không giống hẳn', en: 'the given name is not quite the same' });
  }
  if (comparison.place === 'different') lacks.push({ vi: 'nơi ở khác tỉnh', en: 'the province is another' });
  if (comparison.place === 'province') lacks.push({ vi: 'nơi ở khác huyện', en: 'the district is another' });
  if (comparison.sex === 'different') lacks.push({ vi: 'giới tính khác', en: 'the sex is another' });
  const mayBeNamesake = nameSupports(comparison) && comparison.id !== 'exact';
  if (lacks.length === 0) {
    return { vi: 'khả năng đúng người chưa đủ cao', en: 'it is not certain enough' };
  }
  return mayBeNamesake
    ? {
        vi: `${joined(lacks, 'vi', ', ')}, nên có thể là người khác cùng tên hoặc tên gần giống`,
        en: `${joined(lacks, 'en', ', ')}, so it may be somebody else of this name or a similar one`,
      }
    : {
        vi: `${joined(lacks, 'vi', ', ')}, nên chưa đủ chắc chắn`,
        en: `${joined(lacks, 'en', ', ')}, so it is not certain enough`,
      };
}

function idLacks(id: PersonalId, { id: level }: Comparison): Bilingual[] {
  if (level === 'exact' || level === 'cmnd_exact') return [];
  if (level === 'known_part') return [{ vi: 'số định danh bị mất chữ số', en: 'digits of the ID are lost' }];
  switch (id.kind) {
    case 'missing':
      return [{ vi: 'hồ sơ không có số định danh', en: 'the record has no ID' }];
    case 'unusable':
      return [{ vi: 'số định danh trong hồ sơ không dùng được', en: 'the ID in the record cannot be used' }];
    case 'passport':
      return [{ vi: 'hồ sơ ghi số hộ chiếu', en: 'the record has a passport number' }];
    case 'cmnd':
      return level === 'missing'
        ? [{ vi: 'số CMND không đối chiếu được', en: 'the old card number cannot be compared' }]
        : [{ vi: 'số CMND không khớp', en: 'the old card number does not agree' }];
    case 'citizen':
      return [{ vi: 'số định danh không khớp hoàn toàn', en: 'the ID does not agree exactly' }];
  }
}

function dateLacks({ birthDate }: Comparison): Bilingual[] {
  switch (birthDate) {
    case 'exact':
    case 'swapped':
      return [];
    case 'missing':
      return [{ vi: 'không có ngày sinh để so', en: 'there is no birth date to compare' }];
    case 'compatible':
      return [
        { vi: 'cơ sở dữ liệu không ghi đủ ngày sinh', en: 'the registry has not the whole birth date' },
      ];
    case 'year_only':
    case 'placeholder':
      return [{ vi: 'không biết chính xác ngày sinh', en: 'the day of birth is not known' }];
    default:
      return [{ vi: 'ngày sinh không khớp hoàn toàn', en: 'the birth date does not agree exactly' }];
  }
}

/** Twins and neighbours differ in the given name by no more. */
function isGivenNameUnsure({ name }: Comparison): boolean {
  return name === 'given_accent_differs' || name === 'close_given' || name === 'two_slips';
}

/** Which field is needed beside those that agree (`hasEnoughEvidence`). */
function tooFewFields(comparison: Comparison): Bilingual {
  const { id, name, birthDate } = comparison;
  if (id === 'exact') {
    return name === 'missing'
      ? {
          vi: 'chỉ số định danh thì chưa đủ; cần họ tên, hoặc cả ngày sinh và giới tính khớp',
          en: 'an ID alone is not enough; the name is needed, or birth date and sex that agree',
        }
      : {
          vi: 'họ tên có hai lỗi và không có ngày sinh để so',
          en: 'the name has two slips and there is no birth date to compare',
        };
  }
  if (id === 'cmnd_exact') {
    return birthDate === 'missing'
      ? {
          vi: 'số CMND 9 số và họ tên chưa đủ; cần thêm ngày sinh',
          en: 'an old card number and a name are not enough; the birth date is needed',
        }
      : {
          vi: 'số CMND 9 số và ngày sinh chưa đủ; cần thêm họ tên',
          en: 'an old card number and a birth date are not enough; the name is needed',
        };
  }
  if (name === 'missing') return { vi: 'hồ sơ không có họ tên', en: 'the record has no name' };
  if (isGivenNameUnsure(comparison)) {
    return {
      vi: 'không có số định danh khớp và tên không giống hẳn (anh chị em có thể có tên gần giống)',
      en: 'no ID agrees and the given name is not quite the same (brothers and sisters may have similar names)',
    };
  }
  if (birthDate === 'missing') {
    return {
      vi: 'không có số định danh khớp và không có ngày sinh để so',
      en: 'no ID agrees and there is no birth date to compare',
    };
  }
  if (birthDate === 'one_part') {
    return {
      vi: 'không có số định danh khớp và ngày sinh không khớp hoàn toàn',
      en: 'no ID agrees and the birth date does not agree exactly',
    };
  }
  if (birthDate === 'compatible') {
    return {
      vi: 'không có số định danh khớp và cơ sở dữ liệu không ghi đủ ngày sinh',
      en: 'no ID agrees and the registry has not the whole birth date',
    };
  }
  return {
    vi: 'không có số định danh khớp và không biết chính xác ngày sinh',
    en: 'no ID agrees and the day of birth is not known',
  };
}

function joined(list: readonly Bilingual[], language: Language, glue: string): string {
  return list.map((item) => item[language]).join(glue);
}
