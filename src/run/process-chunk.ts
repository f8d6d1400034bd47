import type { ChunkContext } from './chunk-context.js';
import { ChunkResults } from './chunk-results.js';
import { ChunkRows } from './chunk-rows.js';
import { decoyLines, tryDecoys } from './decoy-trials.js';
import { RowResults } from './row-results.js';
import type { ChunkResult, ChunkTask } from './worker-setup.js';

/**
 * Turns one chunk into output bytes and tallies. They depend on the chunk and the setup alone: a row whose result an
 * earlier run has is not worked on, and gives the same.
 */
export function processChunk(context: ChunkContext, task: ChunkTask): ChunkResult {
  const { setup, registry } = context;
  const input = setup.inputs[task.input]!;
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  const rows = new ChunkRows(context, task, bytes);
  const matched = rows.reader.match();
  const rowResults = new RowResults(matched, setup, input.name);
  const results = new ChunkResults(rows, input, task, bytes);
  for (let i = 0, fresh = 0; i < rows.seen; i++) {
    const identity = rows.identityOf[i]!;
    const block = rows.recalled?.blockOf(i) ?? null;
    if (block !== null) {
      results.addEarlier(block, rows.recalled!.rowIn(i), rows.recalled!.recordOf(i), identity);
      continue;
    }
    const row = rows.fresh[fresh]!;
    const province = rows.provinces[fresh++]!;
    if (province === null) results.addFiltered(row.row, identity);
    else results.addFresh(row, province, identity, rowResults.of(row, province));
  }
  const { decoys, notCompared, list } = rows.identities.finish(
    {
      notCompared: matched.map((found) => found.matched.notCompared),
      decoys: tryDecoys(matched, registry, setup),
    },
    decoyLines(setup.policy),
  );
  return { input: task.input, bytes: task.bytes, decoys, notCompared, ...results.finish(list) };
}
