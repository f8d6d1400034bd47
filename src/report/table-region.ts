import { type Html, html } from './html.js';

export interface TableRegion {
  /** Unique in the page; the caption gets `caption-<id>`. */
  readonly id: string;
  readonly caption: string;
  /** Said in brackets behind the caption. */
  readonly hint?: string;
  /** First column stays in sight while the others scroll. */
  readonly stick?: boolean;
  /** The page's script may sort the first body by the header cells that have `data-col`. */
  readonly sort?: boolean;
  /** Header rows. */
  readonly head: Html | readonly Html[];
  /** Rows of each body. */
  readonly bodies: readonly (readonly Html[])[];
  readonly foot?: Html;
}

/** A table of so many rows is kept on one sheet of paper. */
const ROWS_OF_A_PAGE = 20;

/** A table with its caption, in a box of its own that scrolls on a narrow screen and can be reached by keyboard. */
export function tableRegion(table: TableRegion): Html {
  const { id, caption, hint, head, bodies, foot } = table;
  const attributes = html`${table.stick ? html` class="stick"` : ''}${table.sort ? html` data-sort` : ''}`;
  const remark = hint === undefined ? '' : html` <span>(${hint})</span>`;
  const filled = bodies.filter((rows) => rows.length > 0);
  const whole = filled.flat().length <= ROWS_OF_A_PAGE;
  return html`<div class="${whole ? 'scroll whole' : 'scroll'}" role="region" aria-labelledby="caption-${id}" tabindex="0"><table${attributes}>
<caption id="caption-${id}"><div>${caption}${remark}</div></caption>
<thead>${head}</thead>
${filled.map((rows) => html`<tbody>${rows}</tbody>`)}
${foot === undefined ? '' : html`<tfoot>${foot}</tfoot>`}
</table></div>`;
}

export interface Heading {
  readonly label: string;
  /** Figures are set to the right. */
  readonly num?: boolean;
  /** Starts a group of columns. */
  readonly first?: boolean;
  readonly wide?: boolean;
  /** Index of the cells below, where the page's script may sort by them. */
  readonly col?: number;
}

/** The header cell of one column. */
export function headingCell({ label, num, first, wide, col }: Heading): Html {
  const classes = [num && 'num', first && 'first', wide && 'wide'].filter(Boolean).join(' ');
  const named = classes === '' ? '' : html` class="${classes}"`;
  return html`<th scope="col"${named}${col === undefined ? '' : html` data-col="${col}"`}>${label}</th>`;
}
