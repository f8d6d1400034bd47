/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A share as a percentage with two decimals; an empty cell stands for nothing at all. */
export function percent(count: number, total: number): string {
  return count === 0 ? '' : `${((100 * count) / total).toFixed(2)} %`;
}
