import { InvalidArgumentError } from 'commander';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import type { Shard } from '../run/run-state.js';

/** The flags of `doisoat run` as commander gives them. */
export interface RunFlags extends Record<string, unknown> {
  readonly doses: string[];
  readonly registry: string;
  readonly out: string;
  readonly limit?: number;
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly restart?: boolean;
  readonly shard?: Shard;
  readonly since?: string;
  readonly mapping?: string;
  readonly log?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

/** @throws Failure exit 2 for options that contradict each other. */
export function checkTogether({ dryRun, resume, restart, shard, limit }: RunFlags): void {
  const given = [
    resume === true && '--resume',
    restart === true && '--restart',
    dryRun === true && '--dry-run',
    shard !== undefined && '--shard',
    limit !== undefined && '--limit',
  ].filter((flag) => flag !== false);
  const pairs = [
    '--resume --restart',
    '--resume --dry-run',
    '--restart --dry-run',
    '--dry-run --shard',
    '--shard --limit',
  ];
  for (const pair of pairs) {
    const [one = '', other = ''] = pair.split(' ');
    if (!given.includes(one as never) || !given.includes(other as never)) continue;
    throw new Failure({
      code: 'flags_contradict',
      exitCode: EXIT.usage,
      what: `${one} and ${other} cannot go together.`,
      expected: 'one of them',
      next: 'Leave one of them out.',
    });
  }
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1) {
    // 1.000 is a thousand to the reader and one to the machine.
    throw new InvalidArgumentError('must be a whole number from 1, digits only: write 1000 for a thousand.');
  }
  return value;
}

/** `3/8`: the third of eight. */
export function shardOf(text: string): Shard {
  const [, number = 0, of = 0] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  if (number < 1 || of < number) {
    throw new InvalidArgumentError('must be I/N, such as 3/8 for the third of eight shards.');
  }
  return { number, of };
}
