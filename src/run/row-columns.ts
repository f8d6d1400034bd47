import type { FileLayout } from '../domain/dose-record.js';
import { ChunkCells } from '../input/chunk-cells.js';
import { IDENTITY_SOURCES } from './read-identity.js';

/** Where the two cells stand that say which facility vaccinated: behind those of the identity. */
export const FACILITY_AT = IDENTITY_SOURCES.length;

/** The cells of a chunk that a run reads; null for a layout whose rows are read from their texts. */
export function cellsToRead(bytes: Buffer, layout: FileLayout): ChunkCells | null {
  const { delimiter, columns, fields, doses } = layout;
  const [dose] = doses;
  if (layout.kind !== 'long' || fields.personal_id === undefined || dose === undefined || doses.length > 1)
    return null;
  const wanted = [
    ...IDENTITY_SOURCES.map((source) => fields[source]),
    dose.facility_province,
    dose.facility_code,
  ];
  return new ChunkCells(bytes, delimiter, columns.length, wanted, fields.personal_id);
}
