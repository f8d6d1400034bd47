import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { start, until } from './program.js';

/** Notes after every chunk how far a run is. */
export const EVERY_CHUNK = { DOISOAT_CHECKPOINT_SECONDS: '0' };

export function stagingOf(out: string): string {
  return join(dirname(out), `.${basename(out)}.staging`);
}

/** Starts a run and ends it with a signal after its first checkpoint; `out` is the last argument. */
export async function interrupt(args: readonly string[], signal: NodeJS.Signals = 'SIGKILL') {
  const running = start([...args, '--jobs', '1'], { env: EVERY_CHUNK });
  const checkpoint = join(stagingOf(args.at(-1)!), 'checkpoint.json');
  await until(() => existsSync(checkpoint), 'a checkpoint');
  running.child.kill(signal);
  return running.ended;
}
