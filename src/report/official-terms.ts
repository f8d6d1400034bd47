import { OFFICIAL_CLASSES, type OfficialClass } from '../domain/outcome.js';
import type { Bilingual } from '../domain/reasons.js';
import type { Language } from '../domain/run-facts.js';
import { type Html, html } from './html.js';
import { CLASS_LABELS } from './labels.js';

const MEANINGS: Readonly<Record<OfficialClass, Bilingual>> = {
  right: {
    vi: 'có số định danh và cả bốn trường bắt buộc khớp như đã gửi',
    en: 'has an ID, and all four mandatory fields agree as sent',
  },
  wrong: {
    vi: 'có số định danh nhưng ít nhất một trường khác với cơ sở dữ liệu dân cư',
    en: 'has an ID, but at least one field differs from the registry',
  },
  not_verified: {
    vi: 'có số định danh nhưng không tìm thấy',
    en: 'has an ID that was not found',
  },
  no_or_bad_id: {
    vi: 'không có số định danh, hoặc số không có 8, 9 hay 12 chữ số',
    en: 'has no ID, or one that is not of 8, 9 or 12 digits',
  },
};

/** What the official classes mean, as entries of a description list. */
export function officialTerms(lang: Language): Html[] {
  return OFFICIAL_CLASSES.map(
    (name) => html`<dt>${CLASS_LABELS[name][lang]}</dt><dd>${MEANINGS[name][lang]}</dd>`,
  );
}
