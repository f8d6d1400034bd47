import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { main } from '../src/cli/main.js';
import { OUTCOMES } from '../src/domain/outcome.js';
import { OUTCOME_FILES } from '../src/domain/output-files.js';
import { generate } from './generate/run.js';
import { encodeText } from './inputs/encode-legacy.js';
import { commonList, FORMS } from './inputs/forms.js';
import { wideList } from './inputs/wide-list.js';
import { zipFile } from './inputs/zip-file.js';

/** Matches one list in every form in one run, and compares outcomes and persons row by row. */
const program = new Command('input-forms')
  .option('--persons <n>', 'persons', '20000')
  .option('--seed <n>', 'seed', '3');
program.parse();
const options = program.opts<{ persons: string; seed: string }>();
const persons = Number(options.persons);

const folder = mkdtempSync(join(tmpdir(), 'doisoat-forms-'));
const at = (...names: string[]) => join(folder, ...names);

async function doisoat(...args: string[]): Promise<void> {
  let stderr = '';
  const io = {
    stdout: { write: () => {} },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
    cwd: folder,
  };
  const code = await main(args, io);
  if (code > 1) throw new Error(stderr);
}

/** Rows of a run by input: a checksum of all that was decided about each, and the number of them. */
function resultsByInput(
  run: string,
): Map<string, { readonly rows: number; readonly sha256: string; readonly verified: number }> {
  const lines = new Map<string, string[]>();
  for (const outcome of OUTCOMES) {
    const [header = [], ...rows] = parse(readFileSync(join(run, OUTCOME_FILES[outcome])), {}) as string[][];
    const column = (name: string) => header.indexOf(name);
    const decided = [
      'ds_source_row',
      'ds_outcome',
      'ds_reason',
      'ds_official_class',
      'ds_person_id',
      'ds_match_probability',
      'ds_margin',
      'ds_corrections',
      'ds_explanation',
      'ds_candidates',
    ].map(column);
    const [file, own] = [column('ds_source_file'), column('ds_source_file')];
    for (const row of rows) {
      const line = [...row.slice(0, own), ...decided.map((i) => row[i])].join('\u0001');
      const list = lines.get(row[file]!);
      if (list === undefined) lines.set(row[file]!, [line]);
      else list.push(line);
    }
  }
  return new Map(
    [...lines].map(([name, list]) => [
      name,
      {
        rows: list.length,
        sha256: createHash('sha256').update(list.sort().join('\n')).digest('hex'),
        verified: list.filter((line) => line.includes('\u0001verified\u0001')).length,
      },
    ]),
  );
}

/** The wide layout as CSV, in other encodings, packed and as a workbook, and the same persons in the long layout. */
async function compareWide(): Promise<number> {
  const wide = wideList(readFileSync(at('doses-wide.csv'), 'utf8'));
  mkdirSync(at('wide'));
  writeFileSync(at('wide', 'plain.csv'), wide.csv);
  writeFileSync(at('wide', 'workbook.xlsx'), await wide.workbook());
  writeFileSync(at('wide', 'packed.csv.gz'), gzipSync(wide.csv));
  writeFileSync(
    at('wide', 'archive.zip'),
    zipFile([
      { name: 'member.csv', content: wide.csv },
      { name: 'member.xlsx', content: Buffer.from(await wide.workbook()) },
    ]),
  );
  for (const encoding of ['utf-16le', 'windows-1258', 'tcvn3', 'vni'] as const)
    writeFileSync(
      at('wide', `${encoding}.csv`),
      encodeText(`${encoding === 'utf-16le' ? '\ufeff' : ''}${wide.csv}`, encoding),
    );
  writeFileSync(at('long.csv'), wide.long.csv);
  await doisoat(
    'run',
    '--doses',
    at('wide'),
    at('long.csv'),
    '--registry',
    at('r.db'),
    '--out',
    at('wide-out'),
  );
  const persons = personsByInput(at('wide-out'));
  const plain = persons.get('plain.csv')!;
  let faults = 0;
  for (const [name, rows] of persons) {
    let different = 0;
    for (const [row, decided] of rows) {
      const same = name === 'long.csv' ? wide.long.personRows[row - 2]! : row;
      if (plain.get(same) !== decided) different++;
    }
    faults += different;
    process.stdout.write(
      `${different === 0 ? 'same' : 'DIFFERENT'}  ${rows.size} rows, ${different} different  wide: ${name}\n`,
    );
  }
  const missing = 10 - persons.size + (plain.size === wide.persons ? 0 : 1);
  process.stdout.write(
    `${wide.persons} persons in ${persons.size} forms; ${faults} rows different, ${missing} missing\n`,
  );
  return faults + missing;
}

/** By input and row: outcome, reason and person. */
function personsByInput(run: string): Map<string, Map<number, string>> {
  const inputs = new Map<string, Map<number, string>>();
  for (const outcome of OUTCOMES) {
    const rows: Record<string, string>[] = parse(readFileSync(join(run, OUTCOME_FILES[outcome])), {
      columns: true,
    });
    for (const { ds_source_file = '', ds_source_row, ds_reason, ds_person_id } of rows) {
      const list = inputs.get(ds_source_file) ?? new Map<number, string>();
      inputs.set(ds_source_file, list.set(Number(ds_source_row), `${outcome} ${ds_reason} ${ds_person_id}`));
    }
  }
  return inputs;
}

try {
  await generate({ persons, doses: Math.round(persons * 1.6), seed: Number(options.seed), out: folder });
  await doisoat('registry', 'build', '--snapshot', at('snapshot-*.csv'), '--db', at('r.db'));
  const list = commonList(readFileSync(at('doses-long.csv'), 'utf8'), Number.POSITIVE_INFINITY);
  mkdirSync(at('forms'));
  writeFileSync(at('forms', 'plain.csv'), list);
  for (const { name, content } of FORMS) writeFileSync(at('forms', name), content(list));
  const members = FORMS.slice(0, 2).map(({ name, content }) => ({ name, content: content(list) }));
  writeFileSync(at('forms', 'archive.zip'), zipFile(members));
  await doisoat('run', '--doses', at('forms'), '--registry', at('r.db'), '--out', at('out'), '--lang', 'en');
  const found = resultsByInput(at('out'));
  const plain = found.get('plain.csv');
  let different = 0;
  for (const [name, { rows, sha256, verified }] of found) {
    const isSame = sha256 === plain?.sha256;
    if (!isSame) different++;
    process.stdout.write(`${isSame ? 'same' : 'DIFFERENT'}  ${rows} rows, ${verified} verified  ${name}\n`);
  }
  const missing = FORMS.length + 3 - found.size;
  process.stdout.write(`${found.size} forms of one list; ${different} different, ${missing} missing\n`);
  const wideFaults = await compareWide();
  process.exitCode = different + missing + wideFaults > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
