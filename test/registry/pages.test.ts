import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DamagedRegistry } from '../../src/registry/damaged-registry.js';
import { KeyPages, KeyPageWriter } from '../../src/registry/key-pages.js';
import { checksumOfWords, seedOfSection } from '../../src/registry/page-checksum.js';
import { FIRST_ENTRY, type SectionFacts } from '../../src/registry/page-format.js';
import { PageReader } from '../../src/registry/page-reader.js';
import { PageWriter } from '../../src/registry/page-writer.js';
import { inTempFolder } from './temp-folder.js';

const SEED = 12_345;

/** Writes a section behind `before` bytes of something else, and opens the file for reading. */
function withSection<T>(
  writer: (path: string) => PageWriter,
  before: number,
  use: (file: number, facts: SectionFacts) => T,
): T {
  return inTempFolder((folder) => {
    const pages = writer(join(folder, 'pages.bin'));
    const path = join(folder, 'registry.db');
    const into = openSync(path, 'a');
    writeSync(into, Buffer.alloc(before, 7));
    const facts = pages.finish(SEED);
    const steps = pages.appendTo(into, () => {});
    while (steps.next().done !== true);
    closeSync(into);
    pages.close();
    pages.close();
    expect(readdirSync(folder)).toEqual(['registry.db']);
    const file = openSync(path, 'r');
    try {
      return use(file, facts);
    } finally {
      closeSync(file);
    }
  });
}

interface Page {
  readonly first: number;
  readonly words: readonly number[];
}

function writePages(pages: readonly Page[]): (path: string) => PageWriter {
  return (path) => {
    const writer = new PageWriter(path);
    for (const { first, words } of pages) writer.add(first, words.length, Uint32Array.from(words));
    return writer;
  };
}

const word = fc.nat(2 ** 32 - 1);
const somePages = fc
  .array(
    fc.record({
      first: fc.oneof(fc.nat(40), fc.maxSafeInteger().map(Math.abs)),
      words: fc.oneof(fc.array(word, { maxLength: 9 }), fc.array(word, { minLength: 500, maxLength: 700 })),
    }),
    { maxLength: 70 },
  )
  .map((pages) => pages.sort((a, b) => a.first - b.first));

test('pages of any length come back as written, in any order', () => {
  const order = fc.array(fc.nat(10_000), { maxLength: 40 });
  fc.assert(
    fc.property(somePages, order, fc.nat(3), (pages, asked, before) => {
      withSection(writePages(pages), before * 4096, (file, facts) => {
        const reader = new PageReader(file, before * 4096, facts, SEED);
        expect(reader.pages).toBe(pages.length);
        for (const number of pages.length === 0 ? [] : asked) {
          const page = number % pages.length;
          reader.read(page);
          const { words } = pages[page]!;
          expect(reader.entries).toBe(words.length);
          expect([...reader.page.words.subarray(FIRST_ENTRY, FIRST_ENTRY + words.length)]).toEqual(words);
        }
      });
    }),
    { numRuns: 150 },
  );
});

test('the page below a key, and at it, is the one of a plain search', () => {
  fc.assert(
    fc.property(somePages, fc.nat(41), (pages, number) => {
      withSection(writePages(pages), 0, (file, facts) => {
        const reader = new PageReader(file, 0, facts, SEED);
        for (const key of [number, ...pages.flatMap(({ first }) => [first - 1, first, first + 1])]) {
          expect(reader.pageBelow(key, false)).toBe(pages.findLastIndex(({ first }) => first < key));
          expect(reader.pageBelow(key, true)).toBe(pages.findLastIndex(({ first }) => first <= key));
        }
      });
    }),
    { numRuns: 60 },
  );
});

test('pages longer than the buffers, between small ones', () => {
  const long = (words: number, from: number) => Array.from({ length: words }, (_, i) => (from + i * 7) >>> 0);
  const pages = [3, 2 ** 18 - 3, 2 ** 18 - 2, 2 ** 18 - 1, 2 ** 18 + 5, 1].map((words, i) => ({
    first: i,
    words: long(words, i),
  }));
  withSection(writePages(pages), 4096, (file, facts) => {
    const reader = new PageReader(file, 4096, facts, SEED);
    pages.forEach(({ words }, i) => {
      reader.read(i);
      const read = reader.page.words.subarray(FIRST_ENTRY, FIRST_ENTRY + words.length);
      // Compared as text: a deep comparison of so many words is slow.
      expect(read.join() === words.join()).toBe(true);
    });
  });
});

