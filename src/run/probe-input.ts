import { statSync } from 'node:fs';
import type { FileLayout, SexCoding } from '../domain/dose-record.js';
import { type DetectedLayout, detectLayout } from '../input/header.js';
import { layoutFailure } from '../input/layout-failure.js';
import { HEAD_BYTES, readHead } from '../input/open-source.js';
import { recordOf } from '../input/read-records.js';
import { splitChunk } from '../input/split-chunk.js';
import { proveSexCoding } from '../normalize/sex-coding.js';

/** A dose file whose header is understood. */
export interface ProbedInput {
  readonly path: string;
  /** Stored bytes, for the progress bar. */
  readonly bytes: number;
  readonly layout: FileLayout;
  /** The sex column holds numbers that nothing explains: they are read as unknown. */
  readonly sexUnproved: boolean;
}

/** Looks at the first bytes of a dose file. @throws Failure exit 3: unreadable, or a layout that is not known. */
export async function probeInput(path: string, stated?: SexCoding): Promise<ProbedInput> {
  const head = await readHead(path);
  const detected = detectLayout(head, { sexCoding: stated, complete: head.length < HEAD_BYTES });
  if (detected.kind !== 'found') throw layoutFailure(path, detected);
  const sexCoding = provedCoding(detected, head);
  return {
    path,
    bytes: statSync(path).size,
    layout: { ...detected.layout, sexCoding: sexCoding === 'unproved' ? 'words' : sexCoding },
    sexUnproved: sexCoding === 'unproved',
  };
}

/** What the option, the header or the platform's own template says stands; digits alone are proved or unknown. */
function provedCoding(detected: Extract<DetectedLayout, { kind: 'found' }>, head: Buffer) {
  const { layout, sexCodingSource } = detected;
  if (sexCodingSource !== 'values' && sexCodingSource !== 'assumed') return layout.sexCoding;
  const samples = splitChunk(head, 1, layout)
    .filter((row) => row.kind === 'fields')
    .map((row) => recordOf(row.fields, layout).fields)
    .map(({ sex, name, personal_id }) => ({ sex, name, personalId: personal_id }));
  return proveSexCoding(samples);
}
