import { isCommonWord } from './common-words.js';
import { hasAccent, readKeystrokes } from './keystrokes.js';

const BRACKETS = /[([{<][^)\]}>]*(?:[)\]}>]|$)/g;
/** Words after which a note follows, when punctuation, a colon or a number says so. */
const KEYWORDS =
  'mẹ|me|bố|bo|cha|con|vợ|vo|chồng|chong|cháu|sn|sinh|năm sinh|nam sinh|ns|sđt|sdt|đt|dt|đtdđ|tel|phone|' +
  'cmnd|cmt|cccd|tổ|thôn|ấp|khu|khóm|xóm|đội|lớp|xã|phường|tên|khai|bệnh|bn|f0|f1|mũi|mui|hộ|ghi chú|gc|đã|chưa|bổ sung|' +
  'tạm trú|tam tru|tạm vắng|tam vang|thường trú|thuong tru|tạm hoãn|tam hoan|hoãn|kp|không có|khong co';
const AFTER_PUNCTUATION = new RegExp(`\\s*[,;/|–—-]\\s*(?:${KEYWORDS})(?![\\p{L}\\p{M}]).*$`, 'iu');
const WITH_COLON = new RegExp(`\\s+(?:${KEYWORDS})\\s*:.*$`, 'iu');
const WITH_NUMBER =
  /\s+(?:sinh năm|sinh nam|năm sinh|nam sinh|sinh ngày|sinh ngay|sn|ns|sđt|sdt|đt|dt|tel|cmnd|cmt|cccd|tổ|thôn|khu|mũi|mui)\.?:?\s*\d[\d./:\s-]*(?![\p{L}\p{M}\d]).*$/iu;
const LONE_NUMBER = /(?<![\p{L}\p{M}\d])[+#(]?\d[\d./:\s-]*(?![\p{L}\p{M}\d])/gu;

/** Takes the digits off the words that carry them, unless they are keys of an input method (Nguye6n4). */
function stripDigits(text: string): string {
  const words = text.split(' ');
  const strongElsewhere = words.some(
    (word) => /\d/.test(word) && readKeystrokes(word.toLowerCase())?.strong === true,
  );
  const accented = words.some((word) => hasAccent(word.toLowerCase()));
  const withDigits = words.filter((word) => /\d/.test(word)).length;
  return words
    .map((word, i) => {
      if (!/\d/.test(word)) return word;
      const reading = readKeystrokes(word.toLowerCase());
      // A lone digit behind the last word (Lan2) numbers namesakes; elsewhere, or where only the tone makes a
      // frequent word beside words with accents (Hoang2), it was typed.
      const isKeys =
        reading !== null &&
        (reading.strong ||
          strongElsewhere ||
          withDigits > 1 ||
          i < words.length - 1 ||
          (accented && isCommonWord(reading.word) && !isCommonWord(word.toLowerCase().replace(/\d+/g, ''))));
      return isKeys ? word : word.replace(/\d+/g, '');
    })
    .join(' ');
}

/**
 * Removes what is no part of the name: brackets, a tail such as `- mẹ Lan` or `SĐT 0912...`, dates and
 * numbers. The text comes back unchanged when there is nothing of the kind.
 */
export function removeNotes(text: string): string {
  if (!/[\d([{<,;:/|–—-]/.test(text)) return text;
  const out = text
    .replace(BRACKETS, ' ')
    .replace(AFTER_PUNCTUATION, ' ')
    .replace(WITH_COLON, ' ')
    .replace(WITH_NUMBER, ' ')
    .replace(LONE_NUMBER, ' ');
  return /\d/.test(out) ? stripDigits(out.trim()) : out;
}
