import { CONFIG_SCHEMA } from '../../src/cli/config-schema.js';
import { main } from '../../src/cli/main.js';
import { SETTING_FLAGS } from '../../src/cli/settings-flags.js';
import { EXIT } from '../../src/domain/exit-codes.js';
import {
  OFFICIAL_CLASSES,
  type OfficialClass,
  OUTCOMES,
  type OutcomeName,
} from '../../src/domain/outcome.js';
import { OUTCOME_FILES } from '../../src/domain/output-files.js';
import { REASON_CODES, REASONS } from '../../src/domain/reasons.js';
import { RAW_TEXT_COLUMN, RESULT_COLUMNS } from '../../src/output/columns.js';
import { CLASS_LABELS } from '../../src/report/labels.js';

const made = (source: string) =>
  `This page is made from \`${source}\`; a test fails when it is out of date (\`UPDATE_DOCS=1 npm test\` writes it anew).`;

const WHAT_IT_MEANS: Readonly<Record<OutcomeName, string>> = {
  verified: 'Exactly one person of the registry is identified.',
  mismatch: 'The record cannot be what it claims, and nobody in the registry is a credible candidate.',
  needs_review: 'There are credible candidates, but not enough to decide. A person has to look.',
  rejected: 'The row cannot be read.',
};

