import type { Candidate, Comparison, Decision } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import type { FieldDifferences, IdentityField } from '../domain/outcome.js';
import { REASONS } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { errorKind } from './error-kind.js';
import { FIELD_NAMES } from './error-words.js';

function listErrors(
  found: FieldDifferences,
  comparison: Comparison,
  record: RecordIdentity,
  language: Language,
  withValues: boolean,
): string {
  const parts: string[] = [];
  for (const field of Object.keys(FIELD_NAMES) as IdentityField[]) {
    const difference = found[field];
    if (difference === undefined) continue;
    const name = FIELD_NAMES[field][language];
    const [from, to] = difference;
    const kind = errorKind(field, from, comparison, record)[language];
    if (!withValues) parts.push(`${name}: ${kind}`);
    else if (from === '')
      parts.push(language === 'vi' ? `${name}: điền “${to}” (${kind})` : `${name}: enter “${to}” (${kind})`);
    else
      parts.push(
        language === 'vi'
          ? `${name} “${from}” thành “${to}” (${kind})`
          : `${name} “${from}” to “${to}” (${kind})`,
      );
  }
  return parts.join('; ');
}

/**
 * One plain sentence or two: what was found, which field, what kind of error, what to do.
 * A mismatch never tells anything about a person other than the one the row is about.
 */
export function explainDecision(
  decision: Decision,
  record: RecordIdentity | null,
  best: Candidate | undefined,
  language: Language,
): string {
  const reason = REASONS[decision.reason];
  const sentence = reason[language];
  const next = reason.next[language];
  if (record === null || best === undefined) return `${sentence} ${next}`;
  if (decision.kind === 'verified') {
    if (decision.reason === 'exact') return sentence;
    const errors = listErrors(decision.corrections, best.comparison, record, language, true);
    return language === 'vi'
      ? `Đã xác định đúng một người. Cần sửa: ${errors}.`
      : `Exactly one person is identified. To correct: ${errors}.`;
  }
  if (decision.kind === 'needs_review') {
    const errors = listErrors(
      decision.candidates[0]?.differences ?? {},
      best.comparison,
      record,
      language,
      false,
    );
    const detail =
      errors === ''
        ? ''
        : language === 'vi'
          ? ` So với ứng viên khớp nhất: ${errors}.`
          : ` Against the closest candidate: ${errors}.`;
    return `${sentence}${detail} ${next}`;
  }
  return `${sentence} ${next}`;
}
