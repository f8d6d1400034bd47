import type { ReadDate, Sex } from '../domain/identity.js';
import { CellRow } from '../input/chunk-cells.js';
import { textAt } from '../input/read-records.js';
import type { SplitRecord } from '../input/split-chunk.js';
import { normalizeBirthDate } from '../normalize/birth-date.js';
import { normalizeName } from '../normalize/name.js';
import { normalizePersonalId } from '../normalize/personal-id.js';
import { normalizeSex } from '../normalize/sex.js';
import type { CellRanges } from './cells-memo.js';
import type { ChunkContext } from './chunk-context.js';
import { type Matched, matchRecords } from './match-records.js';
import { IDENTITY_SOURCES, PLACES_AT, type ReadIdentity, readResidence } from './read-identity.js';
import type { Known, ReadCell } from './read-memory.js';
import type { InputSetup } from './worker-setup.js';

/** One distinct identity of a chunk, matched. */
export interface MatchedIdentity extends ReadIdentity {
  readonly matched: Matched;
}

/** Reads the distinct identities of a chunk and matches them all at once. */
export class IdentityReader {
  readonly #context: ChunkContext;
  readonly #input: InputSetup;
  readonly #identities: ReadIdentity[] = [];
  readonly #starts = new Int32Array(IDENTITY_SOURCES.length);
  readonly #ends = new Int32Array(IDENTITY_SOURCES.length);

  readonly #birthDates: Known<ReadCell<ReadDate>>;
  readonly #sexes: Known<ReadCell<Sex>>;

  constructor(context: ChunkContext, input: InputSetup) {
    this.#context = context;
    this.#input = input;
    const { memory } = context;
    const { birthDateOrder, sexCoding } = input.layout;
    memory.identities.clear();
    this.#birthDates = memory.birthDates(birthDateOrder);
    this.#sexes = memory.sexes(sexCoding);
  }

  /** Number of the row's identity. Rows with the same cells have the same: a person's doses are matched once. */
  read(row: Extract<SplitRecord, { kind: 'fields' }>): number {
    const isCells = row instanceof CellRow;
    const ranges = isCells ? row.cells : this.#encoded(row.fields);
    const at = isCells ? row.at : 0;
    const number = this.#context.memory.identities.number(ranges, at);
    if (number < this.#identities.length) return number;
    const { layout } = this.#input;
    const { places, memory, setup } = this.#context;
    const text = (source: number) =>
      isCells ? row.text(source) : textAt(row.fields, layout.fields[IDENTITY_SOURCES[source]!]);
    const birthDate = this.#birthDates.of(ranges, at + 1, () => {
      const written = text(1);
      return { text: written, value: normalizeBirthDate(written, setup.latest, layout.birthDateOrder) };
    });
    const sex = this.#sexes.of(ranges, at + 2, () => {
      const written = text(2);
      return { text: written, value: normalizeSex(written, layout.sexCoding) };
    });
    const [name, id] = [text(0), text(3)];
    this.#identities.push({
      asSent: { id, name, birthDate: birthDate.text, sex: sex.text },
      identity: {
        name: normalizeName(name),
        birthDate: birthDate.value,
        sex: sex.value,
        personalId: normalizePersonalId(id),
        residence: memory.places.of(ranges, at + PLACES_AT, () => readResidence(row.fields, layout, places)),
      },
    });
    return number;
  }

  identity(number: number): ReadIdentity {
    return this.#identities[number]!;
  }

  /** A 64-bit hash of the cells of an identity, as two words. */
  keyOf(number: number): readonly [high: number, low: number] {
    const { identities } = this.#context.memory;
    return [identities.highOf(number), identities.lowOf(number)];
  }

  /** Two digits; empty where the residence is not known. */
  residenceProvince(number: number): string {
    const { province } = this.identity(number).identity.residence;
    return province === 0 ? '' : String(province).padStart(2, '0');
  }

  /** By number. */
  match(): MatchedIdentity[] {
    const { registry, setup } = this.#context;
    const records = this.#identities.map(({ identity }) => identity);
    const matched = matchRecords(records, registry, setup.model);
    return this.#identities.map(({ asSent, identity }, i) => ({ asSent, identity, matched: matched[i]! }));
  }

  /** The cells of a row that had to be taken apart, as bytes: the same as those of a row that had not. */
  #encoded(fields: readonly string[]): CellRanges {
    const { layout } = this.#input;
    const texts = IDENTITY_SOURCES.map((source) => Buffer.from(textAt(fields, layout.fields[source])));
    let end = 0;
    texts.forEach(({ length }, i) => {
      this.#starts[i] = end;
      end += length;
      this.#ends[i] = end;
    });
    return { bytes: Buffer.concat(texts), starts: this.#starts, ends: this.#ends };
  }
}
