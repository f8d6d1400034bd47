import fc from 'fast-check';
import {
  KEY_SPACE,
  MOST_NARROWINGS,
  NARROWING_FIELDS,
  type NarrowingField,
  ruleOfKey,
  SPACES_A_LEVEL,
  spaceOfKey,
} from '../../src/domain/blocking-plan.js';
import type { PartialDate, Person, RecordIdentity } from '../../src/domain/identity.js';
import {
  appendBlockingKeys,
  BLOCKING_RULES,
  BLOCKING_STEPS,
  type BlockingRule,
  nameCountKey,
  narrowingValues,
  personFacts,
  recordFacts,
  unorderedName,
} from '../../src/match/blocking.js';
import { hashText, narrowKey } from '../../src/match/hash.js';
import { normalizeName } from '../../src/normalize/name.js';
import { BEN_NGHE, type PersonTexts, PHUC_XA, personOf, type RecordTexts, recordOf } from './people.js';

function keysOfPerson(person: Person, steps: readonly BlockingRule['step'][] = BLOCKING_STEPS): number[] {
  const keys: number[] = [];
  appendBlockingKeys(personFacts(person), steps, keys);
  return keys;
}

function keysOfRecord(
  identity: RecordIdentity,
  steps: readonly BlockingRule['step'][] = BLOCKING_STEPS,
): number[] {
  const keys: number[] = [];
  appendBlockingKeys(recordFacts(identity), steps, keys);
  return keys;
}

/** Names of the rules by which a record finds a person. */
function rulesBetween(record: RecordTexts, person: PersonTexts): string[] {
  const persons = new Set(keysOfPerson(personOf(person)));
  const shared = keysOfRecord(recordOf(record).identity).filter((key) => persons.has(key));
  return [...new Set(shared.map((key) => BLOCKING_RULES[ruleOfKey(key)]!.name))];
}

const LAN: PersonTexts = {
  id: '079185001234',
  cmnd: '023456789',
  name: 'Trần Thị Lan',
  born: '1985-03-12',
  sex: 'female',
  home: BEN_NGHE,
};

/** rule, the record, a blocking rule that must find the person */
const FOUND: readonly (readonly [string, RecordTexts, string])[] = [
  ['the ID alone', { id: '079185001234' }, 'personal_id'],
  ['the ID with a lost zero', { id: '79185001234' }, 'personal_id'],
  ['the old card alone', { id: '023456789' }, 'cmnd'],
  [
    'name without accents and birth date',
    { name: 'TRAN THI LAN', born: '12/03/1985' },
    'surname_given_birth_date',
  ],
  ['middle name dropped', { name: 'Trần Lan', born: '12/03/1985' }, 'surname_given_birth_date'],
  ['given name first', { name: 'Lan Trần Thị', born: '1985' }, 'name_birth_year'],
  ['day and month exchanged', { name: 'Trần Thị Lan', born: '03/12/1985' }, 'surname_given_birth_date'],
  ['year only', { name: 'Trần Thị Lan', born: '1985' }, 'name_birth_year'],
  ['01/01 in place of the day', { name: 'Trần Thị Lan', born: '01/01/1985' }, 'name_birth_year'],
  [
    'a word misspelt and the year alone, the same commune',
    { name: 'Trâm Thị Lan', born: '1985', home: BEN_NGHE },
    'given_birth_year_commune',
  ],
  ['no birth date, the same commune', { name: 'Trần Thị Lan', home: BEN_NGHE }, 'name_commune'],
  [
    'surname misspelt, the same district',
    { name: 'Trân Thi Lam', born: '12/03/1985', home: BEN_NGHE },
    'birth_date_district',
  ],
  [
    'surname missing, the same province',
    { name: 'Lan', born: '12/03/1985', home: { province: 79, district: 0, commune: 0 } },
    'given_birth_date_province',
  ],
];

test.each(FOUND)('%s leads to the person', (_, record, rule) => {
  expect(rulesBetween(record, LAN)).toContain(rule);
});

/** rule, a record that shares too little with the person */
const NOT_FOUND: readonly (readonly [string, RecordTexts])[] = [
  ['a name alone', { name: 'Trần Thị Lan' }],
  ['a birth date alone', { born: '12/03/1985' }],
  ['a given name and a birth year', { name: 'Lan', born: '1985' }],
  ['another person', { id: '001090054321', name: 'Phạm Quốc Tuấn', born: '15/07/1990', home: PHUC_XA }],
  ['nothing', {}],
];

test.each(NOT_FOUND)('%s does not lead to the person', (_, record) => {
  expect(rulesBetween(record, LAN)).toEqual([]);
});

