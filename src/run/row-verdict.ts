import type { RowVerdict } from '../domain/decision.js';
import { decide } from '../match/decide.js';
import { explainDecision } from '../match/explain.js';
import { officialView } from '../match/official-class.js';
import type { MatchedIdentity } from './identity-reader.js';
import type { Matched } from './match-records.js';
import type { ChunkRow } from './read-row.js';
import type { WorkerSetup } from './worker-setup.js';

/** Decides a row, classes it as it was sent, and says why. `identities` are the chunk's, by number. */
export function verdictOf(
  row: ChunkRow,
  identities: readonly MatchedIdentity[],
  { policy, language }: WorkerSetup,
): RowVerdict {
  if (row.kind === 'rejected') {
    const decision = { kind: 'rejected', reason: row.code } as const;
    const explanation = explainDecision(decision, null, language);
    return { decision, officialClass: 'no_or_bad_id', wrongField: 'none', explanation };
  }
  const { asSent, identity, matched } = identities[row.identity]!;
  const { candidates, allCompared } = matched;
  // The date of the dose says something of the dead alone.
  const doseDate = hasDeadCandidate(matched) ? row.doses.latest : null;
  const input = { record: identity, asSent, candidates, allCompared, doseDate, policy };
  const decision = decide(input);
  const explanation = explainDecision(decision, input, language);
  return { decision, ...officialView(identity, asSent, candidates), explanation };
}

/** True when a dose may have been given after somebody's death, so that its date decides. */
export function hasDeadCandidate({ candidates }: Matched): boolean {
  for (const { person } of candidates) if (person.deathDate !== null) return true;
  return false;
}
