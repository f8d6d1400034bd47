import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { Decision } from '../../../src/domain/decision.js';
import { OUTCOMES, type OutcomeName } from '../../../src/domain/outcome.js';
import { REASONS, type ReasonCode } from '../../../src/domain/reasons.js';
import { summarize } from '../../../src/report/summarize.js';
import { CellTally } from '../../../src/run/cell-tally.js';
import { checkConservation } from '../../../src/run/conservation.js';
import { PersonCounter, type RankedCell } from '../../../src/run/person-counter.js';
import { personKey } from '../../../src/run/person-key.js';
import type { SinkTotals } from '../../../src/run/sink.js';
import { recordOf } from '../../match/people.js';
import { inTempFolder } from '../../registry/temp-folder.js';
import { EVERYBODY_COMPARED, facts, HAND_CELLS } from '../../report/sample.js';

const RIGHT = {
  province: '79',
  outcome: 'verified',
  reason: 'exact',
  officialClass: 'right',
  wrongField: 'none',
} as const;

describe('cells', () => {
  test('rows and doses of one cell add up; cells are numbered in the order of their first row', () => {
    const tally = new CellTally();
    expect(tally.add(RIGHT, 2)).toBe(0);
    expect(tally.add({ ...RIGHT, province: '01' }, 1)).toBe(1);
    expect(tally.add(RIGHT, 3)).toBe(0);
    expect(tally.add({ ...RIGHT, province: '01' }, 10, 4)).toBe(1);
    expect(tally.cells()).toEqual([
      { ...RIGHT, rows: 2, doses: 5 },
      { ...RIGHT, province: '01', rows: 5, doses: 11 },
    ]);
  });

  test('every part of its name makes another cell', () => {
    const tally = new CellTally();
    tally.add(RIGHT, 1);
    tally.add({ ...RIGHT, province: '' }, 1);
    tally.add({ ...RIGHT, reason: 'corrected' }, 1);
    tally.add({ ...RIGHT, officialClass: 'wrong' }, 1);
    tally.add({ ...RIGHT, officialClass: 'wrong', wrongField: 'name' }, 1);
    expect(tally.cells()).toHaveLength(5);
  });
});

const REASON_CELLS: readonly RankedCell[] = (Object.keys(REASONS) as ReasonCode[]).map((reason) => ({
  reason,
  outcome: REASONS[reason].outcome,
}));

/** The plain way: the least settled cell of each person, the first of equals. */
function plainly(rows: readonly (readonly [number, number])[], cells: readonly RankedCell[]): number[] {
  const order: readonly OutcomeName[] = ['verified', 'needs_review', 'mismatch', 'rejected'];
  const rank = ({ outcome, reason }: RankedCell) => order.indexOf(outcome) * 2 + (reason === 'exact' ? 0 : 1);
  const cellOf = new Map<number, number>();
  for (const [person, cell] of rows) {
    const known = cellOf.get(person);
    const wins =
      known === undefined ||
      rank(cells[cell]!) > rank(cells[known]!) ||
      (rank(cells[cell]!) === rank(cells[known]!) && cell < known);
    if (wins) cellOf.set(person, cell);
  }
  const counts = cells.map(() => 0);
  for (const cell of cellOf.values()) counts[cell]!++;
  return counts;
}

