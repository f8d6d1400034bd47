/** Markup that is already safe. Only `html` makes it, so no text gets into a page unescaped. */
export class Html {
  constructor(readonly text: string) {}
}

type HtmlValue = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for element content and quoted attributes; control characters become U+FFFD. */
export function escapeHtml(text: string): string {
  return replaceControls(text).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** HTML allows tab and line breaks only among the control characters. */
function replaceControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (char) => ('\t\n\r'.includes(char) ? char : '\ufffd'));
}

/** Template tag: escapes every value but `Html`; lists of `Html` are joined by line breaks. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, i) => {
    text += render(value) + (strings[i + 1] ?? '');
  });
  return new Html(text);
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((part) => part.text).join('\n');
  return escapeHtml(String(value));
}
