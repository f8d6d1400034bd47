import type { Suspicion, SuspicionCode } from '../domain/input-profile.js';

/** A group of fewer rows says nothing. */
export const LEAST_ROWS = 20;
/** At least this share of a group must show a pattern... */
export const LEAST_SHARE = 0.5;
/** ...and this many times the share of the rest of the file. */
export const LEAST_TIMES = 4;
const MOST_GROUPS = 50_000;
const FIRST_ROWS = 5;

/** What a row tells about the patterns of its group. */
export interface RowSigns {
  /** It has a name. */
  readonly name: boolean;
  readonly noAccents: boolean;
  readonly capitals: boolean;
  /** It has a birth date with day and month that is not 1 January; of which written form. */
  readonly dated: 'short_first' | 'year_first' | null;
  /** Its day, as it is read, can be no month. */
  readonly dayOver12: boolean;
  /** The number in the place of the month can be no month. */
  readonly monthOver12: boolean;
  /** It has a birth date with day and month. */
  readonly fullDate: boolean;
  readonly firstOfJanuary: boolean;
}

const SIGNS = [
  'name',
  'noAccents',
  'capitals',
  'shortFirst',
  'yearFirst',
  'over12Short',
  'over12Year',
  'monthOver12',
  'fullDate',
  'firstOfJanuary',
] as const;
type Sign = (typeof SIGNS)[number];
type Counts = Record<Sign, number>;

interface Group {
  readonly counts: Counts;
  /** First rows by the sign that they show. */
  readonly first: Map<SuspicionCode, number[]>;
  /** A bit for each of 32 classes of facilities. */
  facilities: number;
}

function newGroup(): Group {
  return {
    counts: Object.fromEntries(SIGNS.map((sign) => [sign, 0])) as Counts,
    first: new Map(),
    facilities: 0,
  };
}

/** Counts the signs of rows by facility and by day of the dose, in bounded memory. */
export class GroupTally {
  readonly #file = newGroup();
  readonly #facilities = new Map<string, Group>();
  readonly #days = new Map<string, Group>();
  /** More groups than are kept. */
  leftOut = false;

