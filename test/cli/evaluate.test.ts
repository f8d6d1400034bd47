import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { expectFault } from './faults.js';
import { doisoat, useTempFolder } from './program.js';

const temp = useTempFolder();

const HEADER =
  'name,ds_source_file,ds_source_row,ds_outcome,ds_reason,ds_official_class,ds_person_id,ds_match_probability,ds_margin,ds_corrections,ds_explanation,ds_candidates';
const TRUTH_HEADER = 'source_file,source_row,person_id,in_registry,errors';

/** Ten rows: four verified (one of them wrong), three to review, two mismatches, one rejected. */
const RUN = {
  'verified.csv': [
    'A,d.csv,2,verified,exact,right,079085000111,0.999999,,,x,',
    'B,d.csv,3,verified,exact,right,079185000222,0.999999,,,x,',
    'C,d.csv,4,verified,corrected,wrong,001090000333,0.999500,12.00,"{""id"":[""1"",""2""]}",x,',
    'D,d.csv,5,verified,corrected,wrong,001090000999,0.999500,12.00,{},x,',
  ],
  'needs-review.csv': [
    'E,d.csv,6,needs_review,rival_too_close,right,,0.600000,1.00,,x,"[{""person_id"":""052078000555"",""probability"":0.6},{""person_id"":""052078000556"",""probability"":0.3}]"',
    'F,d.csv,7,needs_review,rival_too_close,right,,0.600000,1.00,,x,"[{""person_id"":""052078000557"",""probability"":0.6}]"',
    'G,d.csv,8,needs_review,not_enough_evidence,right,,0.500000,,,x,"[{""person_id"":""052170000666"",""probability"":0.5}]"',
  ],
  'mismatch.csv': [
    'H,d.csv,9,mismatch,nobody_found,not_verified,,,,,x,',
    'I,d.csv,10,mismatch,nobody_found,not_verified,,0.100000,,,x,',
  ],
  'rejected.csv': [',d.csv,11,rejected,empty_row,no_or_bad_id,,,,,x,'],
};

const TRUTH = [
  'd.csv,2,079085000111,1,none',
  'd.csv,3,079185000222,1,name_typo',
  'd.csv,4,001090000333,1,name_typo;id_one_digit',
  'd.csv,5,001090000333,1,id_one_digit',
  'd.csv,6,052078000555,1,id_missing',
  'd.csv,7,052078000555,1,id_missing',
  'd.csv,8,096078000000,0,none',
  'd.csv,9,052170000666,1,id_missing',
  'd.csv,10,096078000001,0,none',
  'd.csv,11,079085000111,1,none',
];

function writeRun(files: Readonly<Record<string, readonly string[]>> = RUN): void {
  mkdirSync(temp('run'));
  for (const [name, rows] of Object.entries(files)) {
    const header = name === 'rejected.csv' ? `${HEADER},ds_source_text` : HEADER;
    const lines = name === 'rejected.csv' ? rows.map((row) => `${row},`) : rows;
    writeFileSync(temp('run', name), `${[header, ...lines].join('\n')}\n`);
  }
}

function writeTruth(rows: readonly string[] = TRUTH, header = TRUTH_HEADER): void {
  writeFileSync(temp('truth.csv'), `${[header, ...rows].join('\n')}\n`);
}

const evaluate = (...flags: string[]) =>
  doisoat(['evaluate', '--run', temp('run'), '--truth', temp('truth.csv'), ...flags]);

