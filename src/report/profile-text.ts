import type { ColumnProfile, InputProfile, ProfileReport } from '../domain/input-profile.js';
import { MOST_DISTINCT } from '../domain/input-profile.js';
import { REASONS } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { formatBytes, formatInteger, formatShare } from './number-format.js';
import { suspicionLines, thresholdText } from './profile-suspicions.js';
import {
  DELIMITER_LABELS,
  ENCODING_REASONS,
  FIELD_NAMES,
  FORM_LABELS,
  LACK_COSTS,
  LAYOUT_LABELS,
  REMARK_LABELS,
  SHEET_REASONS,
} from './profile-words.js';
import { renderTextTable } from './text-table.js';

const SHOWN_UNMAPPED = 20;

/** What was understood of each input, for a terminal. */
export function renderProfileText(report: ProfileReport, lang: Language): string {
  const vi = lang === 'vi';
  const lines = report.inputs.flatMap((input) => [...inputLines(input, lang), '']);
  for (const { name, code, what, expected, next } of report.unread) {
    lines.push(name, `  ${vi ? 'không đọc được' : 'cannot be read'} (${code}): ${what}`);
    lines.push(`  expected: ${expected}`, `  what to do: ${next}`, '');
  }
  if (report.shared.length > 0) {
    lines.push(vi ? 'Số dùng chung' : 'Shared numbers', ...suspicionLines(report.shared, lang));
    if (report.rowsWithSharedId > 0) {
      const rows = formatInteger(report.rowsWithSharedId, lang);
      lines.push(
        vi
          ? `  Tổng cộng ${rows} dòng có số định danh cũng ở dòng khác họ tên (kể cả khác do gõ nhầm).`
          : `  In all, ${rows} rows have an ID that is also on a row of another name (slips of the keyboard included).`,
      );
    }
    lines.push('');
  }
  if (report.numbersLeftOut) {
    lines.push(
      vi
        ? 'Có quá nhiều số khác nhau để theo dõi hết: số đếm ở mục số dùng chung là ít nhất.'
        : 'There are too many different numbers to follow all: counts of shared numbers are lower bounds.',
      '',
    );
  }
  const isSuspect = report.shared.length > 0 || report.inputs.some(({ suspicions }) => suspicions.length > 0);
  lines.push(isSuspect ? thresholdText(lang) : noneText(lang));
  return `${lines.join('\n')}\n`;
}

function noneText(lang: Language): string {
  return lang === 'vi' ? 'Không thấy dấu hiệu bất thường nào.' : 'No suspicious pattern found.';
}

function inputLines(input: InputProfile, lang: Language): string[] {
  const vi = lang === 'vi';
  const n = (value: number) => formatInteger(value, lang);
  const { encoding, sheet, sheetsNotRead, headerRows, delimiter } = input;
  const lines = [
    `${input.name}: ${LAYOUT_LABELS[input.layout][lang]}; ${n(input.rows)} ${vi ? 'dòng' : 'rows'}, ${formatBytes(input.bytes, lang)}`,
  ];
  if (input.isSample) {
    lines.push(
      vi ? `  Chỉ đọc ${n(input.rows)} dòng đầu.` : `  Only the first ${n(input.rows)} rows were read.`,
    );
  }
  if (sheet === null) {
    const reason = ENCODING_REASONS[encoding.reason][lang];
    const mark = DELIMITER_LABELS[delimiter ?? '']?.[lang] ?? `“${delimiter}”`;
    lines.push(
      vi
        ? `  Bảng mã: ${encoding.encoding}, theo ${reason}; phân cách: ${mark}`
        : `  Encoding: ${encoding.encoding}, by ${reason}; delimiter: ${mark}`,
    );
  } else {
    const others = sheetsNotRead.map(({ name, why }) => `“${name}” (${SHEET_REASONS[why]?.[lang] ?? why})`);
    const skipped = others.length === 0 ? '' : `; ${vi ? 'không đọc' : 'not read'}: ${others.join(', ')}`;
    lines.push(`  ${vi ? 'Trang tính' : 'Sheet'}: “${sheet}”${skipped}`);
  }
  const header = headerRows.length === 0 ? (vi ? 'không có' : 'none') : headerRows.join(', ');
  lines.push(
    vi
      ? `  Dòng tiêu đề: ${header}; dữ liệu từ dòng ${input.firstDataRow}`
      : `  Header row: ${header}; data from row ${input.firstDataRow}`,
  );
  lines.push(`  ${sexText(input, lang)}; ${orderText(input, lang)}`);
  if (input.mapping !== null)
    lines.push(`  ${vi ? 'Đọc theo mục ánh xạ' : 'Read by the mapping entry'} “${input.mapping}”`);
  for (const lack of input.lacking) lines.push(`  ${vi ? 'Thiếu' : 'Lacking'} ${LACK_COSTS[lack][lang]}`);
  for (const warning of input.warnings) lines.push(`  ! ${warning}`);
  lines.push('', ...columnLines(input, lang), ...faultLines(input, lang));
  if (input.suspicions.length > 0)
    lines.push(
      '',
      `  ${vi ? 'Dấu hiệu bất thường' : 'Suspicious'}`,
      ...suspicionLines(input.suspicions, lang),
    );
  if (input.facilitiesLeftOut)
    lines.push(
      vi
        ? '  Có hơn 50.000 cơ sở: không đếm riêng hết được.'
        : '  There are more than 50,000 facilities: not all are counted one by one.',
    );
  return lines;
}

