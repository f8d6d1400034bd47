import { existsSync } from 'node:fs';

const SHEET_PATH = /^(.+\.xls[xm])#(.+)$/is;

/**
 * Takes `list.xlsx#Sheet name` apart, by which one sheet of a workbook is an input of its own. A file that has
 * such a name itself is that file.
 */
export function splitSheetPath(path: string): { readonly file: string; readonly sheet: string | null } {
  const found = SHEET_PATH.exec(path);
  if (found === null || existsSync(path)) return { file: path, sheet: null };
  return { file: found[1] as string, sheet: found[2] as string };
}

/** The file that an input's path stands for. */
export function storedPath(path: string): string {
  return splitSheetPath(path).file;
}
