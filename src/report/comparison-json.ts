import type { RunComparison } from '../domain/run-comparison.js';

/** Raised whenever a key is renamed, removed or changes its meaning. */
const COMPARISON_SCHEMA_VERSION = 1;

/** The comparison as JSON: snake_case keys, two spaces, null rather than a missing key, trailing newline. */
export function renderComparisonJson(comparison: RunComparison): string {
  const { differences } = comparison;
  const pair = <T>(values: readonly [T, T] | null) =>
    values === null ? null : { old: values[0], new: values[1] };
  const document = {
    schema_version: COMPARISON_SCHEMA_VERSION,
    rows: {
      in_both: comparison.rowsInBoth,
      changed: comparison.rowsChanged,
      only_old: comparison.onlyOld,
      only_new: comparison.onlyNew,
    },
    changes: comparison.changes,
    old_to_new: comparison.matrix,
    differences: {
      inputs: {
        only_old: differences.inputsOnlyOld,
        only_new: differences.inputsOnlyNew,
        changed: differences.inputsChanged,
        read_otherwise: differences.inputsReadOtherwise,
      },
      settings: differences.settings,
      model: pair(differences.model),
      registry_persons: pair(differences.registry),
      tool_version: pair(differences.tool),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
