import type { DecidedEncoding } from '../domain/text-encoding.js';
import { workbookTexts } from '../input/workbook/notes.js';
import { idleEntries } from './mapping-file.js';
import type { InputMapping } from './mapping-schema.js';
import type { MonthFirstColumn, ProbedInput } from './probe-input.js';

const SEX_UNPROVED =
  'the sex column holds numbers, and neither IDs nor names tell which number means which sex, so sex is read as unknown. State it with --sex-coding platform (0 nam, 1 nữ) or --sex-coding registry (1 nam, 2 nữ).';

function monthFirstText({ field, evidence: { dayFirst, monthFirst } }: MonthFirstColumn): string {
  const column = field === 'birth_date' ? 'birth dates' : 'dose dates';
  return `the ${column} are read month first (mm/dd/yyyy): among the first rows ${monthFirst} can only be month first and ${dayFirst} only day first.`;
}

/** Empty where nobody needs to know. */
function encodingText({ encoding, evidence }: DecidedEncoding): string {
  if (evidence === null) return '';
  const { words, explained, next, nextExplained } = evidence;
  return `read as ${encoding}: ${explained} of its first ${words} different words with accents are Vietnamese so, as ${next} ${nextExplained}. If names look wrong, state --encoding.`;
}

/** What a person should know of how a file is read. */
export function inputWarnings({
  path,
  encoding,
  sexUnproved,
  monthFirst,
  workbook,
  mapping,
}: ProbedInput): string[] {
  const found = workbook === null ? [] : workbookTexts(workbook);
  const texts = [
    ...found,
    encodingText(encoding),
    sexUnproved ? SEX_UNPROVED : '',
    ...monthFirst.map(monthFirstText),
    ...(mapping?.doubts ?? []).map((doubt) => `by the mapping, ${doubt}.`),
  ];
  return texts.filter((text) => text !== '').map((text) => `${path}: ${text}`);
}

/** What a person should know of a mapping beside the inputs. */
export function mappingWarnings(mapping: InputMapping | null, inputs: readonly ProbedInput[]): string[] {
  const labels = inputs.map(({ path }) => path);
  return idleEntries(mapping, labels).map(idleText);
}

export function idleText(name: string): string {
  return `the entry "${name}" of the mapping is for none of the inputs.`;
}
