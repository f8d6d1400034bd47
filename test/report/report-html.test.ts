import type { Language } from '../../src/domain/run-facts.js';
import { escapeHtml, html } from '../../src/report/html.js';
import { renderReportHtml } from '../../src/report/report-html.js';
import { summarize } from '../../src/report/summarize.js';
import { cell, countryCells, facts, HAND_CELLS } from './sample.js';

const LANGUAGES: readonly Language[] = ['vi', 'en'];
const page = (lang: Language = 'vi', given = {}) =>
  renderReportHtml(summarize(HAND_CELLS), facts(given), lang);

describe('escapeHtml', () => {
  test.each([
    ['markup', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['quotes', `"a" 'b' & c`, '&quot;a&quot; &#39;b&#39; &amp; c'],
    ['control characters', 'a\u0000b\u001bc', 'a\ufffdb\ufffdc'],
    ['Vietnamese stays', 'Đúng, mũi tiêm', 'Đúng, mũi tiêm'],
  ])('%s', (_rule, text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });

  test('the template escapes every value but markup made by itself', () => {
    expect(html`<b>${'<i>'}</b>${html`<u>${1}</u>`}`.text).toBe('<b>&lt;i&gt;</b><u>1</u>');
  });
});

describe('report.html', () => {
  test.each(LANGUAGES)('is the same twice and whatever the order of the cells (%s)', (lang) => {
    const cells = countryCells();
    const one = renderReportHtml(summarize(cells), facts(), lang);
    expect(renderReportHtml(summarize(cells), facts(), lang)).toBe(one);
    expect(renderReportHtml(summarize([...cells].reverse()), facts(), lang)).toBe(one);
  });

  test.each(LANGUAGES)('has a language, one title, and tags that close (%s)', (lang) => {
    const text = page(lang);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(unclosedTags(text)).toEqual([]);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  test('asks nothing of the network and runs no script', () => {
    const text = page();
    expect(text).not.toMatch(/https?:|<script|<link|<img|@import|src=/);
    expect(text).toContain("default-src 'none'");
  });

  test('every table has a caption, every header cell a scope, every id is unique', () => {
    const text = page();
    expect(text.match(/<caption/g)).toHaveLength(text.match(/<table/g)!.length);
    expect(text.match(/<th(?![a-z])(?![^>]*scope=)[^>]*>/g)).toBeNull();
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...text.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap((match) => match[1]!.split(' '));
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('a hostile file name, province and registry do no harm', () => {
    const evil = '"><script>alert(1)</script>';
    const input = { ...facts().inputs[0]!, name: evil, encoding: evil };
    const given = facts({
      inputs: [input],
      registry: { persons: 1, id: evil },
      modelVersion: evil,
      options: { provinces: [evil], limit: 5 },
    });
    const text = renderReportHtml(summarize([cell({ province: evil })]), given, 'vi');
    expect(text).not.toContain('<script');
    expect(text).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(unclosedTags(text)).toEqual([]);
  });

  test('says that the figures add up, or shows where they do not', () => {
    expect(page()).toContain('✓ Số liệu khớp');
    const broken = page('vi', { rowsOtherProvinces: 3 });
    expect(broken).toContain('✗ Số liệu không khớp ở 1 chỗ');
    expect(broken).toContain('(dòng: 20 so với 23)');
  });

  test('shows headline figures, steps and the deadline as people in Viet Nam write them', () => {
    const text = page();
    expect(text).toContain('<strong>60,0\u00a0%</strong>');
    expect(text).toContain('needs-review.csv (2 dòng, 1 đối tượng)');
    expect(text).toContain('chậm nhất ngày 05/05/2022');
    expect(text).toContain('98.000.000 người');
  });

  test('tells what was left out', () => {
    const text = page('vi', { rowsOtherProvinces: 1234, rowsOverLimit: 2, blankLines: 7 });
    expect(text).toContain('1.234 dòng thuộc tỉnh khác');
    expect(text).toContain('2 dòng vượt giới hạn');
    expect(text).toContain('7 dòng trống');
  });

  test('an empty run says that there is nothing to do', () => {
    const text = renderReportHtml(summarize([]), facts({ inputs: [] }), 'vi');
    expect(text).toContain('không có việc gì phải làm');
    expect(text).not.toMatch(/undefined|NaN|Infinity/);
  });
});

describe('the tile map', () => {
  test('marks the provinces that are not in the run, and is left out where there is only one', () => {
    const text = page();
    const tiles = [...text.matchAll(/<text class="share"[^>]*>([^<]*)<\/text>/g)].map(([, share]) => share);
    expect(tiles).toHaveLength(63);
    expect(tiles.filter((share) => share !== 'chưa có').sort()).toEqual(['40,0\u00a0%', '87,5\u00a0%']);
    expect(renderReportHtml(summarize([cell({})]), facts(), 'vi')).not.toContain('class="tiles"');
  });
});

describe('the bar chart', () => {
  test('says in words what it shows: the whole, the lowest and the highest known province', () => {
    expect(page()).toContain(
      '<p>Đã xác minh 60,0\u00a0% đối tượng; thấp nhất Hà Nội 40,0\u00a0%, cao nhất Hồ Chí Minh 87,5\u00a0%.',
    );
  });

  test('shares of persons are named as such', () => {
    expect(page()).toContain('<span>% đối tượng: 9/15</span>');
    expect(page()).toContain('% mũi tiêm đã xác minh');
    expect(page('en')).toContain('% of persons verified</th>');
  });

  test('one province has no lowest and no highest', () => {
    const text = renderReportHtml(summarize([cell({})]), facts(), 'en');
    expect(text).toContain('<p>100.0% of persons verified. Beside');
  });

  test('each bar has its figures as text', () => {
    expect(page()).toContain(
      'aria-label="Đã xác minh 40,0\u00a0%, Cần xem lại 0,0\u00a0%, Không khớp 60,0\u00a0%, Bị loại 0,0\u00a0%"',
    );
  });

  test('the parts of each bar follow each other and fill it', () => {
    const text = renderReportHtml(summarize(countryCells()), facts(), 'vi');
    const bars = [...text.matchAll(/<svg viewBox="0 0 400 14"[^>]*>([\s\S]*?)<\/svg>/g)];
    expect(bars).toHaveLength(63);
    for (const [, parts] of bars) {
      let end = 0;
      for (const part of parts!.matchAll(/<rect x="([\d.]+)" width="([\d.]+)"/g)) {
        expect(Number(part[1])).toBeCloseTo(end, 6);
        end = Number(part[1]) + Number(part[2]);
      }
      expect(end).toBeCloseTo(400, 6);
    }
  });
});

/** Tags that are opened and not closed, or closed and not open; void elements aside. */
function unclosedTags(text: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const body = text.replace(/<style>[\s\S]*?<\/style>/, '').replace('<!DOCTYPE html>', '');
  for (const [, close, name, selfClosed] of body.matchAll(/<(\/?)([a-zA-Z0-9]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (selfClosed || ['meta', 'br'].includes(name!)) continue;
    if (!close) open.push(name!);
    else if (open.pop() !== name) faults.push(name!);
  }
  return [...faults, ...open];
}
