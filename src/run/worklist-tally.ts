import { WORK_CLASSES, WORK_KIND_CODES, type WorkClass, type WorkKind } from '../domain/work-kinds.js';
import type { ListCounts, WorkLine } from '../domain/worklist.js';
import type { SpilledRun } from './worklist-partition.js';

/**
 * The rank of an item within its list: by class, then for `ask` and `mend` by kind, for `review` by probability, the most
 * probable first. Certain corrections stay in the order of the source.
 */
export function rankOf(workClass: WorkClass, kind: WorkKind, probability: number): number {
  const base = WORK_CLASSES.indexOf(workClass);
  switch (workClass) {
    case 'correct':
      return base;
    case 'ask':
    case 'mend':
      return base + WORK_KIND_CODES.indexOf(kind) / 100;
    case 'review':
      return base + (1 - probability) * 0.9;
  }
}

/** The class of a rank. */
export function classOfRank(rank: number): WorkClass {
  return WORK_CLASSES[Math.floor(rank)]!;
}

/** The kinds of an item's lines as one number. */
export function kindsOf(lines: readonly WorkLine[]): number {
  const kinds = new Set(lines.map(({ kind }) => WORK_KIND_CODES.indexOf(kind)));
  return [...kinds].reduce((sum, kind) => sum + 2 ** kind, 0);
}

/** What the items of a list come to. */
export function countRuns(runs: readonly SpilledRun[], imports: number): ListCounts {
  const byClass = Object.fromEntries(
    WORK_CLASSES.map((workClass) => [workClass, { rows: 0, items: 0, lines: 0 }]),
  ) as Record<WorkClass, { rows: number; items: number; lines: number }>;
  const byKind: Partial<Record<WorkKind, number>> = {};
  for (const { rank, lines, kinds, positions } of runs) {
    const counts = byClass[classOfRank(rank)];
    counts.rows += positions.length;
    counts.items++;
    counts.lines += lines;
    for (const [i, kind] of WORK_KIND_CODES.entries()) {
      if (Math.floor(kinds / 2 ** i) % 2 === 1) byKind[kind] = (byKind[kind] ?? 0) + 1;
    }
  }
  return { byClass, byKind, imports };
}
