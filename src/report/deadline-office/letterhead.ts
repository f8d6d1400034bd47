import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { type DocumentBlock, TEXT_WIDTH } from '../../domain/text-document.js';
import { knowsSecondDispatch } from '../deadline-words.js';
import { formatDate } from '../number-format.js';
import { body, paragraph } from './blocks.js';
import { BLANK, SUPPRESSED } from './words.js';

/** The issuing body on the left; the state's name needs the rest of the line. In millimetres. */
const LEFT = 66;

/** Lines above the title, the title, and on what ground the report is made. */
export function opening(report: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const year = report.asOf.slice(0, 4);
  return [
    {
      kind: 'side_by_side',
      parts: [
        {
          width: LEFT,
          blocks: [
            paragraph('superior', vi ? `CƠ QUAN CHỦ QUẢN ${BLANK}` : `SUPERIOR BODY ${BLANK}`),
            paragraph('issuer', vi ? `CƠ QUAN BAN HÀNH ${BLANK}` : `ISSUING BODY ${BLANK}`),
            { kind: 'rule', length: 26 },
            paragraph('number', vi ? `Số: ${BLANK}/BC-${BLANK}` : `No.: ${BLANK}/BC-${BLANK}`),
          ],
        },
        {
          width: TEXT_WIDTH - LEFT,
          blocks: [
            paragraph(
              'country',
              vi ? 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' : 'SOCIALIST REPUBLIC OF VIET NAM',
            ),
            paragraph('motto', vi ? 'Độc lập - Tự do - Hạnh phúc' : 'Independence - Freedom - Happiness'),
            { kind: 'rule', length: vi ? 58 : 71 },
            paragraph(
              'place_and_date',
              vi
                ? `${BLANK}, ngày ${BLANK} tháng ${BLANK} năm ${year}`
                : `${BLANK}, day ${BLANK} month ${BLANK} ${year}`,
            ),
          ],
        },
      ],
    },
    paragraph('title', vi ? 'BÁO CÁO' : 'REPORT'),
    paragraph('abstract', abstract(report, lang)),
    { kind: 'rule', length: 50 },
    body(ground(report, lang)),
    ...(report.minCell === null ? [] : [body(SUPPRESSED_LEGEND[lang])]),
  ];
}

const SUPPRESSED_LEGEND = {
  vi: `Bản công bố: dấu ${SUPPRESSED} là số không công bố để không lộ thông tin cá nhân, không phải là 0.`,
  en: `For publication: ${SUPPRESSED} is a figure that is not published, so that nobody can be recognised; it is not 0.`,
} as const;

/** What the report is about (trích yếu). */
export function abstract({ newestDay }: DeadlineReport, lang: Language): string {
  return lang === 'vi'
    ? `Kết quả đối soát, làm sạch dữ liệu tiêm chủng COVID-19 với Cơ sở dữ liệu quốc gia về dân cư (số liệu đến ngày ${formatDate(newestDay)})`
    : `Results of reconciling and cleaning COVID-19 vaccination data against the national population database (data up to ${formatDate(newestDay)}, day/month/year)`;
}

/** The second dispatch is named from its own day on. */
function ground(report: DeadlineReport, lang: Language): string {
  const both = knowsSecondDispatch(report);
  if (lang === 'vi') {
    const second = both ? ' và Công văn số 2262/BYT-CNTT ngày 04/5/2022' : '';
    return `Thực hiện Công văn số 1975/BYT-CNTT ngày 19/4/2022${second} của Bộ Y tế về việc làm sạch dữ liệu tiêm chủng COVID-19, ${BLANK} báo cáo kết quả thực hiện như sau:`;
  }
  const dispatches = both
    ? 'Dispatches 1975/BYT-CNTT of 19/4/2022 and 2262/BYT-CNTT of 04/5/2022'
    : 'Dispatch 1975/BYT-CNTT of 19/4/2022';
  return `As ${dispatches} of the Ministry of Health on cleaning COVID-19 vaccination data ask, ${BLANK} reports the following:`;
}

/** The last sentence and who signs. */
export function closing(lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const recipients = vi
    ? [`${BLANK} (để báo cáo);`, `${BLANK} (để phối hợp);`, `Lưu: VT; ${BLANK}`]
    : [`${BLANK} (for report);`, `${BLANK} (for co-operation);`, `Filed: records office; ${BLANK}`];
  return [
    paragraph(
      'closing',
      vi
        ? `Trên đây là kết quả đối soát, làm sạch dữ liệu tiêm chủng COVID-19; kính báo cáo ${BLANK} xem xét, chỉ đạo./.`
        : `These are the results of reconciling and cleaning COVID-19 vaccination data, respectfully submitted to ${BLANK} for consideration and direction./.`,
    ),
    {
      kind: 'side_by_side',
      parts: [
        {
          width: 75,
          blocks: [
            paragraph('recipients', vi ? 'Nơi nhận:' : 'Recipients:'),
            ...recipients.map((text) => paragraph('recipient', `- ${text}`)),
          ],
        },
        {
          width: TEXT_WIDTH - 75,
          blocks: [
            paragraph('office', vi ? `QUYỀN HẠN, CHỨC VỤ ${BLANK}` : `AUTHORITY, POSITION ${BLANK}`),
            paragraph('signature', vi ? '(Chữ ký, dấu)' : '(Signature, seal)'),
            paragraph('signer', vi ? `Họ và tên ${BLANK}` : `Full name ${BLANK}`),
          ],
        },
      ],
    },
  ];
}
