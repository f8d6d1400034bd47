import type { Bilingual } from './reasons.js';

/** The closed list of why persons who share a blocking key with a record were not compared with it. */
export const NOT_COMPARED = {
  other_value: {
    vi: 'khóa tìm kiếm quá đông người: chỉ so với những người cũng trùng tỉnh (hoặc huyện, xã, năm sinh, giới tính)',
    en: 'a search key that too many persons share: only those who also agree in province (or district, commune, birth year, sex) were compared',
  },
  field_missing: {
    vi: 'khóa tìm kiếm quá đông người, và hồ sơ không có trường để thu hẹp (nơi ở, năm sinh hoặc giới tính)',
    en: 'a search key that too many persons share, and the record lacks the field that would narrow it (residence, birth year or sex)',
  },
  still_crowded: {
    vi: 'khóa tìm kiếm vẫn quá đông người sau khi thu hẹp',
    en: 'a search key that too many persons share even when narrowed',
  },
} as const satisfies Record<string, Bilingual>;

export type NotComparedReason = keyof typeof NOT_COMPARED;
export const NOT_COMPARED_REASONS = Object.keys(NOT_COMPARED) as readonly NotComparedReason[];

/** Persons behind one crowded key of a record. */
export interface NotCompared {
  /** Number of the blocking rule. */
  readonly rule: number;
  /**
   * `other_value`: the key was followed, narrowed. The other two: it was not followed, or not to its end, so that the
   * person may be behind it whatever the record says.
   */
  readonly reason: NotComparedReason;
  /** Who were not reached by this key; some of them may have been compared because of another one. */
  readonly persons: number;
}

interface Counts {
  /** Distinct records. */
  readonly records: number;
  /** Persons not compared, added up over the records; a person counts once for each crowded key. */
  readonly persons: number;
}

/** Who was not compared in a run. */
export interface NotComparedCounts {
  /** Distinct records that left anybody uncompared. */
  readonly records: number;
  /** Distinct records with a crowded key that could not be followed; they are verified only by their own ID. */
  readonly recordsNotFollowed: number;
  readonly byReason: Readonly<Record<NotComparedReason, Counts>>;
  /** What occurs, by rule number, then in the order of NOT_COMPARED_REASONS. */
  readonly byRule: readonly (Counts & { readonly rule: string; readonly reason: NotComparedReason })[];
}
