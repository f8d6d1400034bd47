import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { MOST_PERSONS, SortedSpill } from '../../src/registry/sorted-spill.js';
import { inTempFolder } from './temp-folder.js';

type Pair = readonly [key: number, person: number];

const RULE_SPACE = 2 ** 41;

function visitedPairs(spill: SortedSpill, rule: number): Pair[] {
  const visited: Pair[] = [];
  const steps = spill.pairs(rule, (key, person) => visited.push([key, person]));
  while (steps.next().done !== true);
  return visited;
}

/** The plain way: sort, drop equal pairs, take the rule's. */
function plainly(pairs: readonly Pair[], rule: number): Pair[] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return sorted.filter(
    ([key, person], i) =>
      Math.floor(key / RULE_SPACE) === rule && (key !== sorted[i - 1]?.[0] || person !== sorted[i - 1]?.[1]),
  );
}

function throughSpill(folder: string, pairs: readonly Pair[], rules: readonly number[]): Pair[][] {
  const spill = new SortedSpill(folder);
  for (const [key, person] of pairs) spill.add(key, person);
  const results = rules.map((rule) => visitedPairs(spill, rule));
  spill.close();
  return results;
}

const RULES = Array.from({ length: 64 }, (_, rule) => rule);
const pair = fc.tuple(
  fc.oneof(
    fc.nat(20),
    fc.maxSafeInteger().map((n) => Math.abs(n) % 2 ** 47),
    fc.constant(2 ** 47 - 1),
  ),
  fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: MOST_PERSONS - 1 })),
);

test('gives the pairs of each rule as a plain sort does', () => {
  inTempFolder((folder) => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 200 }), (pairs) => {
        expect(throughSpill(folder, pairs, RULES)).toEqual(RULES.map((rule) => plainly(pairs, rule)));
      }),
    );
  });
});

test('sorts what was spilled to disk several times, and removes its files', () => {
  inTempFolder((folder) => {
    const pairs: Pair[] = [];
    let random = 12_345;
    for (let i = 0; i < 60_000; i++) {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0;
      pairs.push([2 * RULE_SPACE + (random % 5_000) * 7, 1 + (random >>> 12)]);
    }
    const spill = new SortedSpill(folder);
    for (const [key, person] of pairs) spill.add(key, person);
    expect(readdirSync(folder)).toHaveLength(1);
    const visited = visitedPairs(spill, 2);
    // Compared as text: a deep comparison of so many pairs is slow.
    expect(JSON.stringify(visited) === JSON.stringify(plainly(pairs, 2))).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('close removes the files of an unfinished sort', () => {
  inTempFolder((folder) => {
    const spill = new SortedSpill(folder);
    for (let i = 0; i < 20_000; i++) spill.add(i, 1);
    expect(readdirSync(folder)).toHaveLength(1);
    spill.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});
