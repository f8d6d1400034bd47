import { join } from 'node:path';
import { CsvFile, cell } from './csv-file.js';
import { civilDate, isoDate, two } from './dates.js';
import { BLOCK_SIZE, type Person, PRECISION } from './person.js';
import type { Population } from './population.js';
import { hashUnit } from './rng.js';

const HEADER_1 = 'SoDinhDanh,SoCMND,HoVaTen,GioiTinh,NgayThangNamSinh,MaTinh,MaHuyen,MaXa,NgayMat';
const HEADER_2 = 'so_dinh_danh,ho,chu_dem,ten,ngay_sinh,gioi_tinh,so_cmnd,ma_tinh,ma_huyen,ma_xa';
const SPECIAL_ROWS = 20;

export interface SnapshotCounts {
  /** Distinct persons in the snapshot. */
  persons: number;
  /** Rows that repeat an earlier row. */
  identicalDuplicates: number;
  /** Rows that give a person's ID to somebody else. */
  conflictingDuplicates: number;
  /** Rows without a usable ID or without a name. */
  rejects: number;
  /** Blocks of the population, with those absent from the snapshot. */
  blocks: number;
  /** Persons of the population, with those absent from the snapshot; later ones of the last block do not count. */
  population: number;
}

/** Writes both snapshot files, numbering the population on the way. */
export function writeSnapshots(
  folder: string,
  population: Population,
  persons: number,
  seed: number,
): SnapshotCounts {
  const first = new CsvFile(join(folder, 'snapshot-1.csv'));
  const second = new CsvFile(join(folder, 'snapshot-2.csv'));
  first.line(HEADER_1);
  second.line(HEADER_2);
  const counts: SnapshotCounts = {
    persons: 0,
    identicalDuplicates: 0,
    conflictingDuplicates: 0,
    rejects: 0,
    blocks: 0,
    population: 0,
  };
  const half = Math.ceil(persons / 2);
  const spacing = Math.max(10, Math.floor(persons / SPECIAL_ROWS));
  while (counts.persons < persons) {
    const block = population.block(counts.blocks++);
    population.assignNumbers(block);
    for (const person of block) {
      if (counts.persons === persons) break;
      counts.population++;
      if (person.absent) continue;
      const inFirst = counts.persons++ < half;
      const file = inFirst ? first : second;
      const id = population.personId(person);
      const write = (idText: string, name: string, who: Person) =>
        file.line((inFirst ? row1 : row2)(idText, name, who, population.card(who), seed));
      write(id, person.name, person);
      if (counts.persons % spacing !== spacing >> 1) continue;
      special(counts, block, person, id, write);
    }
  }
  first.close();
  second.close();
  return counts;
}

function special(
  counts: SnapshotCounts,
  block: readonly Person[],
  person: Person,
  id: string,
  write: (id: string, name: string, who: Person) => void,
): void {
  const turn = counts.identicalDuplicates + counts.conflictingDuplicates + counts.rejects;
  const other = block[(person.index + 7) % BLOCK_SIZE]!;
  if (turn % 3 === 0) {
    write(id, person.name, person);
    counts.identicalDuplicates++;
  } else if (turn % 3 === 1) {
    write(id, other.name, { ...other, cardPrefix: '' });
    counts.conflictingDuplicates++;
  } else {
    const badId = turn % 2 === 0;
    // No place has the code 000: the row without a name takes nobody's ID.
    write(badId ? `${id.slice(0, 11)}X` : `000${id.slice(3)}`, badId ? other.name : '', {
      ...other,
      cardPrefix: '',
    });
    counts.rejects++;
  }
}

function birthText(person: Person): string {
  if (person.precision === PRECISION.year) return String(person.year);
  const month = `${person.year}-${two(person.month)}`;
  return person.precision === PRECISION.month ? month : `${month}-${two(person.day)}`;
}

/** The registry does not know every person's sex. */
function sexCode(person: Person, seed: number): number {
  return hashUnit(seed, person.index, 31) < 0.002 ? 0 : person.male ? 1 : 2;
}

function place(person: Person): string {
  return `${person.commune.province.code},${person.commune.districtCode},${person.commune.code}`;
}

function row1(id: string, name: string, who: Person, card: string, seed: number): string {
  const death = who.deathDay === 0 ? '' : isoDate(civilDate(who.deathDay));
  return `${id},${card},${cell(name)},${sexCode(who, seed)},${birthText(who)},${place(who)},${death}`;
}

function row2(id: string, name: string, who: Person, card: string, seed: number): string {
  const words = name.split(' ');
  const given = words.length > 1 ? words.pop()! : '';
  const surname = words.shift() ?? '';
  return `${id},${cell(surname)},${cell(words.join(' '))},${cell(given)},${birthText(who)},${sexCode(who, seed)},${card},${place(who)}`;
}
