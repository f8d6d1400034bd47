import { TABLE_COLUMNS, TABLE_ROWS, TABLE_UNITS } from '../../src/domain/balanced-table.js';
import type { DeadlineReport } from '../../src/domain/deadline-report.js';
import { PROVINCES } from '../../src/domain/provinces.js';
import type { Language } from '../../src/domain/run-facts.js';
import { type DocumentBlock, LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH } from '../../src/domain/text-document.js';
import { officeBytes } from '../../src/output/office-bytes.js';
import { DEADLINE_DOCUMENTS } from '../../src/report/deadline/documents.js';
import { deadlineDocument, deadlineWorkbook } from '../../src/report/deadline-office/compose.js';
import { formatDate, formatInteger } from '../../src/report/number-format.js';
import { EXAMPLE_REPORT } from './deadline-report-example.js';
import { paragraphs, unzip, xmlFault } from './office-parts.js';

async function partsOf(report: DeadlineReport, lang: Language = 'vi') {
  return unzip(await officeBytes(deadlineDocument(report, lang)));
}

async function linesOf(report: DeadlineReport, lang: Language = 'vi'): Promise<readonly string[]> {
  return paragraphs((await partsOf(report, lang)).get('word/document.xml')!);
}

/** What the document says, before it is written. */
function textOf(report: DeadlineReport, lang: Language = 'vi'): string {
  const texts = (block: DocumentBlock): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block.text];
      case 'rule':
        return [];
      case 'side_by_side':
        return block.parts.flatMap(({ blocks }) => blocks.flatMap(texts));
      case 'table':
        return [...block.head.flat().map(({ text }) => text), ...block.rows.flatMap(({ cells }) => cells)];
    }
  };
  return deadlineDocument(report, lang)
    .sections.flatMap(({ blocks }) => blocks.flatMap(texts))
    .join('\n');
}

test('both documents are in the list of documents', () => {
  const names = DEADLINE_DOCUMENTS.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['bao-cao.docx', 'phu-luc.xlsx']));
});

describe('the layout of Nghị định 30/2020/NĐ-CP', () => {
  let parts: ReadonlyMap<string, string>;
  let xml: string;
  let lines: readonly string[];
  beforeAll(async () => {
    parts = await partsOf(EXAMPLE_REPORT);
    xml = parts.get('word/document.xml')!;
    lines = paragraphs(xml).filter((line) => line !== '');
  });

  test('begins with the issuing body, the state, the number, place and date, and the title', () => {
    expect(lines.slice(0, 9)).toEqual([
      'CƠ QUAN CHỦ QUẢN …',
      'CƠ QUAN BAN HÀNH …',
      'Số: …/BC-…',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '…, ngày … tháng … năm 2022',
      'BÁO CÁO',
      expect.stringContaining('số liệu đến ngày 28/04/2022'),
      expect.stringContaining('1975/BYT-CNTT'),
    ]);
  });

  test('ends with who is told and who signs, before the appendices', () => {
    const at = lines.indexOf('Nơi nhận:');
    expect(lines.slice(at - 1, at + 7)).toEqual([
      expect.stringMatching(/\.\/\.$/),
      'Nơi nhận:',
      '- … (để báo cáo);',
      '- … (để phối hợp);',
      '- Lưu: VT; …',
      'QUYỀN HẠN, CHỨC VỤ …',
      '(Chữ ký, dấu)',
      'Họ và tên …',
    ]);
    expect(lines[at + 7]).toBe('PHỤ LỤC I');
  });

  test('has six parts and eight appendices, in order', () => {
    expect(lines.filter((line) => /^[IV]+\. /.test(line))).toEqual([
      'I. KẾT QUẢ ĐẾN NGÀY 28/04/2022',
      'II. TIẾN ĐỘ SO VỚI THỜI HẠN',
      'III. LỖI VÀ NƠI PHÁT SINH',
      'IV. MỨC ĐỘ TIN CẬY CỦA SỐ LIỆU',
      'V. CÁC NỘI DUNG KHÁC',
      'VI. ĐỀ XUẤT, KIẾN NGHỊ',
    ]);
    expect(lines.filter((line) => /^PHỤ LỤC [IV]+$/.test(line))).toHaveLength(8);
  });

  test('is A4 upright with the margins of the decree, the appendices turned', () => {
    const sections = [...xml.matchAll(/<w:sectPr>(.*?)<\/w:sectPr>/gs)].map(([, section]) => {
      const sizes = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(section!)!.slice(1).map(Number);
      const margin = (side: string) =>
        Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(section!)![1]);
      return { section: section!, sizes, margin };
    });
    expect(sections).toHaveLength(9);
    const [first, ...appendices] = sections;
    expect(first!.sizes).toEqual([11906, 16838]);
    const between = (value: number, least: number, most: number) => {
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    };
    // 20 to 25 mm, 30 to 35 mm, 15 to 20 mm in twentieths of a point.
    between(first!.margin('top'), 1134, 1417);
    between(first!.margin('bottom'), 1134, 1417);
    between(first!.margin('left'), 1701, 1984);
    between(first!.margin('right'), 850, 1134);
    for (const { section, sizes } of appendices) {
      expect(sizes).toEqual([16838, 11906]);
      expect(section).toContain('w:orient="landscape"');
    }
    for (const { section } of sections) {
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:pgNumType w:start="1"/>');
    }
  });

  test('has its page number centred in the head, from page 2 on', () => {
    const headers = [...parts]
      .filter(([name]) => /^word\/header\d+\.xml$/.test(name))
      .map(([, text]) => text);
    const numbered = headers.filter((text) => text.includes('PAGE'));
    expect(numbered).toHaveLength(headers.length / 2);
    for (const text of numbered) expect(text).toContain('<w:jc w:val="center"/>');
  });

  test('is in Times New Roman, the body in 14 points, justified, its first line drawn in', () => {
    const fonts = new Set([...xml.matchAll(/<w:rFonts w:ascii="([^"]*)"/g)].map(([, font]) => font));
    expect([...fonts]).toEqual(['Times New Roman']);
    expect(parts.get('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    const body = /<w:p><w:pPr>((?:(?!<\/w:pPr>).)*)<\/w:pPr>((?:(?!<\/w:p>).)*)Thực hiện Công văn/.exec(xml)!;
    expect(body[1]).toContain('<w:jc w:val="both"/>');
    expect(body[1]).toContain('w:firstLine="567"');
    expect(body[2]).toContain('<w:sz w:val="28"/>');
  });

  test('repeats the head of each table and parts no row', () => {
    const tables = [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table]) => table!);
    const withBorders = tables.filter((table) => table.includes('<w:tblHeader/>'));
    expect(withBorders).toHaveLength(tables.length - 2);
    for (const table of tables)
      expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.match(/<w:tr>/g)!.length);
  });
});

