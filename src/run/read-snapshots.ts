import type { SexCoding } from '../domain/dose-record.js';
import type { PartialDate } from '../domain/identity.js';
import { cutChunks } from '../input/chunk-cutter.js';
import { type SplitRecord, splitChunk } from '../input/split-chunk.js';
import type { PlaceResolver } from '../normalize/place.js';
import { csvRecord } from '../output/csv.js';
import type { RegistryBuilder } from '../registry/builder.js';
import { RowIndex } from '../registry/row-index.js';
import { readSnapshotPerson, type SnapshotFault } from '../registry/snapshot-person.js';
import { openInput, type ReadFact, sourceNames } from './input-file.js';
import { type ProbedSnapshot, textsOf } from './probe-snapshot.js';
import type { Progress } from './progress.js';
import { StagedFile } from './staged-file.js';

/** What happened to a row that is not simply a person of the registry. */
export type SnapshotRemark =
  | Extract<SplitRecord, { kind: 'broken' }>['code']
  | SnapshotFault
  | 'repeated_row'
  | 'id_not_unique'
  | 'birth_date_unknown'
  | 'leading_zeros_restored';

/** What was read of one snapshot file. */
export interface SnapshotFact extends ReadFact {
  readonly name: string;
  readonly rows: number;
  readonly persons: number;
  readonly sexCoding: SexCoding;
}

export const REMARKS_FILE = 'remarks.csv';

/** Reads snapshot files into a registry builder and keeps a list of the rows with remarks. */
export class SnapshotReader {
  readonly #builder: RegistryBuilder;
  readonly #latest: PartialDate;
  readonly #places: PlaceResolver;
  readonly #index = new RowIndex();
  readonly #remarks: StagedFile;
  readonly #counts: Partial<Record<SnapshotRemark, number>> = {};
  #names: readonly string[] = [];

  constructor(builder: RegistryBuilder, latest: PartialDate, places: PlaceResolver, folder: string) {
    this.#builder = builder;
    this.#latest = latest;
    this.#places = places;
    this.#remarks = new StagedFile(folder, REMARKS_FILE);
    this.#remarks.write(csvRecord(['file', 'row', 'remark']));
  }

  async readAll(
    snapshots: readonly ProbedSnapshot[],
    progress: Progress,
    signal: AbortSignal,
  ): Promise<SnapshotFact[]> {
    this.#names = sourceNames(snapshots.map(({ source }) => source));
    const facts: SnapshotFact[] = [];
    let doneBytes = 0;
    let allRows = 0;
    for (const [file, snapshot] of snapshots.entries()) {
      const { layout, sexCoding } = snapshot;
      const input = openInput(snapshot.source, { encoding: snapshot.encoding.encoding });
      let rows = 0;
      let persons = 0;
      for await (const chunk of cutChunks(input.pieces, { delimiter: layout.delimiter })) {
        signal.throwIfAborted();
        for (const row of splitChunk(chunk.bytes, chunk.firstRecord, layout)) {
          rows++;
          if (this.#readRow(file, row, snapshot)) persons++;
        }
        progress.update(doneBytes + input.bytesRead(), allRows + rows);
      }
      const fact = input.finish();
      doneBytes += fact.bytes;
      allRows += rows;
      facts.push({ ...fact, name: this.#names[file]!, rows, persons, sexCoding });
    }
    return facts;
  }

  /** Adds the remarks that only the finished registry can tell, and returns the counts. */
  finish(
    repeated: readonly number[],
    sharedIds: readonly number[],
  ): Readonly<Partial<Record<SnapshotRemark, number>>> {
    for (const [remark, numbers] of [
      ['repeated_row', repeated],
      ['id_not_unique', sharedIds],
    ] as const) {
      for (const number of numbers) {
        const { file, record } = this.#index.find(number);
        this.#remark(file, record, remark);
      }
    }
    this.#remarks.close();
    return this.#counts;
  }

  #readRow(file: number, row: SplitRecord, { layout, sexCoding }: ProbedSnapshot): boolean {
    if (row.kind === 'broken') {
      this.#remark(file, row.record, row.code);
      return false;
    }
    const read = readSnapshotPerson(textsOf(row.fields, layout), sexCoding, this.#places, this.#latest);
    if (read.kind === 'rejected') {
      this.#remark(file, row.record, read.code);
      return false;
    }
    this.#index.add(this.#builder.add(read.person), { file, record: row.record });
    if (read.birthDateUnknown) this.#remark(file, row.record, 'birth_date_unknown');
    if (read.leadingZerosRestored) this.#remark(file, row.record, 'leading_zeros_restored');
    return true;
  }

  #remark(file: number, record: number, remark: SnapshotRemark): void {
    this.#counts[remark] = (this.#counts[remark] ?? 0) + 1;
    this.#remarks.write(csvRecord([this.#names[file]!, String(record), remark]));
  }
}
