import type { OutcomeName } from '../domain/outcome.js';
import { OUTCOME_FILES } from '../domain/output-files.js';
import { type Bilingual, REASONS } from '../domain/reasons.js';
import type { Language, RunFacts } from '../domain/run-facts.js';
import { BALANCE_FAULTS, type BalanceFault } from './balance-faults.js';
import type { Count } from './count.js';
import { ASK_AGAIN, provinceLabel, TOTAL_LABEL, UNIT_LABELS } from './labels.js';
import { noRecordRows } from './no-record.js';
import { notComparedSentences } from './not-compared.js';
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
export function nextSteps(total: ProvinceSummary, facts: RunFacts, lang: Language): string[] {
  const steps: string[] = [];
  const add = (outcome: OutcomeName, count: Count, text: Bilingual, size = sizeOf(count, lang)) => {
    if (count.rows > 0) steps.push(`${OUTCOME_FILES[outcome]} (${size}): ${text[lang]}`);
  };
  const { passport_not_in_registry: passports } = total.reasons;
  add('needs_review', total.outcomes.needs_review, {
    vi: 'xem căn cước để chọn đúng người trong những người nêu ở mỗi dòng; không đúng ai thì liên hệ lại người được tiêm.',
    en: 'choose by the identity card among the persons that each row names; if none is right, contact the vaccinated person again.',
  });
  add('mismatch', without(total.outcomes.mismatch, passports), {
    vi: `${ASK_AGAIN.vi}.`,
    en: `${ASK_AGAIN.en}.`,
  });
  add('mismatch', passports, {
    vi: 'lý do passport_not_in_registry: người nước ngoài thì xác minh theo hộ chiếu, công dân Việt Nam thì bổ sung số định danh.',
    en: 'reason passport_not_in_registry: verify foreigners by passport; for citizens of Viet Nam add the personal ID.',
  });
  add('verified', total.reasons.corrected, {
    vi: 'cơ sở tiêm sửa các hồ sơ có lý do corrected theo cột ds_corrections.',
    en: 'the facilities correct the records with the reason corrected as column ds_corrections says.',
  });
  addRejected(total, facts, lang, add);
  add('verified', total.outcomes.verified, {
    vi: 'ký số các hồ sơ đã xác minh; hồ sơ phải sửa thì sửa trước.',
    en: 'sign the verified records digitally; those to correct only after correction.',
  });
  if (steps.length > 0) {
    const date = formatDate(facts.deadline);
    steps.push(lang === 'vi' ? `Hoàn thành chậm nhất ngày ${date}.` : `Finish by ${date} (day/month/year).`);
  }
  return steps;
}

/** Rejected rows but those without a record, which need no work; a file in another encoding is saved anew as a whole. */
function addRejected(
  total: ProvinceSummary,
  { inputsNotUtf8 }: RunFacts,
  lang: Language,
  add: (outcome: OutcomeName, count: Count, text: Bilingual, size?: string) => void,
): void {
  const { rejected } = total.outcomes;
  const { invalid_encoding, not_a_record } = total.reasons;
  const noRecord = noRecordRows(total);
  let toMend = without(rejected, noRecord);
  if (inputsNotUtf8.length > 0) {
    const files = inputsNotUtf8.join(', ');
    add('rejected', invalid_encoding, {
      vi: `tệp ${files} không phải UTF-8: mở bằng Excel, lưu lại ở dạng CSV UTF-8 rồi chạy lại.`,
      en: `${files} is not UTF-8: open it in Excel, save it as CSV UTF-8 and run again.`,
    });
    toMend = without(toMend, invalid_encoding);
  }
  const n = (count: Count) => formatInteger(count.rows, lang);
  const others =
    not_a_record.rows > 0
      ? { vi: 'các dòng còn lại không phải hồ sơ', en: 'the others are no records' }
      : { vi: 'các dòng còn lại trống', en: 'the others are empty' };
  const ofAll = {
    vi: `${n(toMend)} trong ${n(rejected)} dòng; ${others.vi}`,
    en: `${n(toMend)} of ${n(rejected)} rows; ${others.en}`,
  };
  const onlyThoseBeside = noRecord.rows > 0 && inputsNotUtf8.length === 0;
  const text = {
    vi: 'sửa các dòng này trong tệp nguồn rồi chạy lại.',
    en: 'mend these rows in the source files and run again.',
  };
  add('rejected', toMend, text, onlyThoseBeside ? ofAll[lang] : undefined);
}

function without(whole: Count, part: Count): Count {
  return {
    rows: whole.rows - part.rows,
    doses: whole.doses - part.doses,
    persons: whole.persons - part.persons,
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

/** What was left out of the figures, and who was not compared; empty where nothing and nobody. */
export function leftOutSentences(facts: RunFacts, lang: Language): string[] {
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
  return [...notes.map((note) => note[lang]), ...notComparedSentences(facts.notCompared, lang)];
}

/** What was left out of the figures, and how to read them. */
export function noteSentences(facts: RunFacts, lang: Language): string[] {
  const notes: readonly Bilingual[] = [
    {
      vi: 'Một đối tượng chỉ được đếm một lần trong mỗi tỉnh, theo hồ sơ chưa ổn nhất của người đó; người có hồ sơ ở hai tỉnh được đếm ở cả hai.',
      en: 'A person counts once in a province, by the least settled of the person’s records; a person with records in two provinces counts in both.',
    },
    {
      vi: 'Cơ sở dữ liệu dân cư cũng có thể sai: khi giấy tờ gốc khác với kết quả, chuyển công an cấp xã đối chiếu.',
      en: 'The population registry can be wrong too: where the original papers say otherwise, ask the commune police.',
    },
  ];
  return [...leftOutSentences(facts, lang), ...notes.map((note) => note[lang])];
}

/** The sentence of a reason and what to do next, in one language. */
export function reasonTexts(code: keyof typeof REASONS, lang: Language): { text: string; next: string } {
  return { text: REASONS[code][lang], next: REASONS[code].next[lang] };
}
