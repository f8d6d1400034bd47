import type { DeadlineReport, DispatchFigures } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import type { DocumentBlock } from '../../domain/text-document.js';
import { formatInteger, formatShare } from '../number-format.js';
import { body, bodyTable, heading, subheading, tableTitle } from './blocks.js';
import { MOST_OFFICERS_IN_TEXT, officersTable } from './table-figures.js';
import { plural } from './words.js';

/** V. The further headings of the dispatches. */
export function figuresSection(report: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const { figures, coverage } = report.total;
  const text = (key: keyof DispatchFigures) => given(report, key, lang);
  const noData = vi ? 'chưa có số liệu' : 'no data';
  const complaints =
    figures.complaintsReceived === null && figures.complaintsHandled === null
      ? vi
        ? 'Về phản ánh của người dân: chưa có số liệu.'
        : 'Complaints of citizens: no data.'
      : vi
        ? `Về phản ánh của người dân: đã tiếp nhận: ${text('complaintsReceived')}; đã xử lý: ${text('complaintsHandled')}.`
        : `Complaints of citizens: received: ${text('complaintsReceived')}; handled: ${text('complaintsHandled')}.`;
  return [
    heading(vi ? 'V. CÁC NỘI DUNG KHÁC' : 'V. FURTHER HEADINGS'),
    subheading(vi ? '1. Tiếp nhận, xử lý phản ánh' : '1. Complaints'),
    body(complaints),
    subheading(vi ? '2. Ký số' : '2. Digital signing'),
    body(
      vi
        ? `Số đối tượng có hồ sơ đã được ký số: ${text('personsSigned')}.`
        : `Persons whose records are digitally signed: ${text('personsSigned')}.`,
    ),
    subheading(vi ? '3. Hộ chiếu vắc xin' : '3. Vaccine passports'),
    body(
      vi
        ? `Số hộ chiếu vắc xin đã cấp: ${text('passportsIssued')}.`
        : `Vaccine passports issued: ${text('passportsIssued')}.`,
    ),
    subheading(vi ? '4. So với dân số' : '4. Compared with the population'),
    body(
      coverage === null
        ? vi
          ? `Tỷ lệ đối tượng đã gửi so với dân số: ${noData}.`
          : `Persons sent as a share of the inhabitants: ${noData}.`
        : vi
          ? `Ở các địa phương có cả số liệu dân số và số liệu tiêm chủng, ${formatInteger(coverage.persons, lang)} đối tượng đã gửi so với ${formatInteger(coverage.population, lang)} người dân, bằng ${formatShare(coverage.share, 1, lang)}.`
          : `Where both population and data are given, ${formatInteger(coverage.persons, lang)} persons sent stand against ${formatInteger(coverage.population, lang)} inhabitants: ${formatShare(coverage.share, 1, lang)}.`,
    ),
    subheading(vi ? '5. Cán bộ đầu mối' : '5. Focal officers'),
    ...officers(report, lang),
  ];
}

/** A figure with how many provinces gave it. */
function given({ total, provinces }: DeadlineReport, key: keyof DispatchFigures, lang: Language): string {
  const value = total.figures[key];
  const vi = lang === 'vi';
  if (value === null) return vi ? 'chưa có số liệu' : 'no data';
  const [some, all] = [total.figuresGiven[key], provinces.length];
  const amount = formatInteger(value, lang);
  return vi
    ? `${amount}, theo số liệu của ${some}/${all} địa phương`
    : `${amount}, given by ${some} of ${all} ${plural(all, 'province', 'provinces')}`;
}

function officers(report: DeadlineReport, lang: Language): DocumentBlock[] {
  const vi = lang === 'vi';
  const { title, rows } = officersTable(report, lang);
  if (rows.length === 0)
    return [body(vi ? 'Danh sách cán bộ đầu mối: chưa có số liệu.' : 'Focal officers: no data.')];
  if (rows.length > MOST_OFFICERS_IN_TEXT)
    return [
      body(
        vi
          ? `Danh sách ${rows.length} cán bộ đầu mối của các địa phương tại Phụ lục IX.`
          : `The ${rows.length} focal officers of the provinces are in Appendix IX.`,
      ),
    ];
  return [
    tableTitle(`${vi ? 'Bảng' : 'Table'} 7. ${title}`),
    bodyTable(
      vi
        ? [
            ['Tỉnh, thành phố', 30, 'left'],
            ['Họ và tên', 38, 'left'],
            ['Chức vụ', 36, 'left'],
            ['Đơn vị', 32, 'left'],
            ['Điện thoại', 29, 'left'],
          ]
        : [
            ['Province', 30, 'left'],
            ['Name', 38, 'left'],
            ['Position', 36, 'left'],
            ['Unit', 32, 'left'],
            ['Phone', 29, 'left'],
          ],
      rows.map((row) => row.slice(2).map(String)),
    ),
  ];
}
