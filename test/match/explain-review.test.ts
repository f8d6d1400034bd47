import { BEN_NGHE, judge, type PersonTexts, PHUC_XA, type RecordTexts } from './people.js';

const LAN: PersonTexts = {
  id: '079185001234',
  cmnd: '023456789',
  name: 'Trần Thị Ngọc Lan',
  born: '1985-03-22',
  sex: 'female',
  home: BEN_NGHE,
  nameCount: 40,
};
const LAN_SENT: RecordTexts = { id: LAN.id, name: LAN.name, born: '22/03/1985', sex: 'Nữ', home: BEN_NGHE };
const MINH: PersonTexts = {
  id: '001061054321',
  name: 'Đỗ Quang Minh',
  born: '1961-09-17',
  sex: 'male',
  home: PHUC_XA,
};
const TWIN: PersonTexts = { ...LAN, id: '079185001235', cmnd: '', name: 'Trần Thị Ngọc Lam' };

test('an ID and a name of two persons: both are described alike, with what to do', () => {
  const { decision, vi, en } = judge({ ...LAN_SENT, id: MINH.id }, [LAN, MINH]);
  expect(decision.reason).toBe('id_and_name_of_different_persons');
  expect(vi).toBe(
    'Số định danh trong hồ sơ là của người (2), còn họ tên, ngày sinh giống người (1) hơn. ' +
      'Người (1) có số 079185001234, khác hồ sơ: số định danh “001061054321” (là số của người khác). ' +
      'Người (2) có số 001061054321, khác hồ sơ: họ tên “Trần Thị Ngọc Lan” / “Đỗ Quang Minh”; ' +
      'ngày sinh “22/03/1985” / “17/09/1961”; giới tính “Nữ” / “Nam”. ' +
      'Xem căn cước (trẻ em: giấy khai sinh) để biết ai được tiêm rồi sửa hồ sơ theo người đó. ' +
      'Nếu không phải ai trong hai người, liên hệ lại người được tiêm.',
  );
  expect(en).toMatch(
    /^The ID in the record is person \(2\)’s, but name and birth date are more like person \(1\)’s\./,
  );
});

test('one person whose birth date differs: who, what differs, what to do', () => {
  const { decision, vi, en } = judge({ ...LAN_SENT, born: '17/09/1961' }, [LAN]);
  expect(decision.reason).toBe('conflicting_fields');
  expect(vi).toBe(
    'Có thể là người có số định danh 079185001234, nhưng ngày sinh khác mà không nhận ra là lỗi nhập liệu thường gặp. ' +
      'Hồ sơ khác cơ sở dữ liệu: ngày sinh “17/09/1961” / “22/03/1985”. ' +
      'Xem căn cước (trẻ em: giấy khai sinh): đúng người này thì sửa hồ sơ theo người này; không đúng thì liên hệ lại người được tiêm.',
  );
  expect(en).toContain('but the birth date differs in a way that was not recognised as a usual typing error');
});

