import type { Decision } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import { hashWords } from '../match/hash.js';

/** In place of a key: the row is nobody's. */
export const NO_PERSON = -1;

/**
 * A number that is the same for two rows exactly when they count as one person (đối tượng) of a province:
 * verified rows by the registry's person, all others by the identity as sent after normalisation, and a row
 * without a readable identity by itself. 53 bits of a hash: among 80 million persons fewer than one pair meets.
 */
export function personKey(
  province: string,
  decision: Decision,
  identity: RecordIdentity | null,
  file: string,
  record: number,
): number {
  const [high, low] = hashWords(`${province}|${personText(decision, identity, file, record)}`);
  return (high & 0x1f_ffff) * 2 ** 32 + low;
}

function personText(
  decision: Decision,
  identity: RecordIdentity | null,
  file: string,
  record: number,
): string {
  if (decision.kind === 'verified') return `person ${decision.personId}`;
  if (identity === null || decision.kind === 'rejected') return `row ${file} ${record}`;
  const { birthDate, name, personalId, sex } = identity;
  const born =
    birthDate.kind === 'date'
      ? `${birthDate.value.year}-${birthDate.value.month}-${birthDate.value.day}`
      : birthDate.kind;
  const id =
    personalId.kind === 'citizen' || personalId.kind === 'cmnd'
      ? personalId.digits
      : personalId.kind === 'passport'
        ? personalId.value
        : personalId.kind === 'unusable'
          ? personalId.knownPrefix
          : '';
  return `sent ${name.tokens.join(' ')}|${born}|${sex}|${id}`;
}
