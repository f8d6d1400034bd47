import type { FileLayout } from '../domain/dose-record.js';
import type { EntryError } from '../domain/entry-errors.js';
import { textAt } from '../input/read-records.js';
import { hashWords } from '../match/hash.js';
import { normalizeBirthDate } from '../normalize/birth-date.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import type { FacilityTally, WorkKind } from '../report/deadline/error-tally.js';
import { PairSpill } from './pair-spill.js';
import type { RowFacility } from './read-doses.js';
import type { ErrorReading } from './row-errors.js';

/** Facilities are counted one by one up to so many; names typed freely must not fill the memory. */
const MOST_FACILITIES = 200_000;
/** From so many different persons on, one ID is on many rows: two may be two records of one person. */
const MANY_PERSONS = 3;
const TWO_32 = 2 ** 32;
/** A person of an ID is told apart by 20 bits of a hash: an ID has a handful of them. */
const PERSON_BITS = 2 ** 20;

interface OpenTally extends FacilityTally {
  readonly rows: Record<WorkKind, number>;
  readonly kinds: Partial<Record<EntryError, number>>;
}

/** One row as the counter needs it. */
export interface CountedRow {
  readonly fields: readonly string[];
  readonly reading: ErrorReading;
  readonly facility: RowFacility;
  /** The province in charge. */
  readonly province: string;
  readonly work: WorkKind;
  /** Of a verified row, else empty. */
  readonly personId: string;
  readonly errors: Iterable<EntryError>;
}

/** Counts rows and errors by facility; doses entered twice and IDs on many rows are found at the end. */
export class ErrorCounter {
  readonly #numbers = new Map<string, number>();
  readonly #tallies: OpenTally[] = [];
  readonly #doses: PairSpill;
  readonly #ids: PairSpill;

  /** `folder` takes files meanwhile. */
  constructor(folder: string) {
    this.#doses = new PairSpill(folder, 'doses');
    this.#ids = new PairSpill(folder, 'ids');
  }

  add(row: CountedRow): void {
    const number = this.#facility(row.province, row.facility);
    const tally = this.#tallies[number]!;
    tally.rows[row.work]++;
    for (const error of row.errors) count(tally, error);
    if (row.work === 'unreadable') return;
    const dose = row.personId === '' ? '' : doseText(row.fields, row.reading.layout);
    if (dose !== '') this.#doses.add(key53(`${row.personId}|${dose}`), number);
    const id = idDigits(textAt(row.fields, row.reading.layout.fields.personal_id));
    if (id !== '') this.#ids.add(key53(id), number * PERSON_BITS + personBits(row));
  }

  /** All facilities, in the order of their first row. The counter cannot be used after. */
  finish(): readonly FacilityTally[] {
    for (const pairs of this.#doses.partitions()) {
      const rowsOf = new Map<number, number>();
      for (let i = 0; i < pairs.length; i += 2) rowsOf.set(pairs[i]!, (rowsOf.get(pairs[i]!) ?? 0) + 1);
      for (let i = 0; i < pairs.length; i += 2)
        if (rowsOf.get(pairs[i]!)! > 1) count(this.#tallies[pairs[i + 1]!]!, 'duplicate_dose');
    }
    for (const pairs of this.#ids.partitions()) {
      const personsOf = new Map<number, number | Set<number>>();
      for (let i = 0; i < pairs.length; i += 2) addPerson(personsOf, pairs[i]!, pairs[i + 1]! % PERSON_BITS);
      for (let i = 0; i < pairs.length; i += 2) {
        const persons = personsOf.get(pairs[i]!)!;
        if (typeof persons === 'number' || persons.size < MANY_PERSONS) continue;
        count(this.#tallies[Math.floor(pairs[i + 1]! / PERSON_BITS)]!, 'id_on_many');
      }
    }
    return this.#tallies;
  }

  /** Removes the files. */
  close(): void {
    this.#doses.close();
    this.#ids.close();
  }

  #facility(province: string, { code, name }: RowFacility): number {
    const key = `${province}|${code === '' ? `|${name}` : code}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#tallies.length >= MOST_FACILITIES && (code !== '' || name !== ''))
      return this.#facility(province, { province, code: '', name: '' });
    const number = this.#tallies.length;
    this.#numbers.set(key, number);
    const rows = { asSent: 0, toCorrect: 0, toAsk: 0, toReview: 0, unreadable: 0 };
    this.#tallies.push({ province, code, name, rows, kinds: {} });
    return number;
  }
}

function count({ kinds }: OpenTally, error: EntryError): void {
  kinds[error] = (kinds[error] ?? 0) + 1;
}

/** One person is kept as a number: nearly every ID has one. */
function addPerson(personsOf: Map<number, number | Set<number>>, id: number, person: number): void {
  const known = personsOf.get(id);
  if (known === undefined) personsOf.set(id, person);
  else if (typeof known !== 'number') known.add(person);
  else if (known !== person) personsOf.set(id, new Set([known, person]));
}

function key53(text: string): number {
  const [high, low] = hashWords(text);
  return (high & 0x1f_ffff) * TWO_32 + low;
}

/** Which dose of the person it is: by its number, else by its day; a wide row is all doses. Empty: not known. */
function doseText(fields: readonly string[], { kind, doses }: FileLayout): string {
  if (kind === 'wide') return 'all';
  const [dose = {}] = doses;
  const number = /\d+/.exec(textAt(fields, dose.dose_number))?.[0];
  return number !== undefined ? `number ${Number(number)}` : textAt(fields, dose.dose_date).trim();
}

/** The digits of an ID after repair; empty: none that two rows could share. */
function idDigits(text: string): string {
  if (/^\d{12}$/.test(text)) return text;
  const id = normalizePersonalId(text);
  return id.kind === 'citizen' || id.kind === 'cmnd' ? id.digits : '';
}

/** Tells persons who show one ID apart: the identified person, else the name without accents and the year of birth. */
function personBits({ personId, fields, reading: { layout, latest } }: CountedRow): number {
  let text = personId;
  if (text === '') {
    const born = normalizeBirthDate(textAt(fields, layout.fields.birth_date), latest, layout.birthDateOrder);
    const { folded } = normalizeName(textAt(fields, layout.fields.name));
    text = `${folded.join(' ')}|${born.kind === 'date' ? born.value.year : ''}`;
  }
  return hashWords(text)[1] % PERSON_BITS;
}
