import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Share of the rows of the first night, and of those corrected in each further one. */
const FIRST_SHARE = 0.97;
const CORRECTED_A_NIGHT = 0.12;
/** One row in so many is entered a second time, and one is broken. */
const TWICE = 400;
const BROKEN = 1500;

interface Identity {
  readonly id: string;
  readonly name: string;
  readonly birth: string;
  readonly sex: string;
}

/** Generated doses that grow and are corrected from night to night. */
export class Nights {
  readonly #header: readonly string[];
  readonly #rows: readonly string[][];
  readonly #truth: readonly (Identity | undefined)[];

  /** `folder`: what `scripts/generate` wrote. */
  constructor(folder: string) {
    const [header = [], ...rows]: string[][] = parse(readFileSync(join(folder, 'doses-long.csv')), {
      bom: true,
    });
    this.#header = header;
    this.#rows = rows;
    const persons = readPersons(folder);
    const truth: Record<string, string>[] = parse(readFileSync(join(folder, 'truth.csv')), { columns: true });
    this.#truth = truth
      .filter(({ source_file }) => source_file === 'doses-long.csv')
      .map(({ person_id = '', in_registry }) => (in_registry === '1' ? persons.get(person_id) : undefined));
  }

  /**
   * Writes the export of one night (from 0) of `of`: more rows than the night before, more of them corrected.
   * `without`: province names and codes that sent nothing.
   */
  write(path: string, night: number, of: number, without: readonly (readonly [string, string])[]): void {
    const share = FIRST_SHARE + ((1 - FIRST_SHARE) * night) / Math.max(1, of - 1);
    const lines: string[][] = [];
    this.#rows.slice(0, Math.round(this.#rows.length * share)).forEach((row, i) => {
      if (without.some(([name, code]) => this.#isOf(row, name, code))) return;
      const truth = this.#truth[i];
      const isCorrected = truth !== undefined && spread(i) < night * CORRECTED_A_NIGHT;
      const line = isCorrected ? this.#corrected(row, truth) : row;
      lines.push(line);
      if (i % TWICE === 7) lines.push(line);
      if (i % BROKEN === 11) lines.push([...line, 'thừa', 'cột']);
    });
    lines.push(this.#header.map((_, i) => (i === 1 ? 'Người lập biểu' : '')));
    writeFileSync(path, stringify([[...this.#header], ...lines]));
  }

  #isOf(row: readonly string[], name: string, code: string): boolean {
    return (
      row.includes(name) ||
      this.#at(row, 'Mã cơ sở tiêm').startsWith(code) ||
      this.#at(row, 'Mã Tỉnh') === code
    );
  }

  #at(row: readonly string[], column: string): string {
    return row[this.#header.indexOf(column)] ?? '';
  }

  #corrected(row: readonly string[], { id, name, birth, sex }: Identity): string[] {
    const values: Record<string, string> = {
      'CMND/CCCD/HC': id,
      'Họ và tên': name,
      'Ngày sinh': birth,
      'Giới tính': sex,
    };
    return this.#header.map((column, i) => values[column] ?? row[i]!);
  }
}

/** From 0 to 1, always the same for a row. */
function spread(row: number): number {
  return ((row * 7919) % 1000) / 1000;
}

function readPersons(folder: string): ReadonlyMap<string, Identity> {
  const persons = new Map<string, Identity>();
  for (const file of ['snapshot-1.csv', 'snapshot-2.csv']) {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, file)), {
      columns: true,
      bom: true,
    });
    for (const row of rows) {
      const id = row.SoDinhDanh ?? row.so_dinh_danh ?? '';
      const name = row.HoVaTen ?? [row.ho, row.chu_dem, row.ten].filter((word) => word !== '').join(' ');
      const birth = (row.NgayThangNamSinh ?? row.ngay_sinh ?? '').split('-').reverse().join('/');
      const sex = (row.GioiTinh ?? row.gioi_tinh) === '2' ? 'Nữ' : 'Nam';
      persons.set(id, { id, name, birth, sex });
    }
  }
  return persons;
}
