import type { ErrorJson, ReportJson } from './report-json.js';
import type { Row } from './run-rows.js';
import type { Verdicts } from './verdicts.js';

const OUTCOME_KEYS = {
  to_correct: 'verified corrected',
  to_ask: 'mismatch',
  to_review: 'needs_review',
  unreadable: 'rejected',
} as const;

/** Rows by what is to be done, by province and by facility; doses entered twice; the order and share of the facilities. */
export function checkErrors(rows: readonly Row[], errors: ReportJson['errors'], verdicts: Verdicts): void {
  const records = rows.filter(({ isNobodys }) => !isNobodys);
  const times = new Map<string, number>();
  for (const { dose } of records) if (dose !== '') times.set(dose, (times.get(dose) ?? 0) + 1);
  const compare = (name: string, own: readonly Row[], found: ErrorJson) => {
    const count = (what: string) =>
      own.filter(
        ({ outcome, reason }) => (outcome === 'verified' ? `${outcome} ${reason}` : outcome) === what,
      ).length;
    verdicts.exact(`${name} rows`, own.length, found.rows);
    verdicts.exact(`${name} work`, own.length - count('verified exact'), found.work);
    for (const [key, what] of Object.entries(OUTCOME_KEYS))
      verdicts.exact(`${name} ${key}`, count(what), found[key as keyof typeof OUTCOME_KEYS]);
    const { duplicate_dose = 0, person_not_told = 0, row_unreadable = 0 } = found.kinds;
    const twice = own.filter(({ dose }) => dose !== '' && times.get(dose)! > 1).length;
    verdicts.exact(`${name} duplicate_dose`, twice, duplicate_dose);
    verdicts.exact(`${name} person_not_told`, count('mismatch') + count('needs_review'), person_not_told);
    verdicts.exact(`${name} row_unreadable`, count('rejected'), row_unreadable);
  };
  const groups = (keyOf: (row: Row) => string) => {
    const found = new Map<string, Row[]>();
    for (const row of records) {
      const own = found.get(keyOf(row));
      if (own === undefined) found.set(keyOf(row), [row]);
      else own.push(row);
    }
    return found;
  };
  compare('errors total', records, errors.total);
  const provinces = groups(({ province }) => province);
  verdicts.exact(
    'errors provinces',
    [...provinces.keys()].sort().join(),
    errors.provinces
      .map(({ code }) => code)
      .sort()
      .join(),
  );
  for (const line of errors.provinces) compare(`errors ${line.code}`, provinces.get(line.code) ?? [], line);
  const facilities = groups(({ facility }) => facility);
  verdicts.exact('facilities in all', facilities.size, errors.facilities_in_all);
  let done = 0;
  for (const line of errors.facilities) {
    const key = `${line.province}|${line.code || line.name}`;
    compare(`facility ${key}`, facilities.get(key) ?? [], line);
    done += line.work;
    verdicts.exact(`facility ${key} share`, done / errors.total.work, line.cumulative_share);
  }
  const works = errors.facilities.map(({ work }) => work);
  verdicts.exact('facilities in order', works.join(), [...works].sort((a, b) => b - a).join());
}