test('each step has the keys of its own rules: the cross-check the numbers alone', () => {
  const rulesOf = (step: BlockingRule['step']) => [
    ...new Set(keysOfPerson(personOf(LAN), [step]).map((key) => BLOCKING_RULES[ruleOfKey(key)]!.name)),
  ];
  expect(rulesOf('cross-check')).toEqual(['personal_id', 'cmnd']);
  for (const step of BLOCKING_STEPS) {
    expect(rulesOf(step)).toEqual(
      BLOCKING_RULES.filter((rule) => rule.step === step).map(({ name }) => name),
    );
  }
});

test('rivals are found by name and commune, name and birth date, or birth date and district', () => {
  const lan = { ...LAN, id: '079185005678', cmnd: '' };
  const meets = (person: PersonTexts) => {
    const persons = new Set(keysOfPerson(personOf(person), ['rivals']));
    return keysOfPerson(personOf(lan), ['rivals']).some((key) => persons.has(key));
  };
  expect(meets({ ...LAN, name: 'Trần Thị Hoa' })).toBe(true);
  expect(meets({ ...LAN, born: '1962-01-30' })).toBe(true);
  expect(meets({ ...LAN, home: PHUC_XA })).toBe(true);
  expect(meets({ ...LAN, name: 'Trần Thị Hoa', born: '1962-01-30' })).toBe(false);
});

test('an old card never meets a personal ID of the same digits', () => {
  expect(rulesBetween({ id: '023456789' }, { ...LAN, id: '000023456789', cmnd: '' })).toEqual([]);
});

test('the order of the words does not change the name’s key', () => {
  expect(unorderedName(normalizeName('Lan Trần Thị'))).toBe(unorderedName(normalizeName('Trần Thị Lan')));
  expect(nameCountKey(normalizeName('LAN TRAN THI'))).toBe(nameCountKey(normalizeName('Trần Thị Lan')));
});

/** Registries hold hashes: whoever changes one raises SCHEMA_VERSION. */
test('hashes do not change from one version to the next', () => {
  expect([hashText(''), hashText('lan thi tran|1985'), hashText('nguyen an|19850312')]).toEqual([
    756_219_074_008, 2_116_531_364_581, 1_306_091_997_432,
  ]);
});

