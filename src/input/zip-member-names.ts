import { isUtf8 } from 'node:buffer';
import { type Entry, getFileNameLowLevel } from 'yauzl';

const UTF8_FLAG = 0x800;
/** Read as an input of its own. */
const DATA = /\.(csv|tsv|txt|gz|xlsx|xlsm)$/i;
/** Holds rows that would be lost if it were left out without a word. */
const NESTED = /\.(zip|7z|rar|tar|tgz|bz2|xz|zst|xls|xlsb|ods)$/i;

/** What becomes of an entry: an input; a reason to refuse the archive; or nothing, as for other files in a folder. */
export type EntryKind = 'data' | 'nested' | 'left_out';

/**
 * The name of an entry as a label: `/` between folders, without drive, `.` and `..`, control characters shown as `_`.
 * It is UTF-8 where the entry says so or its bytes are (macOS packs UTF-8 without saying so), else CP437.
 */
export function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const flag = isUtf8(raw) ? entry.generalPurposeBitFlag | UTF8_FLAG : entry.generalPurposeBitFlag;
  return getFileNameLowLevel(flag, raw, entry.extraFields, true)
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .replace(/\p{Cc}/gu, '_')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

/** Folders, resource forks of macOS, hidden files, lock files of Office and files of other kinds are left out. */
export function entryKind(entry: Entry, name: string): EntryKind {
  const raw = entry.fileNameRaw;
  const last = raw[raw.length - 1];
  if (name === '' || last === 0x2f || last === 0x5c) return 'left_out';
  const parts = name.split('/');
  if (parts.some((part) => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX'))
    return 'left_out';
  if (NESTED.test(name)) return 'nested';
  return DATA.test(name) ? 'data' : 'left_out';
}
