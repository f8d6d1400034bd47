import { parse } from 'csv-parse/sync';
import { Failure } from '../../src/domain/failure.js';
import { OUTCOMES } from '../../src/domain/outcome.js';
import { cutChunks, DEFAULT_CHUNK_BYTES } from '../../src/input/chunk-cutter.js';
import { sourcesIn } from '../../src/input/input-sources.js';
import { RecordScanner } from '../../src/input/record-scanner.js';
import { DEFAULT_MODEL } from '../../src/match/model.js';
import { POLICIES } from '../../src/match/policy.js';
import { unionColumns } from '../../src/output/columns.js';
import { openLookup, type RegistryLookup } from '../../src/registry/lookup.js';
import { BLOCKING_PLAN } from '../../src/run/blocking-plan.js';
import { openInput } from '../../src/run/input-file.js';
import { probeAll } from '../../src/run/probe-all.js';
import { type ProbedInput, probeInput } from '../../src/run/probe-input.js';
import { processChunk } from '../../src/run/process-chunk.js';
import { ReadMemory } from '../../src/run/read-memory.js';
import { openPlaces } from '../../src/run/reference-data.js';

/** What became of a file: it was refused, or every row of it has an outcome. */
export type WholeReading =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'read'; readonly inputs: readonly ReadInput[] };

export interface ReadInput {
  readonly encoding: string;
  /** `number outcome reason` of every row, by record number; of a verified row also the person. */
  readonly rows: readonly string[];
  readonly headers: number;
  readonly blankLines: number;
}

/** Registry and reference data, opened once for many files. */
export interface ReadTools {
  readonly registryPath: string;
  readonly registry: RegistryLookup;
  readonly places: ReturnType<typeof openPlaces>;
}

export function openTools(registryPath: string): ReadTools {
  return { registryPath, registry: openLookup(registryPath, BLOCKING_PLAN), places: openPlaces('2022') };
}

/**
 * Reads a file as a run does, in this thread, and checks that nothing is lost: the chunks are the decoded bytes, and
 * every record is a header, a blank line, or a row with exactly one outcome. @throws Error where something is.
 */
export async function readWhole(
  path: string,
  tools: ReadTools,
  chunkBytes = DEFAULT_CHUNK_BYTES,
): Promise<WholeReading> {
  try {
    const probed = await probeAll([path], (source) => probeInput(source));
    if (probed.length !== (await sourcesIn(path)).length) throw new Error('an input is missing');
    const inputs: ReadInput[] = [];
    for (const input of probed) inputs.push(await readInput(input, tools, chunkBytes));
    return { kind: 'read', inputs };
  } catch (cause) {
    const first = cause instanceof Error && 'all' in cause ? (cause.all as Failure[])[0] : cause;
    if (first instanceof Failure) return { kind: 'refused', code: first.detail.code };
    throw cause;
  }
}

async function readInput(probed: ProbedInput, tools: ReadTools, chunkBytes: number): Promise<ReadInput> {
  const { layout, encoding, source } = probed;
  const union = unionColumns([layout.columns]);
  const setup = {
    registryPath: tools.registryPath,
    inputs: [{ name: 'x', layout, mapping: union.mappings[0]!, context: '' }],
    model: DEFAULT_MODEL,
    policy: POLICIES.standard,
    language: 'en',
    provinces: null,
    latest: { year: 2022, month: 12, day: 31 },
    adminUnits: '2022',
    earlier: null,
  } as const;
  const input = openInput(source, { encoding: encoding.encoding });
  const stream: Buffer[] = [];
  async function* noted() {
    for await (const piece of input.pieces) {
      stream.push(Buffer.from(piece));
      yield piece;
    }
  }
  const cut: Buffer[] = [];
  const rows: { readonly number: number; readonly text: string }[] = [];
  const memory = new ReadMemory();
  let records = 0;
  for await (const chunk of cutChunks(noted(), { delimiter: layout.delimiter, chunkBytes })) {
    if (chunk.firstRecord !== records + 1) throw new Error('a record number is missing');
    records += chunk.records;
    cut.push(Buffer.from(chunk.bytes));
    const task = {
      input: 0,
      bytes: chunk.bytes,
      firstRecord: chunk.firstRecord,
      mostRows: null,
      spares: null,
    };
    const result = processChunk({ setup, ...tools, memory, earlier: null }, task);
    const before = rows.length;
    for (const outcome of OUTCOMES) {
      for (const row of parse(Buffer.from(result.output[outcome]), {
        relax_column_count: true,
      }) as string[][]) {
        const [number, kind, reason, , person] = row.slice(union.columns.length + 1);
        if (row.length < union.columns.length + 5 || kind !== outcome)
          throw new Error('a row is written wrongly');
        rows.push({ number: Number(number), text: [number, kind, reason, person].join(' ').trim() });
      }
    }
    if (rows.length - before !== result.rows) throw new Error('a row is not written');
  }
  input.finish();
  const bytes = Buffer.concat(stream);
  if (!bytes.equals(Buffer.concat(cut))) throw new Error('bytes are lost between the chunks');
  const counted = countRecords(bytes, layout.delimiter, layout.firstDataRow);
  if (counted.records !== records) throw new Error(`${counted.records} records, ${records} in chunks`);
  if (counted.rows !== rows.length) throw new Error(`${counted.rows} rows, ${rows.length} with an outcome`);
  rows.sort((a, b) => a.number - b.number);
  if (new Set(rows.map(({ number }) => number)).size !== rows.length) throw new Error('a row is there twice');
  return {
    encoding: encoding.encoding,
    rows: rows.map(({ text }) => text),
    headers: Math.min(layout.firstDataRow - 1, records),
    blankLines: records - rows.length - Math.min(layout.firstDataRow - 1, records),
  };
}

/** Counts in one go, as if the file were one chunk. */
function countRecords(bytes: Buffer, delimiter: string, firstDataRow: number) {
  const scanner = new RecordScanner(bytes, delimiter, true);
  let records = 0;
  let rows = 0;
  while (scanner.advance()) {
    records++;
    if (records >= firstDataRow && scanner.end > scanner.start) rows++;
  }
  return { records, rows };
}
