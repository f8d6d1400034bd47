import type { TrainingReport } from '../domain/training-report.js';

/** The report of a training for a machine. */
export function renderTrainingJson(report: TrainingReport): string {
  const number = ({ name, before, after }: TrainingReport['numbers'][number]) => ({ name, before, after });
  const document = {
    model_version: report.modelVersion,
    model_sha256: report.modelSha256,
    started_from: report.startedFrom,
    inputs: report.inputs,
    registry: {
      id: report.registry.id,
      persons: report.registry.persons,
      persons_sampled: report.registry.personsSampled,
    },
    records: report.records,
    iterations: report.iterations,
    converged: report.converged,
    levels: report.levels.map((level) => ({
      field: level.field,
      level: level.level,
      m_before: level.mBefore,
      m_after: level.mAfter,
      bits_before: level.bitsBefore,
      bits_after: level.bitsAfter,
      expected: level.expected,
      possible: level.possible,
    })),
    numbers: report.numbers.map(number),
    kept: report.kept.map(({ name, after }) => ({ name, value: after })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
