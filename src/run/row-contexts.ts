import type { FileLayout } from '../domain/dose-record.js';
import type { ColumnUnion } from '../output/columns.js';
import { programId } from './program-id.js';
import { type RunIdentity, sha256Of } from './run-identity.js';

/**
 * By input, a checksum of everything that decides what a row of it comes to, but the row's own bytes: two rows of the same
 * bytes and the same context have the same result, wherever they stand.
 */
export function rowContexts(
  { toolVersion, settings, model, registry }: RunIdentity,
  layouts: readonly FileLayout[],
  { columns, mappings }: ColumnUnion,
): string[] {
  const { match, admin_units, language, latest_date, provinces } = settings;
  const ofRun = {
    program: programId(),
    toolVersion,
    match,
    admin_units,
    language,
    latest_date,
    provinces,
    model: model.sha256,
    registry,
    columns,
  };
  // Where the data begin says nothing of a row.
  return layouts.map(({ firstDataRow: _, ...layout }, i) =>
    sha256Of({ ...ofRun, layout, mapping: mappings[i]! }),
  );
}
