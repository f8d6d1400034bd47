import { writeFileSync } from 'node:fs';
import { Failure } from '../../../src/domain/failure.js';
import { badFigureText, readFigures } from '../../../src/run/read-figures.js';
import { useTempFolder } from '../../cli/program.js';

const temp = useTempFolder();

function file(name: string, text: string): string {
  writeFileSync(temp(name), text);
  return temp(name);
}

describe('figures that provinces report beside the runs', () => {
  test('Vietnamese headers, names or codes of provinces, thousands with a dot; what is not given stays null', async () => {
    const text =
      'Báo cáo ngày 28/04/2022;;;\nTỈNH/THÀNH PHỐ;Số phản ánh tiếp nhận;Số phản ánh đã xử lý;Dân số\nTP. Hồ Chí Minh;1.234;987;9.000.000\n1;12;;\n';
    const { given, bad } = await readFigures([file('so-lieu.csv', text)]);
    expect(bad).toEqual([]);
    expect(given.get('79')).toEqual({
      population: 9_000_000,
      figures: {
        complaintsReceived: 1234,
        complaintsHandled: 987,
        personsSigned: null,
        passportsIssued: null,
      },
      officers: [],
    });
    expect(given.get('01')?.figures.complaintsReceived).toBe(12);
    expect(given.get('01')?.population).toBeNull();
  });

  test('officers of several files and rows add up, phones stay text', async () => {
    const head = 'Mã tỉnh,Cán bộ đầu mối,Đơn vị,Chức vụ,Số điện thoại\n';
    const { given, bad } = await readFigures([
      file('a.csv', `${head}48,Trần Thị Mẫu,Sở Y tế,Phó trưởng phòng,0900000001\n`),
      file('b.csv', `${head}Đà Nẵng,Lê Văn Mẫu,CDC,,\n`),
    ]);
    expect(bad).toEqual([]);
    expect(given.get('48')?.officers).toEqual([
      { name: 'Trần Thị Mẫu', unit: 'Sở Y tế', position: 'Phó trưởng phòng', phone: '0900000001' },
      { name: 'Lê Văn Mẫu', unit: 'CDC', position: '', phone: '' },
    ]);
  });

  test('bad rows and cells are told by file, row and column, never by value', async () => {
    const text =
      'province,complaints_received,persons_signed\nAtlantis,5,5\n79,abc,"1,5"\n79,7,\n79,8,\n,,\nHN,3,4\n';
    const { given, bad } = await readFigures([file('figures.csv', text)]);
    expect(bad.map(({ row, column, what }) => [row, column, what])).toEqual([
      [2, 'province', 'no_province'],
      [3, 'complaints_received', 'no_number'],
      [3, 'persons_signed', 'no_number'],
      [5, 'complaints_received', 'given_before'],
      [7, 'province', 'no_province'],
    ]);
    expect(given.get('79')?.figures.complaintsReceived).toBe(7);
    expect(badFigureText(bad[0]!, 'en')).toBe(
      'figures.csv, row 2, column “province”: none of the 63 provinces; the row is left out.',
    );
    expect(badFigureText(bad[1]!, 'vi')).toBe(
      'figures.csv, dòng 3, cột “complaints_received”: không phải số nguyên, hãy ghi 1234 hoặc 1.234; bỏ qua ô này.',
    );
  });

  test.each([
    ['no column of provinces', 'a,b\n1,2\n'],
    ['nothing beside the provinces', 'province\n79\n'],
    ['an unclosed quote', 'province,persons_signed\n"79,1\n'],
  ])('%s is refused', async (_, text) => {
    await expect(readFigures([file('x.csv', text)])).rejects.toBeInstanceOf(Failure);
  });
});
