import type { ReasonCode, RejectReason } from '../domain/reasons.js';
import { CellRow } from '../input/chunk-cells.js';
import { isFooterText } from '../input/footer.js';
import type { SplitRecord } from '../input/split-chunk.js';
import type { IdentityReader } from './identity-reader.js';
import { LongDose, type ReadDoses, readDoses } from './read-doses.js';
import { isNobody, isNoRecord } from './read-identity.js';
import type { ReadMemory } from './read-memory.js';
import type { InputSetup } from './worker-setup.js';

/** A row of a chunk: with an identity that waits to be matched, or rejected as it stands. */
export type ChunkRow =
  | {
      readonly kind: 'identity';
      readonly row: SplitRecord;
      readonly identity: number;
      readonly doses: ReadDoses;
    }
  | { readonly kind: 'rejected'; readonly row: SplitRecord; readonly code: RejectReason };

export function readRow(
  row: SplitRecord,
  { layout }: InputSetup,
  reader: IdentityReader,
  facilities: ReadMemory['facilities'],
): ChunkRow {
  if (row.kind === 'broken') {
    return { kind: 'rejected', row, code: isBrokenFooter(row) ? 'not_a_record' : row.code };
  }
  // Its number says that it is neither a header nor a footer, and not nobody's.
  if (row instanceof CellRow) {
    return {
      kind: 'identity',
      row,
      identity: reader.read(row),
      doses: new LongDose(row, layout, facilities),
    };
  }
  if (isNoRecord(row.fields, layout)) return { kind: 'rejected', row, code: 'not_a_record' };
  if (isNobody(row.fields, layout)) return { kind: 'rejected', row, code: 'no_name_and_no_id' };
  return { kind: 'identity', row, identity: reader.read(row), doses: readDoses(row.fields, layout) };
}

/** The vaccinating facility's province, else the residence's; empty where neither is known. */
export function provinceInCharge(row: ChunkRow, reader: IdentityReader): string {
  if (row.kind === 'rejected') return '';
  return row.doses.facilityProvince || reader.residenceProvince(row.identity);
}

/** Reasons of rows that are nobody's: they count as no person and no dose. */
const NOBODYS_ROWS: ReadonlySet<ReasonCode> = new Set(['empty_row', 'not_a_record']);

export function isNobodysRow(reason: ReasonCode): boolean {
  return NOBODYS_ROWS.has(reason);
}

/** A row that cannot be read is one dose in the long layout; in the wide layout its doses cannot be told. */
export function dosesOf(row: ChunkRow, { layout }: InputSetup): number {
  if (row.kind === 'identity') return row.doses.count;
  if (isNobodysRow(row.code)) return 0;
  if (row.row.kind === 'fields') return readDoses(row.row.fields, layout).count;
  return layout.kind === 'long' ? 1 : 0;
}

/** A signature line has hardly a cell, so it rarely has as many fields as the header. */
export function isBrokenFooter({ fields, ...row }: Extract<SplitRecord, { kind: 'broken' }>): boolean {
  if (row.code !== 'wrong_field_count') return false;
  const written = fields.filter((field) => field.trim() !== '');
  return written.length <= 2 && written.some(isFooterText);
}
