import type { DeadlineReport } from '../../domain/deadline-report.js';
import type { Language } from '../../domain/run-facts.js';
import { renderDeadlineHtml } from '../deadline-html/page.js';

/** One document of the report folder. The same report and language give the same bytes. */
export interface DeadlineDocument {
  /** File name in the report folder. */
  readonly name: string;
  readonly render: (
    report: DeadlineReport,
    language: Language,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** All documents, in the order in which they are written. The one place to add another. */
export const DEADLINE_DOCUMENTS: readonly DeadlineDocument[] = [
  { name: 'bao-cao.html', render: renderDeadlineHtml },
];
