import type { RunFacts } from '../domain/run-facts.js';
import type { ReadFact } from './input-file.js';
import type { RunIdentity } from './run-identity.js';
import type { SinkTotals } from './sink.js';

/** What a finished run tells of itself: what went in, how, and what it came to. */
export function factsOf(
  { toolVersion, settings, model, registry, inputs }: RunIdentity,
  read: readonly ReadFact[],
  blankLines: readonly number[],
  totals: SinkTotals,
): RunFacts {
  return {
    toolVersion,
    language: settings.language,
    inputs: inputs.map(({ name, layout }, i) => ({
      name,
      bytes: read[i]!.bytes,
      rows: totals.rowsByInput[i]!,
      sha256: read[i]!.sha256,
      layout,
      encoding: read[i]!.encoding,
    })),
    registry,
    modelVersion: model.version,
    thresholds: settings.match,
    verifiedAt: totals.verifiedAt,
    options: { provinces: settings.provinces, limit: settings.limit },
    rowsOtherProvinces: totals.rowsOtherProvinces,
    rowsOverLimit: totals.rowsOverLimit,
    blankLines: blankLines.reduce((sum, lines) => sum + lines, 0),
    notCompared: totals.notCompared,
    decoys: totals.decoys,
    inputsNotUtf8: inputs
      .map(({ name }) => name)
      .filter((_, i) => totals.undecodedByInput[i]! * 2 > totals.rowsByInput[i]!),
    deadline: settings.deadline,
  };
}
