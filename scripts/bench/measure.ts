/** One measured stage. */
export interface Measurement {
  readonly stage: string;
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Peak memory of the process in bytes, where the stage had a process of its own. */
  readonly peakBytes?: number;
}

const ROUNDS = 3;

/** The fastest of three rounds: the machine's noise only ever adds time. */
export function measure(stage: string, rows: number, bytes: number, work: () => unknown): Measurement {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return { stage, rows, bytes, seconds: best };
}

/** The measurements as a table; the ratio is to the speed of the first one, the baseline. */
export function renderTable(measurements: readonly Measurement[]): string {
  const [baseline] = measurements;
  const rows = measurements.map(({ stage, rows: count, bytes, seconds, peakBytes }) => [
    stage,
    Math.round(count / seconds).toLocaleString('en-US'),
    (bytes / seconds / 1e6).toFixed(0),
    ((seconds / count) * 1e6).toFixed(2),
    baseline === undefined ? '' : (count / seconds / (baseline.rows / baseline.seconds)).toFixed(2),
    peakBytes === undefined ? '' : (peakBytes / 1e6).toFixed(0),
  ]);
  const head = ['stage', 'rows/s', 'MB/s', 'us/row', 'ratio', 'peak MB'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  return [head, ...rows]
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
    )
    .join('\n');
}
