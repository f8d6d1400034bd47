import type { Candidate } from '../domain/decision.js';
import type { RecordIdentity } from '../domain/identity.js';
import { idOwner } from './conditions.js';
import { birthDateSupports, nameSupports } from './evidence.js';
import type { MatchModel } from './model.js';

/** Records of the starting model that stand beside the counted ones. */
const PSEUDO_RECORDS = 200;
/** However few are seen, so many of the absent may have a double: the sample can miss whole groups of people. */
const LEAST_LOOK_ALIKE = 0.001;

/** A compared record of the sample. */
export interface ComparedRecord {
  readonly record: RecordIdentity;
  readonly candidates: readonly Candidate[];
  /** False where a search key was too crowded to follow. */
  readonly allCompared: boolean;
  /** Persons of the registry with the record's accent-free name. */
  readonly namesakes: number;
}

export interface ShareCounts {
  readonly lookAlike: MatchModel['lookAlike'];
  readonly mixedIdentity: number;
  /** Records with a 12-digit number that nobody has and nobody's is like: their persons are not in the registry. */
  readonly absent: number;
  /** Records whose 12-digit number the registry has. */
  readonly owned: number;
}

/**
 * Counts what candidates say without any probability: doubles of people who are surely not in the registry, and
 * numbers of one person beside the name and birth date of another.
 */
export class ShareCounter {
  readonly #u: MatchModel['u'];
  readonly #accentsAgree: number;
  #absent = 0;
  readonly #sameDate = { seen: 0, byChance: 0 };
  readonly #sameYear = { seen: 0, byChance: 0 };
  #owned = 0;
  #ownersAgree = 0;
  #ownersAgreeFully = 0;
  #mixedFully = 0;

  constructor(u: MatchModel['u'], accentsAgree: number) {
    this.#u = u;
    this.#accentsAgree = accentsAgree;
  }

  add(compared: ComparedRecord): void {
    const { record, candidates } = compared;
    if (record.personalId.kind !== 'citizen') return;
    const owner = idOwner(candidates);
    if (owner !== undefined) this.#addOwned(owner, candidates);
    else if (compared.allCompared && !candidates.some(({ comparison }) => comparison.id === 'one_edit'))
      this.#addAbsent(compared);
  }

  result(start: MatchModel): ShareCounts {
    const excess = ({ seen, byChance }: { seen: number; byChance: number }, share: number) => {
      const rest = this.#absent - byChance;
      return Math.min(
        0.5,
        Math.max(LEAST_LOOK_ALIKE, (seen - byChance + PSEUDO_RECORDS * share) / (rest + PSEUDO_RECORDS)),
      );
    };
    const fully = (this.#ownersAgreeFully + 1) / (this.#ownersAgree + 1);
    const mixed = this.#mixedFully / fully;
    return {
      lookAlike: {
        birthDate: excess(this.#sameDate, start.lookAlike.birthDate),
        birthYear: excess(this.#sameYear, start.lookAlike.birthYear),
      },
      mixedIdentity: Math.min(
        0.5,
        (mixed + PSEUDO_RECORDS * start.mixedIdentity) / (this.#owned + PSEUDO_RECORDS),
      ),
      absent: this.#absent,
      owned: this.#owned,
    };
  }

  #addOwned(owner: Candidate, candidates: readonly Candidate[]): void {
    this.#owned++;
    const { comparison } = owner;
    if (nameSupports(comparison) && birthDateSupports(comparison)) {
      this.#ownersAgree++;
      if (agreesFully(owner)) this.#ownersAgreeFully++;
    } else if (!nameSupports(comparison) && !birthDateSupports(comparison)) {
      // Only full agreement: among many namesakes somebody is a digit away by chance.
      if (candidates.some(agreesFully)) this.#mixedFully++;
    }
  }

  #addAbsent({ record, candidates, namesakes }: ComparedRecord): void {
    if (record.birthDate.kind !== 'date' || record.birthDate.value.day === 0) return;
    const { value } = record.birthDate;
    this.#absent++;
    if (candidates.some(agreesFully)) this.#sameDate.seen++;
    else if (
      candidates.some(
        ({ comparison, person }) => isSameName(comparison) && person.birthDate.year === value.year,
      )
    )
      this.#sameYear.seen++;
    const { birthYears, firstOfJanuary } = this.#u;
    const ofTheName = namesakes * (record.name.accented ? this.#accentsAgree : 1);
    const day = 1 / 365 + (value.day === 1 && value.month === 1 ? firstOfJanuary : 0);
    const date = -Math.expm1((-ofTheName / birthYears) * day);
    this.#sameDate.byChance += date;
    this.#sameYear.byChance += (1 - date) * -Math.expm1((-ofTheName / birthYears) * (1 - day));
  }
}

function isSameName({ name }: Candidate['comparison']): boolean {
  return name === 'exact' || name === 'accents_missing';
}

function agreesFully({ comparison }: Candidate): boolean {
  return isSameName(comparison) && comparison.birthDate === 'exact';
}