test.each(['vi', 'en'] as const)('no table is wider than its page (%s)', (lang) => {
  for (const { landscape, blocks } of deadlineDocument(EXAMPLE_REPORT, lang).sections)
    for (const block of blocks)
      if (block.kind === 'table') {
        const width = block.columns.reduce((sum, column) => sum + column.width, 0);
        expect(width).toBeLessThanOrEqual(landscape ? LANDSCAPE_TEXT_WIDTH : TEXT_WIDTH);
        for (const { cells } of block.rows) expect(cells).toHaveLength(block.columns.length);
        const head = block.head.flat().reduce((sum, { columns, rows }) => sum + columns * rows, 0);
        expect(head).toBe(block.columns.length * block.head.length);
      }
});

describe('figures', () => {
  test.each(['vi', 'en'] as const)('all that the tables state are in the document (%s)', async (lang) => {
    const cells = new Set(await linesOf(EXAMPLE_REPORT, lang));
    const { provinces, unknown, total, errors, flags, runs } = EXAMPLE_REPORT;
    const tables = [...provinces.map(({ table }) => table), unknown!.table, total.table];
    const expected: number[] = [];
    for (const table of tables.filter((one) => one !== null))
      for (const unit of TABLE_UNITS) {
        for (const row of TABLE_ROWS) expected.push(table[row].all[unit]!);
        for (const column of TABLE_COLUMNS) expected.push(table.sent[column][unit]!);
      }
    for (const { progress } of [...provinces, total])
      if (progress !== null)
        expected.push(progress.left, progress.neededPerDay!, Math.round(progress.pace!.median));
    for (const { rows, work, toCorrect, toAsk, toReview, unreadable } of [
      errors.total,
      ...errors.provinces,
      ...errors.facilities,
    ])
      expected.push(...[rows, work, toCorrect, toAsk, toReview, unreadable].map((value) => value!));
    expected.push(...Object.values(errors.total.kinds).map((value) => value!));
    expected.push(...flags.flatMap(({ found, compared }) => [found!, compared!]));
    expected.push(...runs.flatMap(({ rows, inputs }) => [rows!, ...inputs.map(({ bytes }) => bytes)]));
    expect(expected.filter((value) => !cells.has(formatInteger(value, lang)))).toEqual([]);
  });

  test('all that the sentences state are in the document', async () => {
    const text = (await linesOf(EXAMPLE_REPORT)).join('\n');
    const { total, trust, balance } = EXAMPLE_REPORT;
    const { progress, figures, coverage } = total;
    const numbers = [
      ...TABLE_UNITS.map((unit) => total.table.sent.all[unit]!),
      progress.left,
      progress.neededPerDay!,
      progress.pace!.slowest,
      progress.pace!.fastest,
      figures.complaintsReceived!,
      figures.complaintsHandled!,
      figures.personsSigned!,
      coverage!.persons,
      coverage!.population,
      trust.falseMatches!.rows,
      trust.falseMatches!.low,
      trust.falseMatches!.high,
      trust.notCompared.records,
      trust.notCompared.recordsNotFollowed,
      ...Object.values(trust.notCompared.byReason).flatMap(({ records, persons }) => [records, persons]),
      balance.sumsChecked,
      EXAMPLE_REPORT.errors.facilitiesInAll,
    ];
    const sentences = text.split('\n').filter((line) => line.includes(' '));
    const missing = numbers.filter(
      (value) => !sentences.some((line) => line.includes(formatInteger(value, 'vi'))),
    );
    expect(missing).toEqual([]);
    for (const day of ['2022-04-28', '2022-05-05', '2022-05-07', '2022-05-03', '2022-05-11'])
      expect(text).toContain(formatDate(day));
    expect(text).toContain(
      '81.050.500 = 71.324.088 + 9.726.412 đối tượng; 193.710.197 = 170.464.585 + 23.245.612 mũi tiêm',
    );
    expect(text).toContain('Số hộ chiếu vắc xin đã cấp: chưa có số liệu.');
  });

  test.each([
    [
      'a deadline that is over',
      { daysLeft: -3, asOf: '2022-05-08' },
      ['đã quá 3 ngày', '2262/BYT-CNTT', 'trong thời gian sớm nhất'],
    ],
    [
      'the day of the deadline',
      { daysLeft: 0, asOf: '2022-05-05' },
      ['Hôm nay, ngày 05/05/2022, là thời hạn'],
    ],
    ['no flags', { flags: [] }, ['SỐ LIỆU CẦN KIỂM TRA', 'Không có.']],
    ['nobody behind', { behind: [], missing: [], stale: [] }, ['Không có địa phương nào chậm tiến độ']],
    [
      'many behind',
      {
        behind: PROVINCES.slice(0, 20).map(({ code }) => ({
          code,
          why: 'late' as const,
          left: 5_000,
          share: 0.5,
          timesFaster: 2.5,
        })),
      },
      ['Bảng 4 nêu 15 địa phương chậm nhất; đầy đủ tại Phụ lục IV'],
    ],
    [
      'nothing to say about wrong persons',
      { trust: { ...EXAMPLE_REPORT.trust, falseMatches: null } },
      ['Chưa có số liệu để ước tính số hồ sơ bị xác minh nhầm người.'],
    ],
    [
      'all inputs alike',
      { trust: { ...EXAMPLE_REPORT.trust, dataQuality: [], differences: [] } },
      ['Không có cảnh báo về tệp đầu vào'],
    ],
    [
      'many officers',
      {
        provinces: EXAMPLE_REPORT.provinces.map((province) => ({
          ...province,
          officers: [{ name: 'Trần Thị Mẫu', unit: 'Sở Y tế', position: '', phone: '' }],
        })),
      },
      ['Danh sách 63 cán bộ đầu mối của các địa phương tại Phụ lục IX.', 'PHỤ LỤC IX'],
    ],
    [
      'no facilities',
      { errors: { ...EXAMPLE_REPORT.errors, facilities: [] } },
      ['Không có cơ sở nào có hồ sơ phải xử lý.'],
    ],
    [
      'suppressed cells',
      { minCell: 10, suppressedCells: 21 },
      ['21 ô dưới 10 đối tượng', 'Dấu “*”: không công bố'],
    ],
  ] satisfies [string, Partial<DeadlineReport>, string[]][])('%s', (_, change, expected) => {
    const text = textOf({ ...EXAMPLE_REPORT, ...change });
    for (const part of expected) expect(text).toContain(part);
    expect(text).not.toMatch(/null|undefined|NaN/);
  });

  test('a suppressed figure is marked, never 0', async () => {
    const nothing = { persons: null, doses: null };
    const [first, ...others] = EXAMPLE_REPORT.provinces;
    const table = { ...first!.table!, wrong_id: { ...first!.table!.wrong_id, all: nothing } };
    const lines = await linesOf({
      ...EXAMPLE_REPORT,
      minCell: 10,
      provinces: [{ ...first!, table, progress: null, coverage: null }, ...others],
    });
    const at = lines.indexOf('Hà Nội', lines.indexOf('PHỤ LỤC I'));
    expect(lines.slice(at, at + 11)).toEqual([
      'Hà Nội',
      '8.000.000',
      '960.000',
      '7.040.000',
      '4.880.000',
      '1.920.000',
      '*',
      '680.000',
      '520.000',
      '400.000',
      '240.000',
    ]);
    const progress = lines.indexOf('Hà Nội', lines.indexOf('PHỤ LỤC IV'));
    expect(lines.slice(progress + 3, progress + 6)).toEqual(['*', '*', '*']);
  });
});

