import { BEN_NGHE, judge, type PersonTexts, PHUC_XA, type RecordTexts, shownTo } from './people.js';

/** A woman of Bến Nghé and a man of Phúc Xá who have nothing in common. */
const LAN: PersonTexts = {
  id: '079185001234',
  cmnd: '023456789',
  name: 'Trần Thị Ngọc Lan',
  born: '1985-03-22',
  sex: 'female',
  home: BEN_NGHE,
};
const TUAN: PersonTexts = {
  id: '001062054321',
  name: 'Phạm Quốc Tuấn',
  born: '1962-11-28',
  sex: 'male',
  home: PHUC_XA,
};
const LAN_SENT: RecordTexts = {
  id: '079185001234',
  name: 'Trần Thị Ngọc Lan',
  born: '22/03/1985',
  sex: 'Nữ',
  home: BEN_NGHE,
};
const TUAN_SENT: RecordTexts = {
  id: '001062054321',
  name: 'Phạm Quốc Tuấn',
  born: '28/11/1962',
  sex: 'Nam',
  home: PHUC_XA,
};
const without = (texts: RecordTexts, ...fields: (keyof RecordTexts)[]): RecordTexts =>
  Object.fromEntries(Object.entries(texts).filter(([field]) => !fields.includes(field as keyof RecordTexts)));

describe('verified', () => {
  test('exact: the four mandatory fields agree', () => {
    const { decision } = judge(LAN_SENT, [LAN, TUAN]);
    expect(decision).toMatchObject({ kind: 'verified', reason: 'exact', personId: LAN.id, corrections: {} });
  });

  /** rule, what differs from a right record, the fields to correct */
  const CORRECTED: readonly (readonly [string, RecordTexts, readonly string[]])[] = [
    ['accents missing', { name: 'TRAN THI NGOC LAN' }, ['name']],
    ['middle name dropped', { name: 'Trần Thị Lan' }, ['name']],
    ['abbreviated', { name: 'Tr. T. N. Lan' }, ['name']],
    ['given name first', { name: 'Lan Trần Thị Ngọc' }, ['name']],
    ['a word mistyped', { name: 'Trần Thị Ngoc Lan' }, ['name']],
    ['one digit of the birth date', { born: '23/03/1985' }, ['birth_date']],
    ['year only', { born: '1985' }, ['birth_date']],
    ['01/01 in place of the day', { born: '01/01/1985' }, ['birth_date']],
    ['birth date missing', { born: '' }, ['birth_date']],
    ['sex wrong', { sex: 'Nam' }, ['sex']],
    ['sex missing', { sex: '' }, ['sex']],
    ['a lost zero', { id: '79185001234' }, ['id']],
    ['dots in the ID', { id: '079.185.001.234' }, ['id']],
    ['one digit of the ID', { id: '079185001235' }, ['id']],
    ['the old card', { id: '023456789' }, ['id']],
    ['no ID', { id: '' }, ['id']],
    ['a phone in place of the ID', { id: '0912345678' }, ['id']],
    ['a lost zero and accents missing', { id: '79185001234', name: 'TRAN THI NGOC LAN' }, ['id', 'name']],
  ];

  test.each(CORRECTED)('corrected: %s', (_, change, fields) => {
    const { decision } = judge({ ...LAN_SENT, ...change }, [LAN, TUAN]);
    expect(decision).toMatchObject({ kind: 'verified', reason: 'corrected', personId: LAN.id });
    expect(decision.kind === 'verified' && Object.keys(decision.corrections)).toEqual(fields);
  });

  test('a correction leads from the text as sent to the registry’s', () => {
    const { decision } = judge({ ...LAN_SENT, name: 'TRAN THI NGOC LAN', born: '1985', sex: 'Nam' }, [LAN]);
    expect(decision).toMatchObject({
      corrections: {
        name: ['TRAN THI NGOC LAN', 'Trần Thị Ngọc Lan'],
        birth_date: ['1985', '22/03/1985'],
        sex: ['Nam', 'Nữ'],
      },
    });
  });

  test('the registry’s year alone is no correction of a whole birth date', () => {
    const { decision } = judge(LAN_SENT, [{ ...LAN, born: '1985' }]);
    expect(decision).toMatchObject({ kind: 'verified', reason: 'exact' });
  });

  test('a crowded key does not hinder a record that claims the person’s own ID', () => {
    const crowd = crowdOf(LAN, 5);
    const { decision } = judge({ ...LAN_SENT, sex: '' }, [LAN, ...crowd], { crowdedAbove: 3 });
    expect(decision).toMatchObject({ kind: 'verified', personId: LAN.id });
  });
});

