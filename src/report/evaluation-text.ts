import type { Language } from '../domain/run-facts.js';
import { type EvaluationResult, NO_ERROR } from './evaluation.js';
import type { EvaluationStats } from './evaluation-stats.js';
import { formatDecimal, formatInteger, formatShare } from './number-format.js';
import type { ReliabilityBand } from './reliability.js';
import { renderTextTable, type TextColumn } from './text-table.js';

/** The evaluation for a terminal: headline, a table by kind of error, a reliability table. Trailing newline. */
export function renderEvaluationText(result: EvaluationResult, lang: Language): string {
  const vi = lang === 'vi';
  const lines = [...headline(result.overall, lang), '', ...errorTable(result, lang)];
  if (result.reliability.length > 0) {
    lines.push(
      '',
      vi
        ? 'Độ tin cậy: xác suất công cụ đưa ra so với thực tế'
        : 'Reliability: what the program said, and what was true',
      ...reliabilityTable(result.reliability, lang),
    );
  }
  return `${lines.join('\n')}\n`;
}

function headline(stats: EvaluationStats, lang: Language): string[] {
  const n = (value: number) => formatInteger(value, lang);
  const perMillion = (value: number | null) => (value === null ? '–' : formatDecimal(value, 1, lang));
  const recall = formatShare(stats.verifiedRight, stats.verifiable, lang);
  const review = formatShare(stats.needsReview, stats.rows, lang);
  const truth = formatShare(stats.reviewWithTruth, stats.reviewVerifiable, lang);
  if (lang === 'vi') {
    return [
      `Đánh giá trên ${n(stats.rows)} dòng đã biết đáp án`,
      `  Xác minh nhầm người: ${n(stats.verifiedWrong)} dòng, ${perMillion(stats.wrongPerMillion)} trên một triệu dòng (độ tin cậy 95\u00a0%: không quá ${perMillion(stats.wrongPerMillionUpper)})`,
      `  Tìm đúng người: ${n(stats.verifiedRight)} trên ${n(stats.verifiable)} dòng có người trong cơ sở dữ liệu dân cư (${recall})`,
      `  Cần xem lại: ${n(stats.needsReview)} dòng (${review}); khi người đó có trong cơ sở dữ liệu, ${truth} có đúng người trong danh sách người có thể đúng`,
      `  Bỏ sót (không khớp dù người đó có trong cơ sở dữ liệu): ${n(stats.mismatchVerifiable)} dòng`,
    ];
  }
  return [
    `Evaluation on ${n(stats.rows)} rows with a known answer`,
    `  Verified as the wrong person: ${n(stats.verifiedWrong)}, or ${perMillion(stats.wrongPerMillion)} per million rows (95% confidence: at most ${perMillion(stats.wrongPerMillionUpper)})`,
    `  Verified as the right person: ${n(stats.verifiedRight)} of ${n(stats.verifiable)} rows whose person is in the registry (${recall})`,
    `  Needs review: ${n(stats.needsReview)} (${review}); where the person is in the registry, ${truth} list the right one`,
    `  Missed (mismatch, although the person is in the registry): ${n(stats.mismatchVerifiable)}`,
  ];
}

function errorTable(result: EvaluationResult, lang: Language): string[] {
  const vi = lang === 'vi';
  const columns: TextColumn[] = [
    { title: vi ? 'Loại lỗi' : 'Error', align: 'left' },
    { title: vi ? 'Dòng' : 'Rows', align: 'right' },
    { title: vi ? 'Nhầm người' : 'Wrong', align: 'right' },
    { title: vi ? 'Đúng người' : 'Recall', align: 'right' },
    { title: vi ? 'Xem lại' : 'Review', align: 'right' },
    { title: vi ? 'Có người đúng' : 'Truth listed', align: 'right' },
    { title: vi ? 'Bỏ sót' : 'Missed', align: 'right' },
  ];
  const row = (name: string, stats: EvaluationStats) => [
    name,
    formatInteger(stats.rows, lang),
    formatInteger(stats.verifiedWrong, lang),
    formatShare(stats.verifiedRight, stats.verifiable, lang),
    formatShare(stats.needsReview, stats.rows, lang),
    formatShare(stats.reviewWithTruth, stats.reviewVerifiable, lang),
    formatInteger(stats.mismatchVerifiable, lang),
  ];
  const name = (error: string) => (error === NO_ERROR ? (vi ? '(không lỗi)' : '(none)') : error);
  return renderTextTable(columns, [
    ...result.byError.map(({ error, stats }) => row(name(error), stats)),
    row(vi ? 'Tất cả' : 'All', result.overall),
  ]);
}

function reliabilityTable(bands: readonly ReliabilityBand[], lang: Language): string[] {
  const vi = lang === 'vi';
  const columns: TextColumn[] = [
    { title: vi ? 'Xác suất' : 'Probability', align: 'left' },
    { title: vi ? 'Dòng' : 'Rows', align: 'right' },
    { title: vi ? 'Trung bình' : 'Mean', align: 'right' },
    { title: vi ? 'Thực tế đúng' : 'Truly right', align: 'right' },
  ];
  const p = (value: number, places = 4) => formatDecimal(value, places, lang);
  const rows = bands.map((band) => [
    `${p(band.from)} – ${p(band.below)}`,
    formatInteger(band.rows, lang),
    p(band.meanProbability, 6),
    p(band.right / band.rows, 6),
  ]);
  return renderTextTable(columns, rows);
}
