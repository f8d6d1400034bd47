import type { BirthDateLevel, IdLevel, NameLevel, PlaceLevel, SexLevel } from './decision.js';
import type { InvalidDateCode, UnusableIdCode } from './identity.js';
import type { OutcomeName } from './outcome.js';
import type { ReasonCode } from './reasons.js';
import type { RepairCode } from './repairs.js';
import type { RunThresholds } from './run-facts.js';

/** The conditions for verifying, in the order in which they decide (`match/conditions.ts`). */
export const VERIFICATION_RULES = [
  'id_is_unique',
  'id_and_name_of_one_person',
  'no_contradiction',
  'margin',
  'probability',
  'independent_evidence',
  'all_compared',
  'alive_at_dose',
] as const;
export type VerificationRule = (typeof VERIFICATION_RULES)[number];

/** A field as the file has it and as the program understands it. Texts are ready to print. */
export interface FieldReading {
  readonly field: ComparedLevel['field'];
  /** Verbatim; the texts of several place columns are joined by ", ". */
  readonly sent: string;
  /** Empty where nothing could be understood. */
  readonly understood: string;
  /** Other readings of the same text, such as day and month exchanged. */
  readonly alternatives: readonly string[];
  readonly repairs: readonly RepairCode[];
  /** Why the text cannot be used, or what it is instead of a 12-digit ID. */
  readonly remark: InvalidDateCode | UnusableIdCode | 'cmnd' | 'passport' | null;
}

/** A compared field and the level it reached. */
export type ComparedLevel =
  | { readonly field: 'name'; readonly level: NameLevel }
  | { readonly field: 'birth_date'; readonly level: BirthDateLevel }
  | { readonly field: 'id'; readonly level: IdLevel }
  | { readonly field: 'sex'; readonly level: SexLevel }
  | { readonly field: 'place'; readonly level: PlaceLevel };

/** One field of the record beside one person's. */
export type FieldComparison = ComparedLevel & {
  readonly record: string;
  readonly registry: string;
  /** Match weight in bits (log2 of m/u). */
  readonly bits: number;
};

/** A candidate with all that its probability is made of. */
export interface ExplainedCandidate {
  readonly personId: string;
  /** In the order in which the weights are added: name, birth date, ID, sex, place. */
  readonly fields: readonly FieldComparison[];
  /** Bits before any field is compared: log2 of the odds of this person against nobody. */
  readonly priorBits: number;
  /**
   * Bits gained because the record mixes two persons, the ID of one and the name of another, by one slip rather than
   * several; 0 for everybody else.
   */
  readonly oneSlipBits: number;
  /**
   * What it takes away that somebody outside the registry may resemble the candidates as well (a double, a twin, a
   * record that mixes two persons): 0 or less, the same for all candidates.
   */
  readonly nobodyBits: number;
  /** The sum of all: log2 of the odds of this person against nobody. */
  readonly totalBits: number;
  /** 0 to 1, all candidates and "nobody" taken together. */
  readonly probability: number;
  /** The least probability at which this person could be verified. */
  readonly neededProbability: number;
  /** Date of death, ready to print; empty where none is known. */
  readonly died: string;
  readonly idNotUnique: boolean;
}

/** A condition for verifying the best candidate. */
export interface ExplainedCondition {
  readonly rule: VerificationRule;
  readonly holds: boolean;
}

/** How the people who were compared fell short, without saying who they are. */
export interface ContradictionCounts {
  readonly name: number;
  readonly birth_date: number;
  readonly id: number;
}

/** What the matcher did with a row that could be read. */
export interface ExplainedMatch {
  readonly readings: readonly FieldReading[];
  /** Persons in the registry. */
  readonly persons: number;
  /** Persons who were compared with the record. */
  readonly compared: number;
  /** The first look, by the ID alone, settled it: nobody else was looked up. */
  readonly settledByCrossCheck: boolean;
  /** False when a search key was shared by too many persons to compare them all. */
  readonly allCompared: boolean;
  /** Best first. Empty where they are withheld. */
  readonly candidates: readonly ExplainedCandidate[];
  /** Persons who were compared, but are not for the reader's eyes because the row is not about them. */
  readonly withheld: number;
  /** Probability of all compared persons together; the rest is "not in the registry". */
  readonly credible: number;
  /** Of the best candidate; null without one. */
  readonly probability: number | null;
  /** Bits between the best and the second; null without a second. */
  readonly margin: number | null;
  /** Conditions for verifying the best candidate; empty where no credible one is there. */
  readonly conditions: readonly ExplainedCondition[];
  readonly contradictions: ContradictionCounts;
  readonly thresholds: RunThresholds;
  /** The date of the latest dose, ready to print; empty where none can be read. */
  readonly doseDate: string;
}

/** Everything `doisoat explain` tells about one record. */
export interface Explanation {
  /** The rows that say the same (several doses of one person), in source order. */
  readonly rows: readonly { readonly file: string; readonly row: number }[];
  readonly outcome: OutcomeName;
  readonly reason: ReasonCode;
  /** As the run wrote it; in another language than the run's, as it would have written it. */
  readonly sentence: string;
  /** Of a verified row, else empty. */
  readonly personId: string;
  /** Null for a row that could not be read. */
  readonly match: ExplainedMatch | null;
  /** False when reading and deciding again gives another result than the run's file has. */
  readonly agreesWithRun: boolean;
  readonly toolVersion: string;
  readonly modelVersion: string;
}