/** Persons of the same name who live in the same commune. */
function crowdOf(person: PersonTexts, count: number): PersonTexts[] {
  return Array.from({ length: count }, (_, i) => ({
    ...person,
    id: `07915000${String(1000 + i)}`,
    cmnd: '',
    born: `19${50 + i}-08-17`,
  }));
}

/** rule, the record, the registry */
const NOBODY_VERIFIED: readonly (readonly [string, RecordTexts, readonly PersonTexts[]])[] = [
  ['an ID alone', { id: LAN.id }, [LAN]],
  ['an ID and a sex', { id: LAN.id, sex: 'Nữ' }, [LAN]],
  ['an ID and a commune', { id: LAN.id, home: BEN_NGHE }, [LAN]],
  ['an ID with a birth year', { id: LAN.id, born: '1985' }, [LAN]],
  ['an ID with another name', { ...LAN_SENT, name: 'Lê Thu Hà' }, [LAN]],
  ['an ID with another birth date', { ...LAN_SENT, born: '17/09/1961' }, [LAN]],
  ['an accent-free name alone', { name: 'TRAN THI NGOC LAN' }, [{ ...LAN, nameCount: 1 }]],
  ['a name alone', { name: LAN.name }, [{ ...LAN, nameCount: 1 }]],
  [
    'an accent-free name in the commune',
    { name: 'TRAN THI NGOC LAN', home: BEN_NGHE, sex: 'Nữ' },
    [{ ...LAN, nameCount: 1 }],
  ],
  [
    'an accent-free name and a birth year',
    { name: 'TRAN THI NGOC LAN', born: '1985', sex: 'Nữ', home: BEN_NGHE },
    [{ ...LAN, nameCount: 1 }],
  ],
  ['a birth date in the commune', { born: '22/03/1985', sex: 'Nữ', home: BEN_NGHE }, [LAN]],
  ['an old card alone', { id: '023456789' }, [LAN]],
  ['an old card with birth date, sex and commune', { ...LAN_SENT, id: '023456789', name: '' }, [LAN]],
  ['an old card with a name', { id: '023456789', name: LAN.name }, [LAN]],
  ['an old card with another name', { ...LAN_SENT, id: '023456789', name: 'Lê Thu Hà' }, [LAN]],
  ['a slip in the ID and no birth date', { id: '079185001235', name: LAN.name }, [LAN]],
  ['a whole other ID', { ...LAN_SENT, id: '001190054321' }, [LAN]],
  ['a slip in the given name and no ID', { ...LAN_SENT, id: '', name: 'Trần Thị Ngọc Lam' }, [LAN]],
  ['another tone and no ID', { ...LAN_SENT, id: '', name: 'Trần Thị Ngọc Lân' }, [LAN]],
  ['nothing', {}, [LAN]],
  [
    'the father’s ID',
    { id: '001055000111', name: 'Nguyễn Văn An', born: '14/07/1988', sex: 'Nam' },
    [{ id: '001055000111', name: 'Nguyễn Văn An', born: '1955-02-26', sex: 'male', home: PHUC_XA }],
  ],
];

test.each(NOBODY_VERIFIED)('verifies nobody: %s', (_, record, registry) => {
  expect(judge(record, registry).decision.kind).not.toBe('verified');
});

