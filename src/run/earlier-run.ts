import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OUTCOMES } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { outcomeHeader } from '../output/files.js';
import { HashIndex, indexSlots } from './hash-index.js';
import { fingerprintOf } from './input-file.js';
import { MANIFEST_VERSION } from './manifest.js';
import { isSystemError, systemCode } from './output-failure.js';
import { blockBytes, COUNTS_BYTES, decodeBlock, REUSE_FILE } from './reuse-block.js';
import { isAnchor } from './row-hash.js';
import { identityDifferences, type RunIdentity, type RunSettings } from './run-identity.js';
import { DamagedFile, type FileFact, readStagedFile } from './staged-file.js';

/** Numbers that the index has for a block: where it begins, its length, where its rows begin in each result file, context. */
export const BLOCK_PLACE = { offset: 0, bytes: 1, parts: 2, context: 2 + OUTCOMES.length } as const;
export const PLACE_NUMBERS = 3 + OUTCOMES.length;

/** An earlier run whose files are whole, as every worker sees it; can be sent to a thread. */
export interface EarlierRun {
  readonly folder: string;
  /** By number, see `rowContexts`. */
  readonly contexts: readonly string[];
  /** PLACE_NUMBERS for each block. */
  readonly blocks: Float64Array;
  /** A `HashIndex` of the blocks by the hashes of their anchor rows, in shared memory. */
  readonly anchorHashes: Uint32Array;
  readonly anchorBlocks: Uint32Array;
}

/** An earlier run, or why its results are of no use; then all rows are worked on. */
export type OpenedEarlier =
  | { readonly kind: 'usable'; readonly run: EarlierRun; readonly isUnchanged: () => boolean }
  | { readonly kind: 'differs'; readonly differences: readonly string[] }
  | { readonly kind: 'damaged'; readonly why: string };

const MANIFEST = z.object({
  manifest_version: z.literal(MANIFEST_VERSION),
  tool: z.object({ version: z.string() }),
  settings: z.looseObject({}),
  model: z.object({ version: z.string(), sha256: z.string() }),
  registry: z.object({ id: z.string(), persons: z.number() }),
  outputs: z.array(z.object({ name: z.string(), bytes: z.number().int().min(0), sha256: z.string() })),
});

/** Settings that decide no row. */
const OF_NO_ROW: readonly (keyof RunSettings)[] = ['gates', 'deadline', 'limit'];

/**
 * Opens an earlier run's folder to use its results again. Nothing is believed that does not have the checksum which the
 * manifest states. `contexts`: see `rowContexts`; a block is used where its own is one of them.
 */
export function openEarlier(
  folder: string,
  identity: RunIdentity,
  contexts: readonly string[],
): OpenedEarlier {
  try {
    const parsed = MANIFEST.safeParse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    if (!parsed.success) return { kind: 'damaged', why: 'its manifest.json is not one of this version' };
    const { tool, settings, model, registry, outputs } = parsed.data;
    const was = {
      ...settings,
      ...Object.fromEntries(OF_NO_ROW.map((name) => [name, identity.settings[name]])),
    } as unknown as RunSettings;
    const before: RunIdentity = { ...identity, toolVersion: tool.version, settings: was, model, registry };
    const differences = identityDifferences(before, identity);
    if (differences.length > 0) return { kind: 'differs', differences };
    const names = [REUSE_FILE, ...OUTCOMES.map((outcome) => OUTCOME_FILES[outcome])];
    const facts = names.map((name) => outputs.find((fact) => fact.name === name));
    const missing = names.find((_, i) => facts[i] === undefined);
    if (missing !== undefined) return { kind: 'damaged', why: `its manifest.json does not name ${missing}` };
    return openFiles(folder, facts as FileFact[], identity, contexts);
  } catch (cause) {
    if (cause instanceof DamagedFile) return { kind: 'damaged', why: cause.message };
    if (cause instanceof SyntaxError) return { kind: 'damaged', why: 'its manifest.json is not JSON' };
    if (isSystemError(cause)) return { kind: 'damaged', why: `it cannot be read (${systemCode(cause)})` };
    throw cause;
  }
}

