import { FILE_FAULTS, ROW_FAULTS } from '../../scripts/inputs/structural-faults.js';

const NEXT: Readonly<Record<string, string>> = {
  read: 'nothing',
  blank: 'nothing; such lines are counted in the manifest',
  rows: 'nothing',
  wrong_field_count: 'mend the row in the source file (put the cell that holds a delimiter in quotes), run again',
  broken_quotes: 'close or remove the quotation mark in the source file, run again',
  invalid_encoding: 'type the damaged letters again, or save the source as CSV UTF-8; where many rows are of one old encoding, `--encoding NAME` reads them',
  empty_row: 'nothing',
  not_a_record: 'nothing; put a second list whose columns have another order into a file of its own',
  input_empty: 'export the file again',
  unknown_layout: 'give the columns the names of the message, in the first 40 rows',
  mixed_line_endings: 'save the file again, with one kind of line ending',
  duplicate_columns: 'rename the column that is not meant',
  encoding_unclear: 'check that it is a list; state the encoding with `--encoding`, or save it as CSV UTF-8',
  input_is_workbook: 'save it as .xlsx or CSV UTF-8',
}; // biome-ignore format: a table

function outcome(code: string): string {
  if (code === 'read') return 'read as it was meant';
  return code === 'blank' ? 'a blank line, no row' : `rejected, \`${code}\``;
}

function rowTable(): string {
  const lines = ROW_FAULTS.filter(({ kind }) => kind !== 'none').map(({ kind, becomes }) => {
    const kinds = [...new Set(becomes)];
    const count = becomes.length > 1 && !becomes.includes('blank') ? ` (${becomes.length} rows)` : '';
    const next = kinds.find((code) => code !== 'read' && code !== 'blank') ?? kinds[0] ?? '';
    return `| ${kind} | ${kinds.map(outcome).join(', then ')}${count} | ${NEXT[next]} |`;
  });
  return lines.join('\n');
}

function fileTable(): string {
  const lines = FILE_FAULTS.map(({ kind, becomes }) => {
    if (typeof becomes === 'string') return `| ${kind} | refused, \`${becomes}\` (exit code 3) | ${NEXT[becomes]} |`;
    if (becomes.length === 0) return `| ${kind} | a run of no rows | check that the export is complete |`;
    const reasons = [...new Set(becomes.map((row) => /rejected (\S+)/.exec(row)?.[1] ?? 'rows'))];
    const [reason = ''] = reasons.filter((code) => code !== 'rows');
    const told = reason === '' ? 'all rows are read' : `${reasons.length > 1 ? 'all rows are read; what follows is' : 'all rows are'} rejected, \`${reason}\``;
    const next = reason === '' || reasons.length > 1 ? 'nothing' : 'mend the header row, run again';
    return `| ${kind} | ${told} | ${next} |`;
  }); // biome-ignore format: long texts
  return lines.join('\n');
}

/** docs/input-faults.md */
export function inputFaultsPage(): string {
  return `# Inputs, and what is wrong with them

This page is made from \`scripts/inputs/structural-faults.ts\`, whose every line is a test at the first row, in the middle, at
the last row and at the ends of chunks; a test fails when it is out of date (\`UPDATE_DOCS=1 npm test\` writes it anew).
\`npm run input-fault-test -- --files 10000\` reads as many files with faults at random places: no crash, no hang, and every
record is a header, a blank line, or a row with exactly one outcome.

## What is read

Files, folders and patterns, in any mix, \`.csv .tsv .txt\`, and the same in \`.gz\` and \`.zip\`; what a file is, its first bytes
say, not its name. All are read as streams: memory does not depend on their size.

- **Delimiters**: comma, semicolon, tab, \`|\`, \`^\`, \`~\`. **Line endings**: LF, CRLF, or CR alone in the whole file.
- **Encodings**: UTF-8 and UTF-16 with a byte order mark or without, Windows-1258, TCVN3 (ABC), VNI, VISCII. The words decide
  between the last four: nearly all words with accents must be Vietnamese in one and far fewer in the next. The decision is told
  as a warning in counts, and stands in the manifest (\`encoding\`, \`encoding_decided_by\`). With too little to go by the file is refused
  (\`encoding_unclear\`), and the message names what \`--encoding\` to try. A byte order mark wins over \`--encoding\`, and lines that
  are UTF-8 stay as they are, so it can be given for a folder in which only some files need it. A file most of whose rows are
  UTF-8 stays UTF-8; its other rows are rejected one by one (\`invalid_encoding\`). TCVN3 has no capitals with tones: a word
  whose ASCII letters are capitals is taken to be one of capitals, a word with a single ASCII letter (\`LÝ\`) stays \`Lý\`. Names of a
  file that mixes old encodings are repaired word by word with \`--encoding windows-1252\`.
- **Archives** (\`.zip\`): every data file in one is an input of its own, \`archive.zip/member.csv\` in \`ds_source_file\`; bytes and
  checksum in the manifest are those of the member, unpacked, the same as of the file itself. Names are labels and never
  used as paths; they are UTF-8 or CP437.

## Archives that cannot be used

Nothing of such an archive is read: it is taken whole or not at all (exit code 3).

| what | outcome | what to do |
|---|---|---|
| a data file locked with a password | refused, \`input_zip_encrypted\` | unpack it with the password, give the files |
| an archive, or an old workbook (.xls, .xlsb, .ods), in it | refused, \`input_zip_nested\` | unpack it, give the files |
| two entries of one name | refused, \`input_zip_same_name\` | unpack it, give the files |
| an unusual compression | refused, \`input_zip_method\` | pack it again, or give the files |
| more than 2,000 entries, 256 GiB unpacked, or 250 times the packed size (from 64 MiB on) | refused, \`input_zip_limit\` | unpack it, look at it, give the files |
| cut off, damaged, a wrong checksum or length | refused, \`input_zip_damaged\` | copy it again |
| no data file | refused, \`input_zip_no_data\` | check the archive |
| folders, \`__MACOSX\`, hidden files, lock files of Office, files of other kinds | left out, as in a folder | nothing |

A \`.gz\` that stops early or is damaged is refused (\`input_gzip_truncated\`, \`input_gzip_damaged\`).

## Faults of the head, or of the whole file

| fault | outcome | what to do |
|---|---|---|
${fileTable()}

## Faults among the rows

No such fault costs another row. A quotation mark that is never closed costs its own line: a quoted cell closes within
50 lines and 128 KiB, or it is none. A line of 8 MiB or more is rejected in pieces, whatever it holds. A row cut off in its last cell cannot be told
from a whole one.

| fault | outcome | what to do |
|---|---|---|
${rowTable()}

Excel may leave out empty cells at the ends of rows in some places of a file: such rows have a cell too few and are rejected,
for nobody can tell which cell is missing. Fill a column at the end (a dot in each row), or export again.
`;
}
