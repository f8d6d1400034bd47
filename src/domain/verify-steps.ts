/**
 * Probabilities at which a run counts how many rows it would verify, so that the choice of the line can be seen in
 * rows: "at 0.999 you verify N and review M". Highest last.
 */
export const VERIFY_STEPS = [0.9, 0.99, 0.999, 0.9999, 0.99999] as const;
