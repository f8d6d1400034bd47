/** A file that the reader is asked to type: `<!-- file: NAME -->` and a code block. */
export interface ExampleFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

/** One command of a code block behind `<!-- run -->`. */
export interface ExampleCommand {
  readonly kind: 'command';
  readonly command: string;
  /** The lines shown below the command; null: none are shown, and the output is not compared. */
  readonly output: string | null;
  /** Lines of the page (from 0) that hold the output: from, up to but not including. */
  readonly outputLines: readonly [from: number, to: number];
}

export type Example = ExampleFile | ExampleCommand;

const MARK = /^<!-- (?:(run)|file: ([\w.-]+)) -->$/;
const FENCE = '```';
const PROMPT = '$ ';

/**
 * The examples of a Markdown page, in order. A block behind `<!-- run -->` holds commands (`$ ...`), each followed
 * by what it prints. @throws Error when a mark has no code block, or a block is not closed.
 */
export function readExamples(page: string): Example[] {
  const lines = page.split('\n');
  const examples: Example[] = [];
  for (let i = 0; i < lines.length; i++) {
    const mark = MARK.exec(lines[i]!);
    if (mark === null) continue;
    const open = i + 1;
    const close = lines.indexOf(FENCE, open + 1);
    if (!lines[open]?.startsWith(FENCE) || close === -1)
      throw new Error(`line ${i + 1}: no code block follows`);
    const file = mark[2];
    if (file === undefined) examples.push(...readCommands(lines, open + 1, close));
    else examples.push({ kind: 'file', name: file, text: `${lines.slice(open + 1, close).join('\n')}\n` });
    i = close;
  }
  return examples;
}

function readCommands(lines: readonly string[], from: number, to: number): ExampleCommand[] {
  const starts: number[] = [];
  for (let i = from; i < to; i++) if (lines[i]!.startsWith(PROMPT)) starts.push(i);
  if (starts[0] !== from) throw new Error(`line ${from + 1}: a block to run begins with "${PROMPT}"`);
  return starts.map((start, n) => {
    const end = starts[n + 1] ?? to;
    const shown = lines.slice(start + 1, end);
    return {
      kind: 'command',
      command: lines[start]!.slice(PROMPT.length),
      output: shown.length === 0 ? null : shown.join('\n'),
      outputLines: [start + 1, end],
    };
  });
}

/** The page with other output lines; outputs belong to the page's commands, in order, null: left as it is. */
export function replaceOutputs(page: string, outputs: readonly (string | null)[]): string {
  const lines = page.split('\n');
  const commands = readExamples(page).filter((example) => example.kind === 'command');
  for (let n = commands.length - 1; n >= 0; n--) {
    const output = outputs[n] ?? null;
    const [from, to] = commands[n]!.outputLines;
    if (output !== null && commands[n]!.output !== null) lines.splice(from, to - from, ...output.split('\n'));
  }
  return lines.join('\n');
}
