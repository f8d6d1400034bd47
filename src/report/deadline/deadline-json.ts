import type { DeadlineReport } from '../../domain/deadline-report.js';

/** Raised whenever a key of the report's summary.json is renamed, removed or changes its meaning. */
export const DEADLINE_SCHEMA_VERSION = 1;

/**
 * summary.json of the report folder: the whole report, keys in snake_case, two spaces, null rather than a missing key,
 * trailing newline. For the keys see docs/deadline-report.md.
 */
export function renderDeadlineJson(report: DeadlineReport): string {
  return `${JSON.stringify(snakeKeys({ schemaVersion: DEADLINE_SCHEMA_VERSION, ...report }), null, 2)}\n`;
}

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeKeys(inner),
    ]),
  );
}
