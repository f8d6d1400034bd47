import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DoseFiles } from './dose-files.js';
import { Facilities } from './facilities.js';
import { Geography } from './geography.js';
import { Names } from './names.js';
import { BLOCK_SIZE } from './person.js';
import { Population } from './population.js';
import { PERSON_RATES } from './rates.js';
import type { AsSentRecord } from './record.js';
import { RecordMaker } from './record-maker.js';
import { hash32, hashUnit } from './rng.js';
import { type SnapshotCounts, writeSnapshots } from './snapshot.js';
import { Tally, type TallyReport } from './tally.js';

export interface GenerateOptions {
  /** Distinct persons in the snapshot. */
  readonly persons: number;
  /** Rows of the long file. */
  readonly doses: number;
  readonly seed: number;
  /** Folder of the output; made when missing. */
  readonly out: string;
}

export interface GenerationReport extends TallyReport {
  readonly parameters: { readonly persons: number; readonly doses: number; readonly seed: number };
  readonly snapshot: SnapshotCounts;
}

/** Share of the doses written place by place; the rest are late entries from everywhere, so that the count is exact. */
const FIRST_PASS = 0.985;
const PILOT_BLOCKS = 300;
/** Second records of a person come this many blocks later in the files. */
const LATER = 5;

/**
 * Writes a synthetic registry and dose files with known truth; the same options give the same bytes.
 * Throws when more doses are asked for than the persons can have had (about two a person).
 */
export async function generate(options: GenerateOptions): Promise<GenerationReport> {
  const { persons, doses, out } = options;
  const seed = hash32(options.seed >>> 0, Math.floor(options.seed / 4294967296));
  mkdirSync(out, { recursive: true });
  const geography = new Geography();
  const capacity = Math.ceil(persons / (1 - PERSON_RATES.absentFromSnapshot)) * 1.01 + 100 * BLOCK_SIZE;
  const population = new Population(geography, new Names(), seed, Math.ceil(capacity));
  const snapshot = writeSnapshots(out, population, persons, seed);
  const facilities = new Facilities(geography, seed);
  const newMaker = () => new RecordMaker(population, facilities, geography, seed);
  const mean = meanDoses(newMaker(), population, snapshot.blocks);
  const files = new DoseFiles(out);
  const tally = new Tally();
  const job = {
    files,
    tally,
    maker: newMaker(),
    population,
    persons: snapshot.population,
    wanted: doses,
    seed,
  };
  writeDoses(job, snapshot.blocks, mean);
  await files.close();
  const report = { parameters: { persons, doses, seed: options.seed }, snapshot, ...tally.report() };
  writeFileSync(join(out, 'generation.json'), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

interface DoseJob {
  readonly files: DoseFiles;
  readonly tally: Tally;
  readonly maker: RecordMaker;
  readonly population: Population;
  readonly persons: number;
  readonly wanted: number;
  readonly seed: number;
}

/** Writes the doses of a share of the persons in all blocks, then of a few more persons here and there until none is left to write. */
function writeDoses(job: DoseJob, blocks: number, mean: number): void {
  const { persons, wanted, seed, files } = job;
  let order = blockOrder(job.population, blocks, seed);
  let from = 0;
  let to = (FIRST_PASS * wanted) / (mean * persons);
  for (;;) {
    writePass(job, order, from, to);
    if (files.doses === wanted) return;
    if (to >= 1) throw new Error(`only ${files.doses} doses possible: ask for fewer doses or more persons`);
    from = to;
    to += (1.5 * (wanted - files.doses)) / (mean * persons) + 20 / persons;
    order = order.sort((a, b) => hash32(seed, a, 63) - hash32(seed, b, 63) || a - b);
  }
}

/** Persons are chosen by a hash of their number: those in [from, to). */
function writePass(job: DoseJob, order: Uint32Array, from: number, to: number): void {
  const { files, tally, maker, population, persons, wanted, seed } = job;
  const later: { due: number; record: AsSentRecord }[] = [];
  let made = files.doses;
  const emit = (record: AsSentRecord) => {
    files.write(record);
    tally.add(record);
  };
  for (let at = 0; at < order.length && made < wanted; at++) {
    while (later.length > 0 && later[0]!.due <= at) emit(later.shift()!.record);
    const block = population.block(order[at]!);
    for (const person of block) {
      if (person.index >= persons) break;
      const drawn = hashUnit(seed, person.index, 61);
      if (drawn < from || drawn >= to) continue;
      const records = maker.records(person, block);
      for (let number = 0; number < records.length && made < wanted; number++) {
        const record = records[number]!;
        const kept = { ...record, doses: record.doses.slice(0, wanted - made) };
        made += kept.doses.length;
        if (number === 0) emit(kept);
        else later.push({ due: at + LATER, record: kept });
      }
    }
  }
  for (const { record } of later) emit(record);
}

/** Mean doses a person of the population, from a sample of blocks. */
function meanDoses(maker: RecordMaker, population: Population, blocks: number): number {
  const step = Math.max(1, Math.floor(blocks / PILOT_BLOCKS));
  let persons = 0;
  let doses = 0;
  for (let at = 0; at < blocks; at += step) {
    const block = population.block(at);
    for (const person of block) {
      persons++;
      for (const record of maker.records(person, block)) doses += record.doses.length;
    }
  }
  return doses / persons;
}

/** Province by province, the communes of a province in no order: facilities' rows lie together, unlike the registry's. */
function blockOrder(population: Population, blocks: number, seed: number): Uint32Array {
  const keys = new Float64Array(blocks);
  for (let block = 0; block < blocks; block++) {
    const commune = population.communeOf(block);
    keys[block] = Number(commune.province.code) * 4294967296 + hash32(seed, commune.index, 62);
  }
  return Uint32Array.from(keys, (_, block) => block).sort((a, b) => keys[a]! - keys[b]! || a - b);
}
