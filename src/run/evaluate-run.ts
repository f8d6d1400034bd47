import { join } from 'node:path';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { OUTCOMES, type OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { fileSystemFailure } from '../input/input-failures.js';
import { createEvaluation, type Evaluation, type EvaluationResult } from '../report/evaluation.js';
import { csvRows } from './csv-rows.js';
import { Truth } from './truth.js';

/**
 * Compares the files of a run folder with the truth, row by row.
 * @throws Failure exit 3 when a file cannot be read, or a row of the run has no truth.
 */
export async function evaluateRun(folder: string, truthPath: string): Promise<EvaluationResult> {
  const truth = await Truth.read(truthPath);
  const evaluation = createEvaluation();
  for (const outcome of OUTCOMES) await addFile(folder, outcome, truth, evaluation);
  return evaluation.result();
}

async function addFile(folder: string, outcome: OutcomeName, truth: Truth, evaluation: Evaluation) {
  const path = join(folder, OUTCOME_FILES[outcome]);
  let columns: readonly string[] | null = null;
  let at = (_row: readonly string[], _name: string): string => '';
  try {
    for await (const row of csvRows(path, { record_delimiter: '\n' })) {
      if (columns === null) {
        columns = row;
        // Source columns may have any name; the result columns are the last of theirs.
        const positions = new Map(columns.map((name, position) => [name, position]));
        at = (fields, name) => fields[positions.get(name) ?? -1] ?? '';
        continue;
      }
      const file = at(row, 'ds_source_file');
      const record = Number(at(row, 'ds_source_row'));
      const known = truth.find(file, record);
      if (known === null) throw noTruth(file, record);
      const probability = at(row, 'ds_match_probability');
      evaluation.add({
        truthPersonId: known.personId,
        inRegistry: known.inRegistry,
        errors: known.errors,
        outcome,
        personId: at(row, 'ds_person_id'),
        candidateIds: candidateIds(at(row, 'ds_candidates')),
        probability: probability === '' ? null : Number(probability),
      });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : fileSystemFailure(path, cause);
  }
}

function candidateIds(json: string): string[] {
  if (json === '') return [];
  return (JSON.parse(json) as { person_id: string }[]).map(({ person_id }) => person_id);
}

function noTruth(file: string, record: number): Failure {
  return new Failure({
    code: 'truth_missing',
    exitCode: EXIT.inputUnusable,
    what: `The truth file says nothing about row ${record} of ${file}.`,
    expected: 'the truth of every row of the run',
    next: 'Give the truth file that belongs to the exports of this run.',
  });
}
