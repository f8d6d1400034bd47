/** Figures with the sums that tie them together; `suppressed` says which must not be shown. */
export class FigureSystem {
  readonly #numbers = new Map<string, number>();
  readonly #values: number[] = [];
  readonly #small: boolean[] = [];
  readonly #hidden: boolean[] = [];
  readonly #equations: number[][] = [];
  readonly #equationsOf: number[][] = [];

  /** Adds a figure, or tells more of one: it is hidden when it is small. Its value ranks it as a companion. */
  add(id: string, value: number, isSmall: boolean): void {
    const known = this.#numbers.get(id);
    if (known !== undefined) {
      this.#small[known] ||= isSmall;
      this.#hidden[known] ||= isSmall;
      return;
    }
    this.#numbers.set(id, this.#values.length);
    this.#values.push(value);
    this.#small.push(isSmall);
    this.#hidden.push(isSmall);
    this.#equationsOf.push([]);
  }

  /** The first figure is the sum of the others; all must have been added. */
  tie(sum: string, parts: readonly string[]): void {
    const equation = [sum, ...parts].map((id) => this.#numbers.get(id)!);
    for (const figure of equation) this.#equationsOf[figure]!.push(this.#equations.length);
    this.#equations.push(equation);
  }

  /**
   * Hides companions until no small figure can be computed from what is shown: neither from one sum nor from several
   * together. The companion is the smallest figure of the sum that is still shown and is not nothing.
   */
  protect(): void {
    this.#protectSums(this.#equations.map((_, i) => i));
    for (;;) {
      const open = determined(this.#equations, this.#hidden).filter((figure) => this.#small[figure]);
      const before = this.#count();
      for (const figure of open)
        for (const equation of this.#equationsOf[figure]!) this.#hideCompanion(equation);
      if (open.length === 0 || this.#count() === before) return;
      this.#protectSums(open.flatMap((figure) => this.#equationsOf[figure]!));
    }
  }

  isHidden(id: string): boolean {
    const number = this.#numbers.get(id);
    return number !== undefined && this.#hidden[number]!;
  }

  #count(): number {
    return this.#hidden.filter((hidden) => hidden).length;
  }

  /** One hidden figure of a sum can be computed: it needs a second. */
  #protectSums(from: readonly number[]): void {
    const waiting = [...from];
    for (let equation = waiting.pop(); equation !== undefined; equation = waiting.pop()) {
      const hidden = this.#equations[equation]!.filter((figure) => this.#hidden[figure]);
      if (hidden.length !== 1) continue;
      const companion = this.#hideCompanion(equation);
      if (companion !== null) waiting.push(...this.#equationsOf[companion]!, equation);
    }
  }

  #hideCompanion(equation: number): number | null {
    const [sum = 0, ...parts] = this.#equations[equation]!;
    const shown = (figure: number) => !this.#hidden[figure];
    const smallest = (figures: readonly number[]) =>
      figures.reduce<number | null>(
        (best, figure) => (best === null || this.#values[figure]! < this.#values[best]! ? figure : best),
        null,
      );
    const companion =
      smallest(parts.filter((part) => shown(part) && this.#values[part]! > 0)) ??
      (shown(sum) ? sum : smallest(parts.filter(shown)));
    if (companion !== null) this.#hidden[companion] = true;
    return companion;
  }
}

const NOTHING = 1e-9;

/** The hidden figures that the equations determine, given all others: Gauss-Jordan over sparse rows. */
export function determined(equations: readonly (readonly number[])[], hidden: readonly boolean[]): number[] {
  const pivots = new Map<number, Map<number, number>>();
  const uses = new Map<number, Set<number>>();
  const link = (row: Map<number, number>, pivot: number) => {
    for (const figure of row.keys()) {
      const rows = uses.get(figure) ?? new Set();
      uses.set(figure, rows.add(pivot));
    }
  };
  for (const equation of equations) {
    const row = new Map<number, number>();
    equation.forEach((figure, i) => {
      if (hidden[figure]) addTo(row, figure, i === 0 ? -1 : 1);
    });
    for (const figure of [...row.keys()]) {
      const pivot = pivots.get(figure);
      if (pivot !== undefined && row.has(figure)) subtract(row, pivot, row.get(figure)!);
    }
    const [first] = row;
    if (first === undefined) continue;
    const [figure, factor] = first;
    for (const [other, value] of row) row.set(other, value / factor);
    for (const used of [...(uses.get(figure) ?? [])]) {
      const pivot = pivots.get(used)!;
      const times = pivot.get(figure);
      if (times === undefined) continue;
      subtract(pivot, row, times);
      link(pivot, used);
    }
    pivots.set(figure, row);
    link(row, figure);
  }
  return [...pivots].filter(([, row]) => row.size === 1).map(([figure]) => figure);
}

function addTo(row: Map<number, number>, figure: number, value: number): void {
  const sum = (row.get(figure) ?? 0) + value;
  if (Math.abs(sum) < NOTHING) row.delete(figure);
  else row.set(figure, sum);
}

function subtract(row: Map<number, number>, other: ReadonlyMap<number, number>, times: number): void {
  for (const [figure, value] of other) addTo(row, figure, -times * value);
}
