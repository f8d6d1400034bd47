import type { Rng } from './rng.js';

/** How the names of one ethnic group are formed. `surname` is what children inherit (an empty string where nothing is). */
export interface NameForm {
  readonly surnames: readonly string[];
  name(rng: Rng, male: boolean, surname: string): string;
}

const HIGHLAND = [
  'Bhiăng',
  'Thun',
  'Moan',
  'Hen',
  'Linh',
  'Wôn',
  'Blơ',
  'Krông',
  'Nguôl',
  'Djuêr',
  'Bia',
  'Ngan',
  'Lơih',
  'Suin',
  'Mơi',
  'Phiên',
  'Vêng',
  'Bliu',
  'Thuih',
  'Nhung',
  'Sương',
  'Thương',
  'Đông',
  'Tuyên',
  'Duyên',
  'Thanh',
];
const KHO = [
  'Brêu',
  'Tư',
  'Sum',
  'Nhổi',
  'Git',
  'Lang',
  'Bril',
  'Diệu',
  'Hoàng',
  'Long',
  'Linh',
  'Hương',
  'Thủy',
  'Să',
  'Brổi',
  'Nhim',
  'Phúc',
  'Jong',
];
const KHMER = [
  'Rây',
  'Phol',
  'Sóc Kha',
  'Rết',
  'Sa Rây',
  'Thị Sà Rết',
  'Đa Ra',
  'Vuth',
  'Hiền',
  'Na',
  'Sô Phia',
  'Chanh Đa',
  'Ry',
  'Phương',
  'Ngọc Mai',
  'Vũ',
  'Minh',
  'Thương',
];
const HMONG = [
  'Páo',
  'Mỷ',
  'Dơ',
  'Chứ',
  'Sinh',
  'Vàng',
  'Dính',
  'Súa',
  'Mai',
  'Chu',
  'Lử',
  'Sáy',
  'Tủa',
  'Nhìa',
  'Dế',
  'Pàng',
  'Cang',
  'Khua',
  'Mị',
  'Lềnh',
];
const THAI = [
  'Hặc',
  'Xuân',
  'Thoan',
  'Inh',
  'Ơn',
  'Panh',
  'Sương',
  'Hoa',
  'Thiết',
  'Yêu',
  'Hương',
  'Dũng',
  'Thanh',
  'Biên',
  'Pánh',
  'Tiến',
  'Thủy',
  'Hiêng',
  'Lả',
  'Chung',
];
const DAO = [
  'Pham',
  'Mẩy',
  'Minh',
  'Phin',
  'Vạng',
  'Sơn',
  'Lai',
  'Chiêu',
  'Phú',
  'Liều',
  'Hương',
  'Ghến',
  'Nhậy',
  'Quyên',
];
const TAY = [
  'Mạnh',
  'Hà',
  'Huệ',
  'Thuận',
  'Dung',
  'Thắm',
  'Cường',
  'Hiếu',
  'Bích',
  'Nga',
  'Tuyết',
  'Quỳnh',
  'Thơ',
  'Toàn',
  'Khánh',
  'Luyến',
  'Yến',
  'Hòa',
];

const between = (
  rng: Rng,
  male: boolean,
  surname: string,
  men: string,
  women: string,
  given: readonly string[],
) => `${surname} ${male ? men : women} ${rng.pick(given)}`;

