import type { InputFact } from '../domain/run-facts.js';
import type { DecidedEncoding } from '../domain/text-encoding.js';
import { leftOutOf } from '../input/expand-inputs.js';
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

/** More names than this are only counted. */
const MOST_NAMES = 10;

/** What folders given as inputs hold that is not read; null: nothing. */
export function leftOutText(paths: readonly string[]): string | null {
  const left = leftOutOf(paths);
  if (left.length === 0) return null;
  const more = left.length > MOST_NAMES ? ` and ${left.length - MOST_NAMES} more` : '';
  return `not read: ${left.slice(0, MOST_NAMES).join(', ')}${more}. Folders inside a folder and other kinds of files are read only when they are named (*.xls: save as .xlsx first).`;
}

/** What a person should know of the inputs once they have been read: no row, or the same content twice. */
export function readWarnings(inputs: readonly InputFact[]): string[] {
  const first = new Map<string, string>();
  return inputs.flatMap(({ name, rows, sha256 }) => {
    if (rows === 0) return [`${name}: no data row below the header. Is the export complete?`];
    const same = first.get(sha256);
    if (same !== undefined)
      return [`${name} has the same content as ${same}: its rows count twice. Leave one of them out.`];
    first.set(sha256, name);
    return [];
  });
}

/** What a person should know of a mapping beside the inputs. */
export function mappingWarnings(mapping: InputMapping | null, inputs: readonly ProbedInput[]): string[] {
  const labels = inputs.map(({ path }) => path);
  return idleEntries(mapping, labels).map(idleText);
}

export function idleText(name: string): string {
  return `the entry "${name}" of the mapping is for none of the inputs.`;
}
