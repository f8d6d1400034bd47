import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './measure.js';

const MEASURED_MAIN = fileURLToPath(new URL('./measured-main.js', import.meta.url));

/** Measures one command from end to end. @throws Error when it fails. */
export function measureCommand(
  stage: string,
  argv: readonly string[],
  rows: number,
  inputs: readonly string[],
): Measurement {
  const result = spawnSync(process.execPath, [MEASURED_MAIN, ...argv], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`${stage}: the process ended with ${result.status}`);
  const { code, seconds, peakBytes } = JSON.parse(result.stdout) as {
    code: number;
    seconds: number;
    peakBytes: number;
  };
  if (code > 1) throw new Error(`${stage}: exit code ${code}`);
  const bytes = inputs.reduce((sum, path) => sum + statSync(path).size, 0);
  return { stage, rows, bytes, seconds, peakBytes };
}