describe('ID of one person, name of another', () => {
  const minh: PersonTexts = {
    id: '001202000111',
    name: 'Nguyễn Nhật Minh',
    born: '2002-06-15',
    sex: 'male',
    home: PHUC_XA,
  };
  const anh: PersonTexts = { ...minh, id: '001202000999', name: 'Nguyễn Nhật Anh' };
  const father: PersonTexts = {
    id: '001055000111',
    name: 'Nguyễn Văn An',
    born: '1955-02-26',
    sex: 'male',
    home: PHUC_XA,
  };
  const son: PersonTexts = { ...father, id: '001088000222', born: '1988-07-14' };
  const wife: PersonTexts = { ...LAN, id: '001187000333', home: PHUC_XA, cmnd: '' };

  /** rule, the record, the person of the ID, the person of the name */
  const CASES: readonly (readonly [string, RecordTexts, PersonTexts, PersonTexts])[] = [
    ['twins', { id: minh.id, name: anh.name, born: '15/06/2002', sex: 'Nam', home: PHUC_XA }, minh, anh],
    [
      'twins whose names differ in one tone',
      { id: minh.id, name: 'Nguyễn Nhật Mính', born: '15/06/2002', sex: 'Nam', home: PHUC_XA },
      minh,
      { ...anh, name: 'Nguyễn Nhật Mính' },
    ],
    [
      'twins whose names differ in one letter',
      { id: minh.id, name: 'Nguyễn Nhật Mình', born: '15/06/2002', sex: 'Nam' },
      { ...minh, name: 'Nguyễn Nhật Vinh' },
      { ...anh, name: 'Nguyễn Nhật Mình' },
    ],
    [
      'father and son of the same name',
      { id: father.id, name: 'Nguyễn Văn An', born: '14/07/1988', sex: 'Nam', home: PHUC_XA },
      father,
      son,
    ],
    [
      'the ID of the husband',
      { id: father.id, name: wife.name, born: '22/03/1985', sex: 'Nữ', home: PHUC_XA },
      father,
      wife,
    ],
    ['the ID of the row before', { ...LAN_SENT, id: TUAN.id }, TUAN, LAN],
    ['the old card of another', { ...TUAN_SENT, id: '023456789' }, LAN, TUAN],
  ];

  test.each(CASES)('%s: review, and both are shown', (_, record, owner, named) => {
    const { decision } = judge(record, [owner, named]);
    expect(decision).toMatchObject({
      kind: 'needs_review',
      reason: 'id_and_name_of_different_persons',
    });
    expect([...shownTo(decision)].sort()).toEqual([owner.id, named.id].sort());
  });

  test('the owner of the ID is shown even behind three likelier persons', () => {
    const namesakes = [1, 2, 3, 4].map((i) => ({ ...LAN, id: `07918500000${i}`, cmnd: '' }));
    const { decision } = judge({ ...LAN_SENT, id: TUAN.id }, [...namesakes, TUAN]);
    expect(shownTo(decision)).toHaveLength(3);
    expect(shownTo(decision)).toContain(TUAN.id);
  });

  test('a sibling with another birth date does not cast doubt on the right ID', () => {
    const sibling = { ...minh, id: '001204000555', born: '2004-10-28' };
    const { decision } = judge({ id: minh.id, name: minh.name!, born: '15/06/2002', sex: '' }, [
      minh,
      sibling,
    ]);
    expect(decision).toMatchObject({ kind: 'verified', personId: minh.id });
  });
});

describe('needs review', () => {
  test('two namesakes with one birth date and no ID: rival too close', () => {
    const namesake = { ...LAN, id: '079185009876', cmnd: '' };
    const { decision } = judge(without(LAN_SENT, 'id'), [LAN, namesake]);
    expect(decision).toMatchObject({ kind: 'needs_review', reason: 'rival_too_close', margin: 0 });
    expect([...shownTo(decision)].sort()).toEqual([LAN.id, namesake.id].sort());
    expect(decision.kind === 'needs_review' && decision.probability).toBeLessThanOrEqual(0.5);
  });

  test('one accent-free name for Đính and Đình of the same birth date: rival too close', () => {
    const dinh = { id: '001088000001', name: 'Nguyễn Văn Đính', born: '1988-07-14', sex: 'male' } as const;
    const other = { ...dinh, id: '001088000002', name: 'Nguyễn Văn Đình' };
    const { decision } = judge({ name: 'NGUYEN VAN DINH', born: '14/07/1988', sex: 'Nam' }, [dinh, other]);
    expect(decision).toMatchObject({ kind: 'needs_review', reason: 'rival_too_close' });
  });

  test('never more than three candidates', () => {
    const namesakes = [1, 2, 3, 4, 5].map((i) => ({ ...LAN, id: `07918500000${i}`, cmnd: '' }));
    expect(shownTo(judge(without(LAN_SENT, 'id'), namesakes).decision)).toHaveLength(3);
  });

  test('the registry gives the ID to two persons', () => {
    const shared = [
      { ...LAN, idNotUnique: true },
      { ...TUAN, id: LAN.id, idNotUnique: true },
    ];
    expect(judge(LAN_SENT, shared).decision).toMatchObject({
      kind: 'needs_review',
      reason: 'registry_id_not_unique',
    });
  });

  test('right name and birth date, wrong ID of nobody: conflicting fields', () => {
    expect(judge({ ...LAN_SENT, id: '001190054321' }, [LAN]).decision).toMatchObject({
      kind: 'needs_review',
      reason: 'conflicting_fields',
    });
  });

  test('right ID and name, another birth date: conflicting fields', () => {
    expect(judge({ ...LAN_SENT, born: '17/09/1961' }, [LAN]).decision).toMatchObject({
      kind: 'needs_review',
      reason: 'conflicting_fields',
    });
  });

  test('an ID without a name is not enough evidence', () => {
    expect(judge({ id: LAN.id }, [LAN]).decision).toMatchObject({
      kind: 'needs_review',
      reason: 'not_enough_evidence',
    });
  });

  test('a rival may be behind a crowded key: not enough evidence without the ID', () => {
    const record = without(LAN_SENT, 'id');
    const registry = [LAN, ...crowdOf(LAN, 5)];
    expect(judge(record, registry).decision.kind).toBe('verified');
    expect(judge(record, registry, { crowdedAbove: 3 }).decision).toMatchObject({
      kind: 'needs_review',
      reason: 'not_enough_evidence',
    });
  });
});

