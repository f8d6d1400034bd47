/** One row of a made-up list; nobody in it exists. */
export interface OrdinaryRow {
  readonly name: string;
  readonly sex: string;
  readonly birth: string;
  readonly phone: string;
  readonly id: string;
  readonly day: string;
  readonly facility: string;
}

const FAMILY = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const MIDDLE = 'Thị Văn Minh Thanh Ngọc Hoàng Thu Quốc Đức Hữu Xuân Mai Gia Bảo Kim Anh'.split(' ');
const GIVEN =
  'An Bình Châu Dũng Giang Hà Hằng Hiếu Hòa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Ngọc Nhung Phúc Phương Quân Quỳnh Sơn Tâm Thảo Thắng Trang Tuấn Tú Uyên Việt Yến'.split(
    ' ',
  );

/** Numbers in [0, 1), the same for a seed. */
export function randomOf(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const two = (n: number) => String(n).padStart(2, '0');

export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** A list as they usually are: two doses for most, some slips of every kind everywhere. */
export function ordinaryRows(seed: number, count = 3000): OrdinaryRow[] {
  const random = randomOf(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const rows: OrdinaryRow[] = [];
  while (rows.length < count) {
    const isMale = random() < 0.5;
    const middle = isMale ? one(MIDDLE.slice(1)) : one(MIDDLE);
    const name = `${one(FAMILY)} ${middle} ${one(GIVEN)}`;
    const year = 1935 + Math.floor(random() * 75);
    const isFirst = random() < 0.05;
    const [day, month] = isFirst ? [1, 1] : [1 + Math.floor(random() * 28), 1 + Math.floor(random() * 12)];
    const digit = (year >= 2000 ? 2 : 0) + (isMale ? 0 : 1);
    const id = `0${one(['01', '79', '52', '36'])}${digit}${two(year % 100)}${String(Math.floor(random() * 1e6)).padStart(6, '0')}`;
    const phone =
      random() < 0.3 && rows.length > 0
        ? rows.at(-1)!.phone
        : `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
    const facility = `${one(['01', '79'])}_D${two(Math.floor(random() * 20))}`;
    for (let dose = 0; dose < (random() < 0.7 ? 2 : 1); dose++) {
      const slip = random();
      let written = name;
      if (slip < 0.04) written = withoutAccents(name);
      else if (slip < 0.15) written = name.toUpperCase();
      else if (slip < 0.17) written = name.slice(0, -1);
      const birth =
        random() < 0.02 ? `${two(month)}/${two(day)}/${year}` : `${two(day)}/${two(month)}/${year}`;
      rows.push({
        name: written,
        sex: isMale ? 'Nam' : 'Nữ',
        birth,
        phone,
        id: random() < 0.05 ? '' : id,
        day: `${two(1 + Math.floor(random() * 28))}/${two(6 + dose * 2)}/2021`,
        facility,
      });
    }
  }
  return rows.slice(0, count);
}

export const ORDINARY_HEADER = 'Họ và tên,Giới tính,Ngày sinh,Số điện thoại,CCCD,Ngày tiêm,Mã cơ sở tiêm';

export function rowsText(rows: readonly OrdinaryRow[]): string {
  const lines = rows.map(({ name, sex, birth, phone, id, day, facility }) =>
    [name, sex, birth, phone, id, day, facility].join(','),
  );
  return `${[ORDINARY_HEADER, ...lines].join('\n')}\n`;
}
