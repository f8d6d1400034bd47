import type { Candidate, Decision } from '../domain/decision.js';
import type { FieldDifferences } from '../domain/outcome.js';
import { REASONS } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import type { DecisionInput } from './conditions.js';
import { type ComparedRecord, compared, namedDifferences } from './error-kind.js';
import { FIELD_NAMES } from './error-words.js';
import { explainMismatch } from './explain-mismatch.js';
import { explainReview } from './explain-review.js';

/**
 * Two or three plain sentences: what was found, which field, what kind of error, what to do. `input` is what was
 * decided upon; null for a row that could not be read.
 * A mismatch never tells anything about a person other than the one the row is about.
 */
export function explainDecision(decision: Decision, input: DecisionInput | null, language: Language): string {
  const best = input?.candidates[0];
  if (input !== null) {
    if (decision.kind === 'mismatch') return explainMismatch(decision.reason, input, language);
    if (decision.kind === 'needs_review' && best !== undefined) {
      return explainReview(decision, input, best, language);
    }
    if (decision.kind === 'verified' && best !== undefined) {
      return decision.reason === 'exact'
        ? exactSentence(best, language)
        : corrections(decision.corrections, compared(input, best), language);
    }
  }
  const reason = REASONS[decision.reason];
  return `${reason[language]} ${reason.next[language]}`;
}

const exactSentences = new Map<string, string>();

/** Two rows in three say one of a dozen sentences: each is put together once. */
function exactSentence(best: Candidate, language: Language): string {
  const { birthDate, sex } = best.person;
  const knows = `${birthDate.year > 0} ${birthDate.month > 0} ${sex === 'unknown'}`;
  const key = `${language} ${knows} ${best.comparison.birthDate}`;
  const known = exactSentences.get(key);
  if (known !== undefined) return known;
  const sentence = `${agreement(best, language)} ${REASONS.exact.next[language]}`;
  exactSentences.set(key, sentence);
  return sentence;
}

/** Which fields agree, and which of them the registry does not know. */
function agreement({ person, comparison }: Candidate, language: Language): string {
  const vi = language === 'vi';
  const knowsDate = person.birthDate.year > 0;
  const knowsSex = person.sex !== 'unknown';
  const agreeing = [vi ? 'Số định danh' : 'ID', FIELD_NAMES.name[language]];
  if (knowsDate) agreeing.push(FIELD_NAMES.birth_date[language]);
  if (knowsSex) agreeing.push(FIELD_NAMES.sex[language]);
  const limits: string[] = [];
  if (!knowsDate) limits.push(vi ? 'không ghi ngày sinh' : 'has no birth date');
  else if (comparison.birthDate === 'compatible') {
    if (person.birthDate.month === 0) limits.push(vi ? 'chỉ ghi năm sinh' : 'has the birth year only');
    else limits.push(vi ? 'chỉ ghi tháng và năm sinh' : 'has month and year of birth only');
  }
  if (!knowsSex) limits.push(vi ? 'không ghi giới tính' : 'has no sex');
  const limit =
    limits.length === 0
      ? ''
      : vi
        ? `; cơ sở dữ liệu dân cư ${limits.join(' và ')}`
        : `; the registry ${limits.join(' and ')}`;
  return vi ? `${agreeing.join(', ')} khớp${limit}.` : `${agreeing.join(', ')} agree${limit}.`;
}

function corrections(found: FieldDifferences, record: ComparedRecord, language: Language): string {
  const vi = language === 'vi';
  const parts: string[] = [];
  for (const { name, from, to, kind } of namedDifferences(found, record, language)) {
    const why = kind === '' ? '' : ` (${kind})`;
    if (from.trim() === '') parts.push(`${name}: ${vi ? 'điền' : 'enter'} “${to}”${why}`);
    else parts.push(`${name} “${from}” ${vi ? 'thành' : 'to'} “${to}”${why}`);
  }
  const list = parts.join('; ');
  return vi
    ? `Đã xác định đúng một người. Cần sửa: ${list}. Sửa xong thì ký số.`
    : `Exactly one person is identified. To correct: ${list}. Then sign the record.`;
}
