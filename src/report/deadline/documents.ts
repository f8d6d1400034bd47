import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import type { Workbook } from '../../domain/sheet.js';
import type { TextDocument } from '../../domain/text-document.js';
import { renderDeadlineHtml } from '../deadline-html/page.js';
import { deadlineDocument, deadlineWorkbook } from '../deadline-office/compose.js';

/** What a document holds. Documents of an office program are plain data; `officeBytes` of src/output/ writes them. */
export type DocumentContent = string | Uint8Array | TextDocument | Workbook;

/** One document of the report folder. The same report and language give the same bytes. */
export interface DeadlineDocument {
  /** File name in the report folder. */
  readonly name: string;
  readonly render: (report: DeadlineReport, language: Language) => DocumentContent | Promise<DocumentContent>;
}

/** All documents, in the order in which they are written. The one place to add another. */
export const DEADLINE_DOCUMENTS: readonly DeadlineDocument[] = [
  { name: 'bao-cao.html', render: renderDeadlineHtml },
  { name: 'bao-cao.docx', render: deadlineDocument },
  { name: 'phu-luc.xlsx', render: deadlineWorkbook },
];
