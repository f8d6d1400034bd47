/** Every kind of damage, in the stable order of the truth file. */
export const ERROR_KINDS = [
  'name_no_accents', 'name_all_caps', 'name_tone_placement', 'name_not_nfc', 'name_encoding', 'name_keystrokes',
  'name_typo', 'name_confusable', 'name_note', 'name_title', 'name_glued', 'name_middle_dropped', 'name_abbreviated',
  'name_reordered', 'name_nbsp', 'birth_swapped', 'birth_1905', 'birth_year_only', 'birth_placeholder', 'birth_serial',
  'birth_two_digit_year', 'birth_typo', 'birth_impossible', 'birth_format', 'birth_missing', 'sex_wrong', 'sex_missing',
  'id_missing', 'id_cmnd', 'id_lost_zeros', 'id_scientific', 'id_decimal', 'id_separators', 'id_letters',
  'id_one_digit', 'id_transposed', 'id_phone', 'id_relative', 'id_previous_row', 'id_passport', 'id_truncated',
  'relative_identity', 'residence_moved', 'place_name_only', 'place_abbreviated', 'foreigner',
] as const; // biome-ignore format: a list
export type ErrorKind = (typeof ERROR_KINDS)[number];

const ORDER = new Map<string, number>(ERROR_KINDS.map((kind, position) => [kind, position]));

/** Kinds in the stable order, joined by `;`, or `none`. */
export function kindList(kinds: readonly ErrorKind[]): string {
  if (kinds.length === 0) return 'none';
  return [...new Set(kinds)].sort((a, b) => ORDER.get(a)! - ORDER.get(b)!).join(';');
}

const NO_OR_BAD_ID = new Set<ErrorKind>([
  'id_missing', 'id_scientific', 'id_decimal', 'id_separators', 'id_letters', 'id_phone', 'id_passport',
  'id_truncated', 'id_lost_zeros', 'foreigner',
]); // biome-ignore format: a list
const UNKNOWN_ID = new Set<ErrorKind>(['id_one_digit', 'id_transposed']);
/** Damage that leaves the record as good as it was: an official comparison ignores it, or it is outside the four fields. */
const HARMLESS = new Set<ErrorKind>([
  'name_all_caps', 'name_tone_placement', 'name_not_nfc', 'name_nbsp', 'birth_format', 'id_cmnd', 'residence_moved',
  'place_name_only', 'place_abbreviated',
]); // biome-ignore format: a list

/** The official class that the damage leads to: an estimate for the report of the generator. */
export function expectedClass(
  kinds: readonly ErrorKind[],
  inRegistry: boolean,
): 'right' | 'wrong' | 'not_verified' | 'no_or_bad_id' {
  if (kinds.some((kind) => NO_OR_BAD_ID.has(kind))) return 'no_or_bad_id';
  if (!inRegistry || kinds.some((kind) => UNKNOWN_ID.has(kind))) return 'not_verified';
  return kinds.every((kind) => HARMLESS.has(kind)) ? 'right' : 'wrong';
}
