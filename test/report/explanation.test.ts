import fc from 'fast-check';
import { BIRTH_DATE_LEVELS, ID_LEVELS, NAME_LEVELS, PLACE_LEVELS } from '../../src/domain/decision.js';
import { type ComparedLevel, VERIFICATION_RULES } from '../../src/domain/explanation.js';
import type { Language } from '../../src/domain/run-facts.js';
import { renderExplanationHtml } from '../../src/report/explanation-html.js';
import { renderExplanationJson } from '../../src/report/explanation-json.js';
import { formatBits, formatProbability, stepsOf } from '../../src/report/explanation-steps.js';
import { renderExplanationText } from '../../src/report/explanation-text.js';
import { comparisonWords, levelWords } from '../../src/report/explanation-words.js';
import { candidate, explanation, match, RAISED, REJECTED, WITHHELD } from './explanation-sample.js';

const LANGUAGES: readonly Language[] = ['vi', 'en'];
const ALL = [explanation(), WITHHELD, REJECTED];

describe('steps of a waterfall', () => {
  test.each([
    ['all fields', candidate(), ['prior', 'field', 'field', 'field', 'field', 'field', 'total']],
    [
      'one slip as its own step',
      RAISED,
      [...Array(1).fill('prior'), ...Array(5).fill('field'), 'one_slip', 'total'],
    ],
  ])('%s: they add up to the sum', (_, person, kinds) => {
    const steps = stepsOf(person, 100, 'en');
    expect(steps.map(({ kind }) => kind)).toEqual(kinds);
    expect(steps.at(-2)!.to).toBeCloseTo(person.totalBits, 9);
    for (let i = 1; i < steps.length - 1; i++) expect(steps[i]!.from).toBe(steps[i - 1]!.to);
    expect(steps.at(-1)).toMatchObject({ from: 0, to: person.totalBits });
  });

  test.each([
    [3, '8 : 1'],
    [0.5, '1.4 : 1'],
    [-20, '1 : 1,048,576'],
    [50, 'over a trillion : 1'],
    [-50, '1 : over a trillion'],
  ])('odds of %d bits: %s', (totalBits, odds) => {
    expect(stepsOf(candidate({ totalBits }), 100, 'en').at(-1)!.detail).toBe(`${odds} against “nobody”`);
  });

  test('a place that came with a copied number says so', () => {
    const fields = candidate().fields.map((field) =>
      field.field === 'place' ? ({ ...field, level: 'district' } as const) : field,
    );
    expect(stepsOf(candidate({ fields }), 100, 'en')[5]!.detail).toMatch(
      /the same district, but not counted/,
    );
  });
});

test.each([
  [0, 'vi', '0'],
  [-0.04, 'vi', '0'],
  [9.84, 'vi', '+9,8'],
  [-6.55, 'en', '\u22126.5'],
] as const)('bits %d (%s): %s', (bits, lang, text) => expect(formatBits(bits, lang)).toBe(text));

test.each([
  [0, 'en', '0'],
  [1, 'en', '1'],
  [1e-9, 'vi', '<0,000001'],
  [0.9999999, 'en', '0.999999'],
  [0.21212, 'vi', '0,212120'],
] as const)('probability %d (%s): %s, never rounded up', (p, lang, text) =>
  expect(formatProbability(p, lang)).toBe(text),
);

test('every level of every field has words in both languages, different within a field', () => {
  const levels: Record<ComparedLevel['field'], readonly string[]> = {
    name: NAME_LEVELS,
    birth_date: BIRTH_DATE_LEVELS,
    id: ID_LEVELS,
    sex: ['same', 'different', 'missing'],
    place: PLACE_LEVELS,
  };
  for (const lang of LANGUAGES) {
    for (const [field, names] of Object.entries(levels)) {
      const words = names.map((level) => levelWords({ field, level } as ComparedLevel, lang));
      expect(new Set(words).size).toBe(names.length);
    }
  }
});

test.each([
  ['03/12/1985', 'day and month exchanged'],
  ['12/03/1981', 'agrees in another reading'],
])('a birth date %s for 12/03/1985: %s', (record, words) => {
  const field = { field: 'birth_date', level: 'swapped', record, registry: '12/03/1985', bits: 9 } as const;
  expect(comparisonWords(field, 'en')).toBe(words);
});

