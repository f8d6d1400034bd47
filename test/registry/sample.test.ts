import { join } from 'node:path';
import { normalizeName } from '../../src/normalize/name.js';
import { RegistryBuilder } from '../../src/registry/builder.js';
import { openSampler } from '../../src/registry/sample.js';
import { CROWDED_ABOVE } from '../../src/registry/schema.js';
import { BLOCKING_PLAN } from '../../src/run/blocking-plan.js';
import { inTempFolder } from './temp-folder.js';

const PERSONS = Array.from({ length: 3000 }, (_, i) => ({
  personId: String(79_085_000_000 + i * 7).padStart(12, '0'),
  cmnd: '',
  name: normalizeName(i % 3 === 0 ? 'Nguyễn Văn An' : i % 3 === 1 ? 'NGUYEN VAN AN' : `Trần Thị Lan`),
  birthDate: { year: 1985, month: 3, day: 1 + (i % 28) },
  sex: 'unknown' as const,
  residence: { province: 79, district: 760, commune: 26_740 },
  deathDate: null,
}));

function sampleOf(persons: typeof PERSONS, most: number) {
  return inTempFolder((folder) => {
    const path = join(folder, 'registry.db');
    const builder = new RegistryBuilder(folder, path, BLOCKING_PLAN, CROWDED_ABOVE);
    for (const person of persons) builder.add(person);
    builder.finish({ registry_id: 'test', tool_version: '0.0.0' });
    const sampler = openSampler(path, BLOCKING_PLAN);
    try {
      const parts = sampler.samplePersons(most);
      for (;;) {
        const step = parts.next();
        if (step.done === true) {
          return {
            sample: step.value,
            counts: sampler.countNames([PERSONS[0]!.name, normalizeName('Lê Hoa')]),
          };
        }
      }
    } finally {
      sampler.close();
    }
  });
}

const ids = (sample: readonly { readonly personId: string }[]) => sample.map(({ personId }) => personId);

test('about as many as wanted, whatever the order of the snapshot', () => {
  const { sample } = sampleOf(PERSONS, 500);
  expect(sample.length).toBeGreaterThan(400);
  expect(sample.length).toBeLessThan(600);
  expect(ids(sampleOf([...PERSONS].reverse(), 500).sample)).toEqual(ids(sample));
});

test('all persons when more are wanted than there are', () => {
  expect(sampleOf(PERSONS, 10_000).sample).toHaveLength(3000);
});

test('numbers that follow each other are chosen independently', () => {
  const { sample } = sampleOf(PERSONS, 1500);
  const chosen = new Set(ids(sample));
  const both = PERSONS.filter(
    ({ personId }, i) => i > 0 && chosen.has(personId) && chosen.has(PERSONS[i - 1]!.personId),
  ).length;
  expect(both).toBeGreaterThan(650);
  expect(both).toBeLessThan(850);
});

test('persons know how many share their accent-free name', () => {
  const { sample, counts } = sampleOf(PERSONS, 100);
  for (const { name, nameCount } of sample) expect(nameCount).toBe(name.folded[0] === 'nguyen' ? 2000 : 1000);
  expect(counts).toEqual([2000, 0]);
});
