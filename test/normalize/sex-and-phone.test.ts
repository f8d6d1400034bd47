import { normalizePhone } from '../../src/normalize/phone.js';
import { normalizeSex } from '../../src/normalize/sex.js';

test.each([
  ['Nam', 'male'],
  ['NAM', 'male'],
  [' nam giới ', 'male'],
  ['M', 'male'],
  ['Male', 'male'],
  ['N', 'male'],
  ['Nữ', 'female'],
  ['NỮ'.normalize('NFD'), 'female'],
  ['nu', 'female'],
  ['F', 'female'],
  ['Female', 'female'],
  ['Gái', 'female'],
  ['G', 'female'],
  ['Nöõ', 'female'],
  ['N÷', 'female'],
  ['Ná»¯', 'female'],
  ['', 'unknown'],
  ['?', 'unknown'],
  ['1', 'unknown'],
])('words: %s', (raw, sex) => {
  expect(normalizeSex(raw, 'words')).toBe(sex);
});

test.each([
  ['0', 'male', 'unknown'],
  ['1', 'female', 'male'],
  ['2', 'unknown', 'female'],
  ['1.0', 'female', 'male'],
  ['01', 'female', 'male'],
  ['9', 'unknown', 'unknown'],
  ['Nữ', 'female', 'female'],
])('numbers mean what the file says: %s', (raw, platform, registry) => {
  expect(normalizeSex(raw, 'platform')).toBe(platform);
  expect(normalizeSex(raw, 'registry')).toBe(registry);
});

test.each([
  ['as it should be', '0912345678', '0912345678'],
  ['zero lost', '912345678', '0912345678'],
  ['+84', '+84 912 345 678', '0912345678'],
  ['84', '84912345678', '0912345678'],
  ['0084', '0084912345678', '0912345678'],
  ['dots', '091.234.5678', '0912345678'],
  ['decimal', '912345678.0', '0912345678'],
  ['before 2018, Viettel', '01681234567', '0381234567'],
  ['before 2018, zero lost', '1201234567', '0701234567'],
  ['two numbers', '0912345678; 0987654321', '0912345678'],
  ['landline', '02438251234', ''],
  ['too short', '091234567', ''],
  ['text', 'không', ''],
  ['empty', '', ''],
])('phone, %s: %s', (_, raw, phone) => expect(normalizePhone(raw)).toBe(phone));
