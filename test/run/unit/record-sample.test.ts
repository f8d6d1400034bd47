import fc from 'fast-check';
import { RecordSample, type SampledRecord } from '../../../src/run/record-sample.js';

const record = (text: string): SampledRecord => ({ text, sexCoding: 'words', birthDateOrder: 'day-first' });

function sampleOf(texts: readonly string[], size: number): string[] {
  const sample = new RecordSample(size);
  for (const text of texts) sample.add(record(text));
  return sample.records().map(({ text }) => text);
}

test('the order and repetition of records do not matter', () => {
  const texts = fc.uniqueArray(fc.string({ maxLength: 5 }), { maxLength: 60 });
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 30 }),
      fc.func(fc.double({ noNaN: true })),
      (all, size, order) => {
        const shuffled = [...all, ...all].sort((a, b) => order(a) - order(b));
        expect(sampleOf(shuffled, size)).toEqual(sampleOf(all, size));
      },
    ),
  );
});

test('of fewer records than wanted all are there, each once', () => {
  expect(sampleOf(['a', 'b', 'a', 'c'], 10).sort()).toEqual(['a', 'b', 'c']);
});

test('a smaller sample is the first part of a larger one', () => {
  const texts = Array.from({ length: 5000 }, (_, i) => `record ${i}`);
  expect(sampleOf(texts, 100)).toEqual(sampleOf(texts, 1000).slice(0, 100));
});

test('every record has about the same chance', () => {
  const texts = Array.from({ length: 20_000 }, (_, i) => `record ${i}`);
  const even = sampleOf(texts, 4000).filter((text) => Number(text.slice(7)) % 2 === 0);
  expect(even.length).toBeGreaterThan(1850);
  expect(even.length).toBeLessThan(2150);
});

test('the same text in files that code sex in another way is another record', () => {
  const sample = new RecordSample(10);
  sample.add(record('An|1'));
  sample.add({ ...record('An|1'), sexCoding: 'platform' });
  expect(sample.records()).toHaveLength(2);
});
