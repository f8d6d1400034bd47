import type { OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { type Bilingual, REASONS } from '../domain/reasons.js';
import type { Language, RunFacts } from '../domain/run-facts.js';
import { BALANCE_FAULTS, type BalanceFault } from './balance-faults.js';
import type { Count } from './count.js';
import { provinceLabel, TOTAL_LABEL, UNIT_LABELS } from './labels.js';
import { formatDate, formatInteger, formatShare } from './number-format.js';
import { type ProvinceSummary, TOTAL_CODE } from './summary.js';

/** `1.234 dòng, 1.200 đối tượng`. */
function sizeOf(count: Count, lang: Language): string {
  const rows = formatInteger(count.rows, lang);
  const persons = formatInteger(count.persons, lang);
  if (lang === 'vi') return `${rows} dòng, ${persons} đối tượng`;
  return `${rows} ${count.rows === 1 ? 'row' : 'rows'}, ${persons} ${count.persons === 1 ? 'person' : 'persons'}`;
}

/** What the reader does next, one step an item, most urgent first; only steps that have rows, and the deadline. */
export function nextSteps(total: ProvinceSummary, deadline: string, lang: Language): string[] {
  const steps: string[] = [];
  const add = (outcome: OutcomeName, count: Count, text: Bilingual) => {
    if (count.rows > 0) steps.push(`${OUTCOME_FILES[outcome]} (${sizeOf(count, lang)}): ${text[lang]}`);
  };
  add('needs_review', total.outcomes.needs_review, {
    vi: 'đối chiếu giấy tờ gốc với từng ứng viên rồi chọn đúng người.',
    en: 'compare the original papers with each candidate and choose the right person.',
  });
  add('mismatch', total.outcomes.mismatch, {
    vi: 'gửi cơ sở tiêm để liên hệ lại người tiêm, xem giấy tờ gốc và sửa hồ sơ.',
    en: 'send to the facilities, to contact the persons again, look at the original papers and correct the records.',
  });
  add('verified', total.reasons.corrected, {
    vi: 'sửa các hồ sơ có lý do corrected theo cột ds_corrections.',
    en: 'correct the records with the reason corrected as column ds_corrections says.',
  });
  add('rejected', toMend(total), {
    vi: 'sửa các dòng này trong tệp nguồn rồi chạy lại.',
    en: 'mend these rows in the source files and run again.',
  });
  add('verified', total.outcomes.verified, {
    vi: 'ký số các hồ sơ đã xác minh; hồ sơ phải sửa thì sửa trước.',
    en: 'sign the verified records digitally; those to correct only after correction.',
  });
  if (steps.length > 0) {
    const date = formatDate(deadline);
    steps.push(lang === 'vi' ? `Hoàn thành chậm nhất ngày ${date}.` : `Finish by ${date} (day/month/year).`);
  }
  return steps;
}

/** Rejected rows but the empty ones, which need no work. */
function toMend(total: ProvinceSummary): Count {
  const { rejected } = total.outcomes;
  const { empty_row } = total.reasons;
  return {
    rows: rejected.rows - empty_row.rows,
    doses: rejected.doses - empty_row.doses,
    persons: rejected.persons - empty_row.persons,
  };
}

/** The official classes in one sentence, with the ministry's bases: right, wrong, not verified are shares of "with ID". */
export function officialSentence(s: ProvinceSummary, lang: Language): string {
  const n = (count: Count) => formatInteger(count.persons, lang);
  const ofId = (count: Count) => formatShare(count.persons, s.withId.persons, lang);
  const { right, wrong, not_verified, no_or_bad_id } = s.official;
  if (lang === 'vi') {
    return (
      `Trong ${n(s.sent)} đối tượng đã gửi, ${n(s.withId)} có số định danh và ${n(no_or_bad_id)} không có hoặc ` +
      `sai định dạng. Trong số có số định danh: đúng ${n(right)} (${ofId(right)}), sai ${n(wrong)} (${ofId(wrong)}), ` +
      `chưa xác thực ${n(not_verified)} (${ofId(not_verified)}).`
    );
  }
  return (
    `Of ${n(s.sent)} persons sent, ${n(s.withId)} have an ID and ${n(no_or_bad_id)} have none or one in a wrong ` +
    `format. Of those with an ID: right ${n(right)} (${ofId(right)}), wrong ${n(wrong)} (${ofId(wrong)}), ` +
    `not verified ${n(not_verified)} (${ofId(not_verified)}).`
  );
}

/** One fault of the figures in words. */
export function faultSentence(fault: BalanceFault, lang: Language): string {
  const where = fault.province === TOTAL_CODE ? TOTAL_LABEL[lang] : provinceLabel(fault.province, lang);
  const text = `${where}: ${BALANCE_FAULTS[fault.code][lang]}`;
  if (fault.unit === null) return text;
  const unit = UNIT_LABELS[fault.unit][lang];
  const expected = formatInteger(fault.expected, lang);
  // A broken count may be a fraction or NaN: shown as it is, not as a formatted number.
  const found = Number.isSafeInteger(fault.found) ? formatInteger(fault.found, lang) : String(fault.found);
  return lang === 'vi'
    ? `${text} (${unit}: ${expected} so với ${found})`
    : `${text} (${unit}: ${expected} against ${found})`;
}

/** What was left out of the figures, and how to read them. */
export function noteSentences(facts: RunFacts, lang: Language): string[] {
  const n = (value: number) => formatInteger(value, lang);
  const notes: Bilingual[] = [];
  if (facts.rowsOtherProvinces > 0) {
    notes.push({
      vi: `${n(facts.rowsOtherProvinces)} dòng thuộc tỉnh khác, ngoài phạm vi lần chạy này, không được tính ở trên.`,
      en: `${n(facts.rowsOtherProvinces)} rows belong to provinces outside this run and are not counted above.`,
    });
  }
  if (facts.rowsOverLimit > 0) {
    notes.push({
      vi: `${n(facts.rowsOverLimit)} dòng vượt giới hạn số dòng đã đặt, không được tính ở trên.`,
      en: `${n(facts.rowsOverLimit)} rows are over the limit that was set and are not counted above.`,
    });
  }
  if (facts.blankLines > 0) {
    notes.push({
      vi: `${n(facts.blankLines)} dòng trống trong tệp nguồn được bỏ qua.`,
      en: `${n(facts.blankLines)} blank lines of the source files were skipped.`,
    });
  }
  notes.push(
    {
      vi: 'Một đối tượng chỉ được đếm một lần trong mỗi tỉnh, theo hồ sơ chưa ổn nhất của người đó; người có hồ sơ ở hai tỉnh được đếm ở cả hai.',
      en: 'A person counts once in a province, by the least settled of the person’s records; a person with records in two provinces counts in both.',
    },
    {
      vi: 'Cơ sở dữ liệu dân cư cũng có thể sai: khi giấy tờ gốc khác với kết quả, chuyển công an cấp xã đối chiếu.',
      en: 'The population registry can be wrong too: where the original papers say otherwise, ask the commune police.',
    },
  );
  return notes.map((note) => note[lang]);
}

/** The sentence of a reason and what to do next, in one language. */
export function reasonTexts(code: keyof typeof REASONS, lang: Language): { text: string; next: string } {
  return { text: REASONS[code][lang], next: REASONS[code].next[lang] };
}
