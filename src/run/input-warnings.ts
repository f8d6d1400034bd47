import { workbookTexts } from '../input/workbook/notes.js';
import type { MonthFirstColumn, ProbedInput } from './probe-input.js';

const SEX_UNPROVED =
  'the sex column holds numbers, and neither IDs nor names tell which number means which sex, so sex is read as unknown. State it with --sex-coding platform (0 nam, 1 nữ) or --sex-coding registry (1 nam, 2 nữ).';

function monthFirstText({ field, evidence: { dayFirst, monthFirst } }: MonthFirstColumn): string {
  const column = field === 'birth_date' ? 'birth dates' : 'dose dates';
  return `the ${column} are read month first (mm/dd/yyyy): among the first rows ${monthFirst} can only be month first and ${dayFirst} only day first.`;
}

/** What a person should know of how the identity columns of a file are read. */
export function inputWarnings({ path, sexUnproved, monthFirst, workbook }: ProbedInput): string[] {
  const texts = monthFirst.map(monthFirstText);
  if (sexUnproved) texts.unshift(SEX_UNPROVED);
  if (workbook !== null) texts.unshift(...workbookTexts(workbook));
  return texts.map((text) => `${path}: ${text}`);
}
