import type { RowVerdict } from '../domain/decision.js';
import { renderResult } from '../output/render-row.js';
import type { MatchedIdentity } from './identity-reader.js';
import { personKey } from './person-key.js';
import type { ChunkRow } from './read-row.js';
import { verdictOf } from './row-verdict.js';
import type { WorkerSetup } from './worker-setup.js';

/** Everything that a row adds to the outputs, apart from its own source columns and number. */
export interface RowResult {
  readonly verdict: RowVerdict;
  /** The result columns, UTF-8, with the line ending. */
  readonly columns: Buffer;
  /** See `person-key.ts`. */
  readonly person: number;
}

/**
 * The results of the rows of a chunk. Rows of one identity and province share theirs, unless somebody among the
 * candidates died: then the date of the dose decides.
 */
export class RowResults {
  readonly #identities: readonly MatchedIdentity[];
  readonly #setup: WorkerSetup;
  readonly #file: string;
  readonly #shared: (RowResult & { readonly province: string })[] = [];

  /** `identities` are the chunk's, by number; `file` is the input's name. */
  constructor(identities: readonly MatchedIdentity[], setup: WorkerSetup, file: string) {
    this.#identities = identities;
    this.#setup = setup;
    this.#file = file;
  }

  of(row: ChunkRow, province: string): RowResult {
    if (row.kind === 'rejected') return this.#decide(row, province);
    const known = this.#shared[row.identity];
    if (known !== undefined && known.province === province) return known;
    const result = this.#decide(row, province);
    const { candidates } = this.#identities[row.identity]!.matched;
    if (candidates.every(({ person }) => person.deathDate === null)) {
      this.#shared[row.identity] = { ...result, province };
    }
    return result;
  }

  #decide(row: ChunkRow, province: string): RowResult {
    const verdict = verdictOf(row, this.#identities, this.#setup);
    const identity = row.kind === 'identity' ? this.#identities[row.identity]!.identity : null;
    return {
      verdict,
      columns: Buffer.from(renderResult(verdict, row.row.kind === 'broken' ? row.row.text : '')),
      person: personKey(province, verdict.decision, identity, this.#file, row.row.record),
    };
  }
}
