import { basename } from 'node:path';
import type { PartialDate, RecordIdentity } from '../../src/domain/identity.js';
import { cutChunks } from '../../src/input/chunk-cutter.js';
import { fileSource } from '../../src/input/input-source.js';
import { splitChunk } from '../../src/input/split-chunk.js';
import { openInput } from '../../src/run/input-file.js';
import { probeInput } from '../../src/run/probe-input.js';
import { identityText, isNobody, readIdentity } from '../../src/run/read-identity.js';
import { openPlaces } from '../../src/run/reference-data.js';
import { Truth } from '../../src/run/truth.js';

/** One distinct identity of the dose files whose person is in the registry. */
export interface BenchmarkRecord {
  readonly identity: RecordIdentity;
  /** 12 digits. */
  readonly trueId: string;
}

/** Reads a dose file with its truth; `every`: of the distinct identities one in so many is taken. */
export async function readBenchmark(
  doses: string,
  truthFile: string,
  every: number,
  latest: PartialDate,
): Promise<BenchmarkRecord[]> {
  const truth = await Truth.read(truthFile);
  const source = fileSource(doses);
  const { layout } = await probeInput(source);
  const places = openPlaces('2022');
  const file = basename(doses);
  const records: BenchmarkRecord[] = [];
  const known = new Set<string>();
  for await (const chunk of cutChunks(openInput(source).pieces, { delimiter: layout.delimiter })) {
    for (const row of splitChunk(chunk.bytes, chunk.firstRecord, layout)) {
      if (row.kind !== 'fields' || row.record < layout.firstDataRow || isNobody(row.fields, layout)) continue;
      const real = truth.find(file, row.record);
      if (real === null || !real.inRegistry) continue;
      const text = `${real.personId}\n${identityText(row.fields, layout)}`;
      if (known.has(text)) continue;
      known.add(text);
      if (known.size % every !== 0) continue;
      records.push({
        identity: readIdentity(row.fields, layout, places, latest).identity,
        trueId: real.personId,
      });
    }
  }
  return records;
}
