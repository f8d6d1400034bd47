import { SharedNumbers } from '../../../src/run/shared-numbers.js';

test('a number on rows of several names is found with its rows; the same person again is not', () => {
  const numbers = new SharedNumbers();
  for (let row = 2; row < 3000; row++) numbers.add(`id ${row % 1000}`, `name ${row % 1000}`, 'a.csv', row);
  expect(numbers.suspicions('shared_id', 2, 2)).toEqual([]);
  for (let row = 1; row <= 8; row++) numbers.add('one', `other ${row}`, 'b.csv', row);
  const [found, ...others] = numbers.suspicions('shared_id', 5, 3);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ rows: 8, first: ['b.csv:1', 'b.csv:2', 'b.csv:3', 'b.csv:4', 'b.csv:5'] });
  expect(found!.names).toBeGreaterThanOrEqual(3);
  expect(numbers.rowsShared()).toBe(8);
});

test('with more numbers than it keeps, it says so, and those on many rows are found all the same', () => {
  const numbers = new SharedNumbers(1000);
  for (let row = 1; row <= 20_000; row++) {
    numbers.add(`id ${row}`, `name ${row}`, 'a.csv', row);
    if (row % 100 === 0) numbers.add('one', `name ${row}`, 'a.csv', row);
  }
  expect(numbers.leftOut).toBe(true);
  const found = numbers.suspicions('shared_id', 5, 3);
  expect(found).toHaveLength(1);
  expect(found[0]!.rows).toBeLessThanOrEqual(200);
  expect(found[0]!.rows).toBeGreaterThan(150);
});
