import { writeFileSync } from 'node:fs';
import { mutatedFile } from './mutate.js';
import { type ReadTools, readWhole } from './read-whole.js';

/** What became of many files. */
export interface MutatedTotals {
  files: number;
  /** Files by what they ended as: the code of a failure, or `read`. */
  readonly ends: Map<string, number>;
  /** Rows by outcome and reason. */
  readonly rows: Map<string, number>;
  /** Seeds of the files that broke something, with what. */
  readonly broken: string[];
}

/** Processor time: the clock would also count what others do on the machine. */
const SLOW_MICROSECONDS = 5_000_000;

/**
 * Reads files with random faults, of the seeds `from` to `to`, each with one of several sizes of chunks, and counts. A file is broken
 * that crashes the reader, loses a row, or takes more than a few seconds.
 */
export async function checkMutated(
  from: number,
  to: number,
  path: string,
  tools: ReadTools,
): Promise<MutatedTotals> {
  const totals: MutatedTotals = { files: 0, ends: new Map(), rows: new Map(), broken: [] };
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let seed = from; seed < to; seed++) {
    writeFileSync(path, mutatedFile(seed));
    const started = process.cpuUsage();
    totals.files++;
    try {
      const whole = await readWhole(path, tools, [64, 500, 1 << 19][seed % 3]);
      count(totals.ends, whole.kind === 'read' ? 'read' : whole.code);
      if (whole.kind === 'read')
        for (const { rows } of whole.inputs)
          for (const row of rows) count(totals.rows, row.split(' ').slice(1, 3).join(' '));
    } catch (cause) {
      totals.broken.push(`seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    const { user, system } = process.cpuUsage(started);
    if (user + system > SLOW_MICROSECONDS) totals.broken.push(`seed ${seed}: too slow`);
  }
  return totals;
}
