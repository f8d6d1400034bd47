import type { DispatchFigures, FocalOfficer } from '../../domain/deadline-report.js';

/** What a province reported beside the runs; null and empty: not given. */
export interface GivenProvince {
  readonly population: number | null;
  readonly figures: DispatchFigures;
  readonly officers: readonly FocalOfficer[];
}

/** By province code. */
export type GivenFigures = ReadonlyMap<string, GivenProvince>;

export const FIGURE_NAMES = [
  'complaintsReceived',
  'complaintsHandled',
  'personsSigned',
  'passportsIssued',
] as const satisfies readonly (keyof DispatchFigures)[];

/** A province of which nothing was given. */
export const NOTHING_GIVEN: GivenProvince = {
  population: null,
  figures: { complaintsReceived: null, complaintsHandled: null, personsSigned: null, passportsIssued: null },
  officers: [],
};