/** what was sent, parts of the Vietnamese sentence, of the English one */
const DOUBTS: readonly (readonly [string, RecordTexts, readonly PersonTexts[], string, string])[] = [
  [
    'a namesake elsewhere',
    { ...LAN_SENT, id: '', home: PHUC_XA, name: 'Trần Thị Lan' },
    [{ ...LAN, name: 'Trần Thị Lan', nameCount: 60_000 }],
    'nhưng hồ sơ không có số định danh, nơi ở khác tỉnh, nên có thể là người khác cùng tên',
    'but the record has no ID, the province is another, so it may be somebody else of this name',
  ],
  [
    'an old card without the birth date',
    { ...LAN_SENT, id: LAN.cmnd ?? '', born: '', home: PHUC_XA },
    [LAN],
    'nhưng số CMND 9 số và họ tên chưa đủ; cần thêm ngày sinh',
    'an old card number and a name are not enough; the birth date is needed',
  ],
  [
    'the year alone',
    { ...LAN_SENT, id: '', name: 'TRAN THI NGOC LAN', born: '1985' },
    [LAN],
    'không biết chính xác ngày sinh',
    'the day of birth is not known',
  ],
  [
    'a given name that may be a sister’s',
    { ...LAN_SENT, id: '', name: 'Trần Thị Ngọc Lam' },
    [LAN],
    'hồ sơ không có số định danh, tên không giống hẳn, nên có thể là người khác',
    'the record has no ID, the given name is not quite the same, so it may be somebody else',
  ],
  [
    'a death before the dose',
    LAN_SENT,
    [{ ...LAN, died: '2021-03-01' }],
    'nhưng theo cơ sở dữ liệu người này đã mất (01/03/2021), trước ngày tiêm. Kiểm tra ngày tiêm',
    'by the registry this person died (01/03/2021) before the date of the dose. Check',
  ],
  [
    'an ID of several persons',
    LAN_SENT,
    [{ ...LAN, idNotUnique: true }],
    'có số định danh 079185001234, nhưng bản trích cơ sở dữ liệu dân cư cấp số này cho nhiều người',
    'has the ID 079185001234, which the registry snapshot gives to more than one person',
  ],
  [
    'a second person close behind',
    { ...LAN_SENT, id: '' },
    [LAN, TWIN],
    'Người (1) khớp hơn cả, nhưng chưa đủ xa người (2)',
    'Person (1) fits best, but not far enough ahead of person (2)',
  ],
  [
    'two who fit alike',
    { ...LAN_SENT, id: '' },
    [LAN, { ...LAN, id: '079185001299', cmnd: '' }],
    'Hồ sơ khớp gần như nhau với 2 người, chưa đủ căn cứ để chọn',
    '2 persons fit the record about equally well',
  ],
];

test.each(DOUBTS)('why it is not verified: %s', (_, sent, people, vi, en) => {
  const judged = judge(sent, people);
  expect(judged.decision.kind).toBe('needs_review');
  expect(judged.vi).toContain(vi);
  expect(judged.en).toContain(en);
});

test.each([
  [
    { name: 'Hồ Văn Lạ' },
    'Hồ sơ thiếu cả số định danh và ngày sinh nên không đủ để tra cứu. Hỏi lại người được tiêm để bổ sung.',
  ],
  [
    { name: 'Hồ Văn Lạ', id: '80176125686', born: '01/02/1976' },
    'Số “80176125686” ghi chưa đúng (mất số 0 ở đầu); đã tra số 080176125686.',
  ],
  [
    { name: 'Hồ Văn Lạ', id: '123456789', born: '01/02/1976' },
    'Số “123456789” là số CMND cũ 9 số; nên hỏi số định danh 12 số.',
  ],
  [
    { name: 'Hồ Văn Lạ', id: '0912345678', born: '01/02/1976' },
    'Số “0912345678” không dùng được: là số điện thoại.',
  ],
  [
    { name: 'Hồ Văn Lạ', id: '0791850', born: '01/02/1976' },
    'Số “0791850” không dùng được: có 7 chữ số, thiếu so với 12.',
  ],
  [
    { name: 'Hồ Văn Lạ', id: '079085009999', born: '31/09/1975' },
    'Ngày sinh “31/09/1975” không có trong lịch.',
  ],
  [{ name: 'Hồ Văn Lạ', id: '079085009999' }, 'Hồ sơ không có ngày sinh.'],
])('a mismatch says what in the record itself stood in the way: %j', (sent, text) => {
  const { decision, vi } = judge(sent, []);
  expect(decision.kind).toBe('mismatch');
  expect(vi).toContain(text);
  expect(vi).toMatch(/người được tiêm/);
});

test.each([
  [LAN, LAN_SENT, 'Số định danh, họ tên, ngày sinh, giới tính khớp. Ký số hồ sơ.'],
  [
    { ...LAN, born: '1985', sex: 'unknown' as const },
    LAN_SENT,
    'Số định danh, họ tên, ngày sinh khớp; cơ sở dữ liệu dân cư chỉ ghi năm sinh và không ghi giới tính. Ký số hồ sơ.',
  ],
  [
    { ...LAN, name: "Cil K'Thủy" },
    { ...LAN_SENT, name: "CIL\u00a0K'THUỶ" },
    'Số định danh, họ tên, ngày sinh, giới tính khớp. Ký số hồ sơ.',
  ],
])('an exact row says which fields agree: %j', (person, sent, text) => {
  const { decision, official, vi } = judge(sent, [person]);
  expect(decision.reason).toBe('exact');
  expect(official.officialClass).toBe('right');
  expect(vi).toBe(text);
});
