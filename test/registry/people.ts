import { join } from 'node:path';
import type { BlockingRequest } from '../../src/domain/blocking-plan.js';
import type { Person, Place, Sex } from '../../src/domain/identity.js';
import { BLOCKING_STEPS, personFacts } from '../../src/match/blocking.js';
import { normalizeName } from '../../src/normalize/name.js';
import { RegistryBuilder, type RegistryContents } from '../../src/registry/builder.js';
import { openLookup, type RegistryLookup } from '../../src/registry/lookup.js';
import { CROWDED_ABOVE } from '../../src/registry/schema.js';
import { BLOCKING_PLAN, blockingRequest } from '../../src/run/blocking-plan.js';
import { inTempFolder } from './temp-folder.js';

/** A person of a test, as little as it needs. */
export interface Given {
  readonly id: string;
  readonly name: string;
  readonly born?: string;
  readonly cmnd?: string;
  readonly sex?: Sex;
  readonly commune?: number;
  readonly home?: Place;
  readonly died?: string;
}

function dateOf(text: string) {
  const [year = 0, month = 0, day = 0] = text === '' ? [] : text.split('-').map(Number);
  return { year, month, day };
}

export function personOf({
  id,
  name,
  born = '1985-03-12',
  cmnd = '',
  sex = 'female',
  commune = 0,
  home,
  died,
}: Given) {
  return {
    personId: id,
    cmnd,
    name: normalizeName(name),
    birthDate: dateOf(born),
    sex,
    residence:
      home ??
      (commune === 0 ? { province: 0, district: 0, commune } : { province: 79, district: 760, commune }),
    deathDate: died === undefined ? null : dateOf(died),
  };
}

export function build(
  folder: string,
  people: readonly Given[],
  name = 'registry.db',
  crowdedAbove = CROWDED_ABOVE,
  registryId = 'test-registry',
): RegistryContents {
  const builder = new RegistryBuilder(folder, join(folder, name), BLOCKING_PLAN, crowdedAbove);
  for (const person of people) builder.add(personOf(person));
  return builder.finish({ registry_id: registryId, tool_version: '0.0.0' });
}

export function withRegistry(
  people: readonly Given[],
  use: (lookup: RegistryLookup, contents: RegistryContents) => void,
  crowdedAbove = CROWDED_ABOVE,
): void {
  inTempFolder((folder) => {
    const contents = build(folder, people, 'registry.db', crowdedAbove);
    const lookup = openLookup(join(folder, 'registry.db'), BLOCKING_PLAN);
    try {
      use(lookup, contents);
    } finally {
      lookup.close();
    }
  });
}

/** In a record: no number is given. */
export const NO_ID = '000000000000';

/** What a record of the person's own data is looked up by. */
export function requestOf(person: Given): BlockingRequest {
  const facts = personFacts(personOf(person));
  return blockingRequest(
    { ...facts, personalId: person.id === NO_ID ? '' : facts.personalId },
    BLOCKING_STEPS,
  );
}

export function found(lookup: RegistryLookup, person: Given): readonly Person[] {
  return lookup.find([requestOf(person)])[0]!.persons;
}
