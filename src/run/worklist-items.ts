import { createHash } from 'node:crypto';
import type { WorkClass } from '../domain/work-kinds.js';
import type { WorkItem, WorkRow } from '../domain/worklist.js';
import type { NumberedLine } from '../report/worklist-columns.js';
import type { SpilledRun } from './worklist-partition.js';
import type { SpilledList } from './worklist-spill.js';
import { classOfRank } from './worklist-tally.js';

/** An item as text: everything that its rows share, and the row. */
export interface ItemText {
  readonly text: string;
  /** The same for rows that say the same of one person. */
  readonly same: Uint8Array;
}

/** Writes an item of one row. Rows of the source file that cannot be read are never put together. */
export function itemText(item: WorkItem): ItemText {
  const { rows, ...shared } = item;
  const common = JSON.stringify(shared);
  const own = JSON.stringify(rows[0]);
  const hash = createHash('sha256').update(common);
  if (item.workClass === 'mend') hash.update(own);
  return { text: `${common}\n${own}`, same: hash.digest() };
}

/** Reads the item of a run back; rows that are not what their hash promises are left to a second item. */
function* itemsOf({ positions }: SpilledRun, text: SpilledList['text']): Generator<WorkItem> {
  let common = '';
  let rows: WorkRow[] = [];
  for (const position of positions) {
    const [shared = '', own = ''] = text(position).split('\n');
    if (shared !== common) {
      if (rows.length > 0) yield { ...(JSON.parse(common) as Omit<WorkItem, 'rows'>), rows };
      common = shared;
      rows = [];
    }
    rows.push(JSON.parse(own) as WorkRow);
  }
  if (rows.length > 0) yield { ...(JSON.parse(common) as Omit<WorkItem, 'rows'>), rows };
}

/** The lines of one class of a list, numbered by record, in order. */
export function* linesOf(list: SpilledList, workClass: WorkClass): Generator<NumberedLine> {
  let number = 0;
  for (const run of list.runs) {
    if (classOfRank(run.rank) !== workClass) continue;
    for (const item of itemsOf(run, list.text)) {
      number++;
      for (const [i, line] of item.lines.entries()) yield { number, isFirst: i === 0, item, line };
    }
  }
}
