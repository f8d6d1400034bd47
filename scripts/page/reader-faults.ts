import type { Page } from 'playwright-core';

interface Box {
  readonly clientWidth: number;
  readonly scrollWidth: number;
}

/** A page that scrolls sideways as a whole; wide tables and charts scroll in boxes of their own. */
export async function overflowFaults(page: Page): Promise<string[]> {
  const { room, content } = await page
    .locator('html')
    .evaluate(({ clientWidth, scrollWidth }: Box) => ({ room: clientWidth, content: scrollWidth }));
  return content > room ? [`overflow: the content is ${content} px wide, the screen ${room} px`] : [];
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe finds, in every degree but the slightest. axe must be in the page. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(
      ({ id, impact, help, nodes }) =>
        `axe, ${impact}: ${help} (${id}, ${nodes.length} places, first ${nodes[0]?.target.join(' ')})`,
    );
}
