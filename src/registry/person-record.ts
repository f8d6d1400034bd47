import type { StoredPerson } from '../domain/blocking-plan.js';
import type { PartialDate, Person, PersonName, Sex } from '../domain/identity.js';

/** Words of a record before the name: see `encodePerson`. */
export const RECORD_HEAD = 8;
/** Word of a record that is not the person's own. */
export const COUNT_WORD = 6;
const NAME_BYTES_WORD = 7;
const NOT_UNIQUE = 1 << 10;
/** Codes of places have 16 bits. */
const PLACE_CODES = 2 ** 16;

const SEXES: readonly Sex[] = ['unknown', 'male', 'female'];
const NO_DATE: PartialDate = { year: 0, month: 0, day: 0 };

/** Records of persons, one behind another: the same memory as words and as bytes. */
export interface RecordWords {
  readonly words: Uint32Array;
  readonly bytes: Buffer;
}

export function recordWords(words: number): RecordWords {
  const memory = new ArrayBuffer(words * 4);
  return { words: new Uint32Array(memory), bytes: Buffer.from(memory) };
}

function packDate(date: PartialDate): number {
  return date.year * 10_000 + date.month * 100 + date.day;
}

function unpackDate(packed: number): PartialDate {
  if (packed === 0) return NO_DATE;
  return { year: Math.floor(packed / 10_000), month: Math.floor(packed / 100) % 100, day: packed % 100 };
}

/** Words of a person's record: a name takes up to 3 bytes a UTF-16 unit. */
export function mostWordsOf(person: StoredPerson): number {
  return RECORD_HEAD + Math.ceil((person.name.display.length * 3) / 4);
}

/**
 * Writes a record at a word and returns the word behind it. Words: 0 and the low byte of 1 the personal ID; of 1 also
 * two bits of sex, one for "not unique", and 16 for the province; 2 CMND; 3 birth as yyyymmdd with 00 for unknown parts;
 * 4 commune and district, 16 bits each; 5 death; 6 `count` (in the registry how many share the name); 7 bytes of the
 * name, which follows as UTF-8.
 */
export function encodePerson(into: RecordWords, at: number, person: StoredPerson, count: number): number {
  const { words, bytes } = into;
  const id = Number(person.personId);
  const { province, district, commune } = person.residence;
  if ((province | district | commune) >= PLACE_CODES) throw new Error('a code of a place has over 16 bits');
  const nameBytes = bytes.write(person.name.display, (at + RECORD_HEAD) * 4);
  const end = at + RECORD_HEAD + Math.ceil(nameBytes / 4);
  words[at] = id;
  words[at + 1] = Math.floor(id / 2 ** 32) | (SEXES.indexOf(person.sex) << 8) | (province << 16);
  words[at + 2] = Number(person.cmnd);
  words[at + 3] = packDate(person.birthDate);
  words[at + 4] = commune | (district << 16);
  words[at + 5] = person.deathDate === null ? 0 : packDate(person.deathDate);
  words[at + COUNT_WORD] = count;
  words[at + NAME_BYTES_WORD] = nameBytes;
  bytes.fill(0, (at + RECORD_HEAD) * 4 + nameBytes, end * 4);
  return end;
}

export function endOfRecord(words: Uint32Array, at: number): number {
  return at + RECORD_HEAD + ((words[at + NAME_BYTES_WORD]! + 3) >>> 2);
}

/** The personal ID as a number. */
export function idOfRecord(words: Uint32Array, at: number): number {
  return words[at]! + (words[at + 1]! & 0xff) * 2 ** 32;
}

export function countOfRecord(words: Uint32Array, at: number): number {
  return words[at + COUNT_WORD]!;
}

export function setCountOfRecord(words: Uint32Array, at: number, count: number): void {
  words[at + COUNT_WORD] = count;
}

export function flagNotUnique(words: Uint32Array, at: number): void {
  words[at + 1]! |= NOT_UNIQUE;
}

/** The name as it is stored, `PersonName.display`. */
export function nameOfRecord({ words, bytes }: RecordWords, at: number): string {
  const start = (at + RECORD_HEAD) * 4;
  return bytes.toString('utf8', start, start + words[at + NAME_BYTES_WORD]!);
}

/** The person of a record, whose name was read already. */
export function personOfRecord(words: Uint32Array, at: number, number: number, name: PersonName): Person {
  const mixed = words[at + 1]!;
  const cmnd = words[at + 2]!;
  const home = words[at + 4]!;
  const death = words[at + 5]!;
  return {
    personNumber: number,
    personId: String(idOfRecord(words, at)).padStart(12, '0'),
    cmnd: cmnd === 0 ? '' : String(cmnd).padStart(9, '0'),
    name,
    birthDate: unpackDate(words[at + 3]!),
    sex: SEXES[(mixed >>> 8) & 3] ?? 'unknown',
    residence: { province: mixed >>> 16, district: home >>> 16, commune: home & 0xffff },
    deathDate: death === 0 ? null : unpackDate(death),
    idNotUnique: (mixed & NOT_UNIQUE) !== 0,
    nameCount: Math.max(1, words[at + COUNT_WORD]!),
  };
}

/** True when two records say the same of a person, apart from the count. */
export function samePerson(words: Uint32Array, a: number, b: number): boolean {
  const length = endOfRecord(words, a) - a;
  if (endOfRecord(words, b) - b !== length) return false;
  for (let i = 0; i < length; i++) {
    if (i !== COUNT_WORD && words[a + i] !== words[b + i]) return false;
  }
  return true;
}