describe('hostile texts', () => {
  const NAME = 'Trạm <w:p/> & "Y tế" \u0000\u001f\ud800 ]]> \' &lt; {{x}}';
  const hostile: DeadlineReport = {
    ...EXAMPLE_REPORT,
    errors: {
      ...EXAMPLE_REPORT.errors,
      facilities: EXAMPLE_REPORT.errors.facilities.map((facility) => ({
        ...facility,
        name: NAME,
        code: NAME,
      })),
    },
    runs: EXAMPLE_REPORT.runs.map((run) => ({ ...run, name: NAME })),
    provinces: EXAMPLE_REPORT.provinces.map((province) => ({
      ...province,
      officers: [{ name: NAME, unit: NAME, position: '', phone: '+84' }],
    })),
  };

  test('every part of the document is valid XML and holds them', async () => {
    const parts = await partsOf(hostile);
    for (const [name, text] of parts) expect([name, xmlFault(text)]).toEqual([name, null]);
    expect(paragraphs(parts.get('word/document.xml')!)).toContain(
      'Trạm <w:p/> & "Y tế" \ufffd\ufffd\ufffd ]]> \' &lt; {{x}}',
    );
  });

  test('every part of the workbook is valid XML', async () => {
    const parts = unzip(await officeBytes(deadlineWorkbook(hostile, 'vi')));
    for (const [name, text] of parts) expect([name, xmlFault(text)]).toEqual([name, null]);
  });
});

