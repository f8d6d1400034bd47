import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { accessibilityFaults, overflowFaults } from './reader-faults.js';
import { sortFaults } from './sort-faults.js';
import { VIEWS, type View } from './views.js';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface PageToCheck {
  /** Absolute path of the HTML file. */
  readonly file: string;
  /** Folder of the screenshots. */
  readonly out: string;
  /** Path of the browser. */
  readonly chromium: string;
}

/** What is wrong with a page, in each view and on paper; empty: nothing. @throws Error when the browser does not start. */
export async function checkPage({ file, out, chromium: path }: PageToCheck): Promise<string[]> {
  // Playwright gives the browser a new profile folder each time, and removes it.
  const browser = await chromium.launch({ executablePath: path, args: ARGUMENTS });
  try {
    const faults: string[] = [];
    const name = basename(file, '.html');
    for (const view of VIEWS) {
      const found = await checkView(browser, view, file, join(out, `${name}-${view.name}`));
      faults.push(...found.map((fault) => `${view.name}: ${fault}`));
    }
    return faults;
  } finally {
    await browser.close();
  }
}

async function checkView(browser: Browser, view: View, file: string, shot: string): Promise<string[]> {
  const faults: string[] = [];
  const context = await openContext(browser, view, file, faults);
  try {
    const page = await context.newPage();
    // Put in by the browser's debugger, so that the page's own policy holds for everything else.
    if (view.script) await page.addInitScript({ content: axe.source });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    await page.goto(pathToFileURL(file).href);
    if (view.paper) {
      await page.pdf({ path: `${shot}.pdf`, preferCSSPageSize: true, printBackground: true });
      return faults;
    }
    await shoot(page, shot);
    faults.push(...(await overflowFaults(page)));
    if (view.script) {
      faults.push(...(await accessibilityFaults(page)));
      faults.push(...(await sortFaults(page)));
    }
  } finally {
    await context.close();
  }
  return faults;
}

/** The first screen, and the page as a whole. */
async function shoot(page: Page, shot: string): Promise<void> {
  await page.screenshot({ path: `${shot}.png` });
  await page.screenshot({ path: `${shot}-whole.png`, fullPage: true });
}

/** A context in which every request but the page itself is refused and told. */
async function openContext(
  browser: Browser,
  view: View,
  file: string,
  faults: string[],
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.dark ? 'dark' : 'light',
    javaScriptEnabled: view.script,
  });
  const own = pathToFileURL(file).href;
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === own) return route.continue();
    faults.push(`request: ${url}`);
    return route.abort();
  });
  return context;
}
