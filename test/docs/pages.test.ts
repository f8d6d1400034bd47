import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readExamples, replaceOutputs } from '../../scripts/readme/examples.js';
import { inputFaultsPage } from './input-faults-page.js';
import { configurationPage, exitCodesPage, outputColumnsPage, reasonsPage } from './pages.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('pages made from the code are up to date', () => {
  test.each([
    ['docs/reasons.md', reasonsPage],
    ['docs/exit-codes.md', exitCodesPage],
    ['docs/output-columns.md', outputColumnsPage],
    ['docs/configuration.md', configurationPage],
    ['docs/input-faults.md', inputFaultsPage],
  ] as const)('%s', async (name, render) => {
    const path = join(ROOT, name);
    const text = await render();
    if (process.env.UPDATE_DOCS) writeFileSync(path, text);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('links', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];
  test.each(pages)('%s leads to files that exist', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  test('headings that the README links to are there', () => {
    const text = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    const wanted = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!);
    expect(wanted.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });
});

describe('examples of the README', () => {
  const page = [
    '<!-- file: a.csv -->',
    '```csv',
    'x,y',
    '```',
    '<!-- run -->',
    '```sh',
    '$ cat a.csv',
    'old',
    '$ true',
    '```',
    '```sh',
    '$ not run',
    '```',
  ].join('\n');

  test('files and commands behind a mark are found, others are left alone', () => {
    expect(readExamples(page)).toEqual([
      { kind: 'file', name: 'a.csv', text: 'x,y\n' },
      { kind: 'command', command: 'cat a.csv', output: 'old', outputLines: [7, 8] },
      { kind: 'command', command: 'true', output: null, outputLines: [9, 9] },
    ]);
  });

  test('shown outputs are replaced, none is added', () => {
    expect(replaceOutputs(page, ['new\nlines', 'unseen'])).toBe(page.replace('old', 'new\nlines'));
  });

  test.each([
    ['a mark without a block', '<!-- run -->\ntext\n'],
    ['a block that is not closed', '<!-- run -->\n```sh\n$ true\n'],
    ['a block that does not begin with a command', '<!-- run -->\n```sh\ntrue\n```'],
  ])('%s is a fault', (_, text) => {
    expect(() => readExamples(text)).toThrow(/^line \d/);
  });

  test('README.md has examples that are run', () => {
    const examples = readExamples(readFileSync(join(ROOT, 'README.md'), 'utf8'));
    expect(examples.filter(({ kind }) => kind === 'command').length).toBeGreaterThan(3);
  });
});
