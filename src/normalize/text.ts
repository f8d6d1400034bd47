/** No real name is longer; what follows is cut before any work, so that hostile input costs nothing. */
const MAX_LENGTH = 300;

// Zero-width characters, direction marks, byte order mark, variation selectors. Not U+00AD: it is ư in TCVN3.
const INVISIBLE = /[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/g;
const WIDE = /[\uff01-\uff5e]|\ud835[\udc00-\udfff]/g;
const LONE_SURROGATE = /\p{Cs}/gu;
const STRAY_MARK = /(?<![\p{L}\p{M}])\p{M}+/gu;
/** A letter that already carries a tone, followed by the mark that should have come before it. */
const LATE_MARK = /[\u0300\u0301\u0303\u0309][\u0302\u0306\u031b]/;
const LATE_PAIR = /([\u0300\u0301\u0303\u0309])([\u0302\u0306\u031b])/g;
const D_WITH_STROKE = /([dD])[\u0335\u0336]/g;

export interface CleanText {
  readonly text: string;
  readonly composed: boolean;
  readonly invisibleRemoved: boolean;
}

/** Composes letter and marks whatever their order: NFD, the Windows-1258 pattern, tone before circumflex. */
export function composeMarks(text: string): string {
  let composed = text.normalize('NFC');
  if (!/\p{M}/u.test(composed)) return composed;
  const apart = composed.normalize('NFD');
  if (LATE_MARK.test(apart)) composed = apart.replace(LATE_PAIR, '$2$1').normalize('NFC');
  return composed.replace(D_WITH_STROKE, (_, letter: string) => (letter === 'd' ? 'đ' : 'Đ'));
}

/**
 * The text in NFC, without invisible characters, full-width letters made plain. Spaces, soft hyphens
 * and control characters stay: they can be letters of a legacy encoding.
 */
export function cleanText(raw: string): CleanText {
  const cut = (raw.length > MAX_LENGTH ? raw.slice(0, MAX_LENGTH) : raw).replace(LONE_SURROGATE, '');
  const visible = cut.replace(INVISIBLE, '');
  const composed = composeMarks(visible).replace(WIDE, (character) => character.normalize('NFKC'));
  const text = composed.replace(STRAY_MARK, '');
  return { text, composed: composed !== visible, invisibleRemoved: visible !== cut };
}
