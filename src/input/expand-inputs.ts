import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Failure } from '../domain/failure.js';
import { fileSystemFailure, inputFailure } from './input-failures.js';
import { splitSheetPath } from './workbook/sheet-path.js';

const DATA_FILE = /\.(csv|tsv|txt|gz|zip|xlsx|xlsm)$/i;
/** What `registry build` writes beside a registry. */
const REMARKS_FILE = /\.remarks\.csv$/i;

/**
 * The files that the arguments name, in the order of the arguments: a file is itself, a folder all its .csv, .tsv,
 * .txt, .gz, .zip, .xlsx and .xlsm files, a name with `*` or `?` (last component only) the files that fit; both in byte order of the
 * names. Hidden files and the lock files of Office (`~$...`) are left out, in a folder also lists of remarks
 * (`*.remarks.csv`). A file named twice is taken once, for its
 * rows must not count twice. `list.xlsx#Sheet` names one sheet of a workbook. Throws a Failure with exit code 3 where an argument gives no file.
 */
export function expandInputs(paths: readonly string[]): string[] {
  const files = new Map<string, string>();
  for (const path of paths)
    for (const file of expandOne(path)) if (!files.has(resolve(file))) files.set(resolve(file), file);
  for (const path of files.values()) {
    const { file, sheet } = splitSheetPath(path);
    if (sheet !== null && files.has(resolve(file))) throw namedTwice(path, file);
  }
  return [...files.values()];
}

function expandOne(path: string): string[] {
  const { file, sheet } = splitSheetPath(path);
  if (sheet !== null && existsSync(file)) return [path];
  if (existsSync(path)) return statSync(path).isDirectory() ? dataFilesIn(path) : [path];
  const pattern = basename(path);
  if (!/[*?]/.test(pattern)) throw fileSystemFailure(path, { code: 'ENOENT' });
  const folder = dirname(path);
  const fits = wildcard(pattern);
  const names = namesIn(folder, path).filter((name) => fits.test(name));
  if (names.length === 0) {
    throw inputFailure(
      'input_no_match',
      `${path}: no file fits`,
      'at least one file',
      'Check folder and pattern.',
    );
  }
  return names.map((name) => join(folder, name));
}

/** The workbook as a whole may be the same sheet. */
function namedTwice(path: string, file: string): Failure {
  return inputFailure(
    'input_named_twice',
    `${path} is a sheet of ${file}, which is an input as well: its rows could count twice`,
    'a workbook, or sheets of it',
    'Name the workbook, or those of its sheets that are meant.',
  );
}

function dataFilesIn(folder: string): string[] {
  const names = namesIn(folder, folder).filter((name) => DATA_FILE.test(name) && !REMARKS_FILE.test(name));
  if (names.length === 0) {
    throw inputFailure(
      'input_folder_empty',
      `${folder} holds no .csv, .tsv, .txt, .gz, .zip or .xlsx file`,
      'a folder with exported files',
      'Check the folder; save old workbooks (.xls) as .xlsx or CSV UTF-8 first.',
    );
  }
  return names.map((name) => join(folder, name));
}

/**
 * What the folders among the arguments hold beside the files that `expandInputs` takes: subfolders with a `/` behind
 * their name, and files of other kinds. Hidden files, lock files of Office and lists of remarks are not told of.
 */
export function leftOutOf(paths: readonly string[]): string[] {
  const folders = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
  return folders.flatMap((folder) =>
    visibleIn(folder, folder)
      .filter(({ name, isFolder }) => isFolder || !(DATA_FILE.test(name) || REMARKS_FILE.test(name)))
      .map(({ name, isFolder }) => join(folder, name) + (isFolder ? '/' : '')),
  );
}

/** Names of the visible files of a folder, in byte order. */
function namesIn(folder: string, asked: string): string[] {
  return visibleIn(folder, asked)
    .filter(({ isFolder }) => !isFolder)
    .map(({ name }) => name);
}

function visibleIn(folder: string, asked: string): { readonly name: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.') && !name.startsWith('~$'))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .map((name) => ({
        name,
        isFolder: statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true,
      }));
  } catch (cause) {
    throw fileSystemFailure(asked, cause);
  }
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'su');
}
