import { createHash } from 'node:crypto';

/**
 * Makes the header cells of a table into buttons that sort its first body. Without it the tables are whole and plain.
 * A cell sorts by `data-n`, else a figure by its digits and a word by the alphabet of the page's language; cells without a
 * figure come last either way.
 */
export const SORT_SCRIPT = `
for (const table of document.querySelectorAll('table[data-sort]')) {
  const heads = [...table.tHead.querySelectorAll('th[data-col]')];
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    if (!cell || cell.colSpan > 1) return null;
    if (cell.dataset.n !== undefined) return Number(cell.dataset.n);
    if (!cell.classList.contains('num')) return cell.textContent;
    const digits = cell.textContent.replace(/\\D/g, '');
    return digits === '' ? null : Number(digits);
  };
  const compare = (a, b) => typeof a === 'string' ? a.localeCompare(b, document.documentElement.lang) : a - b;
  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const column = Number(head.dataset.col);
      const before = head.getAttribute('aria-sort');
      const up = before === null ? !head.classList.contains('num') : before === 'descending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const rows = [...table.tBodies[0].rows].map((row) => [keyOf(row, column), row]);
      rows.sort(([a], [b]) => a === null || b === null ? (a === null) - (b === null) : compare(a, b) * (up ? 1 : -1));
      table.tBodies[0].append(...rows.map(([, row]) => row));
    });
  }
}
`;

/** What the content security policy must allow for the script to run: its hash, so that no other one does. */
export const SORT_SCRIPT_SOURCE = `'sha256-${createHash('sha256').update(SORT_SCRIPT).digest('base64')}'`;
