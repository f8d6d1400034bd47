type Numbers = Float32Array | Float64Array | Uint32Array;

/** Numbers that are appended to, without an object for each. */
export class NumberList<A extends Numbers> {
  readonly #make: (length: number) => A;
  #values: A;
  #length = 0;

  /** `make`: an array of the wanted kind and length. */
  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(1024);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = this.#make(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  get length(): number {
    return this.#length;
  }

  values(): A {
    return this.#values.subarray(0, this.#length) as A;
  }
}
