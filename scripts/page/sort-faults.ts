import type { Locator, Page } from 'playwright-core';

/** Tables that can be sorted: each is sorted by keyboard by its first two such columns, both ways. */
export async function sortFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const table of await page.locator('table[data-sort]').all()) {
    const name = (await table.locator('caption').textContent())?.slice(0, 40);
    const heads = await table.locator('th[data-col]').all();
    if ((await table.locator('th button').count()) === 0) {
      faults.push(`sort: ${name}: has no buttons`);
      continue;
    }
    const before = await firstColumn(table);
    for (const head of heads.slice(0, 2)) {
      const orders: string[][] = [];
      for (const _time of [1, 2]) {
        await head.locator('button').focus();
        await page.keyboard.press('Enter');
        orders.push([(await head.getAttribute('aria-sort')) ?? 'none', ...(await firstColumn(table))]);
      }
      const states = orders.map(([state]) => state).sort();
      if (states.join() !== 'ascending,descending') faults.push(`sort: ${name}: aria-sort is ${states}`);
      const [one, other] = orders.map(([, ...rows]) => rows);
      // Names and ranks are all different; figures need not be.
      if (head === heads[0] && before.length > 1 && one!.join() === other!.join())
        faults.push(`sort: ${name}: the order is the same both ways`);
      if (one!.toSorted().join() !== before.toSorted().join()) faults.push(`sort: ${name}: rows are lost`);
    }
  }
  return faults;
}

/** The row headings of the first body, in the order in which they stand. */
function firstColumn(table: Locator): Promise<string[]> {
  return table.locator('tbody').first().locator('th[scope=row]').allInnerTexts();
}
