import type { ChangedRow, RowEnd, RunComparison } from '../../src/domain/run-comparison.js';
import { changeSentence, renderChanges, renderChangesHeader } from '../../src/report/comparison-csv.js';
import { renderComparisonJson } from '../../src/report/comparison-json.js';
import { renderComparisonText } from '../../src/report/comparison-text.js';

const VERIFIED: RowEnd = { outcome: 'verified', reason: 'corrected', personId: '079185001234' };
const REVIEW: RowEnd = { outcome: 'needs_review', reason: 'rival_too_close', personId: '' };

function changed(before: RowEnd, after: RowEnd, corrections: ChangedRow['corrections'] = []): ChangedRow {
  return { file: 'a,b.csv', row: 7, old: before, new: after, corrections };
}

test.each([
  [
    'another outcome, with the new reason',
    changed(VERIFIED, REVIEW, ['id']),
    /^Was: verified, is now: needs review: Two or more persons[^;]*\.$/,
  ],
  [
    'another person',
    changed(VERIFIED, { ...VERIFIED, personId: '001185001234' }),
    /^Another person is identified\.$/,
  ],
  [
    'another reason',
    changed(REVIEW, { ...REVIEW, reason: 'conflicting_fields' }),
    /^Still needs review, for another reason: It may be one person/,
  ],
  [
    'other corrections',
    changed(VERIFIED, VERIFIED, ['name', 'birth_date']),
    /^The corrections changed for: name, birth date\.$/,
  ],
  [
    'reason and corrections',
    changed({ ...VERIFIED, reason: 'exact' }, VERIFIED, ['sex']),
    /; the corrections changed for: sex\.$/,
  ],
])('%s, in one sentence', (_, row, sentence) => {
  expect(changeSentence(row, 'en')).toMatch(sentence);
  expect(changeSentence(row, 'vi')).toMatch(/^\p{Lu}.*\.$/u);
  expect(changeSentence(row, 'vi')).not.toMatch(/\d{9}/);
});

test('the list is RFC 4180', () => {
  const text = renderChangesHeader() + renderChanges([changed(VERIFIED, REVIEW)], 'en');
  const [header, row, end] = text.split('\n');
  expect(header).toBe(
    'source_file,source_row,old_outcome,old_reason,old_person_id,new_outcome,new_reason,new_person_id,what_changed',
  );
  expect(row).toMatch(/^"a,b\.csv",7,verified,corrected,079185001234,needs_review,rival_too_close,,"/);
  expect(end).toBe('');
});

const none = { verified: 0, mismatch: 0, needs_review: 0, rejected: 0 };
const COMPARISON: RunComparison = {
  rowsInBoth: 1_000_003,
  rowsChanged: 3,
  matrix: {
    verified: { ...none, verified: 1_000_000, needs_review: 2 },
    mismatch: none,
    needs_review: { ...none, verified: 1 },
    rejected: none,
  },
  onlyOld: { ...none, rejected: 4 },
  onlyNew: { ...none, mismatch: 5 },
  changes: { outcome: 3, reason: 3, person: 3, corrections: 0 },
  differences: {
    inputsOnlyOld: ['old.csv'],
    inputsOnlyNew: [],
    inputsChanged: ['a.csv'],
    inputsReadOtherwise: ['b.csv'],
    settings: [{ name: 'match.marginBits', old: '10', new: '7' }],
    model: ['default-1', 'default-2'],
    registry: [1000, 2000],
    tool: null,
  },
};

test('the matrix, the counts and all that went in differently', () => {
  const lines = renderComparisonText(COMPARISON, 'en').split('\n');
  expect(lines[0]).toBe('3 of the 1,000,003 rows that are in both runs changed (<0.1%)');
  expect(lines).toEqual(
    expect.arrayContaining([
      '  Verified           1,000,000         0             2         0              0',
      '  Rejected                   0         0             0         0              4',
      '  (only in new)              0         5             0         0',
      '  file only in the old run: old.csv',
      '  setting match.marginBits: 10 → 7',
      '  model: default-1 → default-2',
      '  registry: 1,000 → 2,000 persons',
    ]),
  );
  expect(renderComparisonText(COMPARISON, 'vi')).toContain('3 trong 1.000.003 dòng');
});

test('two runs of the same: nothing went in differently', () => {
  const differences = {
    inputsOnlyOld: [],
    inputsOnlyNew: [],
    inputsChanged: [],
    inputsReadOtherwise: [],
    settings: [],
    model: null,
    registry: null,
    tool: null,
  };
  expect(renderComparisonText({ ...COMPARISON, differences }, 'en')).toMatch(/\n {2}nothing: the same files/);
});

test.each(['vi', 'en'] as const)(
  'no input of the same name: it says why nothing was compared (%s)',
  (lang) => {
    const why = /không có tệp nào cùng tên|no input of the same name/;
    expect(renderComparisonText({ ...COMPARISON, rowsInBoth: 0, rowsChanged: 0 }, lang)).toMatch(why);
    expect(renderComparisonText(COMPARISON, lang)).not.toMatch(why);
  },
);

test('as JSON', () => {
  expect(JSON.parse(renderComparisonJson(COMPARISON))).toMatchObject({
    rows: { in_both: 1_000_003, changed: 3, only_new: { mismatch: 5 } },
    old_to_new: { verified: { needs_review: 2 } },
    differences: { model: { old: 'default-1', new: 'default-2' }, tool_version: null },
  });
});
