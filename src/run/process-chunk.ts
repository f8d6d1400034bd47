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
  // In most chunks of a night that is like the one before nothing is left to look up.
  const matched = rows.fresh.length === 0 ? [] : rows.reader.match();
  const rowResults = new RowResults(matched, setup, input.name);
  const results = new ChunkResults(rows, input, task, bytes);
  let at = 0;
  let fresh = 0;
  for (const { block, from, record, count } of rows.runs) {
    const end = Math.min(at + count, rows.seen);
    if (block !== null) results.addEarlier(block, from, record, rows.identityOf.subarray(at, end));
    else
      for (let i = at; i < end; i++, fresh++) {
        const row = rows.fresh[fresh]!;
        const province = rows.provinces[fresh]!;
        const identity = rows.identityOf[i]!;
        if (province === null) results.addFiltered(row.row, identity);
        else results.addFresh(row, identity, rowResults.of(row, province));
      }
    at = end;
  }
  const { decoys, notCompared, list } = rows.identities.finish(
    {
      notCompared: matched.map((found) => found.matched.notCompared),
      decoys: matched.length === 0 ? [] : tryDecoys(matched, registry, setup),
    },
    decoyLines(setup.policy),
  );
  const damagedFiles = context.earlier?.damagedFiles ?? [];
  return { input: task.input, bytes: task.bytes, decoys, notCompared, damagedFiles, ...results.finish(list) };
}
