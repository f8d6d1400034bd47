import fc from 'fast-check';
import { REASONS } from '../../src/domain/reasons.js';
import { decide } from '../../src/match/decide.js';
import { formatDate } from '../../src/match/differences.js';
import { explainDecision } from '../../src/match/explain.js';
import { DEFAULT_MODEL } from '../../src/match/model.js';
import { POLICIES } from '../../src/match/policy.js';
import { scoreCandidates } from '../../src/match/score.js';
import {
  BEN_NGHE,
  COUNTRY,
  judge,
  type PersonTexts,
  PHUC_XA,
  personOf,
  type RecordTexts,
  recordOf,
} from './people.js';

const LAN: PersonTexts = {
  id: '079185001234',
  cmnd: '023456789',
  name: 'Trần Thị Ngọc Lan',
  born: '1985-03-22',
  sex: 'female',
  home: BEN_NGHE,
};
const LAN_SENT: RecordTexts = { id: LAN.id, name: LAN.name, born: '22/03/1985', sex: 'Nữ', home: BEN_NGHE };

/** what differs from a right record, a part of the Vietnamese sentence, a part of the English one */
const CORRECTIONS: readonly (readonly [RecordTexts, string, string])[] = [
  [
    { name: 'TRAN THI NGOC LAN' },
    'họ tên “TRAN THI NGOC LAN” thành “Trần Thị Ngọc Lan” (thiếu dấu)',
    'name “TRAN THI NGOC LAN” to “Trần Thị Ngọc Lan” (accents missing)',
  ],
  [{ name: 'Trần Thị Ngọc Lân' }, '(sai dấu ở “Lân”)', '(wrong accent in “Lân”)'],
  [{ name: 'Lan Trần Thị Ngọc' }, '(đảo thứ tự các chữ)', '(words in another order)'],
  [{ name: 'Tr. T. N. Lan' }, '(viết tắt)', '(abbreviated)'],
  [{ name: 'Trần Lan' }, 'thiếu tên đệm “Thị Ngọc”', 'middle name “Thị Ngọc” missing'],
  [
    { born: '23/03/1985' },
    'ngày sinh “23/03/1985” thành “22/03/1985” (sai một chữ số ở ngày)',
    '(one digit of the day wrong)',
  ],
  [{ born: '1985' }, 'ngày sinh “1985” thành “22/03/1985”', 'birth date “1985” to “22/03/1985”'],
  [{ born: '01/01/1985' }, '01/01', '01/01 in place of the day'],
  [{ born: '' }, 'ngày sinh: điền “22/03/1985”', 'birth date: enter “22/03/1985”'],
  [{ sex: 'Nam' }, 'giới tính “Nam” thành “Nữ”', 'sex “Nam” to “Nữ”'],
  [
    { id: '79185001234' },
    'số định danh “79185001234” thành “079185001234” (mất số 0 ở đầu)',
    'leading zeros lost',
  ],
  [{ id: '079.185.001.234' }, 'số có dấu cách, dấu chấm', 'spaces, dots'],
  [{ id: '07918500I234' }, 'chữ O, l', 'letters O, l'],
  [{ id: '079185001235' }, '(sai một chữ số)', '(one digit wrong)'],
  [{ id: '023456789' }, 'CMND', 'nine-digit card number'],
  [{ id: '' }, 'số định danh: điền “079185001234”', 'ID: enter “079185001234”'],
  [{ id: '0912345678' }, '(là số điện thoại)', '(a phone number)'],
  [{ id: '7.9185E+10' }, 'Excel đã rút gọn số thành dạng có chữ E', 'digits lost'],
  [{ id: 'C1234567' }, '(hồ sơ đang ghi số hộ chiếu)', '(a passport number)'],
  [{ name: 'Trần Thị Ngọc Lan (mẹ)' }, '(có ghi chú trong họ tên)', '(with a note in the name)'],
  [{ name: 'TrÇn ThÞ Ngäc Lan' }, '(lỗi phông chữ)', '(in an old encoding)'],
  [{ born: '07/06/1905' }, 'Excel đã đổi năm sinh', 'a day of 1905'],
  [{ born: '31128' }, 'Excel đã đổi ngày thành số thứ tự', 'a day number'],
  [{ born: '31/02/1985' }, '(không có ngày này trong lịch)', '(no such day in the calendar)'],
  [{ born: '01/01/1911' }, 'ghi ngày giả', 'a made-up date'],
];

test.each(CORRECTIONS)('a correction names the field and the kind of error: %j', (change, vi, en) => {
  const judged = judge({ ...LAN_SENT, ...change }, [LAN]);
  expect(judged.decision.reason).toBe('corrected');
  expect(judged.vi).toContain(vi);
  expect(judged.en).toContain(en);
});

test('two errors are told in one sentence', () => {
  const { vi } = judge({ ...LAN_SENT, name: 'TRAN THI NGOC LAN', sex: 'Nam' }, [LAN]);
  expect(vi).toMatch(/họ tên .*; giới tính .*\. Sửa xong thì ký số\.$/);
});

test('a rejected row and a mismatch say why and what to do', () => {
  const rejected = explainDecision({ kind: 'rejected', reason: 'broken_quotes' }, null, 'vi');
  const { vi, next } = REASONS.broken_quotes;
  expect(rejected).toBe(`${vi} ${next.vi}`);
  const mismatch = judge({ ...LAN_SENT, id: '' }, []);
  expect(mismatch.en).toBe(`${REASONS.nobody_found.en} ${REASONS.nobody_found.next.en}`);
});

