import type { DoseField, FileLayout } from '../domain/dose-record.js';
import type { PartialDate, PersonName } from '../domain/identity.js';
import type { ColumnProfile, ColumnRole, FaultProfile, Suspicion } from '../domain/input-profile.js';
import type { RejectReason } from '../domain/reasons.js';
import { textAt } from '../input/read-records.js';
import type { SplitRecord } from '../input/split-chunk.js';
import { normalizeBirthDate, readDoseDate } from '../normalize/birth-date.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import { normalizePhone } from '../normalize/phone.js';
import { ColumnTally } from './profile-column.js';
import { isCapitals, shortNumbers } from './profile-forms.js';
import { GroupTally, type RowSigns } from './profile-groups.js';
import { isNobody, isNoRecord } from './read-identity.js';
import { isBrokenFooter } from './read-row.js';
import type { SharedNumbers } from './shared-numbers.js';

/** Of the first rows every shape is counted, of the others that of every 97th. */
const ALL_SHAPES = 10_000;
const SHAPE_STEP = 97;
const FIRST_FAULTS = 5;
const MOST_FACILITY_LABELS = 50_000;

/** Numbers of all inputs of a command. */
export interface NumbersSeen {
  readonly ids: SharedNumbers;
  readonly phones: SharedNumbers;
}

/** What is known of a column before the rows are read. */
export interface ColumnSetup {
  readonly name: string;
  readonly field: string | null;
  readonly role: ColumnRole;
}

/** Looks at every row of one input; the memory does not grow with their number. */
export class RowTally {
  rows = 0;
  readonly #layout: FileLayout;
  readonly #name: string;
  readonly #setups: readonly ColumnSetup[];
  readonly #latest: PartialDate;
  readonly #columns: readonly ColumnTally[];
  readonly #groups = new GroupTally();
  readonly #faults = new Map<RejectReason, { rows: number; first: number[] }>();
  readonly #labels = new Map<string, string>();
  readonly #numbers: NumbersSeen;

  constructor(
    name: string,
    layout: FileLayout,
    setups: readonly ColumnSetup[],
    latest: PartialDate,
    numbers: NumbersSeen,
  ) {
    this.#name = name;
    this.#layout = layout;
    this.#setups = setups;
    this.#latest = latest;
    this.#numbers = numbers;
    this.#columns = setups.map(({ role }) => new ColumnTally(role, layout, latest));
  }

  add(row: SplitRecord): void {
    this.rows++;
    const fault = this.#faultOf(row);
    if (fault !== null) this.#countFault(fault, row.record);
    if (row.kind === 'broken' || fault === 'not_a_record') return;
    const isSampled = this.rows <= ALL_SHAPES || this.rows % SHAPE_STEP === 0;
    for (let i = 0; i < this.#columns.length; i++) this.#columns[i]!.add(row.fields[i] ?? '', isSampled);
    this.#person(row.fields, row.record);
  }

  columns(): ColumnProfile[] {
    return this.#columns.map((column, i) => {
      const { name, field } = this.#setups[i]!;
      return column.profile(i + 1, name, field);
    });
  }

  faults(): FaultProfile[] {
    return [...this.#faults]
      .map(([code, { rows, first }]) => ({ code, rows, first }))
      .sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
  }

  suspicions(): Suspicion[] {
    return this.#groups
      .suspicions(this.#name)
      .map((found) => ({ ...found, unit: this.#labels.get(found.unit) ?? found.unit }));
  }

  get facilitiesLeftOut(): boolean {
    return this.#groups.leftOut;
  }

  /** Why a run would reject a row; null: it would not. */
  #faultOf(row: SplitRecord): RejectReason | null {
    if (row.kind === 'broken') return isBrokenFooter(row) ? 'not_a_record' : row.code;
    if (isNoRecord(row.fields, this.#layout)) return 'not_a_record';
    return isNobody(row.fields, this.#layout) ? 'no_name_and_no_id' : null;
  }

  #countFault(code: RejectReason, record: number): void {
    const known = this.#faults.get(code);
    if (known === undefined) this.#faults.set(code, { rows: 1, first: [record] });
    else {
      known.rows++;
      if (known.first.length < FIRST_FAULTS) known.first.push(record);
    }
  }

  #person(fields: readonly string[], record: number): void {
    const { fields: at } = this.#layout;
    const written = textAt(fields, at.name);
    const name = normalizeName(written);
    const facility = this.#facility(fields);
    this.#groups.add(this.#signs(fields, written, name), record, facility, this.#day(fields));
    if (name.folded.length === 0) return;
    // The order of the words is another one in some lists.
    const same = [...name.folded].sort().join(' ');
    const id = normalizePersonalId(textAt(fields, at.personal_id));
    if (id.kind === 'citizen' || id.kind === 'cmnd')
      this.#numbers.ids.add(id.digits, same, this.#name, record);
    const phone = normalizePhone(textAt(fields, at.phone));
    if (phone !== '') this.#numbers.phones.add(phone, same, this.#name, record);
  }

  #signs(fields: readonly string[], written: string, name: PersonName): RowSigns {
    const { fields: at, birthDateOrder } = this.#layout;
    const hasName = name.tokens.length > 1;
    const text = textAt(fields, at.birth_date);
    const read = normalizeBirthDate(text, this.#latest, birthDateOrder);
    const isFull = read.kind === 'date' && read.value.day > 0;
    const isFirst = isFull && read.value.day === 1 && read.value.month === 1;
    const numbers = shortNumbers(text);
    const [day, month] = numbersOf(text, numbers, birthDateOrder === 'month-first');
    const isDated = !isFirst && day >= 1 && day <= 31 && month >= 1 && month <= 31;
    return {
      name: hasName,
      noAccents: hasName && !name.accented,
      capitals: hasName && isCapitals(written),
      dated: !isDated ? null : numbers === null ? 'year_first' : 'short_first',
      dayOver12: day > 12,
      monthOver12: isDated && month > 12 && day <= 12,
      fullDate: isFull,
      firstOfJanuary: isFirst,
    };
  }

  /** Of the last dose that is written. */
  #dose(fields: readonly string[], wanted: readonly DoseField[]) {
    return this.#layout.doses.findLast((dose) =>
      wanted.some((field) => textAt(fields, dose[field]).trim() !== ''),
    );
  }

  #facility(fields: readonly string[]): string {
    const dose = this.#dose(fields, ['facility_code', 'facility_name']);
    if (dose === undefined) return '';
    const code = textAt(fields, dose.facility_code).trim();
    const name = textAt(fields, dose.facility_name).trim();
    const key = code === '' ? name : code;
    if (code !== '' && name !== '' && !this.#labels.has(key) && this.#labels.size < MOST_FACILITY_LABELS)
      this.#labels.set(key, `${code} ${name}`);
    return key;
  }

  #day(fields: readonly string[]): string {
    const dose = this.#dose(fields, ['dose_date']);
    if (dose === undefined) return '';
    const read = readDoseDate(textAt(fields, dose.dose_date), this.#layout.doseDateOrder);
    if (read.kind !== 'date' || read.value.day === 0) return '';
    const { year, month, day } = read.value;
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
}

const YEAR_FIRST = /^'?\d{4}[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/;

/** Day and month as they stand there; zeros for another form. */
function numbersOf(
  text: string,
  short: readonly [number, number] | null,
  isMonthFirst: boolean,
): readonly [number, number] {
  if (short !== null) return isMonthFirst ? [short[1], short[0]] : short;
  const found = text.length > 40 ? null : YEAR_FIRST.exec(text.trim());
  return found === null ? [0, 0] : [Number(found[2]), Number(found[1])];
}
