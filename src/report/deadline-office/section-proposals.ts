import type { BehindProvince, DeadlineReport } from '../../domain/deadline-report.js';
import type { EntryError } from '../../domain/entry-errors.js';
import type { Bilingual } from '../../domain/reasons.js';
import type { Language } from '../../domain/run-facts.js';
import type { DocumentBlock } from '../../domain/text-document.js';
import { byWhen, tasksOf } from '../deadline-words.js';
import { formatDate, formatInteger } from '../number-format.js';
import { body, heading, item } from './blocks.js';
import { kindsByRows } from './section-errors.js';
import { BLANK, healthDepartments, plural, sentence } from './words.js';

/** What prevents an error at its source. */
const ADVICE: Readonly<Partial<Record<EntryError, Bilingual>>> = {
  id_leading_zeros: {
    vi: 'đặt cột số định danh là kiểu văn bản trước khi nhập, để không mất số 0 ở đầu',
    en: 'set the ID column to text before typing, so that leading zeros stay',
  },
  id_scientific: {
    vi: 'đặt cột số định danh là kiểu văn bản, không để Excel rút gọn số',
    en: 'set the ID column to text, so that the spreadsheet does not shorten the numbers',
  },
  id_missing: {
    vi: 'hỏi và ghi số định danh khi tiếp nhận; người chưa có số thì vẫn tiêm, hồ sơ bổ sung số sau',
    en: 'ask for the ID and write it down; who has none yet is vaccinated all the same, and the record completed later',
  },
  name_no_accents: {
    vi: 'nhập họ tên bằng bộ gõ tiếng Việt Unicode, có đủ dấu',
    en: 'type names with a Unicode keyboard, with all accents',
  },
  name_encoding: {
    vi: 'chuyển dữ liệu cũ sang Unicode trước khi nhập lên hệ thống',
    en: 'convert old data to Unicode before they are imported',
  },
  name_additions: {
    vi: 'chỉ ghi họ tên, ghi chú để ở cột riêng',
    en: 'write only the name, notes in a column of their own',
  },
  birth_swapped: {
    vi: 'nhập ngày sinh theo thứ tự ngày/tháng/năm và kiểm tra định dạng ngày của máy tính',
    en: 'type birth dates as day/month/year, and check the date format of the computer',
  },
  birth_spreadsheet: {
    vi: 'đặt cột ngày sinh là kiểu văn bản, không để Excel đổi năm sinh thành ngày khác',
    en: 'set the birth date column to text, so that the spreadsheet does not change years into dates',
  },
  birth_year_only: {
    vi: 'hỏi đủ ngày, tháng, năm sinh theo giấy tờ',
    en: 'ask for day, month and year of birth as in the papers',
  },
  birth_placeholder: {
    vi: 'không ghi 01/01 thay cho ngày sinh chưa biết',
    en: 'do not write 01/01 for an unknown birth date',
  },
};
/** Provinces that a sentence names at most. */
const MOST_NAMED = 12;
/** Pieces of advice at most. */
const MOST_ADVICE = 4;

/** VI. What should be done, as the figures say. */
export function proposalsSection(report: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const proposals = [
    ...toProvinces(report, lang),
    ...toFacilities(report, lang),
    ...toMinistry(report, lang),
  ];
  return [
    heading(vi ? 'VI. ĐỀ XUẤT, KIẾN NGHỊ' : 'VI. PROPOSALS'),
    ...(proposals.length === 0
      ? [body(vi ? 'Không có đề xuất, kiến nghị.' : 'There are no proposals.')]
      : [
          body(vi ? 'Từ kết quả trên, đề xuất, kiến nghị như sau:' : 'From these results we propose:'),
          ...proposals.map(item),
        ]),
  ];
}

