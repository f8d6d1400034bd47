import type { ExplainedCandidate, ExplainedMatch, Explanation } from '../domain/explanation.js';
import type { Language } from '../domain/run-facts.js';
import { conditionTexts } from './explanation-conditions.js';
import {
  comparedText,
  decisionTexts,
  disagreementText,
  disclosureText,
  outcomeText,
  repairsText,
  rowsText,
  shares,
} from './explanation-sentences.js';
import { formatBits, formatProbability, stepsOf, type WaterfallStep } from './explanation-steps.js';
import { COMPARED_FIELDS, comparisonWords, valueWords } from './explanation-words.js';
import { renderTextTable } from './text-table.js';

const BAR_CELLS = 48;

/** The explanations for a terminal: plain characters, no colour, aligned. Trailing newline. */
export function renderExplanationText(explanations: readonly Explanation[], lang: Language): string {
  const lines = explanations.flatMap((explanation, i) => [
    ...(i === 0 ? [] : ['', '='.repeat(72), '']),
    ...explanationLines(explanation, lang),
  ]);
  if (explanations.some(({ match }) => match !== null)) lines.push('', disclosureText(explanations, lang));
  return `${lines.map(oneLine).join('\n')}\n`;
}

/** A cell of the source may hold line breaks and control characters; the terminal gets neither. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function explanationLines(explanation: Explanation, lang: Language): string[] {
  const vi = lang === 'vi';
  const { match } = explanation;
  const lines = [
    `${vi ? 'Hồ sơ' : 'Record'}: ${rowsText(explanation, lang)}`,
    `${vi ? 'Kết quả' : 'Result'}: ${outcomeText(explanation, lang)}`,
    `  ${explanation.sentence}`,
  ];
  if (!explanation.agreesWithRun) lines.push('', disagreementText(lang));
  if (match !== null) {
    lines.push('', vi ? 'Hồ sơ nói gì' : 'What the record says', ...readingLines(match, lang));
    lines.push('', vi ? 'So với ai' : 'Who was compared', `  ${comparedText(match, lang)}`);
    match.candidates.forEach((candidate, i) => {
      lines.push('', ...candidateLines(candidate, i + 1, match, lang));
    });
    lines.push('', vi ? 'Xác suất chia cho' : 'The probability is shared by', ...shareLines(match, lang));
  }
  lines.push('', vi ? 'Vì sao có kết quả này' : 'Why this result');
  lines.push(...decisionTexts(explanation, lang).map((text) => `  ${text}`));
  if (match !== null) lines.push(...conditionLines(match, lang));
  return lines;
}

function readingLines(match: ExplainedMatch, lang: Language): string[] {
  const vi = lang === 'vi';
  return indented(
    renderTextTable(
      [
        { title: vi ? 'Trường' : 'Field', align: 'left' },
        { title: vi ? 'Trong tệp' : 'As sent', align: 'left' },
        { title: vi ? 'Hiểu là' : 'Understood as', align: 'left' },
        { title: vi ? 'Ghi chú khi đọc' : 'Remarks', align: 'left' },
      ],
      match.readings.map((reading) => [
        COMPARED_FIELDS[reading.field][lang],
        reading.sent === '' ? '–' : oneLine(reading.sent),
        valueWords(reading.field, reading.understood, lang),
        repairsText(reading, lang),
      ]),
    ),
  );
}

function candidateLines(
  candidate: ExplainedCandidate,
  number: number,
  match: ExplainedMatch,
  lang: Language,
): string[] {
  const vi = lang === 'vi';
  const steps = stepsOf(candidate, match.persons, lang);
  const probability = formatProbability(candidate.probability, lang);
  const facts = candidateFacts(candidate, lang);
  return [
    `${vi ? 'Người' : 'Candidate'} ${number}: ${candidate.personId}, ${vi ? 'xác suất' : 'probability'} ${probability}${facts}`,
    ...indented(
      renderTextTable(
        [
          { title: vi ? 'Trường' : 'Field', align: 'left' },
          { title: vi ? 'Hồ sơ' : 'Record', align: 'left' },
          { title: vi ? 'Cơ sở dữ liệu' : 'Registry', align: 'left' },
          { title: vi ? 'So sánh' : 'Comparison', align: 'left' },
        ],
        candidate.fields.map((field) => [
          COMPARED_FIELDS[field.field][lang],
          valueWords(field.field, field.record, lang),
          valueWords(field.field, field.registry, lang),
          comparisonWords(field, lang),
        ]),
      ),
    ),
    '',
    ...indented(waterfall(steps, lang)),
  ];
}

/** What else the registry says of a candidate that matters to the decision. */
export function candidateFacts({ died, idNotUnique }: ExplainedCandidate, lang: Language): string {
  const vi = lang === 'vi';
  let text = '';
  if (died !== '') text += `, ${vi ? 'đã mất' : 'died'} ${died}`;
  if (idNotUnique) text += vi ? ', số cấp cho nhiều người' : ', an ID given to more than one person';
  return text;
}

/** Steps with signed bits and a bar that runs from the sum before to the sum after; `|` is even odds with nobody. */
function waterfall(steps: readonly WaterfallStep[], lang: Language): string[] {
  const least = Math.min(...steps.map(({ from, to }) => Math.min(from, to)));
  const most = Math.max(...steps.map(({ from, to }) => Math.max(from, to)));
  const cell = (bits: number) => Math.round(((bits - least) / Math.max(most - least, 1)) * BAR_CELLS);
  const zero = cell(0);
  const bar = ({ kind, from, to }: WaterfallStep) => {
    const cells = new Array<string>(BAR_CELLS + 1).fill(' ');
    const mark = kind === 'total' ? '=' : to < from ? '-' : '+';
    const [start, end] = [cell(from), cell(to)].sort((a, b) => a - b) as [number, number];
    // A step too small for a whole cell still gets one.
    const until = Math.max(end, from === to ? end : start + 1);
    for (let i = start; i < until; i++) cells[i] = mark;
    // The line of even odds stands between two cells' worth of bar, so that it never hides a short one.
    cells.splice(zero, 0, '|');
    return cells.join('').trimEnd();
  };
  const vi = lang === 'vi';
  return renderTextTable(
    [
      { title: vi ? 'Bước' : 'Step', align: 'left' },
      { title: vi ? 'Căn cứ' : 'Evidence', align: 'left' },
      { title: 'bit', align: 'right' },
      {
        title: vi ? 'trái là “không có ai” | phải là người này' : 'left: nobody | right: this person',
        align: 'left',
      },
    ],
    steps.map((step) => [step.label, step.detail, formatBits(step.bits, lang), bar(step)]),
  );
}

function shareLines(match: ExplainedMatch, lang: Language): string[] {
  const rows = shares(match, lang);
  const width = Math.max(...rows.map(({ label }) => label.normalize('NFC').length));
  return rows.map(
    ({ label, share }) => `  ${label.normalize('NFC').padEnd(width)}  ${formatProbability(share, lang)}`,
  );
}

function conditionLines(match: ExplainedMatch, lang: Language): string[] {
  const vi = lang === 'vi';
  const [yes, no] = vi ? ['đạt   ', 'KHÔNG '] : ['yes  ', 'NO   '];
  return conditionTexts(match, lang).map(({ text, holds, decides }) => {
    const mark = decides ? (vi ? '  <- quyết định' : '  <- decides') : '';
    return `  ${holds ? yes : no}${text}${mark}`;
  });
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