test.each([
  ['1985-03-05', '05/03/1985'],
  ['1985-03', '03/1985'],
  ['1985', '1985'],
  ['', ''],
])('a date as far as it is known: %s', (text, shown) => {
  const { birthDate } = personOf({ id: '', name: '', born: text });
  expect(formatDate(birthDate)).toBe(shown);
});

const names = fc
  .tuple(
    fc.constantFrom('Nguyễn', 'Trần', 'Phạm'),
    fc.constantFrom('Thị', 'Văn', 'Ngọc'),
    fc.constantFrom('Lan', 'Đính', 'Đình', 'An', 'Hùng'),
  )
  .map((words) => words.join(' '));
const days = fc.constantFrom('1985-03-22', '1985-03-12', '1985-12-03', '1961-09-17', '1985');
const homes = fc.constantFrom(BEN_NGHE, PHUC_XA, { province: 0, district: 0, commune: 0 });
const ids = fc.constantFrom('079185001234', '079185001235', '001061054321', '096300012345', '001190077777');
const people = fc
  .uniqueArray(
    fc.record({
      id: ids,
      name: names,
      born: days,
      sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
      home: homes,
      nameCount: fc.constantFrom(1, 500, 200_000),
    }),
    { maxLength: 6, selector: ({ id, name, born }) => `${id}|${name}|${born}` },
  )
  .map((texts) => texts.map((person, i) => personOf(person, i + 1)));
const records = fc.record({
  id: fc.oneof(ids, fc.constantFrom('', '023456789', 'C1234567')),
  name: fc.oneof(names, fc.constantFrom('', 'NGUYEN VAN DINH', 'Lê Thu Hà')),
  born: fc.constantFrom('22/03/1985', '03/12/1985', '1985', '', '05/08/1940'),
  sex: fc.constantFrom('Nam', 'Nữ', ''),
  home: homes,
});

test('the probabilities of the candidates and of nobody share one', () => {
  fc.assert(
    fc.property(records, people, (texts, persons) => {
      const candidates = scoreCandidates(recordOf(texts).identity, persons, COUNTRY, DEFAULT_MODEL);
      const total = candidates.reduce((sum, { probability }) => sum + probability, 0);
      expect(total).toBeLessThanOrEqual(1 + 1e-9);
      for (const { probability, weight } of candidates) {
        expect(probability >= 0 && Number.isFinite(weight)).toBe(true);
      }
      for (let i = 1; i < candidates.length; i++) {
        expect(candidates[i - 1]!.probability).toBeGreaterThanOrEqual(candidates[i]!.probability);
      }
    }),
  );
});

test('the order in which persons are found changes nothing', () => {
  fc.assert(
    fc.property(records, people, (texts, persons) => {
      const { identity } = recordOf(texts);
      const forwards = scoreCandidates(identity, persons, COUNTRY, DEFAULT_MODEL);
      const backwards = scoreCandidates(identity, [...persons].reverse(), COUNTRY, DEFAULT_MODEL);
      expect(backwards.map(({ person }) => person)).toEqual(forwards.map(({ person }) => person));
      backwards.forEach(({ probability }, i) => {
        expect(probability).toBeCloseTo(forwards[i]!.probability, 9);
      });
    }),
  );
});

/** All that a mismatch tells beside the row's own text. */
function toldBy(texts: RecordTexts, persons: ReturnType<typeof personOf>[]) {
  const { identity, asSent } = recordOf(texts);
  const candidates = scoreCandidates(identity, persons, COUNTRY, DEFAULT_MODEL);
  const input = {
    record: identity,
    asSent,
    candidates,
    allCompared: true,
    doseDate: null,
    policy: POLICIES.standard,
  };
  const decision = decide(input);
  if (decision.kind === 'mismatch') {
    // The same with nobody to tell of.
    expect(explainDecision(decision, { ...input, candidates: [] }, 'vi')).toBe(
      explainDecision(decision, input, 'vi'),
    );
  }
  const sentences = (['vi', 'en'] as const).map((language) => explainDecision(decision, input, language));
  return { decision, text: `${JSON.stringify(decision)} ${sentences.join(' ')}` };
}

test('disclosure: a mismatch tells no name, ID or birth date of anybody', () => {
  let mismatches = 0;
  fc.assert(
    fc.property(records, people, (texts, persons) => {
      const { decision, text } = toldBy(texts, persons);
      if (decision.kind !== 'mismatch') return;
      mismatches++;
      expect(Object.keys(decision).sort()).toEqual(['kind', 'probability', 'reason']);
      for (const { personId, name, birthDate } of persons) {
        expect(text).not.toContain(personId);
        expect(text).not.toContain(name.display);
        if (birthDate.day > 0) expect(text).not.toContain(formatDate(birthDate));
      }
    }),
    { numRuns: 500 },
  );
  expect(mismatches).toBeGreaterThan(20);
});

test('a verified person has the name or the ID of the record, never a contradiction', () => {
  fc.assert(
    fc.property(records, people, (texts, persons) => {
      const { identity } = recordOf(texts);
      const candidates = scoreCandidates(identity, persons, COUNTRY, DEFAULT_MODEL);
      const { decision } = toldBy(texts, persons);
      if (decision.kind !== 'verified') return;
      expect(decision.personId).toBe(candidates[0]!.person.personId);
      const { id, name, birthDate } = candidates[0]!.comparison;
      expect(['partial', 'different']).not.toContain(name);
      expect(['same_year', 'different']).not.toContain(birthDate);
      expect(['different', 'of_another']).not.toContain(id);
      expect(decision.probability).toBeGreaterThanOrEqual(POLICIES.standard.verifyProbability);
    }),
    { numRuns: 500 },
  );
});
