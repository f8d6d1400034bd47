import { EXIT } from '../domain/exit-codes.js';
import { Failure } from '../domain/failure.js';
import {
  type InputMapping,
  MAPPING_FORMAT,
  MAPPING_FORMAT_VERSION,
  MAPPING_SCHEMA,
  type MappingEntry,
} from './mapping-schema.js';
import { type JsonFileKind, readJson, schemaFaultTexts } from './read-json.js';

const MAPPING_FILE: JsonFileKind = {
  name: 'mapping file',
  code: 'mapping_unreadable',
  expected: 'a mapping file as `doisoat profile --write-mapping` writes one',
  next: 'Check the path and the file.',
};

/**
 * Reads a mapping file; `shown` is its path in messages, as the user gave it.
 * @throws Failure exit 2 that names every fault at once, with its place and what was expected.
 */
export function readMappingFile(path: string, shown = path): InputMapping {
  const parsed = MAPPING_SCHEMA.safeParse(readJson(path, shown, MAPPING_FILE));
  if (parsed.success) return parsed.data;
  throw new Failure({
    code: 'mapping_invalid',
    exitCode: EXIT.usage,
    what: `The mapping file ${shown} has faults: ${parsed.error.issues.flatMap(schemaFaultTexts).join('; ')}.`,
    expected: 'a mapping as `doisoat profile --write-mapping` writes one',
    next: 'Correct the file (docs/profile.md says what each entry means), and run again.',
  });
}

/** The entry for an input: the first one whose pattern fits; null: none does. `label`: as messages name the input. */
export function entryFor(mapping: InputMapping | null | undefined, label: string): MappingEntry | null {
  return mapping?.files.find(({ name }) => fitsName(name, label)) ?? null;
}

/** Entries that fit none of the inputs: a name is misspelt, or the file is not there. */
export function idleEntries(mapping: InputMapping | null, labels: readonly string[]): string[] {
  const used = new Set(labels.map((label) => entryFor(mapping, label)));
  return (mapping?.files ?? []).filter((entry) => !used.has(entry)).map(({ name }) => name);
}

/** `*` is any text, `?` one character; the pattern fits the end of a path, from the beginning of a folder or file name. */
function fitsName(pattern: string, label: string): boolean {
  const tidy = (text: string) => text.normalize('NFC').toLowerCase().replaceAll('\\', '/');
  const wanted = tidy(pattern)
    .replace(/[.+^${}()|[\]]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`(^|/)${wanted}$`, 's').test(tidy(label));
}

/** A mapping as the text of a mapping file; one line for what is short. */
export function createMappingFile(files: readonly MappingEntry[]): string {
  const document: InputMapping = {
    format: MAPPING_FORMAT,
    format_version: MAPPING_FORMAT_VERSION,
    files: [...files],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
