import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../../../src/domain/exit-codes.js';
import { createProgress, formatDuration } from '../../../src/run/progress.js';
import { Truth } from '../../../src/run/truth.js';

describe('progress', () => {
  function screenOf(isTTY: boolean) {
    const texts: string[] = [];
    let time = 0;
    const progress = createProgress({ isTTY, write: (text) => texts.push(text) }, 1000, () => time);
    return { texts, progress, at: (ms: number) => (time = ms) };
  }

  test('shows nothing where there is no terminal', () => {
    const { texts, progress, at } = screenOf(false);
    at(5000);
    progress.update(500, 10);
    progress.end();
    expect(texts).toEqual([]);
  });

  test('shows share, rows, speed and time left, and clears its line', () => {
    const { texts, progress, at } = screenOf(true);
    at(10_000);
    progress.update(250, 1_234_567);
    progress.end();
    expect(texts[0]).toContain('25 %  1,234,567 rows  123,457 rows/s  30 s left');
    expect(texts[1]).toBe('\r\u001b[K');
  });

  test('shows no more than ten times a second', () => {
    const { texts, progress, at } = screenOf(true);
    for (let ms = 0; ms <= 1000; ms += 10) {
      at(ms);
      progress.update(ms, ms);
    }
    expect(texts).toHaveLength(10);
  });

  test('never shows more than all, nor a time before anything is done', () => {
    const { texts, progress, at } = screenOf(true);
    at(1000);
    progress.update(0, 0);
    at(2000);
    progress.update(1200, 5);
    expect(texts[0]).toContain('? left');
    expect(texts[1]).toContain('100 %');
    expect(texts[1]).toContain('0 s left');
  });

  test.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [59.6, '1 min 0 s'],
    [200, '3 min 20 s'],
    [3599.7, '1 h 00 min'],
    [7500, '2 h 05 min'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('truth', () => {
  const HEADER = 'source_file,source_row,person_id,in_registry,errors';

  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'doisoat-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function read(content: string): Promise<Truth> {
    const path = join(folder, 'truth.csv');
    writeFileSync(path, content);
    return Truth.read(path);
  }

  test('is found by file and row', async () => {
    const truth = await read(
      `${HEADER}\na.csv,2,001085000001,1,none\na.csv,4,079185001234,0,no_accents;one_digit\nb.csv,2,066200000001,1,\n`,
    );
    expect(truth.find('a.csv', 2)).toEqual({ personId: '001085000001', inRegistry: true, errors: [] });
    expect(truth.find('a.csv', 4)).toEqual({
      personId: '079185001234',
      inRegistry: false,
      errors: ['no_accents', 'one_digit'],
    });
    expect(truth.find('b.csv', 2)).toEqual({ personId: '066200000001', inRegistry: true, errors: [] });
    expect(truth.find('a.csv', 3)).toBeNull();
    expect(truth.find('c.csv', 2)).toBeNull();
  });

  test('columns stand in any order, with others beside them and a byte order mark in front', async () => {
    const truth = await read(
      '\ufefferrors,note,in_registry,person_id,source_row,source_file\nnone,x,1,001085000001,7,a.csv\n',
    );
    expect(truth.find('a.csv', 7)).toMatchObject({ personId: '001085000001' });
  });

  test('with a column missing it is refused, and the column named', async () => {
    await expect(read('source_file,source_row,person_id,errors\n')).rejects.toMatchObject({
      detail: {
        code: 'truth_columns',
        exitCode: EXIT.inputUnusable,
        what: expect.stringContaining('in_registry'),
      },
    });
  });

  test.each([
    ['missing', 'missing.csv', 'input_missing'],
    ['a folder', '.', 'input_is_directory'],
  ])('a file that cannot be read: %s', async (_, name, code) => {
    await expect(Truth.read(join(folder, name))).rejects.toMatchObject({
      detail: { code, exitCode: EXIT.inputUnusable },
    });
  });
});