describe('as text', () => {
  test('the record, the candidates, the shares and the reason', () => {
    expect(renderExplanationText([explanation()], 'en').split('\n')).toEqual(
      expect.arrayContaining([
        'Record: doses.csv, row 12; the same for row 13',
        'Result: Verified (corrected)',
        '  Birth date  3/12/85               03/12/1985         two-digit year; could also be 12/03/1985',
        'Candidate 1: 079185001234, probability 0.999999',
        'Candidate 2: 079185009999, probability <0.000001, died 01/02/2020, an ID given to more than one person',
        '  Not in the registry         <0.000001',
        '  yes  The lead over the second person is 20.5 bits; at least 10 are needed.',
      ]),
    );
  });

  test('all bars share one line of even odds; the first loses bits, the sum ends to the right', () => {
    const alone = match({ candidates: [candidate()] });
    const lines = renderExplanationText([explanation({ match: alone })], 'en').split('\n');
    const bars = lines.filter((line) => /^ {2}\S.* {2}[+\u2212]?[\d.]+ {2}[ +=|-]+$/.test(line));
    expect(bars).toHaveLength(7);
    expect(new Set(bars.map((line) => line.indexOf('|'))).size).toBe(1);
    expect(bars[0]).toMatch(/\u221226\.0 {2}-+\|$/);
    expect(bars[6]).toMatch(/\+23\.0 {2} *\|=+$/);
  });

  test('the condition that decides is marked, later failures are not', () => {
    const conditions = VERIFICATION_RULES.map((rule) => ({ rule, holds: rule === 'id_is_unique' }));
    const text = renderExplanationText(
      [explanation({ outcome: 'needs_review', reason: 'rival_too_close', match: match({ conditions }) })],
      'en',
    );
    expect(text.match(/^ {2}NO /gm)).toHaveLength(VERIFICATION_RULES.length - 1);
    expect(text.match(/<- decides/g)).toHaveLength(1);
    expect(text).toMatch(/NO {3}The number is nobody else’s.*<- decides/);
  });

  test('a mismatch tells how many were compared and that none is likely enough, not who', () => {
    const text = renderExplanationText([WITHHELD], 'en');
    expect(text).toContain('Nobody reaches what is needed (0.2).');
    expect(text).toMatch(/2 compared +0\.03/);
    expect(text).toContain('--show-others');
    expect(text).not.toMatch(/Trần|079185009999/);
  });

  test('nobody else was looked for where the number settled it', () => {
    const settled = match({ margin: null, settledByCrossCheck: true });
    const text = renderExplanationText([explanation({ match: settled })], 'en');
    expect(text).toContain('so a second person was not looked for');
  });

  test('a row that cannot be read has no match', () => {
    expect(renderExplanationText([REJECTED], 'vi')).toContain(
      'Dấu nháy kép trong dòng không đóng đúng chỗ. Vì vậy không tìm ai.',
    );
  });

  test('a result that cannot be reproduced is told', () => {
    expect(renderExplanationText([explanation({ agreesWithRun: false })], 'en')).toContain(
      'gives another result',
    );
  });

  test('control characters of a cell do not reach the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sent) => {
        const readings = match().readings.map((reading) => ({ ...reading, sent, understood: sent }));
        const text = renderExplanationText(
          [explanation({ sentence: sent, match: match({ readings }) })],
          'vi',
        );
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('as a page', () => {
  test.each(LANGUAGES)('the same bytes twice, in %s, without a hole', (lang) => {
    const page = renderExplanationHtml(ALL, lang);
    expect(renderExplanationHtml(ALL, lang)).toBe(page);
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });

  test('asks nothing of the network and runs no script', () => {
    const page = renderExplanationHtml(ALL, 'vi');
    expect(page).not.toMatch(/https?:|<script|<link|<img|@import|src=/);
    expect(page).toContain("default-src 'none'");
  });

  test('every chart has words, every table a caption, every id is unique and every reference leads somewhere', () => {
    const page = renderExplanationHtml(ALL, 'en');
    expect(page.match(/<svg class="waterfall"[^>]*role="img"/g)).toHaveLength(2);
    expect(page.match(/<desc /g)).toHaveLength(2);
    expect(page).toContain('Name (the same words; the record has no accents): +12.5 bit;');
    expect(page.match(/<caption/g)).toHaveLength(page.match(/<table/g)!.length);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, names]) => names!.split(' '));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('hostile cells do no harm', () => {
    const evil = '"><script>alert(1)</script>';
    const readings = match().readings.map((reading) => ({ ...reading, sent: evil, understood: evil }));
    const fields = candidate().fields.map((field) => ({ ...field, record: evil, registry: evil }));
    const page = renderExplanationHtml(
      [
        explanation({
          rows: [{ file: evil, row: 1 }],
          sentence: evil,
          match: match({ readings, candidates: [candidate({ fields })] }),
        }),
      ],
      'vi',
    );
    expect(page).not.toContain('<script');
  });

  test('bars for and against are filled differently, so that black and white tells them apart', () => {
    const page = renderExplanationHtml([explanation()], 'vi');
    expect(page).toMatch(/class="bar-for"/);
    expect(page).toMatch(/class="bar-against"/);
    expect(page).toContain('url(#fill-against)');
  });
});

test('as JSON: exact bits, null for what is not there, nothing of withheld persons', () => {
  const { explanations } = JSON.parse(renderExplanationJson(ALL));
  expect(explanations[0].match.candidates[1]).toMatchObject({ one_slip_bits: 30.5, total_bits: 2.5 });
  expect(explanations[1]).toMatchObject({ person_id: null, match: { candidates: [], withheld: 2 } });
  expect(explanations[2].match).toBeNull();
});