/** rule, died, dose, whether the death is before the dose */
const DEATHS: readonly (readonly [string, string, string, boolean])[] = [
  ['the day before', '2021-09-14', '2021-09-15', true],
  ['on the day', '2021-09-15', '2021-09-15', false],
  ['the day after', '2021-09-16', '2021-09-15', false],
  ['an earlier month with a later day', '2021-08-30', '2021-09-15', true],
  ['an earlier year with a later month', '2020-12-31', '2021-09-15', true],
  ['month known, the month before', '2021-08', '2021-09-15', true],
  ['month known, the same month', '2021-09', '2021-09-15', false],
  ['year known, the year before', '2020', '2021-09-15', true],
  ['year known, the same year', '2021', '2021-09-15', false],
  ['dose to the month, the month before', '2021-08-30', '2021-09', true],
  ['dose to the month, the same month', '2021-09-01', '2021-09', false],
  ['dose to the year, the same year', '2021-01-01', '2021', false],
  ['alive', '', '2021-09-15', false],
];

test.each(DEATHS)('death before the dose, %s: died %s, dose %s', (_, died, dose, before) => {
  const [year = 0, month = 0, day = 0] = dose.split('-').map(Number);
  const { decision } = judge(LAN_SENT, [died === '' ? LAN : { ...LAN, died }], {
    doseDate: { year, month, day },
  });
  expect(decision.reason).toBe(before ? 'dead_before_dose' : 'exact');
});

test('a dose without a date is before no death', () => {
  expect(judge(LAN_SENT, [{ ...LAN, died: '2019-05-01' }], { doseDate: null }).decision.reason).toBe('exact');
});

describe('mismatch', () => {
  const NOBODY: readonly (readonly [string, string, string])[] = [
    ['a citizen’s ID', '001190054321', 'id_not_in_registry'],
    ['an old card', '311222333', 'id_not_in_registry'],
    ['a passport', 'C1234567', 'passport_not_in_registry'],
    ['no ID', '', 'nobody_found'],
    ['a phone number', '0912345678', 'nobody_found'],
    ['digits are gone', '7.9185E+10', 'nobody_found'],
  ];

  test.each(NOBODY)('nobody fits, with %s', (_, id, reason) => {
    const { decision } = judge({ ...LAN_SENT, id }, [TUAN]);
    expect(decision).toEqual({ kind: 'mismatch', reason, probability: null });
  });

  test('the ID is somebody else’s and nobody fits the name', () => {
    const { decision } = judge({ ...LAN_SENT, id: TUAN.id }, [TUAN]);
    expect(decision).toMatchObject({ kind: 'mismatch', reason: 'id_belongs_to_another' });
  });

  test('the old card is somebody else’s and nobody fits the name', () => {
    const { decision } = judge({ ...TUAN_SENT, id: LAN.cmnd! }, [LAN]);
    expect(decision).toMatchObject({ kind: 'mismatch', reason: 'id_belongs_to_another' });
  });

  test('an empty registry', () => {
    expect(judge(LAN_SENT, []).decision).toMatchObject({ kind: 'mismatch', reason: 'id_not_in_registry' });
  });
});

