import type Database from 'better-sqlite3';
import type { PersonName } from '../domain/identity.js';

/** Counts surnames, given names and provinces of the persons of a registry. */
export class WordCounts {
  readonly #surnames = new Map<string, number>();
  readonly #givenNames = new Map<string, number>();
  readonly #provinces = new Map<string, number>();

  add(name: PersonName, province: number): void {
    addOne(this.#provinces, String(province));
    const surname = name.folded[0];
    const given = name.folded.at(-1);
    if (surname === undefined || given === undefined) return;
    addOne(this.#surnames, surname);
    addOne(this.#givenNames, given);
  }

  store(db: Database.Database): void {
    const insert = db.prepare('insert into word_count values (?, ?, ?)');
    for (const [kind, counts] of [
      ['given', this.#givenNames],
      ['province', this.#provinces],
      ['surname', this.#surnames],
    ] as const) {
      for (const word of [...counts.keys()].sort()) insert.run(kind, word, counts.get(word)!);
    }
  }
}

function addOne(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}
