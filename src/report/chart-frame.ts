import { type Html, html } from './html.js';

export interface ChartFrame {
  /** Unique in the page; the words get `<id>-title` and `<id>-text`. */
  readonly id: string;
  /** Class of the picture. */
  readonly kind: 'chart' | 'tiles';
  readonly title: string;
  /** What the picture shows, for who cannot see it. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** A chart with its words, in a box of its own that scrolls on a narrow screen and can be reached by keyboard. */
export function chartFrame({ id, kind, title, text, width, height }: ChartFrame, body: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0">
<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${title}</title>
<desc id="${id}-text">${text}</desc>
${body}
</svg></div>`;
}