describe('official class of the record as it was sent', () => {
  /** rule, what differs from a right record, class, field */
  const CASES: readonly (readonly [string, RecordTexts, string, string])[] = [
    ['all four fields agree', {}, 'right', 'none'],
    ['capitals and tone placement are the same name', { name: 'TRẦN THỊ NGỌC LAN' }, 'right', 'none'],
    ['the old card with all fields right', { id: '023456789' }, 'right', 'none'],
    ['accents missing', { name: 'TRAN THI NGOC LAN' }, 'wrong', 'name'],
    ['another name, right birth date', { name: 'Lê Thu Hà' }, 'wrong', 'name'],
    ['name and birth date slightly wrong', { name: 'TRAN THI NGOC LAN', born: '1985' }, 'wrong', 'name'],
    ['year only', { born: '1985' }, 'wrong', 'birth_date'],
    ['another birth date, right name', { born: '17/09/1961' }, 'wrong', 'birth_date'],
    ['sex', { sex: 'Nam' }, 'wrong', 'other'],
    ['sex missing', { sex: '' }, 'wrong', 'other'],
    ['another person’s ID', { id: TUAN.id }, 'wrong', 'id'],
    ['an ID of nobody', { id: '001190054321' }, 'not_verified', 'none'],
    ['a card of nobody', { id: '311222333' }, 'not_verified', 'none'],
    ['a slip in the ID', { id: '079185001235' }, 'not_verified', 'none'],
    ['a card that lost its zero has a right format', { id: '23456789' }, 'not_verified', 'none'],
    ['a passport', { id: 'C1234567' }, 'not_verified', 'none'],
    ['no ID', { id: '' }, 'no_or_bad_id', 'none'],
    ['an ID that lost its zero', { id: '79185001234' }, 'no_or_bad_id', 'none'],
    ['dots in the ID', { id: '079.185.001.234' }, 'no_or_bad_id', 'none'],
    ['a phone number', { id: '0912345678' }, 'no_or_bad_id', 'none'],
  ];

  test.each(CASES)('%s', (_, change, officialClass, wrongField) => {
    expect(judge({ ...LAN_SENT, ...change }, [LAN, TUAN]).official).toEqual({ officialClass, wrongField });
  });
});

describe('what a clerk sees first', () => {
  const khoi: PersonTexts = {
    id: '001202000111',
    name: 'Trần Minh Khôi',
    born: '2002-06-15',
    sex: 'male',
    home: PHUC_XA,
  };
  const khoa: PersonTexts = {
    id: '001202000112',
    name: 'Trần Minh Khoa',
    born: '2002-06-15',
    sex: 'male',
    home: PHUC_XA,
  };

  test('a twin whose name and birth date stand comes before the owner of the ID', () => {
    const sent = { id: khoi.id, name: khoa.name, born: '15/06/2002', sex: 'Nam', home: PHUC_XA };
    const { decision } = judge(sent, [khoi, khoa]);
    expect(decision).toMatchObject({ kind: 'needs_review', reason: 'id_and_name_of_different_persons' });
    expect(shownTo(decision)).toEqual([khoa.id, khoi.id]);
  });

  test('the rival that is too close is shown, however unlikely', () => {
    const sent = { name: 'Tran Minh Khoi', born: '15/06/2002', sex: 'Nam', home: PHUC_XA };
    const { decision } = judge(sent, [khoi, { ...khoa, name: 'Trần Minh Khơi' }]);
    expect(decision).toMatchObject({ kind: 'needs_review', reason: 'rival_too_close' });
    expect(shownTo(decision)).toHaveLength(2);
  });
});

test('who lives in a province that the snapshot does not hold is no certain match without an ID', () => {
  const sent = { ...without(LAN_SENT, 'id'), name: 'Trần Thị Hồng Lan' };
  const person = { ...LAN, name: 'Trần Thị Hồng Lan', nameCount: 40 };
  const abroad = { province: 96, district: 964, commune: 31825 };
  const chance = (provincesHeld?: readonly number[]) =>
    judge({ ...sent, home: abroad }, [person], { provincesHeld }).candidates[0]!.probability;
  expect(chance()).toBeGreaterThan(0.99);
  expect(chance([79])).toBeLessThan(0.9);
});
