import type { Language } from '../domain/run-facts.js';
import { FEW_RECORDS, type TrainedLevel, type TrainingReport } from '../domain/training-report.js';
import { formatDecimal, formatInteger } from './number-format.js';
import { renderTextTable, type TextColumn } from './text-table.js';

/** Three digits that count, never in exponents. */
function share(value: number, language: Language): string {
  const places = value >= 1 ? 2 : Math.min(9, 2 - Math.floor(Math.log10(value)));
  return formatDecimal(value, places, language);
}

function bits(value: number, language: Language): string {
  const text = formatDecimal(Math.abs(value), 1, language);
  return text === '0' ? text : `${value > 0 ? '+' : '-'}${text}`;
}

const FEW = '*';

function levelRows(levels: readonly TrainedLevel[], language: Language): string[][] {
  return levels.map((level) => [
    level.field,
    level.level,
    share(level.mBefore, language),
    share(level.mAfter, language),
    bits(level.bitsBefore, language),
    bits(level.bitsAfter, language),
    formatInteger(Math.round(level.expected), language) + (level.expected < FEW_RECORDS ? FEW : ''),
    formatInteger(Math.round(level.possible), language),
  ]);
}

/** The closing words of a training, for a terminal. `out`: the model file as the user named it. */
export function renderTrainingText(report: TrainingReport, out: string, language: Language): string {
  const vi = language === 'vi';
  const number = (value: number) => formatInteger(Math.round(value), language);
  const columns: TextColumn[] = [
    { title: vi ? 'trường' : 'field', align: 'left' },
    { title: vi ? 'mức' : 'level', align: 'left' },
    { title: vi ? 'm trước' : 'm before', align: 'right' },
    { title: vi ? 'm sau' : 'm after', align: 'right' },
    { title: vi ? 'bit trước' : 'bits before', align: 'right' },
    { title: vi ? 'bit sau' : 'bits after', align: 'right' },
    { title: vi ? 'hồ sơ' : 'records', align: 'right' },
    { title: vi ? 'trong số' : 'out of', align: 'right' },
  ];
  const others: TextColumn[] = [
    { title: vi ? 'số khác' : 'other numbers', align: 'left' },
    { title: vi ? 'trước' : 'before', align: 'right' },
    { title: vi ? 'sau' : 'after', align: 'right' },
  ];
  const lines = [
    vi
      ? `Đã huấn luyện mô hình ${report.modelVersion}: ${out}`
      : `Trained model ${report.modelVersion}: ${out}`,
    vi
      ? `  ${number(report.records.sampled)} hồ sơ khác nhau, ước tính ${number(report.records.matched)} có người trong cơ sở dữ liệu`
      : `  ${number(report.records.sampled)} different records, of which about ${number(report.records.matched)} have their person in the registry`,
    vi
      ? `  ${number(report.registry.personsSampled)} trong ${number(report.registry.persons)} người được lấy mẫu`
      : `  ${number(report.registry.personsSampled)} of ${number(report.registry.persons)} persons sampled`,
    `  ${stopText(report, language)}`,
    '',
    ...renderTextTable(columns, levelRows(report.levels, language)),
    '',
    ...renderTextTable(
      others,
      report.numbers.map(({ name, before, after }) => [
        name,
        share(before, language),
        share(after, language),
      ]),
    ),
    '',
    vi
      ? `Giữ nguyên (dữ liệu không nhãn không cho biết): ${report.kept.map(({ name }) => name).join(', ')}`
      : `Kept (no unlabelled data can tell them): ${report.kept.map(({ name }) => name).join(', ')}`,
  ];
  if (report.levels.some(({ expected }) => expected < FEW_RECORDS)) {
    lines.push(
      vi
        ? `${FEW} dưới ${FEW_RECORDS} hồ sơ: mức này chủ yếu dựa vào mô hình ban đầu.`
        : `${FEW} fewer than ${FEW_RECORDS} records: the level rests mostly on the starting model.`,
    );
  }
  const command = `doisoat run --doses FILE... --registry registry.db --model ${out} --out FOLDER`;
  lines.push('', `${vi ? 'Bước tiếp theo' : 'Next'}: ${command}`);
  return `${lines.join('\n')}\n`;
}

function stopText({ iterations, converged }: TrainingReport, language: Language): string {
  if (language === 'vi') {
    return converged
      ? `dừng sau ${iterations} vòng lặp: các trọng số không đổi nữa`
      : `dừng sau ${iterations} vòng lặp, là giới hạn đã đặt; các trọng số vẫn còn đổi`;
  }
  return converged
    ? `stopped after ${iterations} iterations: the weights no longer change`
    : `stopped after ${iterations} iterations, the limit; the weights still change`;
}
