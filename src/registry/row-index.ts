/** Where a row of the snapshot stands. */
export interface SnapshotRow {
  readonly file: number;
  /** Record number in the file, from 1, headers included. */
  readonly record: number;
}

/**
 * Leads from a person number back to its row. Persons are numbered in the order of their rows, so only the places
 * where a row was left out are kept.
 */
export class RowIndex {
  readonly #starts: { readonly person: number; readonly file: number; readonly record: number }[] = [];
  #lastFile = -1;
  #nextRecord = -1;
  #lastPerson = 0;

  /** Call for every person, in the order of the numbers. */
  add(person: number, row: SnapshotRow): void {
    if (row.file !== this.#lastFile || row.record !== this.#nextRecord) this.#starts.push({ person, ...row });
    this.#lastPerson = person;
    this.#lastFile = row.file;
    this.#nextRecord = row.record + 1;
  }

  /** @throws Error for a number that was never added (a bug). */
  find(person: number): SnapshotRow {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]!.person <= person) low = middle;
      else high = middle;
    }
    const start = this.#starts[low];
    if (start === undefined || start.person > person || person > this.#lastPerson)
      throw new Error('no such person number');
    return { file: start.file, record: start.record + (person - start.person) };
  }
}
