import { readTable } from './data-files.js';
import type { Rng } from './rng.js';
import { Weighted } from './weighted.js';

/** The tables under-state the commonest surname; the literature gives 31 to 38 %. */
const NGUYEN_SHARE = 0.35;
const RARE_SURNAME = 8;

const OLD_WOMEN = [
  'Lan',
  'Hoa',
  'Mai',
  'Hai',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Út',
  'Nga',
  'Liên',
  'Hồng',
  'Thanh',
  'Hòa',
  'Bình',
  'Minh',
  'Xuân',
  'Thu',
  'Đào',
  'Sen',
  'Cúc',
  'Loan',
  'Phượng',
  'Sâm',
  'Tý',
  'Lý',
  'Tuyết',
  'Yến',
  'Lành',
  'Hiền',
  'Thơm',
  'Nhàn',
  'Vân',
  'Hường',
  'Gái',
  'Bé',
  'Mận',
  'Chắt',
  'Nụ',
  'Hợi',
  'Tỵ',
  'Thìn',
];
const OLD_MEN = [
  'Hùng',
  'Dũng',
  'Hải',
  'Minh',
  'Sơn',
  'Bình',
  'Thành',
  'Hòa',
  'Long',
  'Tâm',
  'Thắng',
  'Hai',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Út',
  'Thanh',
  'Đức',
  'Tiến',
  'Hợi',
  'Tý',
  'Thìn',
  'Ngọ',
  'Dần',
  'Lợi',
  'Phúc',
  'Lộc',
  'Quang',
  'Cường',
  'Chiến',
  'Xuân',
  'Khoa',
  'Bé',
  'Ước',
  'Định',
  'Đính',
  'Toàn',
  'Hạnh',
  'Đông',
  'Bảo',
];

/** Share of women with the middle name Thị and of men with Văn, by decade of birth up to the 2010s. */
const THI_BY_DECADE = [0.85, 0.83, 0.8, 0.75, 0.66, 0.55, 0.4, 0.24, 0.14];
const VAN_BY_DECADE = [0.55, 0.52, 0.48, 0.44, 0.38, 0.3, 0.2, 0.1, 0.05];

/** Draws Vietnamese names as frequent as in the source tables, by sex and cohort. */
export class Names {
  private readonly surnames: Weighted<string>;
  private readonly men: Weighted<string>;
  private readonly women: Weighted<string>;
  private readonly afterVan: Weighted<string>;
  private readonly afterThi: Weighted<string>;

  constructor() {
    const surnames = readTable('names-surname-freq.csv')
      .filter((row) => Number(row[1]) >= RARE_SURNAME && /^\p{Lu}\p{Ll}+$/u.test(row[0]!))
      .map((row): [string, number] => [row[0]!, Number(row[1])]);
    const others = surnames.reduce((sum, [name, count]) => sum + (name === 'Nguyễn' ? 0 : count), 0);
    this.surnames = new Weighted(
      surnames.map(([name, count]) =>
        name === 'Nguyễn' ? [name, (others * NGUYEN_SHARE) / (1 - NGUYEN_SHARE)] : [name, count],
      ),
    );
    const men: [string, number][] = [];
    const women: [string, number][] = [];
    const van: [string, number][] = [];
    const thi: [string, number][] = [];
    for (const row of readTable('names-middle-given-freq.csv')) {
      const text = row[0]!.normalize('NFC');
      if (text.startsWith('Văn ')) van.push([text.slice(4), Number(row[1])]);
      else men.push([text, Number(row[1])]);
      if (text.startsWith('Thị ')) thi.push([text.slice(4), Number(row[2])]);
      else women.push([text, Number(row[2])]);
    }
    this.men = new Weighted(men);
    this.women = new Weighted(women);
    this.afterVan = new Weighted(van);
    this.afterThi = new Weighted(thi);
  }

  surname(rng: Rng): string {
    return this.surnames.draw(rng);
  }

  /** Middle and given name of a person born in `birthYear`. */
  middleAndGiven(rng: Rng, male: boolean, birthYear: number): string {
    const decade = Math.min(8, Math.max(0, Math.floor((birthYear - 1930) / 10)));
    const old = birthYear < 1975 && rng.chance(0.35);
    if (male) {
      if (!rng.chance(VAN_BY_DECADE[decade]!)) return this.men.draw(rng);
      return `Văn ${old ? rng.pick(OLD_MEN) : this.afterVan.draw(rng)}`;
    }
    if (!rng.chance(THI_BY_DECADE[decade]!)) return this.women.draw(rng);
    return `Thị ${old ? rng.pick(OLD_WOMEN) : this.afterThi.draw(rng)}`;
  }
}
