import type { Suspicion, SuspicionCode } from '../domain/input-profile.js';
import { hashText, hashWords } from '../match/hash.js';

const FIRST_ROWS = 5;
const FIRST_SLOTS = 1 << 12;
/** Numbers of which more than the first row is told. */
const MOST_LISTED = 100_000;
/** Most slots of the table: 24 bytes each. */
const MOST_SLOTS = 1 << 22;

/**
 * Numbers that are on rows with different names. Only hashes are kept. Past `most` different numbers those that have
 * been seen with one name only are forgotten, so that what is told is a lower bound.
 */
export class SharedNumbers {
  readonly #most: number;
  #slots = FIRST_SLOTS;
  #used = 0;
  #high = new Uint32Array(FIRST_SLOTS);
  #low = new Uint32Array(FIRST_SLOTS);
  /** A bit for each of 32 classes of names. */
  #names = new Uint32Array(FIRST_SLOTS);
  #rows = new Uint32Array(FIRST_SLOTS);
  #firstRow = new Uint32Array(FIRST_SLOTS);
  #firstFile = new Uint32Array(FIRST_SLOTS);
  readonly #files: string[] = [];
  /** Later rows of numbers that have several names, by the hash of the number. */
  readonly #more = new Map<string, string[]>();
  leftOut = false;

  constructor(most = MOST_SLOTS / 2) {
    this.#most = most;
  }

  /** `name`: in the form in which the same name is the same text. */
  add(number: string, name: string, file: string, row: number): void {
    const [high, low] = hashWords(number);
    let slot = this.#find(high, low);
    if (this.#rows[slot] === 0) {
      if (this.#used >= this.#most) {
        this.#forget();
        slot = this.#find(high, low);
      } else if (this.#used * 2 >= this.#slots) {
        this.#resize(this.#slots * 2, () => true);
        slot = this.#find(high, low);
      }
      this.#used++;
      this.#high[slot] = high;
      this.#low[slot] = low;
      this.#firstRow[slot] = row;
      this.#firstFile[slot] = this.#fileNumber(file);
    }
    this.#rows[slot]!++;
    this.#names[slot]! |= 1 << (hashText(name) % 32);
    if (bits(this.#names[slot]!) < 2) return;
    const key = `${high} ${low}`;
    const more = this.#more.get(key);
    if (more === undefined && this.#more.size < MOST_LISTED) this.#more.set(key, [`${file}:${row}`]);
    else if (more !== undefined && more.length < FIRST_ROWS - 1) more.push(`${file}:${row}`);
  }

  /** Rows whose number is on rows of different names. */
  rowsShared(): number {
    let rows = 0;
    for (let slot = 0; slot < this.#slots; slot++)
      if (bits(this.#names[slot]!) > 1) rows += this.#rows[slot]!;
    return rows;
  }

  /** Numbers on at least so many rows and with at least so many names, most rows first. */
  suspicions(code: SuspicionCode, leastRows: number, leastNames: number): Suspicion[] {
    const found: Suspicion[] = [];
    for (let slot = 0; slot < this.#slots; slot++) {
      const [rows, names] = [this.#rows[slot]!, bits(this.#names[slot]!)];
      if (rows < leastRows || names < leastNames) continue;
      const more = this.#more.get(`${this.#high[slot]} ${this.#low[slot]}`) ?? [];
      const first = [`${this.#files[this.#firstFile[slot]!]}:${this.#firstRow[slot]}`, ...more];
      found.push({ code, scope: 'number', unit: '', rows, of: rows, elsewhere: null, names, first });
    }
    return found.sort((a, b) => b.rows - a.rows || (a.first[0]! < b.first[0]! ? -1 : 1));
  }

  #fileNumber(file: string): number {
    const last = this.#files.length - 1;
    if (this.#files[last] === file) return last;
    return this.#files.push(file) - 1;
  }

  /** The slot of a number, or the free one where it is to be put. */
  #find(high: number, low: number): number {
    let slot = low & (this.#slots - 1);
    while (this.#rows[slot] !== 0 && (this.#high[slot] !== high || this.#low[slot] !== low))
      slot = (slot + 1) & (this.#slots - 1);
    return slot;
  }

  #forget(): void {
    this.leftOut = true;
    this.#resize(this.#slots, (slot, old) => bits(old[slot]!) > 1);
    // Where nearly all are shared, they are what must go.
    if (this.#used > this.#most / 2) {
      this.#resize(this.#slots, () => false);
      this.#more.clear();
    }
  }

  #resize(slots: number, isKept: (slot: number, names: Uint32Array) => boolean): void {
    const [high, low, names, rows, firstRow, firstFile] = [
      this.#high,
      this.#low,
      this.#names,
      this.#rows,
      this.#firstRow,
      this.#firstFile,
    ];
    const before = this.#slots;
    this.#slots = slots;
    this.#used = 0;
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#names = new Uint32Array(slots);
    this.#rows = new Uint32Array(slots);
    this.#firstRow = new Uint32Array(slots);
    this.#firstFile = new Uint32Array(slots);
    for (let old = 0; old < before; old++) {
      if (rows[old] === 0 || !isKept(old, names)) continue;
      const slot = this.#find(high[old]!, low[old]!);
      this.#used++;
      this.#high[slot] = high[old]!;
      this.#low[slot] = low[old]!;
      this.#names[slot] = names[old]!;
      this.#rows[slot] = rows[old]!;
      this.#firstRow[slot] = firstRow[old]!;
      this.#firstFile[slot] = firstFile[old]!;
    }
  }
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
