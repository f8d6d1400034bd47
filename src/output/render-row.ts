import type { CandidateView, RowVerdict } from '../domain/decision.js';
import type { ColumnMapping } from './columns.js';
import { csvField } from './csv.js';

/** Rounded down, so that nothing short of certainty is printed as 1. */
function formatProbability(probability: number): string {
  return (Math.floor(probability * 1e6) / 1e6).toFixed(6);
}

function candidatesJson(candidates: readonly CandidateView[]): string {
  return JSON.stringify(
    candidates.map(({ personId, probability, differences }) => ({
      person_id: personId,
      probability: Number(formatProbability(probability)),
      differences,
    })),
  );
}

/**
 * The result columns behind the row's number, with the line ending. They say nothing of where the row stands, so that the
 * rows of one identity can share them. `rawText`: of a broken row, else empty.
 */
export function renderResult(verdict: RowVerdict, rawText: string): string {
  const { decision } = verdict;
  let person = '';
  let probability = '';
  let margin = '';
  let corrections = '';
  let candidates = '';
  switch (decision.kind) {
    case 'verified':
      person = decision.personId;
      probability = formatProbability(decision.probability);
      margin = decision.margin === null ? '' : decision.margin.toFixed(2);
      if (decision.reason === 'corrected') corrections = csvField(JSON.stringify(decision.corrections));
      break;
    case 'needs_review':
      probability = formatProbability(decision.probability);
      margin = decision.margin === null ? '' : decision.margin.toFixed(2);
      candidates = csvField(candidatesJson(decision.candidates));
      break;
    case 'mismatch':
      if (decision.probability !== null) probability = formatProbability(decision.probability);
      break;
    case 'rejected':
      break;
  }
  const result = `${verdict.officialClass},${person},${probability},${margin},${corrections}`;
  const tail = decision.kind === 'rejected' ? `${candidates},${csvField(rawText)}` : candidates;
  const explanation =
    decision.reason === 'exact' ? frequentField(verdict.explanation) : csvField(verdict.explanation);
  return `,${decision.kind},${decision.reason},${result},${explanation},${tail}\n`;
}

const frequentFields = new Map<string, string>();

/** As `csvField`, for the few sentences that most rows share. */
function frequentField(sentence: string): string {
  const known = frequentFields.get(sentence);
  if (known !== undefined) return known;
  const field = csvField(sentence);
  frequentFields.set(sentence, field);
  return field;
}

/** The source columns of a row as output columns; those that its input does not have are empty. */
export function renderSource(fields: readonly string[], { positions }: ColumnMapping): string {
  let text = '';
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i]!;
    if (i > 0) text += ',';
    if (position >= 0) text += csvField(fields[position] ?? '');
  }
  return text;
}
