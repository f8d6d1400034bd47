import type { Failure } from '../../domain/failure.js';
import { inputFailure } from '../input-failures.js';

const SAVE_AS_XLSX =
  'Open the file in Excel or LibreOffice, choose "Save as", "Excel Workbook (.xlsx)", and give that file.';

/** A workbook whose zip archive or XML cannot be read; `fault` completes "the workbook is damaged: ...". */
export function damagedFailure(path: string, fault: string, cause?: unknown): Failure {
  return inputFailure(
    'workbook_damaged',
    `${path}: the workbook is damaged: ${fault}`,
    'a workbook as Excel, LibreOffice or the platform writes it',
    'Copy or export the file again; if Excel or LibreOffice can open it, save it anew from there.',
    cause,
  );
}

export function truncatedFailure(path: string, cause: unknown): Failure {
  return inputFailure(
    'workbook_truncated',
    `${path}: the workbook has no end: the file was cut off, or it is no workbook`,
    'a complete .xlsx or .xlsm file',
    'Copy or download the file again, and compare its size with the original.',
    cause,
  );
}

/** Limits are there against files made to exhaust memory or disk. */
export function tooLargeFailure(path: string, what: string): Failure {
  return inputFailure(
    'workbook_too_large',
    `${path}: ${what}`,
    'a workbook whose content fits the limits in docs/workbooks.md',
    'If the file is genuine, save the sheet with the list as CSV UTF-8, and give that file.',
  );
}

/** Other spreadsheet formats, each recognised by its content. */
export type OtherFormat = 'encrypted' | 'xls' | 'xlsb' | 'ods';

const OTHER_FORMATS: Readonly<Record<OtherFormat, readonly [code: string, what: string, next: string]>> = {
  encrypted: [
    'workbook_encrypted',
    'is a workbook protected by a password',
    'Open it with the password, take the password off (File, Info, Protect Workbook), and save it.',
  ],
  xls: ['workbook_old_format', 'is in the old format of Excel 97-2003 (.xls)', SAVE_AS_XLSX],
  xlsb: ['workbook_binary', 'is a binary workbook (.xlsb)', SAVE_AS_XLSX],
  ods: ['workbook_opendocument', 'is an OpenDocument spreadsheet (.ods)', SAVE_AS_XLSX],
};

export function otherFormatFailure(path: string, format: OtherFormat): Failure {
  const [code, what, next] = OTHER_FORMATS[format];
  return inputFailure(code, `${path} ${what}`, 'an .xlsx or .xlsm workbook, or CSV text', next);
}

export function noListFailure(path: string, sheets: readonly string[]): Failure {
  return inputFailure(
    'workbook_no_list',
    `${path}: none of its sheets has a usable header row: ${quoted(sheets)}`,
    'a sheet with a header row in its first 40 rows that names at least Số CCCD/CMND, or Họ và tên and Ngày sinh',
    'Check the header of the sheet with the list, or name the sheet as FILE#SHEET to see what is missing in it.',
  );
}

export function severalListsFailure(path: string, sheets: readonly string[]): Failure {
  const each = sheets.map((name) => `"${path}#${name}"`).join(' ');
  return inputFailure(
    'workbook_several_lists',
    `${path}: several sheets hold lists: ${quoted(sheets)}; reading only one of them would lose rows`,
    'one sheet with a list, or the sheets named',
    `Name each sheet that is meant as an input of its own: ${each}`,
  );
}

export function hiddenListFailure(path: string, sheets: readonly string[]): Failure {
  return inputFailure(
    'workbook_hidden_list',
    `${path}: only sheets that are hidden hold lists: ${quoted(sheets)}`,
    'a visible sheet with a list, or the sheet named',
    `Unhide the sheet, or name it: "${path}#${sheets[0] ?? ''}"`,
  );
}

export function unknownSheetFailure(path: string, asked: string, sheets: readonly string[]): Failure {
  return inputFailure(
    'workbook_sheet_unknown',
    `${path} has no sheet "${asked}"`,
    `one of its sheets: ${quoted(sheets)}`,
    'Check the name after "#".',
  );
}

function quoted(names: readonly string[]): string {
  return names.length === 0 ? 'it has no sheets' : names.map((name) => `"${name}"`).join(', ');
}