describe('persons', () => {
  const row = fc.tuple(
    fc.oneof(fc.nat(30), fc.maxSafeInteger().map(Math.abs)),
    fc.nat(REASON_CELLS.length - 1),
  );

  test('each person counts once, in the least settled cell, in any order of the rows', () => {
    inTempFolder((folder) => {
      fc.assert(
        fc.property(fc.array(row, { maxLength: 100 }), (rows) => {
          for (const order of [rows, [...rows].reverse()]) {
            const counter = new PersonCounter(folder);
            for (const [person, cell] of order) counter.add(person, cell);
            expect(counter.count(REASON_CELLS)).toEqual(plainly(rows, REASON_CELLS));
            counter.close();
          }
        }),
        { numRuns: 50 },
      );
    });
  });

  test('counts what was spilled to disk, and removes its files', () => {
    inTempFolder((folder) => {
      const rows = Array.from({ length: 20_000 }, (_, i) => {
        // Keys of one partition, so that it spills several times.
        return [((i * 7919) % 6_000) * 64, (i * 31) % REASON_CELLS.length] as const;
      });
      const counter = new PersonCounter(folder);
      for (const [person, cell] of rows) counter.add(person, cell);
      expect(readdirSync(folder)).toHaveLength(1);
      const counts = counter.count(REASON_CELLS);
      expect(counts).toEqual(plainly(rows, REASON_CELLS));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6_000);
      counter.close();
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

describe('who counts as one person', () => {
  const verified = (personId: string): Decision => ({
    kind: 'verified',
    reason: 'exact',
    personId,
    probability: 1,
    margin: null,
    verifiedUpTo: 1,
    corrections: {},
  });
  const mismatch: Decision = { kind: 'mismatch', reason: 'nobody_found', probability: null };
  const rejected: Decision = { kind: 'rejected', reason: 'empty_row' };
  const LAN = { name: 'Trần Thị Lan', born: '12/03/1985', sex: 'Nữ', id: '079185001234' };
  const sent = (texts: Parameters<typeof recordOf>[0]) => recordOf(texts).identity;

  test('verified rows: the registry’s person, however each row was written', () => {
    const a = personKey('79', verified('079185001234'), sent(LAN), 'a.csv', 2);
    const b = personKey('79', verified('079185001234'), sent({ name: 'TRAN LAN' }), 'b.csv', 9);
    expect(a).toBe(b);
    expect(personKey('79', verified('079185001235'), sent(LAN), 'a.csv', 2)).not.toBe(a);
  });

  test('other rows: what was sent, after normalisation', () => {
    const a = personKey('79', mismatch, sent(LAN), 'a.csv', 2);
    const same = { ...LAN, name: 'TRẦN THỊ LAN', born: '1985-03-12', id: '79185001234' };
    expect(personKey('79', mismatch, sent(same), 'b.csv', 7)).toBe(a);
  });

  test.each([
    ['name', { name: 'Trần Thị Liên' }],
    ['birth date', { born: '13/03/1985' }],
    ['sex', { sex: 'Nam' }],
    ['ID', { id: '079185001235' }],
    ['ID missing', { id: '' }],
  ])('another %s is another person', (_, change) => {
    const a = personKey('79', mismatch, sent(LAN), 'a.csv', 2);
    expect(personKey('79', mismatch, sent({ ...LAN, ...change }), 'a.csv', 2)).not.toBe(a);
  });

  test('rejected rows count each by itself, and provinces apart', () => {
    const a = personKey('79', rejected, null, 'a.csv', 2);
    expect(personKey('79', rejected, null, 'a.csv', 3)).not.toBe(a);
    expect(personKey('79', rejected, null, 'b.csv', 2)).not.toBe(a);
    expect(personKey('01', rejected, null, 'a.csv', 2)).not.toBe(a);
  });

  test('keys are whole numbers below 2^53, and different for 50,000 rows', () => {
    const keys = new Set<number>();
    for (let record = 0; record < 50_000; record++) {
      const key = personKey('79', rejected, null, 'a.csv', record);
      if (!Number.isSafeInteger(key) || key < 0) throw new Error(`no key: ${key}`);
      keys.add(key);
    }
    expect(keys.size).toBe(50_000);
  });
});

describe('conservation', () => {
  const outcomeRows = Object.fromEntries(
    OUTCOMES.map((outcome) => [
      outcome,
      HAND_CELLS.filter((cell) => cell.outcome === outcome).reduce((sum, { rows }) => sum + rows, 0),
    ]),
  ) as Record<OutcomeName, number>;
  const totals: SinkTotals = {
    cells: HAND_CELLS,
    files: [],
    rowsByInput: [20],
    undecodedByInput: [0],
    outcomeRows,
    rowsOtherProvinces: 0,
    rowsOverLimit: 0,
    decoys: [],
    verifiedAt: [0, 0, 0, 0, 0],
    notCompared: EVERYBODY_COMPARED,
  };

  test('rows in = rows out + rows left out on purpose', () => {
    expect(() => checkConservation(facts(), totals, summarize(HAND_CELLS))).not.toThrow();
    const [input] = facts().inputs;
    const more = facts({ inputs: [{ ...input!, rows: 27 }], rowsOtherProvinces: 4, rowsOverLimit: 3 });
    const leftOut = { ...totals, rowsOtherProvinces: 4, rowsOverLimit: 3 };
    expect(() => checkConservation(more, leftOut, summarize(HAND_CELLS))).not.toThrow();
  });

  test('a row too few or too many is a fault that tells the figures', () => {
    for (const change of [-1, 1]) {
      const wrong = { ...totals, outcomeRows: { ...outcomeRows, verified: outcomeRows.verified + change } };
      expect(() => checkConservation(facts(), wrong, summarize(HAND_CELLS))).toThrow(
        `conservation: 20 rows in, ${20 + change} out, 0 left out`,
      );
    }
  });

  test('persons not compared by reason and by rule are the same persons', () => {
    const byRule = [
      { rule: 'name_commune', reason: 'other_value', records: 2, persons: 500 },
      { rule: 'name_birth_year', reason: 'other_value', records: 3, persons: 700 },
    ] as const;
    const none = EVERYBODY_COMPARED.byReason;
    const counts = (persons: number) => ({
      records: 4,
      recordsNotFollowed: 0,
      byReason: { ...none, other_value: { records: 4, persons } },
      byRule,
    });
    const check = (persons: number) =>
      checkConservation(facts(), { ...totals, notCompared: counts(persons) }, summarize(HAND_CELLS));
    expect(() => check(1200)).not.toThrow();
    expect(() => check(1199)).toThrow('conservation: not compared (other_value): 1199 persons, 1200 by rule');
  });

  test('tables that do not add up to the files are a fault', () => {
    expect(() => checkConservation(facts(), totals, summarize(HAND_CELLS.slice(1)))).toThrow(
      'conservation: ',
    );
  });
});
