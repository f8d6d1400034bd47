/**
 * The four files a row can end in. Every input row ends in exactly one of them:
 * rows in = verified + mismatch + needs_review + rejected.
 */
export const OUTCOMES = ['verified', 'mismatch', 'needs_review', 'rejected'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

/** A value for each outcome; `position`: in OUTCOMES. */
export function byOutcome<T>(of: (outcome: OutcomeName, position: number) => T): Record<OutcomeName, T> {
  const values = OUTCOMES.map((outcome, position): [OutcomeName, T] => [outcome, of(outcome, position)]);
  return Object.fromEntries(values) as Record<OutcomeName, T>;
}

/**
 * The class of the record as it was sent, in the words of the ministry's tables
 * (sent = with ID + none or wrongly formatted; with ID = right + wrong + not verified).
 */
export const OFFICIAL_CLASSES = ['right', 'wrong', 'not_verified', 'no_or_bad_id'] as const;
export type OfficialClass = (typeof OFFICIAL_CLASSES)[number];

/** The field by which a record of class "wrong" is counted: the first that differs, in this order. */
export const WRONG_FIELDS = ['none', 'id', 'name', 'birth_date', 'other'] as const;
export type WrongField = (typeof WRONG_FIELDS)[number];

/** A field of a person's identity that can agree, differ, or be corrected. */
export const IDENTITY_FIELDS = ['id', 'name', 'birth_date', 'sex'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** What the record says and what the registry says, field by field, ready to print. */
export type FieldDifferences = Partial<Record<IdentityField, readonly [from: string, to: string]>>;
