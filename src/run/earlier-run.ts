import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OUTCOMES } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { outcomeHeader } from '../output/files.js';
import { type EarlierRun, PLACE_NUMBERS } from './earlier-index.js';
import { CHECKSUM_BYTES, fastChecksum } from './fast-checksum.js';
import { HashIndex, indexSlots } from './hash-index.js';
import { fingerprintOf } from './input-file.js';
import { MANIFEST_VERSION } from './manifest.js';
import { isSystemError, systemCode } from './output-failure.js';
import { blockBytes, COUNTS_BYTES, decodeBlock, REUSE_FILE } from './reuse-block.js';
import { isAnchor } from './row-hash.js';
import { identityDifferences, type RunIdentity, type RunSettings } from './run-identity.js';
import { letSignalsIn } from './signals.js';
import { DamagedFile, type FileFact } from './staged-file.js';

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

/** Settings that decide no row by themselves: what a mapping makes of an input is in the context of its rows. */
const OF_NO_ROW: readonly (keyof RunSettings)[] = ['gates', 'deadline', 'limit', 'mapping'];

/**
 * Opens an earlier run's folder to use its results again. Nothing is believed that does not have the checksum which the
 * manifest states: here that is `reuse.bin`, which has those of all parts of the result files, to be compared when they are
 * used (see `EarlierFiles`). `contexts`: see `rowContexts`; a block is used where its own is one of them.
 */
export async function openEarlier(
  folder: string,
  identity: RunIdentity,
  contexts: readonly string[],
  signal: AbortSignal,
): Promise<OpenedEarlier> {
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
    return await openFiles(folder, facts as FileFact[], identity, contexts, signal);
  } catch (cause) {
    if (cause instanceof DamagedFile) return { kind: 'damaged', why: cause.message };
    if (cause instanceof SyntaxError) return { kind: 'damaged', why: 'its manifest.json is not JSON' };
    if (isSystemError(cause)) return { kind: 'damaged', why: `it cannot be read (${systemCode(cause)})` };
    throw cause;
  }
}

async function openFiles(
  folder: string,
  facts: readonly FileFact[],
  { columns }: RunIdentity,
  contexts: readonly string[],
  signal: AbortSignal,
): Promise<OpenedEarlier> {
  const paths = facts.map(({ name }) => join(folder, name));
  const fingerprints = paths.map(fingerprintOf);
  facts.forEach(({ bytes }, i) => {
    if (statSync(paths[i]!, { throwIfNoEntry: false })?.size !== bytes) throw new DamagedFile(paths[i]!);
  });
  const [reuse, ...results] = facts;
  const index = new BlockIndex(contexts, columns);
  for (const { offset, block } of readBlocks(folder, reuse!)) {
    addBlock(index, offset, block, paths[0]!);
    if (index.blocks % BLOCKS_AT_ONCE === 0) await pause(signal);
  }
  if (!index.isWhole(results)) throw new DamagedFile(paths[0]!);
  if (!index.isOfUse) return { kind: 'differs', differences: ['how the columns of the inputs are read'] };
  const isUnchanged = () => paths.every((path, i) => fingerprintOf(path) === fingerprints[i]);
  return { kind: 'usable', run: index.finish(folder), isUnchanged };
}

/** Blocks of `reuse.bin` between two pauses: some megabytes. */
const BLOCKS_AT_ONCE = 64;

/** Many gigabytes may have to be read: the lock must show signs of life meanwhile, and Ctrl-C be heard. */
async function pause(signal: AbortSignal): Promise<void> {
  await letSignalsIn();
  signal.throwIfAborted();
}

/** What is not as it was written cannot be taken apart. */
function addBlock(index: BlockIndex, offset: number, block: Buffer, path: string): void {
  try {
    index.add(offset, block);
  } catch {
    throw new DamagedFile(path);
  }
}

/** Every block of a file, in order. @throws DamagedFile, after blocks that are not to be believed then */
function* readBlocks(folder: string, fact: FileFact): Generator<{ offset: number; block: Buffer }> {
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
      yield { offset, block };
      offset += bytes;
    }
  } finally {
    closeSync(file);
  }
  if (hash.digest('hex') !== fact.sha256) throw new DamagedFile(path);
}

class BlockIndex {
  readonly #contexts: readonly string[];
  readonly #places: number[] = [];
  readonly #checksums: Uint8Array[] = [];
  readonly #anchors: number[] = [];
  readonly #anchorBlocks: number[] = [];
  /** Where the next block's rows begin in each result file. */
  readonly #parts: number[];
  isOfUse = false;

  get blocks(): number {
    return this.#places.length / PLACE_NUMBERS;
  }

  constructor(contexts: readonly string[], columns: readonly string[]) {
    this.#contexts = contexts;
    this.#parts = OUTCOMES.map((outcome) => Buffer.byteLength(outcomeHeader(outcome, columns)));
  }

  add(offset: number, bytes: Buffer): void {
    const { head, columns } = decodeBlock(bytes);
    const context = this.#contexts.indexOf(head.context);
    const number = this.blocks;
    this.#checksums.push(fastChecksum(bytes));
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
    const checksums = new Uint8Array(new SharedArrayBuffer(this.blocks * CHECKSUM_BYTES));
    for (const [i, checksum] of this.#checksums.entries()) checksums.set(checksum, i * CHECKSUM_BYTES);
    return { folder, contexts: this.#contexts, blocks, checksums, anchorHashes, anchorBlocks };
  }
}
