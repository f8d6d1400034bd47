import { checkMutated } from '../../scripts/inputs/check-mutated.js';
import { useSampleRegistry } from './registry-of-six.js';

const { path, tools } = useSampleRegistry();

// `npm run input-fault-test -- --files 10000` reads more of them.
test('a thousand files of all forms with random faults: no crash, no hang, no row unaccounted for', async () => {
  const totals = await checkMutated(1, 1001, path('mutated'), tools());
  expect(totals.broken).toEqual([]);
  expect(totals.files).toBe(1000);
  // The faults are worth something: files of every end, rows of every outcome.
  expect(totals.ends.get('read')).toBeGreaterThan(300);
  expect(totals.ends.size).toBeGreaterThan(6);
  expect([...totals.rows.keys()]).toEqual(
    expect.arrayContaining(['verified exact', 'rejected broken_quotes', 'rejected wrong_field_count']),
  );
});