function toProvinces(report: DeadlineReport, lang: Language): string[] {
  const vi = lang === 'vi';
  const { missing, stale, behind, flags, minCell } = report;
  const texts: string[] = [];
  if (missing.length > 0)
    texts.push(
      vi
        ? `Đề nghị ${addressees(missing, lang)} gửi ngay số liệu đối soát.`
        : `${sentence(addressees(missing, lang))} should send data at once.`,
    );
  if (stale.length > 0)
    texts.push(
      vi
        ? `Đề nghị ${addressees(stale, lang)} gửi số liệu mới thay cho số liệu cũ.`
        : `${sentence(addressees(stale, lang))} should send newer data.`,
    );
  const whose = (...why: readonly BehindProvince['why'][]) =>
    addressees(
      behind.filter((province) => why.includes(province.why)).map(({ code }) => code),
      lang,
    );
  const late = whose('overdue', 'late', 'no_progress');
  if (late !== '')
    texts.push(
      vi
        ? `Đề nghị ${late} tăng cường nhân lực, phối hợp với công an cấp xã đẩy nhanh tiến độ${minCell === null ? '; mức cần tăng nêu tại Phụ lục IV' : ''}.`
        : `${sentence(late)} should put in more people and speed up together with the commune police${minCell === null ? '; Appendix IV says by how much' : ''}.`,
    );
  const uncertain = whose('uncertain');
  if (uncertain !== '')
    texts.push(
      vi
        ? `Đề nghị ${uncertain} theo dõi tiến độ hằng ngày, hoàn thành ${byWhen(report, lang)}.`
        : `${sentence(uncertain)} should watch the progress day by day, and finish ${byWhen(report, lang)}.`,
    );
  // Two runs of one day are no matter of the province.
  if (flags.some(({ code }) => code !== 'several_runs_one_day'))
    texts.push(
      vi
        ? 'Đề nghị các địa phương nêu tại Phụ lục VII kiểm tra lại số liệu bất thường và trả lời bằng văn bản.'
        : 'The provinces named in Appendix VII should check the unusual figures and answer in writing.',
    );
  return texts;
}

/** The provinces by name, or how many where a sentence would be too long; the appendix names them all. */
function addressees(codes: readonly string[], lang: Language): string {
  if (codes.length <= MOST_NAMED) return healthDepartments(codes, lang);
  return lang === 'vi'
    ? `Sở Y tế của ${codes.length} địa phương nêu tại Phụ lục IV`
    : `the health departments of ${codes.length} provinces of Appendix IV`;
}

function toFacilities(report: DeadlineReport, lang: Language): string[] {
  const vi = lang === 'vi';
  const { total, facilities } = report.errors;
  const texts = tasksOf(total).map(({ number, text }) => `${formatInteger(number, lang)} ${text[lang]}.`);
  if (facilities.length > 0) {
    const many = formatInteger(facilities.length, lang);
    texts.push(
      vi
        ? `Gửi văn bản đến người đứng đầu ${many} cơ sở tiêm chủng nêu tại Phụ lục VI, yêu cầu hoàn thành việc sửa hồ sơ ${byWhen(report, lang)}.`
        : `Write to the heads of the ${many} ${plural(facilities.length, 'facility', 'facilities')} of Appendix VI to have their records corrected ${byWhen(report, lang)}.`,
    );
  }
  const records = vi ? 'hồ sơ' : 'records';
  const advice = kindsByRows(total).flatMap(([kind, rows]) => {
    const text = ADVICE[kind];
    return text === undefined || rows === null
      ? []
      : [`${text[lang]} – ${formatInteger(rows, lang)} ${records}`];
  });
  if (advice.length > 0)
    texts.push(
      vi
        ? `Hướng dẫn cơ sở tiêm chủng khi nhập liệu: ${advice.slice(0, MOST_ADVICE).join('; ')}.`
        : `Instruct the facilities: ${advice.slice(0, MOST_ADVICE).join('; ')}.`,
    );
  return texts;
}

function toMinistry({ total, provinces, deadline }: DeadlineReport, lang: Language): string[] {
  const vi = lang === 'vi';
  const texts: string[] = [];
  const { figures, figuresGiven, progress } = total;
  const { complaintsReceived, complaintsHandled } = figures;
  if (complaintsReceived !== null && complaintsHandled !== null && complaintsHandled < complaintsReceived)
    texts.push(
      vi
        ? `Xử lý dứt điểm các phản ánh đã tiếp nhận (đã xử lý ${formatInteger(complaintsHandled, lang)}/${formatInteger(complaintsReceived, lang)}).`
        : `Handle the remaining complaints (${formatInteger(complaintsHandled, lang)} of ${formatInteger(complaintsReceived, lang)} are handled).`,
    );
  if (Object.values(figuresGiven).some((given) => given < provinces.length))
    texts.push(
      vi
        ? 'Đề nghị các địa phương chưa gửi bổ sung số liệu về phản ánh, ký số và hộ chiếu vắc xin.'
        : 'Provinces that have not done so should send their figures on complaints, signing and vaccine passports.',
    );
  if (progress.verdict === 'late' || progress.verdict === 'overdue')
    texts.push(
      vi
        ? `Với tiến độ hiện nay, cả nước không hoàn thành trong thời hạn ngày ${formatDate(deadline)}; đề nghị ${BLANK} xem xét, chỉ đạo.`
        : `At the present pace the country does not meet ${formatDate(deadline)}; ${BLANK} is asked for direction.`,
    );
  return texts;
}
