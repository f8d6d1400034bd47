import { inParts } from '../../../src/run/signals.js';

/** Work of three parts that says what became of it. */
function* work(log: string[]): Generator<undefined, string> {
  try {
    for (const part of ['a', 'b', 'c']) {
      log.push(part);
      yield;
    }
    return 'done';
  } finally {
    log.push('closed');
  }
}

test('work in parts runs to its end', async () => {
  const log: string[] = [];
  expect(await inParts(work(log), new AbortController().signal)).toBe('done');
  expect(log).toEqual(['a', 'b', 'c', 'closed']);
});

test('work that is stopped between its parts closes what it opened', async () => {
  const log: string[] = [];
  const stop = new AbortController();
  setImmediate(() => stop.abort());
  await expect(inParts(work(log), stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(log).toEqual(['a', 'closed']);
});