const two = (part: number) => String(part).padStart(2, '0');
const words = fc.array(fc.constantFrom('Nguyễn', 'Trần', 'Thị', 'Văn', 'Lan', 'Đính', 'Hoà', 'Y', "H'Hen"), {
  minLength: 1,
  maxLength: 5,
});
const fullDates = fc.record({
  year: fc.integer({ min: 1920, max: 2020 }).filter((year) => year !== 1905 && year !== 1911),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const anyDate: fc.Arbitrary<PartialDate> = fc.oneof(
  fullDates,
  fullDates.map(({ year }) => ({ year, month: 0, day: 0 })),
  fullDates.map(({ year, month }) => ({ year, month, day: 0 })),
  fc.constant({ year: 0, month: 0, day: 0 }),
);
const places = fc.constantFrom(BEN_NGHE, PHUC_XA, { province: 0, district: 0, commune: 0 });
const persons = fc
  .record({
    id: fc.integer({ min: 1_000_000_000, max: 96_399_999_999 }).map((n) => String(n).padStart(12, '0')),
    cmnd: fc.option(
      fc.integer({ min: 1, max: 999_999_999 }).map((n) => String(n).padStart(9, '0')),
      { nil: '' },
    ),
    words,
    birthDate: anyDate,
    home: places,
  })
  .map(({ id, cmnd, words, birthDate, home }) => ({
    ...personOf({ id, cmnd, name: words.join(' '), born: '', home }),
    birthDate,
  }));

function bornText({ year, month, day }: PartialDate): string {
  if (year === 0) return '';
  if (month === 0) return String(year);
  return day === 0 ? `${two(month)}/${year}` : `${two(day)}/${two(month)}/${year}`;
}

function sharesKey(identity: RecordIdentity, person: Person): boolean {
  const keys = new Set(keysOfPerson(person));
  return keysOfRecord(identity).some((key) => keys.has(key));
}

test('a record of a person’s own data shares a key with the person', () => {
  fc.assert(
    fc.property(persons, (person) => {
      const { name, personId: id } = person;
      const { identity } = recordOf({
        id,
        name: name.display,
        born: bornText(person.birthDate),
        home: person.residence,
      });
      expect(sharesKey(identity, person)).toBe(true);
    }),
  );
});

test('without a number, two words and a year are enough to be found, with accents or without', () => {
  fc.assert(
    fc.property(persons, fc.boolean(), (person, accents) => {
      fc.pre(person.name.tokens.length > 1 && person.birthDate.year > 0);
      const name = accents ? person.name.display : person.name.folded.join(' ');
      fc.pre(normalizeName(name).folded.join(' ') === person.name.folded.join(' '));
      expect(sharesKey(recordOf({ name, born: bornText(person.birthDate) }).identity, person)).toBe(true);
    }),
  );
});

const fields = fc.constantFrom(...NARROWING_FIELDS);

test('a crowded key of a person, narrowed again and again, is reached by a record of the same data', () => {
  fc.assert(
    fc.property(
      persons,
      fc.array(fields, { minLength: 1, maxLength: MOST_NARROWINGS }),
      (person, narrowings) => {
        const { identity } = recordOf({
          id: person.personId,
          name: person.name.display,
          born: bornText(person.birthDate),
          home: person.residence,
        });
        const asked = recordFacts(identity);
        const filed = personFacts(person);
        const shared = keysOfRecord(identity).filter((key) => keysOfPerson(person).includes(key));
        for (const key of shared) {
          let filedUnder = key;
          let followed = [key];
          for (const field of narrowings) {
            filedUnder = narrowKey(filedUnder, narrowingValues(filed, field)[0] ?? 0);
            const values = [...narrowingValues(asked, field), 0];
            followed = followed.flatMap((one) => values.map((value) => narrowKey(one, value)));
          }
          expect(followed).toContain(filedUnder);
        }
      },
    ),
  );
});

test('a narrowed key lies one level deeper in the space of its rule', () => {
  fc.assert(
    fc.property(persons, fc.nat(65_535), (person, value) => {
      for (const key of keysOfPerson(person)) {
        const once = narrowKey(key, value);
        expect(spaceOfKey(once)).toBe(spaceOfKey(key) + SPACES_A_LEVEL);
        expect(spaceOfKey(narrowKey(once, value))).toBe(spaceOfKey(key) + 2 * SPACES_A_LEVEL);
        expect(ruleOfKey(once)).toBe(ruleOfKey(key));
        expect(Number.isSafeInteger(once)).toBe(true);
      }
    }),
  );
});

test('narrowed keys of 300,000 pairs of a key and a value are different', () => {
  const narrowed = new Set<number>();
  for (let i = 0; i < 3000; i++) {
    const key = hashText(`lan nguyen thi|${i}`);
    for (let value = 0; value < 100; value++) narrowed.add(narrowKey(key, value));
  }
  for (let value = 0; value < 65_536; value++) narrowed.add(narrowKey(79_185_001_234, value));
  expect(narrowed.size).toBe(365_536);
});

/** Registries hold narrowed keys: whoever changes one raises SCHEMA_VERSION. */
test('narrowed keys do not change from one version to the next', () => {
  expect([narrowKey(0, 0), narrowKey(2 ** 41 + 12_345, 79), narrowKey(3 * 2 ** 41 - 1, 760)]).toEqual([
    36_782_552_415_958, 37_606_251_077_730, 39_967_150_717_145,
  ]);
});

test('a person has one value of a narrowing field, a record one for each reading, nobody an unknown one', () => {
  const { identity } = recordOf({ name: 'Trần Thị Lan', born: '12/03/85', home: BEN_NGHE });
  const values = (field: NarrowingField) => narrowingValues(recordFacts(identity), field);
  expect([values('province'), values('district'), values('commune')]).toEqual([[79], [760], [26_740]]);
  expect(values('birth_year')).toContain(1985);
  const nothing = recordFacts(recordOf({ name: 'Trần Thị Lan' }).identity);
  expect(NARROWING_FIELDS.map((field) => narrowingValues(nothing, field))).toEqual([[], [], [], [], []]);
});

test('keys are whole numbers below 2^45 and carry their rule', () => {
  fc.assert(
    fc.property(persons, (person) => {
      for (const key of keysOfPerson(person)) {
        expect(Number.isInteger(key) && key >= 0 && key < 2 ** 45).toBe(true);
        expect(ruleOfKey(key)).toBeLessThan(BLOCKING_RULES.length);
      }
      const texts = personFacts(person);
      const keys = BLOCKING_RULES.map((rule) => rule.keys(texts).length);
      expect(keysOfPerson(person)).toHaveLength(keys.reduce((sum, count) => sum + count, 0));
    }),
  );
});

test('a hash is below its space, and 100,000 names with birth dates have different ones', () => {
  const hashes = new Set<number>();
  for (let i = 0; i < 100_000; i++) {
    const hash = hashText(`an nguyen van|${19_000_101 + i}`);
    if (hash >= 0 && hash < KEY_SPACE) hashes.add(hash);
  }
  expect(hashes.size).toBe(100_000);
});