/** docs/reasons.md */
export function reasonsPage(): string {
  const sections = OUTCOMES.map((outcome) => {
    const rows = REASON_CODES.filter((code) => REASONS[code].outcome === outcome).map((code) => {
      const { vi, en, next } = REASONS[code];
      return `| \`${code}\` | ${en} | ${next.en} | ${vi} | ${next.vi} |`;
    });
    return `## ${OUTCOME_FILES[outcome]}\n\n${WHAT_IT_MEANS[outcome]}\n\n| code | meaning | what to do | ý nghĩa | việc cần làm |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Reasons (\`ds_reason\`)\n\nEvery row has exactly one reason. The list is closed: renaming a code is a breaking change.\n${made('src/domain/reasons.ts')}\n\n${sections.join('\n')}`;
}

const WHEN_STOPPED =
  'Run again; `run --resume` goes on where it stopped. Of other commands, and of a run that had hardly begun, nothing is left behind.';

const EXIT_MEANING: Readonly<Record<keyof typeof EXIT, readonly [what: string, next: string]>> = {
  published: ['Everything is published.', 'Nothing to do.'],
  gateExceeded: [
    'Published, but more rows were rejected, or left for review, than the settings `gates.*` allow; or no row belongs to the provinces of `--province`.',
    'Read the note on the screen: it names the limit. The results are whole and can be used; find out why (often a wrong file, or a column that was not recognised).',
  ],
  usage: [
    'Wrong option or setting; or `--resume` with other inputs, settings, model, registry or version than the interrupted run had.',
    'Read the message; `--help` and `doisoat config show` list what there is.',
  ],
  inputUnusable: [
    'A dose file, a snapshot or the registry is missing, damaged, has no known header, or changed during the run; for `merge`: a shard is missing, damaged or of another run; for `--resume`: what was kept is damaged.',
    'Read the message: it names the file and what was expected.',
  ],
  internal: [
    'A fault in the program, or a check of its own results that failed.',
    'Report it with the text on the screen; it holds no personal data.',
  ],
  outputUnwritable: [
    'The output cannot be written: it is already there, the disk is full, there is no permission, or an interrupted run to it is waiting.',
    'Choose another folder, or make room; for an interrupted run add `--resume` or `--restart`.',
  ],
  locked: ['Another run is writing to the same place.', 'Wait for it to end.'],
  interrupted: ['Stopped with Ctrl-C (SIGINT).', WHEN_STOPPED],
  terminated: ['Stopped from outside (SIGTERM).', WHEN_STOPPED],
};

const UNFINISHED = `## Interrupted runs

Every few seconds (\`checkpointSeconds\`), and when it is stopped with Ctrl-C or SIGTERM, \`doisoat run\` writes down how far it
is, in the hidden folder \`.NAME.staging\` beside \`--out NAME\`. A second Ctrl-C, a crash of the machine or a full disk cost what
came after the last of these notes.

| the next \`run\` to the same place | there is an unfinished run | there is none |
|---|---|---|
| plain | exit code 5 (\`unfinished_run\`); nothing is touched | begins at the first row |
| \`--resume\` | goes on, to the same bytes as a run that was never stopped | begins at the first row, and says so |
| \`--restart\` | throws it away and begins anew | begins at the first row |

So unattended jobs always say \`--resume\`. The number of threads may be another one; inputs, settings, model, registry and
version may not (exit code 2, \`resume_refused\`; what was done is kept). The inputs are read again up to where the run
stopped, and compared. \`registry build\` and \`merge\` keep nothing: run them again. What a killed command left behind is swept
away by the next one.

A lock file (\`.NAME.lock\`) keeps two commands from writing to one place (exit code 75). The lock of a process that is gone
is taken over at once; that of another machine or container, which cannot be asked, after two minutes without a sign of life.

Two files cannot be replaced in one step: if the power fails exactly between the two renames of \`registry build\`, the new list of
remarks stands beside the old registry, or beside none. Each of the two is always whole.
`;

/** docs/exit-codes.md */
export function exitCodesPage(): string {
  const rows = Object.entries(EXIT_MEANING).map(
    ([name, [what, next]]) => `| ${EXIT[name as keyof typeof EXIT]} | ${what} | ${next} |`,
  );
  return `# Exit codes\n\nNothing is published on 2 to 143: the output folder is either whole or not there. A script can rely on these numbers.\n${made('src/domain/exit-codes.ts')}\n\n| code | what happened | what to do |\n|---|---|---|\n${rows.join('\n')}\n\n${UNFINISHED}`;
}

type ResultColumn = (typeof RESULT_COLUMNS)[number] | typeof RAW_TEXT_COLUMN;

const COLUMN_MEANING: Readonly<Record<ResultColumn, readonly [filled: string, meaning: string]>> = {
  ds_source_file: [
    'always',
    'File that the row came from, of an archive `archive.zip/member.csv`; with its folder only where two inputs have the same name.',
  ],
  ds_source_row: [
    'always',
    'Number of the record in that file, from 1, header rows and blank lines included: the row number that Excel shows. A text editor counts higher after a cell with a line break.',
  ],
  ds_outcome: ['always', `${OUTCOMES.map((name) => `\`${name}\``).join(', ')}: the file that the row is in.`],
  ds_reason: ['always', 'Why; see [reasons.md](reasons.md).'],
  ds_official_class: [
    'always',
    'The class of the record *as it was sent*, in the ministry’s terms: `right` (đúng), `wrong` (sai), `not_verified` (chưa xác thực), `no_or_bad_id` (không có hoặc sai định dạng). A verified row can be `wrong`: it was wrong when it came, and is now identified. A nine-digit CMND that the snapshot has counts as right.',
  ],
  ds_person_id: [
    'verified',
    'The 12-digit personal ID of the person identified. Text: keep its leading zeros.',
  ],
  ds_match_probability: [
    'where there is a candidate',
    'Probability (0 to 1, six decimals, rounded down) that the best candidate is the person of the row. A high one is not enough to verify: the rules of `decisions/0006-scoring.md` must hold too.',
  ],
  ds_margin: [
    'verified and needs_review, where there is a second candidate',
    'Lead of the best candidate over the second, in bits: 10 bits are odds of about 1,000 to 1.',
  ],
  ds_corrections: [
    'verified, reason `corrected`',
    'JSON: `{"field": ["as sent", "as in the registry"]}`. Fields: `id`, `name`, `birth_date`, `sex`.',
  ],
  ds_explanation: [
    'always',
    'A few plain sentences in the language of the run: what was found, which field has which kind of error, and what to do. In `needs-review.csv` they name the candidates by ID and tell what differs: registry data, to be handled as `ds_candidates` is. In `mismatch.csv` they tell nothing of anybody but the person in the row.',
  ],
  ds_candidates: [
    'needs_review',
    'JSON: up to three candidates, the best first: `[{"person_id", "probability", "differences"}]`; `differences` as in `ds_corrections`. It holds registry data of persons who may not be the one in the row: give it only to those who may see the registry.',
  ],
  ds_source_text: [
    'rejected.csv only; rows that cannot be split into columns',
    'The raw text of the row; bytes that are not UTF-8 are shown as `\\xHH`.',
  ],
};

/** The same in Vietnamese, for those who work with the files. */
const COLUMN_MEANING_VI: Readonly<Record<ResultColumn, string>> = {
  ds_source_file: 'Tệp chứa dòng này.',
  ds_source_row:
    'Số thứ tự dòng trong tệp đó như Excel hiển thị, tính cả dòng tiêu đề và dòng trống. Phần mềm soạn thảo văn bản đếm cao hơn nếu phía trên có ô chứa dấu xuống dòng.',
  ds_outcome:
    'Kết quả: `verified` đã xác minh, `mismatch` không khớp, `needs_review` cần xem lại, `rejected` bị loại.',
  ds_reason: 'Lý do; xem [reasons.md](reasons.md).',
  ds_official_class: 'Hồ sơ *khi gửi đi* thuộc loại nào theo bảng của Bộ Y tế; xem bảng dưới.',
  ds_person_id: 'Số định danh 12 số của người đã xác định (chỉ ở `verified.csv`).',
  ds_match_probability:
    'Xác suất (0 đến 1) người có thể đúng nhất chính là người trong dòng. Xác suất cao chưa đủ để xác minh: còn các quy tắc khác (như phải có hai trường độc lập cùng khớp).',
  ds_margin: 'Người đó hơn người thứ hai bao nhiêu bit; 10 bit là khoảng 1.000 lần.',
  ds_corrections: 'Trường phải sửa, dạng JSON: `{"trường": ["đã gửi", "trong dữ liệu dân cư"]}`.',
  ds_explanation:
    'Vài câu: tìm được gì, trường nào sai thế nào và cần làm gì. Đọc cột này trước. Ở `needs-review.csv` có dữ liệu dân cư của người khác: không chuyển ra ngoài.',
  ds_candidates:
    'Tối đa ba người có thể đúng, dạng JSON, chỉ ở `needs-review.csv`. Có dữ liệu dân cư của người khác: không chuyển ra ngoài.',
  ds_source_text: 'Nguyên văn dòng không tách được thành cột (chỉ ở `rejected.csv`).',
};

const CLASS_MEANING_VI: Readonly<Record<OfficialClass, string>> = {
  right:
    'có số định danh, bốn trường bắt buộc khớp như đã gửi; số CMND 9 số có trong bản trích cũng được tính',
  wrong: 'có số định danh nhưng ít nhất một trường khác với dữ liệu dân cư',
  not_verified: 'có số định danh nhưng không tìm thấy số đó',
  no_or_bad_id: 'không có số định danh, hoặc số không có 8, 9 hay 12 chữ số',
};

/** docs/output-columns.md */
export function outputColumnsPage(): string {
  const names: readonly ResultColumn[] = [...RESULT_COLUMNS, RAW_TEXT_COLUMN];
  const rows = names.map((name) => {
    const [filled, meaning] = COLUMN_MEANING[name];
    return `| \`${name}\` | ${filled} | ${meaning} |`;
  });
  const rowsVi = names.map((name) => `| \`${name}\` | ${COLUMN_MEANING_VI[name]} |`);
  const classesVi = OFFICIAL_CLASSES.map(
    (name) => `| \`${name}\` | ${CLASS_LABELS[name].vi} | ${CLASS_MEANING_VI[name]} |`,
  );
  return `# Columns of the result files

[Tiếng Việt ↓](#bằng-tiếng-việt)

${OUTCOMES.map((name) => `\`${OUTCOME_FILES[name]}\``).join(', ')}: UTF-8 without byte order mark, \`\\n\`, commas,
RFC 4180, rows in source order. First all columns of the inputs, verbatim (the union over all inputs, in the order of
their first appearance; the two header rows of the wide layout are joined: \`Mũi 1 / Tên vắc xin\`), then the columns
below. A source column that already has one of these names is kept as \`ds_reason (source)\`. Values are written as they are, also those that a spreadsheet could take for a formula: import the
columns as text. Of a source in another encoding (UTF-16, Windows-1258, TCVN3, VNI, VISCII) verbatim means its decoded text, in
UTF-8; the encoding of each input stands in the manifest ([inputs](input-faults.md)).

${made('src/output/columns.ts')}

| column | filled for | meaning |
|---|---|---|
${rows.join('\n')}

## Bằng tiếng Việt

Mọi cột của tệp nguồn được giữ nguyên (tệp TCVN3, VNI, Windows-1258... thì là chữ đã chuyển sang Unicode), sau đó là các cột sau:

| cột | ý nghĩa |
|---|---|
${rowsVi.join('\n')}

Giá trị của \`ds_official_class\`. Một dòng đã xác minh vẫn có thể là \`wrong\`: khi gửi đi thì sai, nay đã biết đúng người.

| giá trị | tên trong bảng của Bộ Y tế | nghĩa là |
|---|---|---|
${classesVi.join('\n')}

**Mã thoát 1** (dòng *Lưu ý: ... quá ngưỡng ...* trên màn hình) không phải lỗi: kết quả đầy đủ và dùng được, nhưng tỷ lệ
dòng bị loại hay cần xem lại cao hơn ngưỡng, hoặc không có dòng nào thuộc tỉnh đã chọn. Nên tìm nguyên nhân, thường là chọn
nhầm tệp hay có cột không được nhận ra. Các mã khác: [exit-codes.md](exit-codes.md).
`;
}

