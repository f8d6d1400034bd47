import type { DeadlineReport } from '../../../src/domain/deadline-report.js';
import { ENTRY_ERROR_CODES } from '../../../src/domain/entry-errors.js';
import { PROVINCES } from '../../../src/domain/provinces.js';
import type { Language } from '../../../src/domain/run-facts.js';
import { DEADLINE_DOCUMENTS } from '../../../src/report/deadline/documents.js';
import { renderDeadlineHtml } from '../../../src/report/deadline-html/page.js';
import { formatInteger } from '../../../src/report/number-format.js';
import { EXAMPLE_REPORT } from '../deadline-report-example.js';
import { onlyOneProvince, suppressed } from './variants.js';

const LANGUAGES: readonly Language[] = ['vi', 'en'];
const VARIANTS: readonly (readonly [string, DeadlineReport])[] = [
  ['the example', EXAMPLE_REPORT],
  ['all provinces missing but one', onlyOneProvince()],
  ['small cells suppressed', suppressed()],
];
const CASES = LANGUAGES.flatMap((lang) => VARIANTS.map(([name, report]) => [name, lang, report] as const));

describe('bao-cao.html', () => {
  test('is among the documents of the report', () => {
    expect(DEADLINE_DOCUMENTS.map(({ name }) => name)).toContain('bao-cao.html');
  });

  test.each(CASES)('%s (%s): the same bytes twice, light, with nothing undefined', (_name, lang, report) => {
    const text = renderDeadlineHtml(report, lang);
    expect(renderDeadlineHtml(structuredClone(report), lang)).toBe(text);
    expect(Buffer.byteLength(text)).toBeLessThan(400_000);
    expect(text).toContain(`<html lang="${lang}">`);
    const words = text.slice(0, text.indexOf('<script>'));
    expect(words.match(/.{20}(?:undefined|NaN|Infinity|\[object|>null<)/g)).toBeNull();
  });

  test.each(CASES)('%s (%s): one title, and no heading level is left out', (_name, lang, report) => {
    const levels = [...renderDeadlineHtml(report, lang).matchAll(/<h([1-6])[ >]/g)].map(([, n]) => Number(n));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  test.each(CASES)('%s (%s): tables and charts have names, ids are unique', (_name, lang, report) => {
    const text = renderDeadlineHtml(report, lang);
    expect(text.match(/<caption/g)).toHaveLength(text.match(/<table/g)!.length);
    expect(text.match(/<th(?![a-z])(?![^>]*scope=)[^>]*>/g)).toBeNull();
    const pictures = text.match(/<svg[^>]*role="img"/g) ?? [];
    expect(text.match(/<title id=/g) ?? []).toHaveLength(pictures.length);
    expect(text.match(/<desc id=/g) ?? []).toHaveLength(pictures.length);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...text.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap((match) => match[1]!.split(' '));
    const linked = [...text.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect([...named, ...linked].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(CASES)('%s (%s): each row has as many cells as its table has columns', (_name, lang, report) => {
    for (const [table] of renderDeadlineHtml(report, lang).matchAll(/<table[\s\S]*?<\/table>/g)) {
      const rows = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => widthOf(row));
      const body = table.slice(table.indexOf('<tbody'));
      const widths = [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => widthOf(row));
      expect(new Set(widths).size).toBeLessThanOrEqual(1);
      if (!table.includes('rowspan')) expect(new Set(rows).size).toBe(1);
    }
  });

  test('asks nothing of the network; its policy lets only its own script run', () => {
    const text = renderDeadlineHtml(EXAMPLE_REPORT, 'vi');
    expect(text).not.toMatch(/https?:|\/\/www|<link|<img|@import|src=|url\((?!#)|\son\w+=/);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).toMatch(/default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/=]+';/);
  });

  test.each(LANGUAGES)('has every figure of the balanced tables, in persons and doses (%s)', (lang) => {
    const figures = figuresOf(renderDeadlineHtml(EXAMPLE_REPORT, lang));
    const tables = [...EXAMPLE_REPORT.provinces.map(({ table }) => table), EXAMPLE_REPORT.unknown!.table];
    for (const table of tables) {
      if (table === null) continue;
      for (const unit of ['persons', 'doses'] as const) {
        for (const row of Object.values(table))
          expect(figures).toContain(formatInteger(row.all[unit]!, lang));
        for (const cell of Object.values(table.sent))
          expect(figures).toContain(formatInteger(cell[unit]!, lang));
      }
    }
    for (const row of Object.values(EXAMPLE_REPORT.total.table))
      for (const { persons, doses } of Object.values(row)) {
        expect(figures).toContain(formatInteger(persons!, lang));
        expect(figures).toContain(formatInteger(doses!, lang));
      }
  });

  test.each(LANGUAGES)('has every figure of progress, errors, flags, trust and runs (%s)', (lang) => {
    const figures = figuresOf(renderDeadlineHtml(EXAMPLE_REPORT, lang));
    const { total, provinces, errors, flags, trust, runs, behind } = EXAMPLE_REPORT;
    const lines = [errors.total, ...errors.provinces, ...errors.facilities];
    const expected = [
      ...total.progress.days.flatMap(({ sent, verified }) => [sent, verified]),
      ...provinces.flatMap(({ progress }) =>
        progress === null ? [] : [progress.left, progress.neededPerDay!, progress.pace!.median],
      ),
      ...behind.flatMap(({ left }) => left ?? []),
      ...lines.flatMap(({ rows, work, toCorrect, toAsk, toReview, unreadable }) => [
        rows!,
        work!,
        toCorrect!,
        toAsk!,
        toReview!,
        unreadable!,
      ]),
      ...ENTRY_ERROR_CODES.flatMap((code) => errors.total.kinds[code] ?? []),
      ...flags.flatMap(({ found, compared }) => [found!, compared!]),
      ...[trust.falseMatches!, ...trust.falseMatchesByProvince].flatMap(({ rows, low, high }) => [
        rows,
        low,
        high,
      ]),
      trust.notCompared.records,
      trust.notCompared.recordsNotFollowed,
      ...runs.map(({ registry }) => registry.persons),
      errors.facilitiesInAll,
      EXAMPLE_REPORT.balance.sumsChecked,
    ];
    expect(expected.filter((value) => !figures.includes(formatInteger(Math.round(value), lang)))).toEqual([]);
    const text = renderDeadlineHtml(EXAMPLE_REPORT, lang);
    for (const { manifestSha256, registry, model, inputs } of runs)
      for (const hash of [manifestSha256, registry.id, model.sha256, inputs[0]!.sha256])
        expect(text).toContain(hash);
  });

  test('says at the top how far, who is behind, why, and what to do', () => {
    const text = renderDeadlineHtml(EXAMPLE_REPORT, 'vi');
    const top = text.slice(text.indexOf('<main'), text.indexOf('<nav'));
    expect(top).toContain(
      'Đến ngày 28/04/2022 đã xác minh được 72.945.000 trong 81.050.500 đối tượng đã gửi (90,0\u00a0%).',
    );
    expect(top).toContain('phải hoàn thành 1.157.929 đối tượng mỗi ngày');
    expect(top).toContain('dự kiến xong ngày 07/05/2022 (sớm nhất 03/05/2022, muộn nhất 11/05/2022)');
    expect(top).toContain(
      '<b>Hồ Chí Minh</b>: trễ hạn, còn 900.000 đối tượng (đạt 90,0\u00a0%), phải nhanh gấp 1,9 lần',
    );
    expect(top).toContain('họ tên không dấu: <b>11.780.000</b>');
    expect(top).toContain('Đôn đốc gửi số liệu: Cà Mau (chưa có)');
    expect(top).toContain('Đề nghị gửi số liệu mới: Lai Châu (số liệu cũ)');
  });

  test('shows all 63 provinces on the map and in the tables, whatever is missing', () => {
    for (const [, report] of VARIANTS) {
      const text = renderDeadlineHtml(report, 'vi');
      expect(text.match(/<g class="tile [a-z]/g)!.length).toBeGreaterThanOrEqual(63);
      for (const { shortName } of PROVINCES)
        expect(
          text.match(new RegExp(`<th scope="row">${shortName}</th>`, 'g'))!.length,
        ).toBeGreaterThanOrEqual(3);
    }
    const text = renderDeadlineHtml(onlyOneProvince(), 'vi');
    expect(text.match(/>chưa có<\/text>/g)).toHaveLength(62);
    expect(text).toContain('62 tỉnh chưa có');
  });

  test('the unknown province has its own line, or none', () => {
    expect(renderDeadlineHtml(EXAMPLE_REPORT, 'vi')).toContain('<th scope="row">Không xác định</th>');
    const errors = { ...EXAMPLE_REPORT.errors, provinces: [] };
    const without = renderDeadlineHtml({ ...EXAMPLE_REPORT, unknown: null, errors }, 'vi');
    expect(without).not.toContain('<th scope="row">Không xác định</th>');
  });

  test('a suppressed figure is a star, one that nobody gave is said to be missing; neither is 0', () => {
    const heading = '<th scope="row">Hộ chiếu vắc xin đã cấp</th><td class="num">';
    const published = renderDeadlineHtml(suppressed(), 'vi');
    expect(published).toContain('Ô có ít hơn 2.000 đối tượng');
    expect(published).toContain('>*</td>');
    expect(published).toContain(`${heading}chưa có hoặc không công bố</td>`);
    expect(published).toContain('Bản công bố không có tên cán bộ đầu mối.');
    expect(published).not.toContain('mức của từng tỉnh');
    const full = renderDeadlineHtml(EXAMPLE_REPORT, 'vi');
    expect(full).toContain(`${heading}chưa có số liệu</td>`);
    expect(full).not.toContain('>*</td>');
  });

  test('hostile names do no harm', () => {
    const evil = `"><script>alert('1')</script>\u0000`;
    const { errors, runs, provinces, trust, notes } = EXAMPLE_REPORT;
    const report: DeadlineReport = {
      ...EXAMPLE_REPORT,
      provinces: provinces.map((province) => ({
        ...province,
        name: evil,
        shortName: evil,
        officers: [{ name: evil, unit: evil, position: evil, phone: evil }],
      })),
      errors: {
        ...errors,
        facilities: errors.facilities.map((facility) => ({ ...facility, name: evil, code: evil })),
      },
      runs: runs.map((run) => ({
        ...run,
        name: evil,
        toolVersion: evil,
        model: { version: evil, sha256: evil },
        inputs: run.inputs.map((input) => ({ ...input, name: evil, encoding: evil })),
      })),
      trust: {
        ...trust,
        dataQuality: [{ run: 0, input: evil, text: { vi: evil, en: evil } }],
        differences: [{ what: 'model', values: [{ value: evil, runs: [0] }] }],
      },
      notes: [...notes, { vi: evil, en: evil }],
    };
    const text = renderDeadlineHtml(report, 'vi');
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain('\u0000');
    expect(text).not.toContain('"><script>alert');
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
  });
});

/** Columns that a row fills. */
function widthOf(row: string): number {
  return [...row.matchAll(/<t[hd](?:\s[^>]*)?>/g)].reduce(
    (sum, [tag]) => sum + Number(/colspan="(\d+)"/.exec(tag)?.[1] ?? 1),
    0,
  );
}

/** All figures of a page's text. */
function figuresOf(text: string): string[] {
  const words = text.slice(text.indexOf('<main')).replace(/<[^>]+>/g, ' ');
  return [...new Set(words.match(/\d[\d.,]*\d|\d/g))];
}
