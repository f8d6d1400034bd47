import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { FileLayout } from '../../src/domain/dose-record.js';
import { detectLayout } from '../../src/input/header.js';
import { splitChunk } from '../../src/input/split-chunk.js';
import { createPlaceResolver } from '../../src/normalize/place.js';
import { readIdentity } from '../../src/run/read-identity.js';
import { readCommunes } from '../../src/run/reference-data.js';
import { type Measurement, measure } from './measure.js';

const LATEST = { year: 2022, month: 12, day: 31 };

/** Measures the stages of one thread, each on its own, on the bytes of a long export. */
export function measureStages(path: string): Measurement[] {
  const bytes = readFileSync(path);
  const detected = detectLayout(bytes.subarray(0, 256 * 1024), { complete: false });
  if (detected.kind !== 'found') throw new Error('the generated export has no known layout');
  const { layout } = detected;
  const rows = fieldsOf(bytes, layout);
  const options = { record_delimiter: '\n' };
  const places = createPlaceResolver(readCommunes());
  const measured = (stage: string, work: () => unknown) => measure(stage, rows.length, bytes.length, work);
  return [
    measured('csv-parse + csv-stringify (baseline)', () => stringify(parse(bytes, options), options)),
    measured('csv-parse alone', () => parse(bytes, options)),
    measured('split into records and fields', () => splitChunk(bytes, 1, layout)),
    measured('normalise whole records', () => {
      for (const fields of rows) readIdentity(fields, layout, places, LATEST);
    }),
  ];
}

function fieldsOf(bytes: Buffer, layout: FileLayout): (readonly string[])[] {
  return splitChunk(bytes, 1, layout)
    .filter(({ kind }) => kind === 'fields')
    .map(({ fields }) => fields);
}
