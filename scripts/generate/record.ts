import type { PlaceCells } from './damage-place.js';
import type { ErrorKind } from './kinds.js';
import type { Dose } from './vaccination.js';

/** One identity as it was typed, with its doses: a row of the wide file, or one row a dose in the long one. */
export interface AsSentRecord {
  /** Position of the person in the population, or -1 for a foreigner. */
  readonly personIndex: number;
  /** The true person's ID; empty for a foreigner. */
  readonly truePersonId: string;
  readonly inRegistry: boolean;
  readonly kinds: readonly ErrorKind[];
  readonly name: string;
  readonly birth: string;
  readonly sex: 'male' | 'female' | 'missing';
  readonly personalId: string;
  readonly phone: string;
  readonly insuranceCard: string;
  readonly place: PlaceCells;
  readonly priorityGroup: string;
  readonly neighbourhood: string;
  readonly householdCode: string;
  readonly doses: readonly Dose[];
}
