import fc from 'fast-check';
import { RowIndex, type SnapshotRow } from '../../src/registry/row-index.js';

/** Rows of some files, of which some were left out. */
const rows: fc.Arbitrary<SnapshotRow[]> = fc
  .array(fc.array(fc.boolean(), { maxLength: 30 }), { maxLength: 4 })
  .map((files) =>
    files.flatMap((kept, file) => kept.flatMap((isKept, i) => (isKept ? [{ file, record: i + 2 }] : []))),
  );

test('leads every number back to its row', () => {
  fc.assert(
    fc.property(rows, (added) => {
      const index = new RowIndex();
      added.forEach((row, i) => {
        index.add(i + 1, row);
      });
      expect(added.map((_, i) => index.find(i + 1))).toEqual(added);
      expect(() => index.find(0)).toThrow('no row has this number');
      expect(() => index.find(added.length + 1)).toThrow('no row has this number');
    }),
  );
});