test('the figures agree with a count by hand', () => {
  writeRun();
  writeTruth();
  const { code, stderr, stdout } = evaluate('--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const result = JSON.parse(stdout);
  expect(result.overall).toMatchObject({
    rows: 10,
    verifiable: 8,
    verified: 4,
    verified_right: 3,
    verified_wrong: 1,
    wrong_per_million: 100_000,
    recall: 3 / 8,
    needs_review: 3,
    review_share: 0.3,
    review_verifiable: 2,
    review_with_truth: 1,
    review_truth_share: 0.5,
    mismatch: 2,
    mismatch_verifiable: 1,
    rejected: 1,
  });
  const byError = new Map(result.by_error.map((row: { error: string }) => [row.error, row]));
  expect([...byError.keys()]).toEqual(['none', 'id_missing', 'id_one_digit', 'name_typo']);
  expect(byError.get('none')).toMatchObject({ rows: 4, verifiable: 2, verified_right: 1, recall: 0.5 });
  expect(byError.get('id_missing')).toMatchObject({ rows: 3, verified: 0, recall: 0, needs_review: 2 });
  expect(byError.get('id_one_digit')).toMatchObject({ rows: 2, verified_right: 1, verified_wrong: 1 });
  expect(byError.get('name_typo')).toMatchObject({ rows: 2, verified_right: 2, recall: 1 });
  expect(result.reliability.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0)).toBe(7);
});

test('verified although the true person is not in the registry: wrong, whatever the ID', () => {
  writeRun();
  writeTruth(TRUTH.map((row) => row.replace('d.csv,2,079085000111,1', 'd.csv,2,079085000111,0')));
  expect(JSON.parse(evaluate('--json').stdout).overall).toMatchObject({ verified_wrong: 2, verifiable: 7 });
});

test('as text, in both languages', () => {
  writeRun();
  writeTruth();
  expect(evaluate('--lang', 'en').stdout).toMatch(/\(37\.5%\)/);
  expect(evaluate().stdout).toMatch(/37,5\s%/);
});

test('the columns of the truth may be in any order, with more beside them', () => {
  writeRun();
  const rows = TRUTH.map((row) => `x,${row.split(',').reverse().join(',')}`);
  writeTruth(rows, `note,${TRUTH_HEADER.split(',').reverse().join(',')}`);
  expect(JSON.parse(evaluate('--json').stdout).overall).toMatchObject({ rows: 10, verified_right: 3 });
});

describe('what cannot be compared ends with exit code 3', () => {
  test('columns missing in the truth: those found and those missing are named', () => {
    writeRun();
    writeTruth(['d.csv,2,079085000111'], 'source_file,source_row,person');
    const what =
      /truth\.csv: columns missing: person_id, in_registry, errors; columns found: source_file, source_row, person\./;
    expectFault(evaluate(), {
      exit: 3,
      code: 'truth_columns',
      what,
      expected: /source_file, source_row/,
      next: /truth\.csv/,
    });
  });

  test('a row without truth', () => {
    writeRun();
    writeTruth(TRUTH.slice(0, 5));
    expectFault(evaluate(), { exit: 3, code: 'truth_missing', what: /row 9 of d\.csv/ });
  });

  test('an empty truth', () => {
    writeRun();
    writeFileSync(temp('truth.csv'), '');
    expect(evaluate()).toMatchObject({ code: 3, stdout: '' });
  });

  test('a missing truth file', () => {
    writeRun();
    expectFault(evaluate(), { exit: 3, code: 'input_missing', what: /truth\.csv: there is no such file/ });
  });

  test('a missing run folder', () => {
    writeTruth();
    expectFault(evaluate(), { exit: 3, code: 'input_missing', what: /verified\.csv: there is no such file/ });
  });

  test('a run folder that lacks a file', () => {
    writeRun();
    writeTruth();
    rmSync(temp('run', 'rejected.csv'));
    expectFault(evaluate(), { exit: 3, code: 'input_missing', what: /rejected\.csv: there is no such file/ });
  });

  test('a result file cut off in the middle of a row', () => {
    writeRun({ ...RUN, 'mismatch.csv': ['H,d.csv,9,mism'] });
    writeTruth();
    expect(evaluate()).toMatchObject({ code: 3, stdout: '' });
  });

  test('a folder that no run made', () => {
    writeRun();
    writeTruth();
    writeFileSync(temp('run', 'verified.csv'), 'a,b\n1,2\n');
    expect(evaluate()).toMatchObject({ code: 3, stdout: '' });
  });
});
