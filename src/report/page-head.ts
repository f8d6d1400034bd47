import type { Language } from '../domain/run-facts.js';
import { Html, html } from './html.js';

export interface PageHead {
  readonly title: string;
  /** The whole style sheet; it is written as it stands. */
  readonly style: string;
  readonly lang: Language;
  /** Sources that the page's scripts may come from, such as `'sha256-…'` of the one inline script; none by default. */
  readonly scriptSource?: string;
}

/** The head of every page: nothing may be loaded from anywhere, and no script runs but the one that is named. */
export function pageHead({ title, style, lang, scriptSource }: PageHead): Html {
  const scripts = scriptSource === undefined ? '' : `; script-src ${scriptSource}`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'${scripts}; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>`;
}

/** The first thing the keyboard reaches; leads past the head to the element with the id `main`. */
export function skipLink(lang: Language): Html {
  return html`<a class="skip" href="#main">${lang === 'vi' ? 'Đến nội dung chính' : 'Skip to the content'}</a>`;
}
