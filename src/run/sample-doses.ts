import { cutChunks } from '../input/chunk-cutter.js';
import { splitChunk } from '../input/split-chunk.js';
import { openInput, sourceNames } from './input-file.js';
import { inputWarnings, mappingWarnings } from './input-warnings.js';
import { probeAll } from './probe-all.js';
import { type ProbedInput, probeInput } from './probe-input.js';
import { createProgress } from './progress.js';
import { identityText, isNobody, isNoRecord } from './read-identity.js';
import { RecordSample, type SampledRecord } from './record-sample.js';
import type { TrainOptions } from './train-options.js';

/** A dose file that was sampled. */
export interface SampledInput {
  readonly name: string;
  /** Data rows. */
  readonly rows: number;
  readonly sha256: string;
}

export interface DoseSample {
  readonly records: readonly SampledRecord[];
  /** In byte order of the names, as the sample does not depend on the order of the files. */
  readonly inputs: readonly SampledInput[];
}

/** Reads the dose files from front to back and keeps a sample of their distinct records. */
export async function sampleDoses(options: TrainOptions): Promise<DoseSample> {
  const probed = await probeAll(options.doses, (source) => probeInput(source, options));
  for (const input of probed) for (const text of inputWarnings(input)) options.warn(text);
  for (const text of mappingWarnings(options.mapping, probed)) options.warn(text);
  const names = sourceNames(probed.map(({ source }) => source));
  const sample = new RecordSample(options.sample);
  const progress = createProgress(
    options.screen,
    probed.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const inputs: SampledInput[] = [];
  try {
    let doneBytes = 0;
    let doneRows = 0;
    for (const [i, input] of probed.entries()) {
      const { bytes, sha256, rows } = await sampleFile(input, sample, options.signal, (read, done) =>
        progress.update(doneBytes + read, doneRows + done),
      );
      doneBytes += bytes;
      doneRows += rows;
      inputs.push({ name: names[i]!, rows, sha256 });
    }
  } finally {
    progress.end();
  }
  inputs.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { records: sample.records(), inputs };
}

async function sampleFile(
  { source, encoding, layout, workbook }: ProbedInput,
  sample: RecordSample,
  signal: AbortSignal,
  onRead: (bytes: number, rows: number) => void,
) {
  const { sexCoding, birthDateOrder = 'day-first' } = layout;
  const input = openInput(source, { encoding: encoding.encoding, workbook });
  let rows = 0;
  for await (const chunk of cutChunks(input.pieces, { delimiter: layout.delimiter })) {
    signal.throwIfAborted();
    for (const row of splitChunk(chunk.bytes, chunk.firstRecord, layout)) {
      rows++;
      if (row.kind === 'broken' || isNobody(row.fields, layout) || isNoRecord(row.fields, layout)) continue;
      sample.add({ text: identityText(row.fields, layout), sexCoding, birthDateOrder });
    }
    onRead(input.bytesRead(), rows);
  }
  return { ...input.finish(), rows };
}