  add(signs: RowSigns, row: number, facility: string, day: string): void {
    mark(this.#file, signs, row);
    if (facility !== '') {
      const group = this.#group(this.#facilities, facility);
      if (group !== null) mark(group, signs, row);
    }
    if (day === '') return;
    const group = this.#group(this.#days, day);
    if (group === null) return;
    mark(group, signs, row);
    let class32 = 0;
    for (let i = 0; i < facility.length; i++) class32 = (Math.imul(class32, 31) + facility.charCodeAt(i)) | 0;
    group.facilities |= 1 << (class32 & 31);
  }

  /** `fileName`: in front of the numbers of rows. */
  suspicions(fileName: string): Suspicion[] {
    const found: Suspicion[] = [];
    for (const check of CHECKS) {
      const whole = check.count(this.#file.counts);
      const make = (scope: Suspicion['scope'], unit: string, group: Group): Suspicion => {
        const { rows, of } = check.count(group.counts);
        return {
          code: check.code,
          scope,
          unit,
          rows,
          of,
          elsewhere: scope === 'file' ? null : { rows: whole.rows - rows, of: whole.of - of },
          names: 0,
          first: (group.first.get(check.code) ?? []).map((row) => `${fileName}:${row}`),
        };
      };
      if (check.isSuspect(whole, null)) {
        found.push(make('file', '', this.#file));
        continue;
      }
      const suspect = ({ counts }: Group) => {
        const here = check.count(counts);
        return check.isSuspect(here, { rows: whole.rows - here.rows, of: whole.of - here.of });
      };
      for (const [unit, group] of this.#facilities)
        if (suspect(group)) found.push(make('facility', unit, group));
      for (const [unit, group] of this.#days) {
        // A day with one facility says nothing that the facility does not say.
        if ((group.facilities & (group.facilities - 1)) !== 0 && suspect(group))
          found.push(make('day', unit, group));
      }
    }
    return found.sort(
      (a, b) =>
        Number(b.scope === 'file') - Number(a.scope === 'file') ||
        b.rows - a.rows ||
        (a.unit < b.unit ? -1 : 1),
    );
  }

  #group(groups: Map<string, Group>, key: string): Group | null {
    const known = groups.get(key);
    if (known !== undefined) return known;
    if (groups.size >= MOST_GROUPS) {
      this.leftOut = true;
      return null;
    }
    const made = newGroup();
    groups.set(key, made);
    return made;
  }
}

function mark(group: Group, signs: RowSigns, row: number): void {
  const { counts } = group;
  if (signs.name) counts.name++;
  if (signs.noAccents) counts.noAccents++;
  if (signs.capitals) counts.capitals++;
  if (signs.fullDate) counts.fullDate++;
  if (signs.firstOfJanuary) counts.firstOfJanuary++;
  if (signs.dated === 'short_first') {
    counts.shortFirst++;
    if (signs.dayOver12 || signs.monthOver12) counts.over12Short++;
    if (signs.monthOver12) counts.monthOver12++;
  } else if (signs.dated === 'year_first') {
    counts.yearFirst++;
    if (signs.dayOver12 || signs.monthOver12) counts.over12Year++;
    if (signs.monthOver12) counts.monthOver12++;
  }
  if (signs.noAccents) first(group, 'no_accents', row);
  if (signs.capitals) first(group, 'capitals', row);
  if (signs.firstOfJanuary) first(group, 'first_of_january', row);
  if (signs.monthOver12) first(group, 'month_first', row);
  if (signs.dated !== null && !signs.dayOver12 && !signs.monthOver12) first(group, 'days_up_to_12', row);
}

function first({ first: rows }: Group, code: SuspicionCode, row: number): void {
  const list = rows.get(code);
  if (list === undefined) rows.set(code, [row]);
  else if (list.length < FIRST_ROWS) list.push(row);
}

interface Share {
  readonly rows: number;
  readonly of: number;
}

interface Check {
  readonly code: SuspicionCode;
  readonly count: (counts: Counts) => Share;
  /** `elsewhere`: the rest of the file; null where `here` is the whole. */
  readonly isSuspect: (here: Share, elsewhere: Share | null) => boolean;
}

const shareOf = ({ rows, of }: Share) => (of === 0 ? 0 : rows / of);

/** Enough rows, most of them, and far more than elsewhere. */
function isFarAbove(here: Share, elsewhere: Share | null): boolean {
  if (here.of < LEAST_ROWS || shareOf(here) < LEAST_SHARE) return false;
  return elsewhere === null || shareOf(here) >= LEAST_TIMES * shareOf(elsewhere);
}

/** Slips that a group may have whose days are up to 12. */
const FEW = 0.05;

/** Dates of one written form of which hardly one has a day over 12, where 19 of 31 days are. */
function upTo12({ shortFirst, yearFirst, over12Short, over12Year }: Counts): Share {
  const isCut = (over12: number, all: number) => all >= LEAST_ROWS && over12 <= all * FEW;
  const short = isCut(over12Short, shortFirst) ? shortFirst : 0;
  const year = isCut(over12Year, yearFirst) ? yearFirst : 0;
  return { rows: short + year, of: shortFirst + yearFirst };
}

const CHECKS: readonly Check[] = [
  {
    code: 'days_up_to_12',
    count: upTo12, // Of a file in which one place has dates of such a form, the place is told.
    isSuspect: ({ rows, of }, elsewhere) =>
      rows >= LEAST_ROWS && (elsewhere !== null || rows >= of * LEAST_SHARE),
  },
  {
    code: 'month_first',
    count: ({ over12Short, over12Year, monthOver12 }) => ({
      rows: monthOver12,
      of: over12Short + over12Year,
    }),
    isSuspect: (here, elsewhere) =>
      here.of >= LEAST_ROWS / 2 && isFarAbove({ rows: here.rows * 2, of: here.of * 2 }, elsewhere),
  },
  {
    code: 'no_accents',
    count: ({ noAccents, name }) => ({ rows: noAccents, of: name }),
    isSuspect: isFarAbove,
  },
  { code: 'capitals', count: ({ capitals, name }) => ({ rows: capitals, of: name }), isSuspect: isFarAbove },
  {
    code: 'first_of_january',
    count: ({ firstOfJanuary, fullDate }) => ({ rows: firstOfJanuary, of: fullDate }),
    isSuspect: isFarAbove,
  },
];
