import fc from 'fast-check';
import { WorklistSpill } from '../../src/run/worklist-spill.js';
import { listing, useTempFolder } from '../cli/program.js';

const temp = useTempFolder();

interface Item {
  readonly list: number;
  readonly rank: number;
  readonly same: number;
  readonly text: string;
}

function spilled(folder: string, items: readonly Item[]) {
  const spill = new WorklistSpill(folder, 'x');
  for (const { same, ...item } of items) {
    spill.add({ ...item, same: Buffer.alloc(8, same), lines: 1, kinds: 2 ** same });
  }
  const back: { list: number; rank: number; texts: string[] }[] = [];
  for (const { list, runs, text } of spill.lists()) {
    for (const { rank, positions } of runs) back.push({ list, rank, texts: positions.map(text) });
  }
  return back;
}

describe('items spread over lists', () => {
  test('come back by rank, those that belong together at the place of the first', () => {
    const items = [
      { list: 1, rank: 2, same: 1, text: 'a' },
      { list: 0, rank: 0, same: 9, text: 'b' },
      { list: 1, rank: 0.5, same: 2, text: 'c' },
      { list: 1, rank: 0.5, same: 1, text: 'd' },
      { list: 1, rank: 0.5, same: 2, text: 'e' },
      { list: 129, rank: 0, same: 9, text: 'f' },
    ];
    expect(spilled(temp(), items)).toEqual([
      { list: 0, rank: 0, texts: ['b'] },
      { list: 1, rank: 0.5, texts: ['c', 'e'] },
      { list: 1, rank: 0.5, texts: ['d'] },
      { list: 1, rank: 2, texts: ['a'] },
      { list: 129, rank: 0, texts: ['f'] },
    ]);
  });

  test('none is lost, none is in another list, ranks never fall, no file is left', () => {
    const item = fc.record({
      list: fc.nat(300),
      rank: fc.nat(3),
      same: fc.nat(3),
      text: fc.string({ maxLength: 2000 }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 400 }), (items) => {
        const back = spilled(temp(), items);
        for (const list of new Set(items.map((one) => one.list))) {
          const own = back.filter((run) => run.list === list);
          const wanted = items.filter((one) => one.list === list).map(({ text }) => text);
          expect(own.flatMap(({ texts }) => texts).sort()).toEqual(wanted.sort());
          const ranks = own.map(({ rank }) => rank);
          expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        }
        expect(back.flatMap(({ texts }) => texts)).toHaveLength(items.length);
        expect(listing(temp())).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('more than fits the memory of a partition', () => {
    const text = 'Nguyễn Văn An'.repeat(100);
    const items = Array.from({ length: 2000 }, (_, i) => ({
      list: 5,
      rank: 0,
      same: i % 2,
      text: `${i} ${text}`,
    }));
    const back = spilled(temp(), items);
    expect(back.map(({ texts }) => texts.length)).toEqual([1000, 1000]);
    expect(back[1]!.texts[999]).toBe(`1999 ${text}`);
  });
});
