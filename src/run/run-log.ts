/** What a run writes to its log: an event and numbers, codes or base names. Never a value of a row. */
export type RunLog = (event: string, facts: Readonly<Record<string, string | number | null>>) => void;
