import { hashWords } from '../match/hash.js';
import type { ChunkContext } from './chunk-context.js';
import { type Matched, matchRecords } from './match-records.js';
import { identityText, type ReadIdentity, readIdentity } from './read-identity.js';
import type { InputSetup } from './worker-setup.js';

/** One distinct identity of a chunk, matched. */
export interface MatchedIdentity extends ReadIdentity {
  readonly matched: Matched;
}

/** Reads the distinct identities of a chunk and matches them all at once. */
export class IdentityReader {
  readonly #context: ChunkContext;
  readonly #input: InputSetup;
  readonly #numbers = new Map<string, number>();
  readonly #identities: ReadIdentity[] = [];
  readonly #keys: (readonly [high: number, low: number])[] = [];

  constructor(context: ChunkContext, input: InputSetup) {
    this.#context = context;
    this.#input = input;
  }

  /** Number of the row's identity. */
  read(fields: readonly string[]): number {
    const text = identityText(fields, this.#input.layout);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#identities.length;
    this.#numbers.set(text, number);
    this.#keys.push(hashWords(text));
    this.#identities.push(
      readIdentity(fields, this.#input.layout, this.#context.places, this.#context.setup.latest),
    );
    return number;
  }

  /** A 64-bit hash of the text of an identity, as two words. */
  keyOf(number: number): readonly [high: number, low: number] {
    return this.#keys[number]!;
  }

  /** Two digits; empty where the residence is not known. */
  residenceProvince(number: number): string {
    const { province } = this.#identities[number]!.identity.residence;
    return province === 0 ? '' : String(province).padStart(2, '0');
  }

  /** By number. */
  match(): MatchedIdentity[] {
    const { registry, setup } = this.#context;
    const records = this.#identities.map(({ identity }) => identity);
    const matched = matchRecords(records, registry, setup.model);
    return this.#identities.map(({ asSent, identity }, i) => ({ asSent, identity, matched: matched[i]! }));
  }
}
