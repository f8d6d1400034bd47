type Value = string | number | null | object;

/** More than this says nothing new. */
const SHOWN = 20;

/** Counts what agrees. Figures that the result files do not wholly determine are told apart. */
export class Verdicts {
  #agreed = 0;
  readonly #different: string[] = [];
  #inferred = 0;
  readonly #inferredDifferent: string[] = [];

  /** A figure that must be the same to the unit. */
  exact(name: string, expected: Value, found: Value): void {
    if (expected === found) this.#agreed++;
    else this.#different.push(`${name}: recomputed ${expected}, the report says ${found}`);
  }

  /** A figure that can only be inferred: a difference is told, and is no disagreement. */
  inferred(name: string, expected: number, found: number): void {
    this.#inferred++;
    if (expected !== found)
      this.#inferredDifferent.push(`${name}: inferred ${expected}, the report says ${found}`);
  }

  result(): { lines: string[]; disagreements: number } {
    const different = this.#different.length;
    const lines = this.#different.slice(0, SHOWN).map((text) => `DISAGREES ${text}`);
    if (different > SHOWN) lines.push(`... and ${different - SHOWN} more`);
    lines.push(...this.#inferredDifferent.slice(0, SHOWN).map((text) => `inferred  ${text}`));
    lines.push(
      `${this.#inferred - this.#inferredDifferent.length} of ${this.#inferred} figures of wrong records by field are as inferred from the files`,
      `${different === 0 ? 'AGREES' : 'DISAGREES'} to the unit: ${this.#agreed} figures agree, ${different} do not`,
    );
    return { lines, disagreements: different };
  }
}
