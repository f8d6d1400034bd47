import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import type { Sheet, Workbook } from '../../domain/sheet.js';
import type { DocumentBlock, DocumentSection, TextDocument } from '../../domain/text-document.js';
import { CLASS_NOTES } from '../deadline-words.js';
import { note, paragraph, tableTitle } from './blocks.js';
import { documentTable } from './document-table.js';
import { abstract, closing, opening } from './letterhead.js';
import type { OfficeTable } from './office-table.js';
import { errorsSection } from './section-errors.js';
import { figuresSection } from './section-figures.js';
import { progressSection } from './section-progress.js';
import { proposalsSection } from './section-proposals.js';
import { resultsSection } from './section-results.js';
import { trustSection } from './section-trust.js';
import { tableSheet } from './sheet-table.js';
import { errorsByFacility, errorsByProvince } from './table-errors.js';
import { figuresByProvince, MOST_OFFICERS_IN_TEXT, officersTable } from './table-figures.js';
import { progressByDay, progressByProvince } from './table-progress.js';
import { balancedTable, resultsByProvince, sentByProvince } from './table-provinces.js';
import { flagsTable, inputsTable, runsTable, warningsTable } from './table-runs.js';
import { BLANK } from './words.js';

/** The texts of the sections name appendices by these numbers. */
const NUMERALS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The official report (bao-cao.docx): text and appendices. */
export function deadlineDocument(report: DeadlineReport, lang: Language): TextDocument {
  const officers = officersTable(report, lang);
  const appendices: readonly (readonly OfficeTable[])[] = [
    [sentByProvince(report, 'persons', lang)],
    [sentByProvince(report, 'doses', lang)],
    [resultsByProvince(report, lang)],
    [progressByProvince(report, lang)],
    [errorsByProvince(report, lang)],
    [errorsByFacility(report, lang)],
    [flagsTable(report, lang)],
    [runsTable(report, lang), inputsTable(report, lang)],
    ...(officers.rows.length > MOST_OFFICERS_IN_TEXT ? [[officers]] : []),
  ];
  return {
    kind: 'text_document',
    title: abstract(report, lang),
    language: lang === 'vi' ? 'vi-VN' : 'en-GB',
    sections: [
      {
        landscape: false,
        blocks: [
          ...opening(report, lang),
          ...resultsSection(report, lang),
          ...progressSection(report, lang),
          ...errorsSection(report, lang),
          ...trustSection(report, lang),
          ...figuresSection(report, lang),
          ...proposalsSection(report, lang),
          ...closing(lang),
        ],
      },
      ...appendices.map((tables, i) => appendix(NUMERALS[i] ?? String(i + 1), tables, report, lang)),
    ],
  };
}

function appendix(
  numeral: string,
  tables: readonly OfficeTable[],
  report: DeadlineReport,
  lang: Language,
): DocumentSection {
  const vi = lang === 'vi';
  const year = report.asOf.slice(0, 4);
  const blocks: DocumentBlock[] = [
    paragraph('appendix', vi ? `PHỤ LỤC ${numeral}` : `APPENDIX ${numeral}`),
    paragraph('appendix_title', (tables[0]?.title ?? '').toLocaleUpperCase('vi')),
    paragraph(
      'appendix_of',
      vi
        ? `(Kèm theo Báo cáo số ${BLANK}/BC-${BLANK} ngày ${BLANK} tháng ${BLANK} năm ${year} của ${BLANK})`
        : `(To Report No. ${BLANK}/BC-${BLANK} of day ${BLANK} month ${BLANK} ${year} of ${BLANK})`,
    ),
    { kind: 'rule', length: 50 },
  ];
  const isLast = tables[0]?.sheet === runsTable(report, lang).sheet;
  for (const [i, table] of tables.entries()) {
    if (i > 0) blocks.push(tableTitle(table.title));
    blocks.push(...table.notes.map(note));
    blocks.push(table.rows.length === 0 ? note(vi ? 'Không có.' : 'None.') : documentTable(table, lang));
  }
  if (isLast) blocks.push(...methodNotes(report, lang));
  return { landscape: true, blocks };
}

/** How the figures are made: for who checks them, not for the letter. */
function methodNotes({ trust, notes }: DeadlineReport, lang: Language): readonly DocumentBlock[] {
  const texts = [...notes, ...CLASS_NOTES, ...trust.calibration];
  return [
    tableTitle(lang === 'vi' ? 'Ghi chú về cách tính' : 'Notes on the method'),
    ...texts.map((text) => note(text[lang])),
  ];
}

/** The appendices as a workbook (phu-luc.xlsx): everything to be filtered and calculated with. */
export function deadlineWorkbook(report: DeadlineReport, lang: Language): Workbook {
  const tables: readonly OfficeTable[] = [
    balancedTable(report, 'persons', lang),
    balancedTable(report, 'doses', lang),
    sentByProvince(report, 'persons', lang),
    sentByProvince(report, 'doses', lang),
    resultsByProvince(report, lang),
    progressByProvince(report, lang),
    progressByDay(report, lang),
    errorsByProvince(report, lang),
    errorsByFacility(report, lang),
    figuresByProvince(report, lang),
    officersTable(report, lang),
    flagsTable(report, lang),
    warningsTable(report, lang),
    runsTable(report, lang),
    inputsTable(report, lang),
  ];
  return {
    kind: 'workbook',
    title: abstract(report, lang),
    sheets: tables.map((table): Sheet => tableSheet(table)),
  };
}
