import { parentPort, workerData } from 'node:worker_threads';
import type { PlaceResolver } from '../normalize/place.js';
import { openLookup } from '../registry/lookup.js';
import { BLOCKING_PLAN } from './blocking-plan.js';
import type { ChunkContext } from './chunk-context.js';
import { EarlierRows } from './earlier-rows.js';
import { processChunk } from './process-chunk.js';
import { ReadMemory } from './read-memory.js';
import { openPlaces } from './reference-data.js';
import type { ChunkResult, ChunkTask, WorkerSetup } from './worker-setup.js';

// The entry of a worker thread: chunks come in, results go out; any exception ends the run (see worker-pool.ts).
const setup = workerData as WorkerSetup;
let places: PlaceResolver | null = null;
const context: ChunkContext = {
  setup,
  registry: openLookup(setup.registryPath, BLOCKING_PLAN),
  // Where every row stood in the earlier run no place is read, and the list takes as long as 100,000 such rows.
  get places() {
    places ??= openPlaces(setup.adminUnits);
    return places;
  },
  memory: new ReadMemory(),
  earlier: setup.earlier === null ? null : new EarlierRows(setup.earlier),
};

function buffersOf(result: ChunkResult): ArrayBuffer[] {
  return [
    result.persons.buffer,
    result.reuse.buffer,
    result.decoys.numbers.buffer,
    result.bytes.buffer,
    ...Object.values(result.output).map((bytes) => bytes.buffer),
  ];
}

parentPort?.on('message', (task: ChunkTask) => {
  const result = processChunk(context, task);
  parentPort?.postMessage(result, buffersOf(result));
});
