import {
  type BlockingPlan,
  type BlockingRequest,
  ruleOfKey,
  SPACES_A_LEVEL,
  spaceOfKey,
} from '../domain/blocking-plan.js';
import type { NotComparedReason } from '../domain/not-compared.js';

/** What becomes of one crowded key of a record. */
export interface CrowdedPath {
  readonly rule: number;
  readonly reason: NotComparedReason;
  /** Persons who share the crowded key. */
  readonly persons: number;
  /** The narrowed keys to look up in its place. */
  readonly keys: readonly number[];
}

/**
 * Follows a crowded key of a record to the narrowed keys that are not crowded: those of the record's own values, and
 * of the persons whose value is unknown. `crowded`: persons by crowded key.
 */
export function followCrowdedKey(
  key: number,
  { narrowingValues }: BlockingRequest,
  crowded: ReadonlyMap<number, number>,
  plan: BlockingPlan,
): CrowdedPath {
  const rule = ruleOfKey(key);
  const fields = plan.narrowings[rule]!;
  const keys: number[] = [];
  let reason: NotComparedReason = 'other_value';
  let open = [key];
  while (open.length > 0) {
    const deeper: number[] = [];
    for (const parent of open) {
      const field = fields[Math.floor(spaceOfKey(parent) / SPACES_A_LEVEL)];
      if (field === undefined) {
        reason = 'still_crowded';
        continue;
      }
      const values = narrowingValues(field);
      if (values.length === 0) {
        if (reason === 'other_value') reason = 'field_missing';
        continue;
      }
      for (const value of [...values, 0]) {
        const narrowed = plan.narrowKey(parent, value);
        if (crowded.has(narrowed)) deeper.push(narrowed);
        else keys.push(narrowed);
      }
    }
    open = deeper;
  }
  return { rule, reason, persons: crowded.get(key)!, keys };
}
