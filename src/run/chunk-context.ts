import type { PlaceResolver } from '../normalize/place.js';
import type { RegistryLookup } from '../registry/lookup.js';
import type { EarlierRows } from './earlier-rows.js';
import type { ReadMemory } from './read-memory.js';
import type { WorkerSetup } from './worker-setup.js';

/** What a worker keeps open from chunk to chunk. */
export interface ChunkContext {
  readonly setup: WorkerSetup;
  readonly registry: RegistryLookup;
  readonly places: PlaceResolver;
  readonly memory: ReadMemory;
  /** Null: every row is worked on. */
  readonly earlier: EarlierRows | null;
}