test.each<[string, Partial<SectionFacts>]>([
  ['more pages', { pages: 5 }],
  ['fewer pages', { pages: 3 }],
  ['more pages than the section has room for', { pages: 1_000_000 }],
  ['no whole number of pages', { pages: 3.5 }],
  ['fewer than no pages', { pages: -1 }],
  ['no number at all', { pages: null as unknown as number }],
  ['another length', { bytes: 8 }],
  ['another checksum', { directoryChecksum: 1 }],
])('facts of a section that say %s are refused', (_, wrong) => {
  const pages = [1, 2, 3, 4].map((first) => ({ first, words: [first, 5] }));
  withSection(writePages(pages), 0, (file, facts) => {
    expect(() => new PageReader(file, 0, { ...facts, ...wrong }, SEED)).toThrow(DamagedRegistry);
  });
});

describe('keys', () => {
  const SPACE = 2 ** 41;
  const key = fc.oneof(
    fc.nat(70).map((n) => SPACE + n),
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(15), fc.nat(3)).map(
      // At the borders of the partitions of a space.
      ([space, part, over]) => space * SPACE + part * 2 ** 37 + (over < 2 ? over : 2 ** 37 - over + 1),
    ),
    fc
      .tuple(fc.integer({ min: 1, max: 63 }), fc.maxSafeInteger())
      .map(([space, n]) => space * SPACE + (Math.abs(n) % SPACE)),
  );
  const person = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2 ** 27 - 1 }));
  const sizes = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 120, max: 300 }));

  test('each key gives its own persons, and a key beside it none', () => {
    const some = fc.uniqueArray(fc.tuple(key, person, sizes), { selector: ([one]) => one, maxLength: 60 });
    fc.assert(
      fc.property(some, (entries) => {
        const groups = new Map(
          entries
            .sort(([a], [b]) => a - b)
            .map(([one, first, size]) => [
              one,
              Array.from({ length: size }, (_, i) => first + i * 3).filter((number) => number < 2 ** 27),
            ]),
        );
        const write = (path: string) => {
          const writer = new KeyPageWriter(path);
          for (const [one, persons] of groups) writer.add(one, persons);
          writer.finish();
          return writer.pages;
        };
        withSection(write, 4096, (file, facts) => {
          const keys = new KeyPages(file, 4096, facts, SEED);
          for (const one of [
            0,
            SPACE,
            64 * SPACE - 1,
            ...[...groups.keys()].flatMap((k) => [k - 1, k, k + 1]),
          ]) {
            const numbers: number[] = [];
            keys.append(one, numbers);
            expect(numbers).toEqual(groups.get(one) ?? []);
          }
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('checksums', () => {
  const some = fc.array(word, { minLength: 2, maxLength: 40 });

  test('tell every change of one word', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.integer({ min: 1, max: 2 ** 32 - 1 }), (values, at, change) => {
        const words = Uint32Array.from(values);
        const before = checksumOfWords(words, 0, words.length, SEED);
        words[at % words.length]! ^= change;
        expect(checksumOfWords(words, 0, words.length, SEED)).not.toBe(before);
      }),
    );
  });

  test.each(Array.from({ length: 32 }, (_, bit) => bit))('tell bit %i of two words changed', (bit) => {
    const words = Uint32Array.from({ length: 64 }, (_, i) => Math.imul(i, 0x9e37_79b1));
    const before = checksumOfWords(words, 0, 64, SEED);
    for (let a = 0; a < 64; a++) {
      for (let b = a + 1; b < 64; b++) {
        const changed = words.slice();
        changed[a]! ^= 1 << bit;
        changed[b]! ^= 1 << bit;
        if (checksumOfWords(changed, 0, 64, SEED) === before) throw new Error(`words ${a} and ${b}`);
      }
    }
  });

  test('belong to one section of one registry', () => {
    const seeds = ['a', 'b', ''].flatMap((id) =>
      ['persons', 'keys'].map((section) => seedOfSection(id, section)),
    );
    expect(new Set(seeds).size).toBe(6);
  });
});
