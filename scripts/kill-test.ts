import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { folderState, registryState } from './faults/published.js';
import { hash32 } from './generate/rng.js';
import { generate } from './generate/run.js';

interface Options {
  readonly times: string;
  readonly doses: string;
  readonly seed: string;
}

/** A command that is killed again and again until it gets to its end. */
interface Subject {
  readonly name: string;
  readonly args: readonly string[];
  readonly state: () => string;
  /** Something that is neither absent nor whole is visible. */
  readonly isHalf: () => boolean;
  readonly clear: () => void;
}

const PROGRAM = fileURLToPath(new URL('../../bin/doisoat.js', import.meta.url));
const LOOK_MS = 1;

interface Ended {
  readonly code: number | null;
  readonly killed: boolean;
  readonly ms: number;
  readonly stderr: string;
}

/** Runs the program; kills it after so long; looks all the time whether something half is visible. */
async function runAndKill(args: readonly string[], afterMs: number | null, look: () => void): Promise<Ended> {
  const started = performance.now();
  const env = { PATH: process.env.PATH ?? '', DOISOAT_CHECKPOINT_SECONDS: '0' };
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const looking = setInterval(look, LOOK_MS);
  const timer = afterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), afterMs);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(looking);
  clearTimeout(timer);
  look();
  return { code, killed: code === null, ms: performance.now() - started, stderr };
}

/** Kills a command so many times at random moments, each time it is taken up again; returns what went wrong. */
async function killSubject(subject: Subject, times: number, random: () => number): Promise<string[]> {
  const faults: string[] = [];
  let kills = 0;
  let finished = 0;
  const look = () => {
    if (subject.isHalf()) faults.push(`${subject.name}: half visible after ${kills} kills`);
  };
  subject.clear();
  let longest = (await runAndKill(subject.args, null, look)).ms;
  if (subject.state() !== 'complete') faults.push(`${subject.name}: ${subject.state()} without a kill`);
  subject.clear();
  while (kills < times) {
    const { code, killed, ms, stderr } = await runAndKill(subject.args, random() * longest, look);
    if (killed) kills++;
    else if (code === 0 || code === 1) {
      const state = subject.state();
      if (state !== 'complete') faults.push(`${subject.name}: ${state} after ${kills} kills`);
      finished++;
      longest = Math.max(longest * 0.9, ms);
      subject.clear();
    } else if (subject.state() === 'complete' && code === 5) {
      // Killed between the rename and its own end: the work is done.
      finished++;
      subject.clear();
    } else {
      faults.push(`${subject.name}: exit code ${code} after ${kills} kills: ${stderr}`);
      subject.clear();
    }
  }
  const { code, stderr } = await runAndKill(subject.args, null, look);
  if (subject.state() !== 'complete')
    faults.push(`${subject.name}: exit code ${code}, ${subject.state()} at the end: ${stderr}`);
  else finished++;
  process.stdout.write(`${subject.name}: killed ${kills} times, finished ${finished} times\n`);
  return faults;
}

/** Names and sizes of a folder; null: it is not there. */
function sizesOf(folder: string): string | null {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => `${name} ${statSync(join(folder, name)).size}`)
      .join('\n');
  } catch {
    return null;
  }
}

async function killTest({ times, doses, seed }: Options): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'doisoat-kill-'));
  const place = (...names: string[]) => join(dir, ...names);
  let drawn = 0;
  const random = () => hash32(Number(seed), drawn++) / 4_294_967_296;
  try {
    await generate({
      persons: Math.ceil(Number(doses) / 2),
      doses: Number(doses),
      seed: Number(seed),
      out: place('data'),
    });
    const snapshots = ['snapshot-1.csv', 'snapshot-2.csv'].map((name) => place('data', name));
    const exports_ = ['doses-long.csv', 'doses-wide.csv'].map((name) => place('data', name));
    const build = (db: string) => ['registry', 'build', '--snapshot', ...snapshots, '--quiet', '--db', db];
    const registry = place('registry.db');
    const run = ['run', '--doses', ...exports_, '--registry', registry, '--quiet', '--out'];
    await runAndKill(build(registry), null, () => {});
    await runAndKill([...run, place('whole')], null, () => {});
    const whole = sizesOf(place('whole'));
    if (whole === null) throw new Error('the run without a kill published nothing');
    const out = place('work', 'out');
    const db = place('work', 'r.db');
    const clear = () => rmSync(place('work'), { recursive: true, force: true });
    const subjects: readonly Subject[] = [
      {
        name: 'run --resume',
        args: [...run, out, '--resume'],
        state: () => folderState(out, place('whole')),
        isHalf: () => ![null, whole].includes(sizesOf(out)),
        clear,
      },
      {
        name: 'registry build',
        args: [...build(db), '--replace'],
        state: () => registryState(db, registry, registry, true),
        isHalf: () => existsSync(db) && statSync(db).size !== statSync(registry).size,
        clear,
      },
    ];
    const faults: string[] = [];
    for (const subject of subjects) faults.push(...(await killSubject(subject, Number(times), random)));
    for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
    process.stdout.write(`${faults.length} faults\n`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

await new Command('kill-test')
  .description(
    'Kills runs and registry builds at random moments and takes them up again; the result must be the same.',
  )
  .option('--times <n>', 'kills of each command', '100')
  .option('--doses <n>', 'rows of the generated export', '20000')
  .option('--seed <n>', 'seed of the data and of the moments', '1')
  .action(killTest)
  .parseAsync();
