import type { Person } from '../../src/domain/identity.js';
import { normalizeName } from '../../src/normalize/name.js';
import { openWhole } from '../../src/registry/open-whole.js';
import { nameOfRecord, personOfRecord } from '../../src/registry/person-record.js';

/** Every person of a registry, in the order of their numbers. */
export function listPersons(path: string): Person[] {
  return openWhole(path, ({ persons, close }) => {
    const all: Person[] = [];
    for (let page = 0; page < persons.pages; page++) {
      persons.ofPage(page, (records, at, number) => {
        all.push(personOfRecord(records.words, at, number, normalizeName(nameOfRecord(records, at))));
      });
    }
    close();
    return all;
  });
}
