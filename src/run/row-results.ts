import type { Decision, RowVerdict } from '../domain/decision.js';
import { OUTCOMES } from '../domain/outcome.js';
import { VERIFY_STEPS } from '../domain/verify-steps.js';
import { renderResult } from '../output/render-row.js';
import type { MatchedIdentity } from './identity-reader.js';
import { NO_PERSON, personKey } from './person-key.js';
import { type ChunkRow, isNobodysRow } from './read-row.js';
import { hasDeadCandidate, verdictOf } from './row-verdict.js';
import type { WorkerSetup } from './worker-setup.js';

/** Everything that a row adds to the outputs, apart from its own source columns and number. */
export interface RowResult {
  /** In charge of the row. */
  readonly province: string;
  readonly verdict: RowVerdict;
  /** Position in OUTCOMES. */
  readonly outcome: number;
  /** At how many of VERIFY_STEPS, from the lowest, the row would be verified. */
  readonly steps: number;
  /** The result columns with the line ending. */
  readonly columns: string;
  /** See `person-key.ts`. */
  readonly person: number;
  /** The number of its cell in the chunk; -1 until its first row is counted. */
  cell: number;
}

/**
 * The results of the rows of a chunk. Rows of one identity and province share theirs, unless somebody among the
 * candidates died: then the date of the dose decides.
 */
export class RowResults {
  readonly #identities: readonly MatchedIdentity[];
  readonly #setup: WorkerSetup;
  readonly #file: string;
  readonly #shared: RowResult[] = [];

  /** `identities` are the chunk's, by number; `file` is the input's name. */
  constructor(identities: readonly MatchedIdentity[], setup: WorkerSetup, file: string) {
    this.#identities = identities;
    this.#setup = setup;
    this.#file = file;
  }

  of(row: ChunkRow, province: string): RowResult {
    if (row.kind === 'rejected') return this.#decide(row, province);
    const known = this.#shared[row.identity];
    if (known !== undefined && known.province === province) return known;
    const result = this.#decide(row, province);
    if (hasDeadCandidate(this.#identities[row.identity]!.matched)) return result;
    this.#shared[row.identity] = result;
    return result;
  }

  #decide(row: ChunkRow, province: string): RowResult {
    const verdict = verdictOf(row, this.#identities, this.#setup);
    const identity = row.kind === 'identity' ? this.#identities[row.identity]!.identity : null;
    const { decision } = verdict;
    const key = personKey(province, decision, identity, this.#file, row.row.record);
    return {
      province,
      verdict,
      outcome: OUTCOMES.indexOf(decision.kind),
      steps: verifySteps(decision),
      columns: renderResult(verdict, row.row.kind === 'broken' ? row.row.text : ''),
      person: isNobodysRow(decision.reason) ? NO_PERSON : key,
      cell: -1,
    };
  }
}

function verifySteps(decision: Decision): number {
  if (decision.kind !== 'verified' && decision.kind !== 'needs_review') return 0;
  let steps = 0;
  for (const step of VERIFY_STEPS) if (decision.verifiedUpTo >= step) steps++;
  return steps;
}
