import type { ErrorLine, ErrorReport, FacilityErrors } from '../../domain/deadline-report.js';
import { ENTRY_ERROR_CODES, type EntryError } from '../../domain/entry-errors.js';
import { recordOf } from '../count.js';
import { type FacilityTally, WORK_KINDS, type WorkKind } from './error-tally.js';

/** The facilities that account for this share of the work are listed. */
const PARETO_SHARE = 0.8;

interface Sums {
  readonly rows: Record<WorkKind, number>;
  readonly kinds: Partial<Record<EntryError, number>>;
}

/** Who makes which errors: the country, the provinces, and the facilities that account for most of the work. */
export function errorReport(facilities: readonly FacilityTally[], mostFacilities: number): ErrorReport {
  const total = newSums();
  const provinces = new Map<string, Sums>();
  for (const tally of facilities) {
    const province = provinces.get(tally.province) ?? newSums();
    provinces.set(tally.province, province);
    add(total, tally);
    add(province, tally);
  }
  const codes = [...provinces.keys()].sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
  const all = lineOf(total);
  const sorted = facilities
    .map((facility) => ({ facility, work: workOf(facility) }))
    .filter(({ work }) => work > 0)
    .sort((a, b) => b.work - a.work || compareKeys(a.facility, b.facility));
  const listed: FacilityErrors[] = [];
  let done = 0;
  for (const { facility, work } of sorted) {
    if (listed.length >= mostFacilities || done >= PARETO_SHARE * all.work!) break;
    done += work;
    const { code, name, province } = facility;
    listed.push({ code, name, province, ...lineOf(facility), cumulativeShare: done / all.work! });
  }
  return {
    total: all,
    provinces: codes.map((code) => ({ code, ...lineOf(provinces.get(code)!) })),
    facilities: listed,
    facilitiesInAll: facilities.length,
    paretoShare: PARETO_SHARE,
  };
}

function newSums(): Sums {
  return { rows: recordOf(WORK_KINDS, () => 0), kinds: {} };
}

function add(sums: Sums, { rows, kinds }: FacilityTally): void {
  for (const kind of WORK_KINDS) sums.rows[kind] += rows[kind];
  for (const code of Object.keys(kinds) as EntryError[])
    sums.kinds[code] = (sums.kinds[code] ?? 0) + kinds[code]!;
}

function workOf({ rows }: Pick<FacilityTally, 'rows'>): number {
  return rows.toCorrect + rows.toAsk + rows.toReview + rows.unreadable;
}

/** Errors in the order of the closed list, those that do not occur left out. */
function lineOf(sums: Pick<FacilityTally, 'rows' | 'kinds'>): ErrorLine {
  const { asSent, ...rest } = sums.rows;
  const work = workOf(sums);
  const occurring = ENTRY_ERROR_CODES.filter((code) => (sums.kinds[code] ?? 0) > 0);
  return { rows: asSent + work, work, ...rest, kinds: recordOf(occurring, (code) => sums.kinds[code]!) };
}

function compareKeys(a: FacilityTally, b: FacilityTally): number {
  const [x, y] = [a, b].map(({ province, code, name }) => `${province}|${code}|${name}`);
  return x! < y! ? -1 : 1;
}
