import type { Candidate } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import type { OfficialClass, WrongField } from '../domain/outcome.js';
import { idOwner } from './conditions.js';
import { idAgreesAsSent } from './decide.js';
import { differences, type IdentityAsSent } from './differences.js';
import { birthDateSupports, nameSupports } from './evidence.js';

export interface OfficialView {
  readonly officialClass: OfficialClass;
  readonly wrongField: WrongField;
}

/**
 * The class of the record as it was sent, before any repair (dispatch 9438/BYT-CNTT: the registry answers right or
 * wrong on full name, sex, birth date and ID number; everything else is not verified, or has no proper ID).
 * A record is `wrong` by the first field that differs: the ID where neither name nor birth date is its owner's.
 */
export function officialView(
  record: RecordIdentity,
  asSent: IdentityAsSent,
  candidates: readonly Candidate[],
): OfficialView {
  const id = record.personalId;
  if (id.asSent !== 'right') return { officialClass: 'no_or_bad_id', wrongField: 'none' };
  const owner = idOwner(candidates);
  const repaired = id.kind === 'citizen' || id.kind === 'cmnd' ? id.repairs.length > 0 : false;
  if (owner === undefined || repaired) return { officialClass: 'not_verified', wrongField: 'none' };
  const isOwnCard = owner.comparison.id === 'cmnd_exact' || idAgreesAsSent(record, owner);
  const found = differences(record, asSent, owner.person, owner.comparison, isOwnCard);
  if (Object.keys(found).length === 0) return { officialClass: 'right', wrongField: 'none' };
  return { officialClass: 'wrong', wrongField: wrongFieldOf(owner, found) };
}

function wrongFieldOf({ comparison }: Candidate, found: ReturnType<typeof differences>): WrongField {
  if (!nameSupports(comparison) && !birthDateSupports(comparison)) return 'id';
  if (found.name !== undefined) return 'name';
  return found.birth_date !== undefined ? 'birth_date' : 'other';
}
