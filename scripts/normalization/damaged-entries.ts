/**
 * Entries of the frequency tables that are damage themselves, with the reason for leaving them out of "correct
 * names". Judged by eye, not by the program; everything else in the tables counts as correct, typing slips
 * such as Nguyê or Duơng and foreign words included, and must come back untouched.
 */
export interface DamagedEntry {
  readonly entry: string;
  readonly meant: string;
  readonly why: string;
}

const GLUED = 'surname and middle name without a space';
const VNI = 'a word left in VNI, a double letter no orthography has';

const GLUED_ENTRIES = `
Phạm·văn Hồ·thị Phạm·trần Phạm·minh Phạm·thanh Phạm·quốc Phạm·trung Trần·trọng Đặng·văn Huỳnh·hữu Lê·trọng
Phạm·thảo Phạm·tiến Phạm·trọng Đặng·hoàng Bùi·thụy Châu·phước Huỳnh·anh Huỳnh·chí Huỳnh·hải Huỳnh·hồ·ái Huỳnh·kỳ
Huỳnh·mai Huỳnh·nhật Huỳnh·thị Huỳnh·trần Huỳnh·văn Huỳnh·vũ Huỳnh·ái Huỳnh·đa Hồ·bảo Hồ·cẩm Hồ·minh Hồng·long
Hồ·nguyên Hồ·nguyễn Hồ·ngọc Hồ·như Hồ·phạm·dĩ Hồ·quốc Hồ·văn Hồ·xuân Kiều·hồng Kiều·lê Kiều·thị Kiều·tuấn Kiều·tấn
Lê·phước Lê·thị Lại·minh Lại·thị Mai·trọng Nguyễn·thị Phan·hải Phan·phước Phạm·bùi Phạm·huy Phạm·huỳnh Phạm·khắc
Phạm·kim Phạm·linh Phạm·như Phạm·thiên Phạm·thúy Phạm·thế Phạm·thị Phạm·vũ Phạm·yến Phạm·đăng Phạm·đức Triệu·lan
Trương·thị Trần·phước Trần·thị Trần·thụy Đặng·kim Đặng·phước Đặng·thanh Đặng·thu Đặng·thăng Đặng·thảo Đặng·trần
Đồng·thị
`;

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const DAMAGED_ENTRIES: readonly DamagedEntry[] = [
  ...GLUED_ENTRIES.trim()
    .split(/\s+/)
    .map((entry) => ({
      entry: entry.replaceAll('·', ''),
      meant: entry.split('·').map(titleCase).join(' '),
      why: GLUED,
    })),
  { entry: 'Vuõ', meant: 'Vũ', why: VNI },
  { entry: 'Laâm', meant: 'Lâm', why: VNI },
  { entry: 'Toâ', meant: 'Tô', why: VNI },
  { entry: 'Chuùc Linh', meant: 'Chúc Linh', why: VNI },
  { entry: 'Y-', meant: 'Y', why: 'punctuation behind the word' },
];
