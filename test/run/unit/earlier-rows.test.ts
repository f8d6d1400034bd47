import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { OUTCOMES } from '../../../src/domain/outcome.js';
import { cutChunks } from '../../../src/input/chunk-cutter.js';
import { fileSource } from '../../../src/input/input-source.js';
import { DEFAULT_MODEL } from '../../../src/match/model.js';
import { POLICIES } from '../../../src/match/policy.js';
import { unionColumns } from '../../../src/output/columns.js';
import { outcomeHeader } from '../../../src/output/files.js';
import { openLookup } from '../../../src/registry/lookup.js';
import { BLOCKING_PLAN } from '../../../src/run/blocking-plan.js';
import type { ChunkContext } from '../../../src/run/chunk-context.js';
import { EarlierRows } from '../../../src/run/earlier-rows.js';
import { openEarlier } from '../../../src/run/earlier-run.js';
import { parseIsoDate } from '../../../src/run/iso-date.js';
import { type ProbedInput, probeInput } from '../../../src/run/probe-input.js';
import { processChunk } from '../../../src/run/process-chunk.js';
import { ReadMemory } from '../../../src/run/read-memory.js';
import { openPlaces } from '../../../src/run/reference-data.js';
import type { RunIdentity } from '../../../src/run/run-identity.js';
import { outcomeFileName, Sink } from '../../../src/run/sink.js';
import type { ChunkResult, InputSetup } from '../../../src/run/worker-setup.js';
import { DEMO, doisoat } from '../../cli/program.js';

const folder = mkdtempSync(join(tmpdir(), 'doisoat-test-'));
const registry = join(folder, 'registry.db');
const CHUNK_BYTES = 6 * 1024;

