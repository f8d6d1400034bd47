import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimise a function only when it has run fifteen times as long as otherwise. In a night of which one row in a
 * hundred is worked on, most functions run too seldom to be worth it: optimising took a fifth of the processor time. What is
 * hot is optimised a little later; a run that works on every row takes as long as without.
 */
export function compileLater(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}

/** In bytes of bytecode; the default is 67,584. */
const INTERRUPT_BUDGET = 1_000_000;
