import type { DeadlineReport, RunDisagreement } from '../../domain/deadline-report.js';
import { NOT_COMPARED, NOT_COMPARED_REASONS } from '../../domain/not-compared.js';
import type { Bilingual } from '../../domain/reasons.js';
import type { Language } from '../../domain/run-facts.js';
import type { DocumentBlock } from '../../domain/text-document.js';
import { formatInteger } from '../number-format.js';
import { body, heading, item, subheading } from './blocks.js';
import { listOf, plural, runLabel } from './words.js';

/** Lines of a list in the text; the workbook has them all. */
const MOST_LINES = 15;

export const DISAGREEMENT_TITLES: Readonly<Record<RunDisagreement['what'], Bilingual>> = {
  tool_version: { vi: 'phiên bản chương trình', en: 'version of the program' },
  model: { vi: 'mô hình so khớp', en: 'matching model' },
  registry: { vi: 'bản chụp cơ sở dữ liệu dân cư', en: 'snapshot of the registry' },
  thresholds: { vi: 'ngưỡng xác minh', en: 'thresholds' },
  admin_units: { vi: 'danh mục đơn vị hành chính', en: 'administrative units' },
};

/** IV. How far the results can be relied on. */
export function trustSection(report: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const vi = lang === 'vi';
  const { flags } = report;
  return [
    heading(vi ? 'IV. MỨC ĐỘ TIN CẬY CỦA SỐ LIỆU' : 'IV. HOW FAR THE FIGURES CAN BE RELIED ON'),
    subheading(vi ? '1. Xác minh nhầm người' : '1. Records verified as a wrong person'),
    body(falseMatches(report, lang)),
    subheading(vi ? '2. Hồ sơ chưa so với tất cả mọi người' : '2. Records not compared with everybody'),
    ...notCompared(report, lang),
    subheading(vi ? '3. Chất lượng số liệu đầu vào' : '3. Quality of the inputs'),
    ...dataQuality(report, lang),
    ...(flags.length === 0
      ? []
      : [
          body(
            vi
              ? `Có ${formatInteger(flags.length, lang)} điểm cần kiểm tra trước khi sử dụng số liệu, nêu tại Phụ lục VII.`
              : `${formatInteger(flags.length, lang)} ${plural(flags.length, 'point', 'points')} to check before the figures are used ${plural(flags.length, 'is', 'are')} in Appendix VII.`,
          ),
        ]),
  ];
}

function falseMatches({ trust }: DeadlineReport, lang: Language): string {
  const vi = lang === 'vi';
  if (trust.falseMatches === null)
    return vi
      ? 'Chưa có số liệu để ước tính số hồ sơ bị xác minh nhầm người.'
      : 'There are no data to estimate how many records are verified as a wrong person.';
  const { rows, low, high } = trust.falseMatches;
  const [estimate, least, most] = [rows, low, high].map((value) => formatInteger(Math.round(value), lang));
  return vi
    ? `Ước tính có ${estimate} hồ sơ bị xác minh nhầm người (khoảng tin cậy 95 %: từ ${least} đến ${most} hồ sơ).`
    : `An estimated ${estimate} records are verified as a wrong person (95% interval: ${least} to ${most}).`;
}

function notCompared({ trust }: DeadlineReport, lang: Language): DocumentBlock[] {
  const vi = lang === 'vi';
  const { records, recordsNotFollowed, byReason } = trust.notCompared;
  if (records === 0)
    return [
      body(
        vi
          ? 'Mọi hồ sơ đều được so với tất cả những người có thể khớp.'
          : 'Every record was compared with all who could fit.',
      ),
    ];
  const n = (value: number) => formatInteger(value, lang);
  return [
    body(
      vi
        ? `Có ${n(records)} hồ sơ chưa được so với tất cả những người cùng khóa tìm kiếm, vì khóa đó có quá đông người; trong đó ${n(recordsNotFollowed)} hồ sơ chỉ được xác minh bằng chính số định danh ghi trong hồ sơ. Cụ thể:`
        : `${n(records)} records were not compared with everybody who shares a search key, because too many do; ${n(recordsNotFollowed)} of them are verified only by their own ID:`,
    ),
    ...NOT_COMPARED_REASONS.filter((reason) => byReason[reason].records > 0).map((reason) => {
      const { records: some, persons } = byReason[reason];
      return item(
        vi
          ? `${n(some)} hồ sơ (${n(persons)} lượt người chưa so): ${NOT_COMPARED[reason].vi}.`
          : `${n(some)} records (${n(persons)} persons not compared, each counted once a key): ${NOT_COMPARED[reason].en}.`,
      );
    }),
  ];
}

function dataQuality({ trust, runs }: DeadlineReport, lang: Language): DocumentBlock[] {
  const vi = lang === 'vi';
  const { dataQuality: warnings, differences } = trust;
  const blocks: DocumentBlock[] = [];
  if (warnings.length === 0 && differences.length === 0)
    blocks.push(
      body(
        vi
          ? 'Không có cảnh báo về tệp đầu vào; các lần đối soát dùng cùng chương trình, mô hình và ngưỡng.'
          : 'There are no warnings about the inputs; all runs used the same program, model and thresholds.',
      ),
    );
  if (warnings.length > 0) {
    blocks.push(body(vi ? 'Các cảnh báo về tệp đầu vào:' : 'Warnings about the inputs:'));
    for (const { run, input, text } of warnings.slice(0, MOST_LINES)) {
      const where = input === '' ? runLabel(runs, run) : `${input} (${runLabel(runs, run)})`;
      blocks.push(item(`${where}: ${text[lang]}.`));
    }
    const more = warnings.length - MOST_LINES;
    if (more > 0)
      blocks.push(
        item(vi ? `Còn ${more} cảnh báo, xem tệp phu-luc.xlsx.` : `${more} more are in phu-luc.xlsx.`),
      );
  }
  if (differences.length > 0)
    blocks.push(
      body(
        vi
          ? 'Các lần đối soát không hoàn toàn giống nhau, khi so sánh cần lưu ý:'
          : 'Not all is the same in all runs; mind that when they are compared:',
      ),
    );
  for (const { what, values } of differences) {
    const texts = values.slice(0, MOST_LINES).map(({ value, runs: which }) => {
      const names = which.slice(0, MOST_LINES).map((run) => runLabel(runs, run));
      if (which.length > names.length) names.push('…');
      return `${value} (${listOf(names, lang)})`;
    });
    if (values.length > texts.length) texts.push('…');
    const title = DISAGREEMENT_TITLES[what][lang];
    blocks.push(item(`${vi ? 'Khác nhau về' : 'Different'} ${title}: ${texts.join('; ')}.`));
  }
  return blocks;
}
