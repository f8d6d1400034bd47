import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `absent`, `complete` (the same bytes as `reference`), or what is wrong. */
export function folderState(folder: string, reference: string): string {
  if (!existsSync(folder)) return 'absent';
  const names = readdirSync(folder).sort();
  const wanted = readdirSync(reference).sort();
  if (names.join(' ') !== wanted.join(' ')) return `half: ${names.join(' ')}`;
  const different = names.filter((name) => !sameBytes(join(folder, name), join(reference, name)));
  return different.length === 0 ? 'complete' : `other bytes: ${different.join(' ')}`;
}

/**
 * The same for a registry and its list of remarks, which may also be `old`. Two files cannot be replaced in one step:
 * between the two a power cut may leave the new list beside the old registry, or beside none (`mayBeApart`).
 */
export function registryState(db: string, reference: string, old: string, mayBeApart = false): string {
  const [registry, list] = ['', '.remarks.csv'].map((end) => {
    const path = `${db}${end}`;
    if (!existsSync(path)) return 'absent';
    if (sameBytes(path, `${reference}${end}`)) return 'complete';
    return existsSync(`${old}${end}`) && sameBytes(path, `${old}${end}`) ? 'old' : 'half';
  });
  if (list === 'half' || registry === 'half') return `half: registry ${registry}, list ${list}`;
  if (registry === list || (mayBeApart && list === 'complete')) return registry!;
  return `apart: registry ${registry}, list ${list}`;
}

function sameBytes(a: string, b: string): boolean {
  return readFileSync(a).equals(readFileSync(b));
}