beforeAll(() => {
  const snapshots = [join(DEMO, 'snapshot-1.csv'), join(DEMO, 'snapshot-2.csv')];
  expect(doisoat(['registry', 'build', '--snapshot', ...snapshots, '--db', registry]).code).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Works on a file as a run does, in small chunks. */
async function processed(context: ChunkContext, bytes: Buffer, most: number | null = null) {
  const results: ChunkResult[] = [];
  const { delimiter } = context.setup.inputs[0]!.layout;
  let left = most;
  for await (const chunk of cutChunks(once(bytes), { delimiter, chunkBytes: CHUNK_BYTES })) {
    const task = {
      input: 0,
      bytes: chunk.bytes,
      firstRecord: chunk.firstRecord,
      mostRows: left,
      spares: null,
    };
    const result = processChunk(context, task);
    if (left !== null) left -= Object.values(result.outcomeRows).reduce((sum, rows) => sum + rows, 0);
    results.push(result);
  }
  return results;
}

/** Everything that chunks came to, but how. */
function without(results: readonly ChunkResult[]): string[] {
  return results.map(
    ({ rowsReused: _, bytes: __, damagedFiles: ___, output, reuse, persons, decoys, ...counts }) => {
      const hash = createHash('sha256');
      for (const outcome of OUTCOMES) hash.update(output[outcome]);
      hash.update(reuse).update(new Uint8Array(persons.buffer)).update(new Uint8Array(decoys.numbers.buffer));
      return `${hash.digest('hex')} ${decoys.provinces} ${JSON.stringify(counts)}`;
    },
  );
}
const reused = (results: readonly ChunkResult[]) =>
  results.reduce((sum, result) => sum + result.rowsReused, 0);

interface World {
  readonly folder: string;
  readonly full: ChunkContext;
  readonly since: ChunkContext;
  readonly lines: readonly string[];
  readonly close: () => void;
}

/** A published run over a file, and what works on other files with it and without it. */
async function world(
  name: string,
  text: string,
  { provinces = null, file = 'doses.csv' }: { provinces?: readonly string[] | null; file?: string },
): Promise<World> {
  const own = join(folder, name);
  mkdirSync(own);
  const path = join(own, 'doses.csv');
  writeFileSync(path, text);
  const probed: ProbedInput = await probeInput(fileSource(path));
  const union = unionColumns([probed.layout.columns]);
  const lookup = openLookup(registry, BLOCKING_PLAN);
  const input: InputSetup = {
    name: 'doses.csv',
    layout: probed.layout,
    mapping: union.mappings[0]!,
    context: 'the same',
  };
  const setup = {
    registryPath: registry,
    inputs: [input],
    model: DEFAULT_MODEL,
    policy: POLICIES.standard,
    language: 'vi' as const,
    provinces,
    latest: parseIsoDate('2022-12-31'),
    adminUnits: '2022' as const,
    earlier: null,
  };
  const full: ChunkContext = {
    setup,
    registry: lookup,
    places: openPlaces('2022'),
    memory: new ReadMemory(),
    earlier: null,
  };
  const sink = new Sink({
    folder: own,
    personsFolder: folder,
    nameOf: outcomeFileName,
    headerOf: (outcome) => outcomeHeader(outcome, union.columns),
    inputs: 1,
  });
  for (const result of await processed(full, Buffer.from(text))) sink.write(result);
  const { files, reuse } = sink.close();
  rmSync(join(folder, 'persons.bin'));
  const identity = {
    toolVersion: '0',
    settings: {},
    model: { version: '0', sha256: '0' },
    registry: { id: '0', persons: 1 },
    inputs: [],
    columns: union.columns,
  } as unknown as RunIdentity;
  const outputs = [...OUTCOMES.map((outcome) => files[outcome]), reuse];
  const { toolVersion: version, ...rest } = identity;
  writeFileSync(
    join(own, 'manifest.json'),
    JSON.stringify({ manifest_version: 1, tool: { version }, ...rest, outputs }),
  );
  const opened = await openEarlier(own, identity, ['the same'], new AbortController().signal);
  if (opened.kind !== 'usable') throw new Error(opened.kind);
  const renamed = { ...setup, inputs: [{ ...input, name: file }] };
  return {
    folder: own,
    full: { ...full, setup: renamed },
    since: { ...full, setup: renamed, earlier: new EarlierRows(opened.run) },
    lines: text.split('\n').filter((line) => line !== ''),
    close: () => lookup.close(),
  };
}

const DOSES = readFileSync(join(DEMO, 'doses-long.csv'), 'utf8').split('\n').slice(0, 160).join('\n');
const WIDE = readFileSync(join(DEMO, 'doses-wide.csv'), 'utf8').split('\n').slice(0, 100).join('\n');

/** What may happen to a file from one night to the next. */
const change = fc.record({
  kind: fc.constantFrom('letter', 'delete', 'twice', 'move', 'blank', 'broken', 'empty', 'quoted', 'far'),
  at: fc.nat(),
  to: fc.nat(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(lines: readonly string[], changes: readonly Change[], headers: number): string {
  const rows = lines.slice(headers);
  for (const { kind, at, to } of changes) {
    const i = at % rows.length;
    const line = rows[i]!;
    const letter = to % Math.max(1, line.length);
    switch (kind) {
      case 'letter':
        rows[i] = `${line.slice(0, letter)}x${line.slice(letter + 1)}`;
        break;
      case 'delete':
        if (rows.length > 1) rows.splice(i, 1);
        break;
      case 'twice':
        rows.splice(i, 0, line);
        break;
      case 'move':
        rows.splice(to % rows.length, 0, ...rows.splice(i, 1));
        break;
      case 'blank':
        rows.splice(i, 0, '');
        break;
      case 'broken':
        rows[i] = `"${line}`;
        break;
      case 'empty':
        rows.splice(i, 0, ',,,');
        break;
      case 'quoted':
        rows[i] = line.replace(/,([^,"]+),/, ',"$1",');
        break;
      case 'far':
        rows.push(...rows.splice(i, to % 20));
        if (rows.length === 0) rows.push(line);
        break;
    }
  }
  return `${[...lines.slice(0, headers), ...rows].join('\n')}\n`;
}

describe('rows of an earlier run give what working on them gives, every byte and every count', () => {
  test.each([
    ['the long layout', DOSES, 1, {}],
    ['the wide layout', WIDE, 2, {}],
    ['line endings of Windows', DOSES.replaceAll('\n', '\r\n'), 1, {}],
    ['semicolons', DOSES.replaceAll(',', ';'), 1, {}],
    ['another name now', DOSES, 1, { file: 'bệnh viện, "A".csv' }],
    ['one province', DOSES, 1, { provinces: ['01'] }],
  ] as const)('%s', async (name, text, headers, options) => {
    const { full, since, lines, close } = await world(name, text, options);
    const same = Buffer.from(changed(lines, [], headers));
    const again = await processed(since, same);
    expect(without(again)).toEqual(without(await processed(full, same)));
    const rows = again.reduce((sum, result) => sum + result.rows - result.rowsOtherProvinces, 0);
    const rejected = again.reduce((sum, { outcomeRows }) => sum + outcomeRows.rejected, 0);
    expect(rows).toBeGreaterThan(rejected);
    // A chunk of so few rows may have none that leads to its block.
    expect(reused(again)).toBeGreaterThan((rows - rejected) * 0.7);
    expect(reused(again)).toBeLessThanOrEqual(rows - rejected);
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 12 }),
        fc.option(fc.integer({ min: 1, max: 300 })),
        async (changes, most) => {
          const bytes = Buffer.from(changed(lines, changes, headers));
          const expected = await processed(full, bytes, most);
          expect(without(await processed(since, bytes, most))).toEqual(without(expected));
        },
      ),
      { numRuns: 12 },
    );
    close();
  });
});

describe('stretches of rows that stand as they stood', () => {
  const half = (rows: readonly string[]) => rows.length >> 1;

  test.each<[string, (rows: string[]) => string[], number]>([
    ['the first row is gone', (rows) => rows.slice(1), 0.7],
    ['the last row is gone', (rows) => rows.slice(0, -1), 0.7],
    ['a row in front: numbers get more digits', (rows) => [`${rows[5]}x`, ...rows], 0.7],
    [
      'a row more in each ten',
      (rows) => rows.flatMap((row, i) => (i % 10 === 0 ? [row, `${row}x`] : [row])),
      0.6,
    ],
    ['each second row edited', (rows) => rows.map((row, i) => (i % 2 === 0 ? `${row}x` : row)), 0.2],
    ['blank lines everywhere', (rows) => rows.flatMap((row) => [row, '']), 0.5],
    [
      'blank lines here and there',
      (rows) => rows.flatMap((row, i) => (i % 7 === 0 ? ['', row] : [row])),
      0.5,
    ],
    ['each row twice', (rows) => rows.flatMap((row) => [row, row]), 0.4],
    ['halves exchanged', (rows) => [...rows.slice(half(rows)), ...rows.slice(0, half(rows))], 0.5],
    ['the other way round', (rows) => rows.toReversed(), 0.3],
    ['only rows from the middle', (rows) => rows.slice(60, 100), 0.3],
    ['a row that is broken now', (rows) => rows.with(50, `"${rows[50]}`), 0.6],
    ['nothing of it', (rows) => rows.map((row) => `${row}x`), 0],
    ['no row at all', () => [], 0],
  ])('%s', async (name, rowsOf, share) => {
    const { full, since, lines, close } = await world(`stretches ${name}`, `${DOSES}\n`, {});
    const text = [lines[0], ...rowsOf(lines.slice(1))].join('\n');
    for (const ending of ['', '\n', '\r\n', '\r\r\n\n']) {
      const bytes = Buffer.from(text + ending);
      const again = await processed(since, bytes);
      expect(without(again)).toEqual(without(await processed(full, bytes)));
      const rows = again.reduce((sum, result) => sum + result.rows, 0);
      expect(reused(again)).toBeGreaterThanOrEqual(rows * share);
    }
    close();
  });

  test('a place that is damaged, or cut off, since the run was opened: its rows are worked on', async () => {
    for (const [name, damage] of [
      ['flipped', (bytes: Buffer) => bytes.with(bytes.length - 200, bytes[bytes.length - 200]! ^ 1)],
      ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ] as const)
      for (const file of ['verified.csv', 'reuse.bin']) {
        const { folder: own, full, since, close } = await world(`damaged ${name} ${file}`, `${DOSES}\n`, {});
        writeFileSync(join(own, file), damage(readFileSync(join(own, file))));
        const bytes = Buffer.from(`${DOSES}\n`);
        const again = await processed(since, bytes);
        expect(without(again)).toEqual(without(await processed(full, bytes)));
        expect(again.at(-1)!.damagedFiles).toEqual([file]);
        const rows = again.reduce((sum, result) => sum + result.rows, 0);
        expect(reused(again)).toBeGreaterThan(0);
        expect(reused(again)).toBeLessThan(rows * 0.95);
        close();
      }
  });
});
