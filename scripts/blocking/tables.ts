import type { CrowdedKeys } from '../../src/registry/block-writer.js';
import { table } from '../normalization/table.js';
import type { Figures, RuleFigures } from './measure.js';

function share(count: number, total: number): string {
  return total === 0 ? '' : `${((100 * count) / total).toFixed(2)} %`;
}

function whole(count: number): string {
  return count.toLocaleString('en-US');
}

function row(figures: RuleFigures, { records, withoutNumber }: Figures): string[] {
  return [
    `\`${figures.name}\``,
    share(figures.asked, records),
    share(figures.found, records),
    share(figures.foundWithoutNumber, withoutNumber),
    whole(figures.foundByItAlone),
    (figures.candidates / records).toFixed(2),
    (figures.candidatesOfItAlone / records).toFixed(2),
    whole(figures.mostCandidates),
    share(figures.crowded, records),
    share(figures.notFollowed, records),
  ];
}

const HEAD = [
  'rule',
  'records with a key',
  'person found',
  'found where the number does not lead there',
  'found by it alone (records)',
  'candidates a record',
  'of these by it alone',
  'largest number',
  'records with a crowded key',
  'not followed',
];

/** The matcher's rules and all of them together, as Markdown. */
export function ruleTable(figures: Figures, ruled: number): string {
  const rows = figures.rules.slice(0, ruled).map((rule) => row(rule, figures));
  const together = row({ ...figures.together, name: 'all' }, figures);
  together[0] = '**all together**';
  together[4] = '';
  together[6] = '';
  return table(HEAD, [...rows, together]);
}

/** Rules that were tried, against the matcher's rules together: what each would add. */
export function candidateTable(figures: Figures, ruled: number): string {
  const { records } = figures;
  const rows = figures.rules
    .slice(ruled)
    .map((rule) => [
      `\`${rule.name}\``,
      whole(rule.foundByItAlone),
      share(rule.foundByItAlone, records),
      (rule.candidatesOfItAlone / records).toFixed(2),
      rule.foundByItAlone === 0 ? '' : whole(Math.round(rule.candidatesOfItAlone / rule.foundByItAlone)),
      whole(rule.mostCandidates),
      share(rule.notFollowed, records),
    ]);
  return table(
    [
      'rule tried',
      'persons found that no other rule finds',
      'share of the records',
      'candidates added a record',
      'candidates added for each person found',
      'largest number',
      'records with a crowded key',
    ],
    rows,
  );
}

/** What was crowded in the registry and by what it was narrowed. */
export function crowdedTable(crowdedKeys: readonly CrowdedKeys[]): string {
  return table(
    ['rule', 'crowded keys', 'persons', 'narrowed by', 'still crowded', 'persons'],
    crowdedKeys.map(({ rule, keys, persons, narrowedBy, still }) => [
      `\`${rule}\``,
      whole(keys),
      whole(persons),
      narrowedBy.join(', then '),
      whole(still.keys),
      whole(still.persons),
    ]),
  );
}