function openFiles(
  folder: string,
  facts: readonly FileFact[],
  { columns }: RunIdentity,
  contexts: readonly string[],
): OpenedEarlier {
  const paths = facts.map(({ name }) => join(folder, name));
  const fingerprints = paths.map(fingerprintOf);
  facts.forEach(({ bytes }, i) => {
    if (statSync(paths[i]!, { throwIfNoEntry: false })?.size !== bytes) throw new DamagedFile(paths[i]!);
  });
  const [reuse, ...results] = facts;
  const index = new BlockIndex(contexts, columns);
  readBlocks(folder, reuse!, (offset, block) => index.add(offset, block));
  if (!index.isWhole(results)) throw new DamagedFile(paths[0]!);
  if (!index.isOfUse) return { kind: 'differs', differences: ['how the columns of the inputs are read'] };
  for (const fact of results) for (const _ of readStagedFile(folder, fact));
  const isUnchanged = () => paths.every((path, i) => fingerprintOf(path) === fingerprints[i]);
  return { kind: 'usable', run: index.finish(folder), isUnchanged };
}

/** Gives every block of a file, in order. @throws DamagedFile, after blocks that are not to be believed then */
function readBlocks(folder: string, fact: FileFact, take: (offset: number, block: Buffer) => void): void {
  const path = join(folder, fact.name);
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafeSlow(1024 * 1024);
    for (let offset = 0; offset < fact.bytes; ) {
      const counts = buffer.subarray(0, readSync(file, buffer, 0, COUNTS_BYTES, offset));
      const bytes = blockBytes(counts);
      if (bytes === null || offset + bytes > fact.bytes) throw new DamagedFile(path);
      if (bytes > buffer.length) buffer = Buffer.allocUnsafeSlow(bytes * 2);
      if (readSync(file, buffer, 0, bytes, offset) !== bytes) throw new DamagedFile(path);
      const block = buffer.subarray(0, bytes);
      hash.update(block);
      take(offset, block);
      offset += bytes;
    }
  } catch (cause) {
    // What is not as it was written cannot be taken apart.
    throw isSystemError(cause) ? cause : new DamagedFile(path);
  } finally {
    closeSync(file);
  }
  if (hash.digest('hex') !== fact.sha256) throw new DamagedFile(path);
}

class BlockIndex {
  readonly #contexts: readonly string[];
  readonly #places: number[] = [];
  readonly #anchors: number[] = [];
  readonly #anchorBlocks: number[] = [];
  /** Where the next block's rows begin in each result file. */
  readonly #parts: number[];
  isOfUse = false;

  constructor(contexts: readonly string[], columns: readonly string[]) {
    this.#contexts = contexts;
    this.#parts = OUTCOMES.map((outcome) => Buffer.byteLength(outcomeHeader(outcome, columns)));
  }

  add(offset: number, bytes: Buffer): void {
    const { head, columns } = decodeBlock(bytes);
    const context = this.#contexts.indexOf(head.context);
    const number = this.#places.length / PLACE_NUMBERS;
    this.#places.push(offset, bytes.length, ...this.#parts, context);
    OUTCOMES.forEach((outcome, i) => {
      this.#parts[i]! += head.bytes[outcome];
    });
    if (context < 0) return;
    this.isOfUse = true;
    for (const hash of columns.hash) {
      if (!isAnchor(hash)) continue;
      this.#anchors.push(hash);
      this.#anchorBlocks.push(number);
    }
  }

  /** True when the blocks are all of the result files. */
  isWhole(results: readonly FileFact[]): boolean {
    return !this.isOfUse || results.every(({ bytes }, i) => bytes === this.#parts[i]);
  }

  finish(folder: string): EarlierRun {
    const slots = indexSlots(this.#anchors.length);
    const shared = () => new Uint32Array(new SharedArrayBuffer(slots * 4));
    const [anchorHashes, anchorBlocks] = [shared(), shared()];
    const index = new HashIndex(anchorHashes, anchorBlocks);
    for (const [i, hash] of this.#anchors.entries()) index.add(hash, this.#anchorBlocks[i]!);
    const blocks = new Float64Array(new SharedArrayBuffer(this.#places.length * 8));
    blocks.set(this.#places);
    return { folder, contexts: this.#contexts, blocks, anchorHashes, anchorBlocks };
  }
}