describe('English', () => {
  test.each([
    'I. RESULTS UP TO',
    'SOCIALIST REPUBLIC OF VIET NAM',
    'No.: …/BC-…',
    'APPENDIX VIII',
    'Recipients:',
  ])('%s', async (text) => {
    expect(await textOf(EXAMPLE_REPORT, 'en')).toContain(text);
  });

  test('nothing but names is Vietnamese', () => {
    const names = [
      ...PROVINCES.map(({ shortName }) => shortName),
      ...EXAMPLE_REPORT.errors.facilities.map(({ name }) => name),
      ...EXAMPLE_REPORT.provinces.flatMap(({ officers }) => officers.flatMap((one) => Object.values(one))),
    ].filter((name) => name !== '');
    let text = textOf(EXAMPLE_REPORT, 'en');
    for (const name of names.sort((a, b) => b.length - a.length)) text = text.replaceAll(name, '');
    expect(text.match(/[^\n]*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ][^\n]*/giu)).toBeNull();
  });
});

describe('the same report gives the same bytes at any time', () => {
  const RealDate = Date;
  const LATER = Date.UTC(2031, 4, 6, 7, 8, 10);
  class LaterDate extends RealDate {
    constructor(value: number | string = LATER) {
      super(value);
    }
    static override now(): number {
      return LATER;
    }
  }
  afterEach(() => {
    globalThis.Date = RealDate;
  });

  test.each(DEADLINE_DOCUMENTS.filter(({ name }) => /\.(docx|xlsx)$/.test(name)))(
    '$name',
    async ({ render }) => {
      const bytes = async () => {
        const content = await render(EXAMPLE_REPORT, 'vi');
        if (typeof content === 'string' || content instanceof Uint8Array)
          throw new Error('no office document');
        return Buffer.from(await officeBytes(content));
      };
      const first = await bytes();
      globalThis.Date = LaterDate as DateConstructor;
      expect((await bytes()).equals(first)).toBe(true);
    },
  );
});
