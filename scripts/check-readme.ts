import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExampleCommand, readExamples, replaceOutputs } from './readme/examples.js';

// Does what README.md tells the reader to do, in an empty folder and with the built program, and compares what is
// printed with what the page shows. `--update` writes the page anew instead.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = join(ROOT, 'README.md');

/** A folder with a `doisoat` command, as `npm link` makes one. */
function installCommand(folder: string): void {
  mkdirSync(folder);
  const path = join(folder, 'doisoat');
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/doisoat.js')}" "$@"\n`);
  chmodSync(path, 0o755);
}

/** What a reader sees: standard output, then messages, then an exit code that is not 0. */
function run({ command }: ExampleCommand, folder: string, bin: string): string {
  const settings = Object.keys(process.env).filter((name) => name.startsWith('DOISOAT_'));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NO_COLOR: '1',
    PATH: `${bin}${delimiter}${process.env.PATH}`,
  };
  for (const name of settings) delete env[name];
  const done = spawnSync(command, { cwd: folder, env, shell: true, encoding: 'utf8' });
  const code = done.status === 0 ? '' : `(exit code ${done.status ?? done.signal})\n`;
  // Messages name whole paths, which differ from place to place.
  return `${done.stdout}${done.stderr}${code}`.replaceAll(folder, 'FOLDER').trimEnd();
}

const page = readFileSync(PAGE, 'utf8');
const home = realpathSync(mkdtempSync(join(tmpdir(), 'doisoat-readme-')));
const outputs: string[] = [];
let faults = 0;
try {
  const bin = join(home, 'bin');
  const work = join(home, 'work');
  installCommand(bin);
  mkdirSync(work);
  cpSync(join(ROOT, 'fixtures'), join(work, 'fixtures'), { recursive: true });
  for (const example of readExamples(page)) {
    if (example.kind === 'file') {
      writeFileSync(join(work, example.name), example.text);
      continue;
    }
    const output = run(example, work, bin);
    outputs.push(output);
    const failed = example.output === null && output.includes('(exit code ');
    if (!failed && (example.output === null || example.output.trimEnd() === output)) continue;
    faults++;
    console.log(
      `README.md shows for: ${example.command}\n${example.output ?? '(success)'}\n\nbut it prints:\n${output}\n`,
    );
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

if (process.argv.includes('--update')) {
  writeFileSync(PAGE, replaceOutputs(page, outputs));
  console.log('README.md: outputs written anew');
} else {
  console.log(`README.md: ${outputs.length - faults} commands as shown, ${faults} not`);
  if (faults > 0) process.exitCode = 1;
}
