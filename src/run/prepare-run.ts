import { basename } from 'node:path';
import { workbookCounts } from '../input/workbook/notes.js';
import type { ColumnUnion } from '../output/columns.js';
import { inputWarnings, leftOutText, mappingWarnings } from './input-warnings.js';
import { probeAll } from './probe-all.js';
import { type ProbedInput, probeInput } from './probe-input.js';
import { type WatchedRegistry, watchRegistry } from './registry-watch.js';
import { rowContexts } from './row-contexts.js';
import { identityOf, type RunIdentity } from './run-identity.js';
import type { RunOptions } from './run-options.js';

/** Inputs and registry, looked at but not read. */
export interface PreparedRun {
  readonly inputs: readonly ProbedInput[];
  readonly registry: WatchedRegistry;
  readonly identity: RunIdentity;
  readonly union: ColumnUnion;
  /** See `rowContexts`. */
  readonly contexts: readonly string[];
}

function noDosesText(path: string): string {
  return `${path}: no column of doses found (vaccine, dose date, dose number, lot, facility). A list of persons without doses can be matched, but nothing in it can be signed; if this is the population snapshot, it belongs to \`registry build\`.`;
}

/** Looks at all inputs and the registry. @throws Failure or Failures (exit 3) */
export async function prepareRun(options: RunOptions): Promise<PreparedRun> {
  const inputs = await probeAll(options.doses, (source) => probeInput(source, options));
  const leftOut = leftOutText(options.doses);
  if (leftOut !== null) options.warn(leftOut);
  for (const input of inputs) {
    const { path, bytes, layout, encoding, workbook } = input;
    options.log('input_understood', {
      file: basename(path),
      bytes,
      layout: layout.kind,
      encoding: encoding.encoding,
      encodingReason: encoding.reason,
    });
    if (workbook !== null) options.log('workbook', { file: basename(path), ...workbookCounts(workbook) });
    for (const text of inputWarnings(input)) options.warn(text);
    if (layout.doses.every((dose) => Object.keys(dose).length === 0)) options.warn(noDosesText(path));
  }
  for (const text of mappingWarnings(options.mapping, inputs)) options.warn(text);
  const registry = watchRegistry(options.registry);
  const { identity, union } = identityOf(options, inputs, registry.fact);
  const layouts = inputs.map(({ layout }) => layout);
  return { inputs, registry, identity, union, contexts: rowContexts(identity, layouts, union) };
}
