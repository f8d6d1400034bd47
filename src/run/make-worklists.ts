import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import { needsWork } from '../domain/work-kinds.js';
import type { ListCounts } from '../domain/worklist.js';
import type { IndexEntry } from '../report/worklist-index.js';
import { isSystemError, outputFailure } from './output-failure.js';
import { letSignalsIn } from './signals.js';
import { syncPath, writeStagedFile } from './staged-file.js';
import { openStaging } from './staging.js';
import { WorklistFiles } from './worklist-files.js';
import { importPersonOf } from './worklist-import.js';
import { itemText } from './worklist-items.js';
import { WorkLists } from './worklist-lists.js';
import { renderWorklistManifest } from './worklist-manifest.js';
import type { WorklistOptions } from './worklist-options.js';
import { type RowToWorkOn, WorklistRows } from './worklist-rows.js';
import { type SpilledList, WorklistSpill } from './worklist-spill.js';
import { countRuns, kindsOf, rankOf } from './worklist-tally.js';

/** What a worklist folder holds. */
export interface WorklistResult {
  readonly lists: readonly IndexEntry[];
  readonly files: number;
}

/** Where the rows wait for their list; no name in the published folder begins with a dot. */
const SCRATCH = '.scratch';
const NOTHING = new Uint8Array(8);

/**
 * Writes one list of work for each facility, commune or province of a run, whole or not at all. Memory does not grow with
 * the run but for a few counts for each list.
 * @throws Failure exit 3: the run's files are not as it wrote them; exit 5, 75: the place is taken or cannot be written
 */
export async function makeWorklists(options: WorklistOptions): Promise<WorklistResult> {
  const staging = openStaging(options.out, { beats: true });
  try {
    const scratch = join(staging.folder, SCRATCH);
    mkdirSync(scratch, { mode: 0o700 });
    const spills = {
      items: new WorklistSpill(scratch, 'items'),
      imports: new WorklistSpill(scratch, 'imports'),
    };
    const lists = new WorkLists();
    const byReason = await spillRows(options, lists, spills);
    checkComplete(options, byReason);
    const style = { by: options.by, lang: options.language };
    const { deadline } = options.manifest.settings;
    const files = new WorklistFiles(staging.folder, style, options.format, deadline, options.signal);
    const entries = await writeLists(files, lists, spills);
    checkConservation(entries, byReason);
    await files.index(entries);
    await files.settle();
    rmSync(scratch, { recursive: true });
    const runSha256 = createHash('sha256')
      .update(readFileSync(join(options.run, 'manifest.json')))
      .digest('hex');
    const manifest = renderWorklistManifest(options, runSha256, byReason, entries, files.written);
    writeStagedFile(staging.folder, 'manifest.json', manifest);
    for (const folder of files.names.folders()) syncPath(join(staging.folder, folder));
    staging.publish();
    return { lists: entries, files: files.written.length };
  } catch (error) {
    throw isSystemError(error) ? outputFailure(options.out, error) : error;
  } finally {
    staging.discard();
  }
}

interface Spills {
  readonly items: WorklistSpill;
  readonly imports: WorklistSpill;
}

/** Reads all rows that need work and puts each into its list; gives their numbers by reason. */
async function spillRows(
  { run, manifest, by, language, signal }: WorklistOptions,
  lists: WorkLists,
  { items, imports }: Spills,
): Promise<Map<string, number>> {
  const rows = new WorklistRows(run, manifest, by, language);
  const byReason = new Map<string, number>();
  for await (const chunk of rows.chunks()) {
    for (const row of chunk) {
      byReason.set(row.reason, (byReason.get(row.reason) ?? 0) + 1);
      const list = lists.add(row.claim);
      addItem(items, list, row);
      const person = importPersonOf(row, rows.words, language);
      if (person === null) continue;
      const text = JSON.stringify(person);
      imports.add({ list, rank: Number(person.id), same: NOTHING, lines: 1, kinds: 0, text });
    }
    await letSignalsIn();
    signal.throwIfAborted();
  }
  return byReason;
}

function addItem(items: WorklistSpill, list: number, { item, probability }: RowToWorkOn): void {
  const { workClass, lines } = item;
  const rank = rankOf(workClass, lines[0]!.kind, probability);
  items.add({ list, rank, lines: lines.length, kinds: kindsOf(lines), ...itemText(item) });
}

/** Both spills give their lists in the same order, and a list with persons to import has items. */
async function writeLists(
  files: WorklistFiles,
  lists: WorkLists,
  { items, imports }: Spills,
): Promise<IndexEntry[]> {
  const entries: IndexEntry[] = [];
  const waiting = imports.lists();
  let next = waiting.next();
  for (const list of items.lists()) {
    const title = lists.titleOf(list.list);
    const own: SpilledList | null = next.done !== true && next.value.list === list.list ? next.value : null;
    const counts: ListCounts = countRuns(list.runs, own === null ? 0 : own.runs.length);
    const file = await files.list(list, title, counts);
    const importFile = own === null ? '' : await files.imports(own, title);
    entries.push({ title, counts, file, importFile });
    if (own !== null) next = waiting.next();
  }
  return entries;
}

/** The manifest of the run says how many rows ended for each reason. */
function checkComplete({ run, manifest }: WorklistOptions, byReason: ReadonlyMap<string, number>): void {
  const wanted = Object.entries(manifest.rows.by_reason).filter(([reason]) => needsWork(reason));
  const wrong = wanted.find(([reason, rows]) => (byReason.get(reason) ?? 0) !== rows);
  if (wrong === undefined) return;
  const [reason, rows] = wrong;
  throw new Failure({
    code: 'run_incomplete',
    exitCode: EXIT.inputUnusable,
    what: `The files of ${run} hold ${byReason.get(reason) ?? 0} rows with the reason ${reason}; its manifest says ${rows}.`,
    expected: 'the folder as `doisoat run` wrote it',
    next: 'Copy the folder again, or run again.',
  });
}

/** Every row that needs work is in exactly one list. */
function checkConservation(entries: readonly IndexEntry[], byReason: ReadonlyMap<string, number>): void {
  const listed = entries
    .flatMap(({ counts }) => Object.values(counts.byClass))
    .reduce((sum, { rows }) => sum + rows, 0);
  const read = [...byReason.values()].reduce((sum, rows) => sum + rows, 0);
  if (listed !== read) throw new Error(`conservation: ${read} rows need work, ${listed} are in the lists`);
}