const EDE: NameForm = {
  surnames: ['Niê', 'Êban', 'Mlô', 'Ayun', 'Kbuôr', 'Byă', 'Ênuôl', 'Hđơk', 'Niê Kđăm'],
  name: (rng, male, clan) => `${male ? 'Y ' : "H'"}${rng.pick(HIGHLAND)} ${clan}`,
};
const GIA_RAI: NameForm = {
  surnames: ['Siu', 'Ksor', 'Rơ Châm', 'Rcom', 'Nay', 'Kpă', 'Rmah', 'Rơ Mah', 'Puih'],
  name: (rng, male, clan) => `${clan} ${male ? '' : "H'"}${rng.pick(HIGHLAND)}`,
};
const BA_NA: NameForm = { surnames: [''], name: (rng, male) => `${male ? 'A' : 'Y'} ${rng.pick(HIGHLAND)}` };
const K_HO: NameForm = {
  surnames: ['', '', 'Cil', 'Kră Jăn', 'Bon', 'Liêng', 'Lơ Mu', 'Păng Ting'],
  name: (rng, male, clan) => `${clan === '' ? '' : `${clan} `}${male ? "K'" : 'Ka '}${rng.pick(KHO)}`,
};
const KHMER_FORM: NameForm = {
  surnames: ['Thạch', 'Sơn', 'Kim', 'Danh', 'Kiên', 'Châu', 'Lâm', 'Lý', 'Trà', 'Liêu', 'Tăng'],
  name: (rng, male, surname) => `${surname} ${!male && rng.chance(0.6) ? 'Thị ' : ''}${rng.pick(KHMER)}`,
};
const CHAM: NameForm = {
  surnames: ['Đàng', 'Quảng', 'Báo', 'Trượng', 'Hán', 'Thổ', 'Não', 'Lưu', 'Từ', 'Đạo', 'Bá', 'Thiên'],
  name: (rng, male, surname) => between(rng, male, surname, 'Văn', 'Thị', TAY),
};
const HMONG_FORM: NameForm = {
  surnames: ['Vàng', 'Vừ', 'Giàng', 'Sùng', 'Thào', 'Lầu', 'Lý', 'Ly', 'Mùa', 'Hờ', 'Hạng', 'Cứ', 'Má'],
  name: (rng, male, surname) => between(rng, male, surname, 'A', 'Thị', HMONG),
};
const THAI_FORM: NameForm = {
  surnames: ['Lò', 'Lường', 'Quàng', 'Cà', 'Tòng', 'Lừ', 'Vì', 'Lô', 'Hà', 'Cầm', 'Điêu', 'Mè'],
  name: (rng, male, surname) => between(rng, male, surname, 'Văn', 'Thị', THAI),
};
const THAI_NGHE_AN: NameForm = {
  ...THAI_FORM,
  surnames: ['Vi', 'Lô', 'Lang', 'Lương', 'Ngân', 'Kha', 'Lữ', 'Moong', 'Cụt'],
};
const DAO_FORM: NameForm = {
  surnames: ['Bàn', 'Phàn', 'Chảo', 'Tẩn', 'Triệu', 'Đặng', 'Phùng', 'Chẩu'],
  name: (rng, male, surname) =>
    between(rng, male, surname, rng.pick(['Tòn', 'Văn', 'Chằn']), rng.pick(['Mùi', 'Mẩy', 'Thị']), DAO),
};
const TAY_FORM: NameForm = {
  surnames: ['Nông', 'Bế', 'Ma', 'Lục', 'Hoàng', 'Triệu', 'Mông', 'Sầm', 'Lăng', 'Hứa'],
  name: (rng, male, surname) => between(rng, male, surname, rng.pick(['Văn', 'Đức']), 'Thị', TAY),
};
const MUONG: NameForm = { ...TAY_FORM, surnames: ['Bùi', 'Đinh', 'Quách', 'Hà', 'Bạch', 'Xa'] };
const HOA: NameForm = {
  surnames: ['Vòng', 'Voòng', 'Sỳ', 'Lìu', 'Tăng', 'Mạch', 'Quan'],
  name: (rng, male, surname) =>
    between(rng, male, surname, 'A', 'Cún', ['Sáng', 'Múi', 'Kíu', 'Sìn', 'Phúc', 'Lìn', 'Dếnh']),
};

/** Share of households of each group, by province (GSO code). Rough figures: the forms matter, not the shares. */
const GROUPS: Readonly<Record<string, readonly (readonly [NameForm, number])[]>> = {
  '02': [[HMONG_FORM, 0.33], [TAY_FORM, 0.3], [DAO_FORM, 0.15]],
  '04': [[TAY_FORM, 0.7], [HMONG_FORM, 0.11], [DAO_FORM, 0.1]],
  '06': [[TAY_FORM, 0.6], [DAO_FORM, 0.17]],
  '08': [[TAY_FORM, 0.28], [DAO_FORM, 0.13]],
  '10': [[HMONG_FORM, 0.25], [TAY_FORM, 0.18], [DAO_FORM, 0.14]],
  '11': [[THAI_FORM, 0.36], [HMONG_FORM, 0.38]],
  '12': [[THAI_FORM, 0.31], [HMONG_FORM, 0.24], [DAO_FORM, 0.13]],
  '14': [[THAI_FORM, 0.53], [HMONG_FORM, 0.16], [MUONG, 0.07]],
  '15': [[TAY_FORM, 0.2], [DAO_FORM, 0.12], [HMONG_FORM, 0.13]],
  '17': [[MUONG, 0.6]],
  '19': [[TAY_FORM, 0.2]],
  '20': [[TAY_FORM, 0.75]],
  '25': [[MUONG, 0.14]],
  '38': [[MUONG, 0.1], [THAI_FORM, 0.06]],
  '40': [[THAI_NGHE_AN, 0.12], [HMONG_FORM, 0.01]],
  '58': [[CHAM, 0.12]],
  '60': [[CHAM, 0.03]],
  '62': [[BA_NA, 0.45], [GIA_RAI, 0.05]],
  '64': [[GIA_RAI, 0.3], [BA_NA, 0.12]],
  '66': [[EDE, 0.19]],
  '67': [[EDE, 0.1]],
  '68': [[K_HO, 0.15]],
  '75': [[HOA, 0.02]],
  '84': [[KHMER_FORM, 0.31]],
  '89': [[KHMER_FORM, 0.04]],
  '91': [[KHMER_FORM, 0.12]],
  '94': [[KHMER_FORM, 0.3]],
  '95': [[KHMER_FORM, 0.08]],
}; // biome-ignore format: a table

/** The name form of a household, or null for the Kinh form. */
export function drawNameForm(rng: Rng, provinceCode: string): NameForm | null {
  const groups = GROUPS[provinceCode];
  let at = rng.unit();
  if (groups === undefined) return null;
  for (const [form, share] of groups) {
    at -= share;
    if (at < 0) return form;
  }
  return null;
}
