import { statSync } from 'node:fs';
import type { FileLayout, SexCoding } from '../domain/dose-record.js';
import { detectLayout } from '../input/header.js';
import { layoutFailure } from '../input/layout-failure.js';
import { HEAD_BYTES, readHead } from '../input/open-source.js';

/** A dose file whose header is understood. */
export interface ProbedInput {
  readonly path: string;
  /** Stored bytes, for the progress bar. */
  readonly bytes: number;
  readonly layout: FileLayout;
}

/** Looks at the first bytes of a dose file. @throws Failure exit 3: unreadable, or a layout that is not known. */
export async function probeInput(path: string, sexCoding?: SexCoding): Promise<ProbedInput> {
  const head = await readHead(path);
  const detected = detectLayout(head, { sexCoding, complete: head.length < HEAD_BYTES });
  if (detected.kind !== 'found') throw layoutFailure(path, detected);
  return { path, bytes: statSync(path).size, layout: detected.layout };
}