interface ShownSetting {
  readonly name: string;
  readonly value: unknown;
  readonly environment: string;
}

/** docs/configuration.md, from what `doisoat config show --json` prints. */
export async function configurationPage(): Promise<string> {
  let shown = '';
  const stdout = { write: (text: string) => (shown += text) };
  await main(['config', 'show', '--json'], { stdout, stderr: stdout, env: {}, cwd: '/' });
  const rows = (JSON.parse(shown) as ShownSetting[]).map(({ name, value, environment }) => {
    const standard = name === 'jobs' ? 'one a processor' : `\`${JSON.stringify(value)}\``;
    const flag = SETTING_FLAGS.find(([, setting]) => setting === name)?.[0] ?? '';
    return `| \`${name}\` | ${standard} | ${description(name)} | ${flag === '' ? '' : `\`${flag.replace('|', '\\|')}\``} | \`${environment}\` |`;
  });
  return `# Settings

A flag beats the environment, the environment beats the configuration file (\`--config FILE\`, or \`DOISOAT_CONFIG\`), the
file beats the default. \`doisoat config show\` (with the same flags) says which value holds and where it came from. The
file is JSON; names with a dot are nested:

    { "language": "en", "match": { "marginBits": 12 }, "gates": { "maxReviewShare": 0.05 } }

All settings are checked before anything is read, and all faults are told at once. A name that does not exist in the
file is a fault.

${made('src/cli/config-schema.ts')}

| setting | default | meaning | flag | environment |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

type Described = {
  readonly description?: string;
  readonly shape?: Record<string, Described>;
  unwrap?: () => Described;
};

function description(name: string): string {
  let node: Described | undefined = CONFIG_SCHEMA as unknown as Described;
  for (const key of name.split('.')) {
    const object: Described | undefined = node?.shape === undefined ? node?.unwrap?.() : node;
    node = object?.shape?.[key];
  }
  if (node?.description === undefined) throw new Error(`${name} has no description`);
  return node.description;
}
