import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPage } from './page/check-page.js';

// Opens HTML pages in a real browser and fails on what a reader would stumble over. Needs Chromium:
// `npm run page-check -- FILE... [--out FOLDER] [--chromium PATH]`. Screenshots and a PDF go to the folder.

const { values, positionals } = parseArgs({
  options: {
    out: { type: 'string', default: 'page-check' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error('usage: page-check FILE... [--out FOLDER] [--chromium PATH]');
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
let faults = 0;
for (const file of positionals) {
  const found = await checkPage({ file: resolve(file), out: resolve(values.out), chromium: values.chromium });
  for (const fault of found) console.log(`✗ ${file}: ${fault}`);
  if (found.length === 0) console.log(`✓ ${file}`);
  faults += found.length;
}
if (faults > 0) process.exitCode = 1;