function sexText({ sexCoding, sexUnproved }: InputProfile, lang: Language): string {
  const vi = lang === 'vi';
  const label = vi ? 'Giới tính' : 'Sex';
  if (sexUnproved)
    return `${label}: ${vi ? 'mã số chưa rõ nghĩa, không dùng' : 'numbers of unknown meaning, not used'}`;
  const coding = { platform: '0 nam, 1 nữ', registry: '1 nam, 2 nữ', words: vi ? 'chữ' : 'words' }[sexCoding];
  return `${label}: ${coding}`;
}

function orderText({ birthDates, doseDates }: InputProfile, lang: Language): string {
  const vi = lang === 'vi';
  const order = (value: string) =>
    value === 'month-first' ? (vi ? 'tháng trước' : 'month first') : vi ? 'ngày trước' : 'day first';
  return vi
    ? `ngày sinh đọc ${order(birthDates)}, ngày tiêm đọc ${order(doseDates)}`
    : `birth dates read ${order(birthDates)}, dose dates ${order(doseDates)}`;
}

function columnLines(input: InputProfile, lang: Language): string[] {
  const vi = lang === 'vi';
  const mapped = input.columns.filter(({ field }) => field !== null);
  const others = input.columns.filter(({ field }) => field === null);
  const titles = vi
    ? ['Cột', 'Đọc là', 'Tiêu đề', 'Trống', 'Khác nhau', 'Dài', 'Dạng']
    : ['Column', 'Read as', 'Header', 'Empty', 'Distinct', 'Length', 'Forms'];
  const table = renderTextTable(
    titles.map((title, i) => ({
      title,
      align: i === 0 || (i >= 3 && i <= 5) ? ('right' as const) : ('left' as const),
    })),
    mapped.map((column) => columnCells(column, lang)),
  );
  const lines = table.map((line) => `  ${line}`);
  if (others.length > 0) {
    const shown = others.slice(0, SHOWN_UNMAPPED).map(({ number, name }) => `${number} ${name}`);
    const more = others.length > SHOWN_UNMAPPED ? ', ...' : '';
    lines.push(
      `  ${vi ? 'Giữ nguyên, không dùng' : 'Kept as they are, not used'} (${others.length}): ${shown.join(', ')}${more}`,
    );
  }
  return lines;
}

function columnCells(column: ColumnProfile, lang: Language): string[] {
  const { number, field, name, empty, values, distinct, shortest, longest } = column;
  const known = FIELD_NAMES[field as keyof typeof FIELD_NAMES]?.[lang];
  return [
    String(number),
    known ?? (field ?? '').replaceAll('_', ' '),
    name.length > 30 ? `${name.slice(0, 29)}…` : name,
    formatShare(empty, values, lang),
    distinct === null ? `>${formatInteger(MOST_DISTINCT, lang)}` : formatInteger(distinct, lang),
    shortest === longest ? String(longest) : `${shortest}–${longest}`,
    formsText(column, lang),
  ];
}

const SHOWN_FORMS = 4;

/** Forms and remarks with their share of the written values; shapes where nothing is known of the column. */
function formsText({ forms, remarks, shapes, values, empty }: ColumnProfile, lang: Language): string {
  const written = values - empty;
  const share = (count: number) => formatShare(count, written, lang);
  if (forms.length === 0) return shapes.map(({ key }) => key).join(' | ');
  const shown = forms
    .slice(0, SHOWN_FORMS)
    .map(({ key, count }) => `${FORM_LABELS[key][lang]} ${share(count)}`);
  const noticed = remarks
    .slice(0, SHOWN_FORMS)
    .map(({ key, count }) => `${REMARK_LABELS[key][lang]} ${share(count)}`);
  return noticed.length === 0 ? shown.join(', ') : `${shown.join(', ')}; ${noticed.join(', ')}`;
}

function faultLines({ faults }: InputProfile, lang: Language): string[] {
  if (faults.length === 0) return [];
  const vi = lang === 'vi';
  const lines = faults.map(({ code, rows, first }) => {
    const more = rows > first.length ? ', ...' : '';
    const where = `${vi ? 'dòng' : 'row'} ${first.join(', ')}${more}`;
    return `    ${code}: ${formatInteger(rows, lang)} (${where}). ${REASONS[code][lang]}`;
  });
  return ['', `  ${vi ? 'Dòng sẽ bị loại' : 'Rows that a run would reject'}`, ...lines];
}
