import { posix } from 'node:path';
import { readXml } from './read-xml.js';
import { damagedFailure, otherFormatFailure } from './workbook-failures.js';
import type { ZipParts } from './zip-parts.js';

export type SheetState = 'visible' | 'hidden' | 'very_hidden';

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  /** Name of its part in the archive. */
  readonly part: string;
}

/** What a workbook says of itself: its sheets of cells in the order of their tabs, and where its parts are. */
export interface WorkbookIndex {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

interface Relation {
  /** Last component of the type: the rest differs between the transitional and the strict form. */
  readonly type: string;
  readonly target: string;
}

/** @throws Failure exit 3: no workbook, another format, damaged. */
export async function readWorkbookIndex(parts: ZipParts, path: string): Promise<WorkbookIndex> {
  if (parts.has('content.xml') && parts.has('mimetype')) throw otherFormatFailure(path, 'ods');
  const roots = [...(await readRelations(parts, path, '')).values()];
  const workbook = roots.find(({ type }) => type === 'officeDocument')?.target;
  if (workbook === undefined) throw damagedFailure(path, 'it does not say where its workbook is');
  if (/\.bin$/i.test(workbook)) throw otherFormatFailure(path, 'xlsb');
  const relations = await readRelations(parts, path, workbook);
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  await readXml(parts, path, workbook, {
    open(name, scanner) {
      if (name === 'workbookPr') is1904 = isTrue(scanner.attributes().get('date1904'));
      if (name !== 'sheet') return;
      const attributes = scanner.attributes();
      const relation = relations.get(attributes.get('id') ?? '');
      if (relation === undefined) throw damagedFailure(path, 'a sheet has no part');
      // Charts and dialogs have sheets of their own.
      if (relation.type !== 'worksheet') return;
      const state = attributes.get('state');
      sheets.push({
        name: attributes.get('name') ?? '',
        state: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very_hidden' : 'visible',
        part: relation.target,
      });
    },
    close() {},
    text() {},
  });
  const partOf = (wanted: string) =>
    [...relations.values()].find(({ type, target }) => type === wanted && parts.has(target))?.target ?? null;
  return { sheets, is1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

/** The relations of a part by their ids; '' for those of the whole package. */
async function readRelations(parts: ZipParts, path: string, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part === '' ? 'x' : part);
  const relations = new Map<string, Relation>();
  await readXml(parts, path, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), {
    open(name, scanner) {
      if (name !== 'Relationship') return;
      const attributes = scanner.attributes();
      if (attributes.get('TargetMode') === 'External') return;
      const target = (attributes.get('Target') ?? '').replaceAll('\\', '/');
      relations.set(attributes.get('Id') ?? '', {
        type: posix.basename(attributes.get('Type') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    close() {},
    text() {},
  });
  return relations;
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
