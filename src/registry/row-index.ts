/** Where a row of the snapshot stands. */
export interface SnapshotRow {
  readonly file: number;
  /** Record number in the file, from 1, headers included. */
  readonly record: number;
}

/**
 * Leads from the number that the builder gave a row back to the row. Numbers follow the rows, so only the places where
 * a row was left out are kept.
 */
export class RowIndex {
  readonly #starts: { readonly number: number; readonly file: number; readonly record: number }[] = [];
  #lastFile = -1;
  #nextRecord = -1;
  #last = 0;

  /** Call for every row that gave a person, in the order of the numbers. */
  add(number: number, row: SnapshotRow): void {
    if (row.file !== this.#lastFile || row.record !== this.#nextRecord) this.#starts.push({ number, ...row });
    this.#last = number;
    this.#lastFile = row.file;
    this.#nextRecord = row.record + 1;
  }

  /** @throws Error for a number that was never added (a bug). */
  find(number: number): SnapshotRow {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]!.number <= number) low = middle;
      else high = middle;
    }
    const start = this.#starts[low];
    if (start === undefined || start.number > number || number > this.#last)
      throw new Error('no row has this number');
    return { file: start.file, record: start.record + (number - start.number) };
  }
}
