/**
 * A header text as plain words for comparison: notes in parentheses, `*`, accents, case, punctuation and line breaks
 * are gone, `HoVaTen` is three words like `ho_va_ten` and `Họ và tên`. Format notes (`dạng dd/mm/yyyy`) go too.
 */
export function foldHeader(text: string): string {
  const withoutNotes = text.replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ');
  const folded = foldWords(withoutNotes);
  return folded === '' ? foldWords(text) : folded;
}

/** Words without spaces: `ho_ten`, `Họ tên` and `HOTEN` are the same key. */
export function headerKey(folded: string): string {
  return folded.replaceAll(' ', '');
}

function foldWords(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(dinh )?dang\b.*$|\bd{1,2} m{1,2} y{2,4}\b|\by{2,4} m{1,2} d{1,2}\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** A header text for people: one line, single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
