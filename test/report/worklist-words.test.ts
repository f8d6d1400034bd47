import { WORK_CLASSES } from '../../src/domain/work-kinds.js';
import { reviewSentence } from '../../src/report/worklist-sentences.js';
import { ANSWERS, SHEET_NAMES } from '../../src/report/worklist-words.js';

const LANGUAGES = ['vi', 'en'] as const;
const EACH = WORK_CLASSES.flatMap((workClass) => LANGUAGES.map((lang) => [workClass, lang] as const));

describe.each(EACH)('%s in %s', (workClass, lang) => {
  test('the choices fit what Excel takes: 255 characters, no commas within', () => {
    const choices = ANSWERS[workClass].map((text) => text[lang]);
    expect(choices.filter((text) => text.includes(','))).toEqual([]);
    expect(choices.join(',').length).toBeLessThanOrEqual(255);
  });

  test('a number fits behind the name of the sheet', () => {
    const name = SHEET_NAMES[workClass][lang];
    expect(name).not.toMatch(/[[\]:*?/\\']/);
    expect(`${name} (999)`.length).toBeLessThanOrEqual(31);
  });
});

test.each([
  [
    'one candidate',
    reviewSentence('conflicting_fields', 1, ['birth_date'], 'vi'),
    'Có thể là một người trong cơ sở dữ liệu dân cư, nhưng có trường khác nhiều. Trường cần đối chiếu: ngày sinh. Xem căn cước (trẻ em: giấy khai sinh) của người được tiêm và ghi giá trị đúng.',
  ],
  [
    'several candidates',
    reviewSentence('rival_too_close', 3, ['id', 'name'], 'vi'),
    'Có nhiều người gần giống hồ sơ này, chưa đủ căn cứ để chọn. Có 3 người có thể là chủ hồ sơ. Trường cần đối chiếu: số định danh, họ và tên. Xem căn cước (trẻ em: giấy khai sinh) của người được tiêm và ghi giá trị đúng.',
  ],
  [
    'that a candidate died is not told',
    reviewSentence('dead_before_dose', 1, [], 'en'),
    'The date of the dose and who was vaccinated have to be checked. Check the date of the dose and the papers: if they are wrong, correct the record; if somebody else was vaccinated, enter that person; if the registry is wrong, tell the commune police.',
  ],
])('a sentence of review: %s', (_, sentence, text) => {
  expect(sentence).toBe(text);
});
