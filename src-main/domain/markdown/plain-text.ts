/** Renders text that is not Markdown, character for character. */
import { escapeHtml } from './escape-html.js';

export interface Rendered {
  /** Our own markup only, but still to be sanitised where it is shown. */
  readonly html: string;
  /** The concatenated text nodes of `html`: what selectors and offsets refer to. */
  readonly text: string;
  /** Why the source is shown without its formatting, as a sentence; `null` when it is formatted as meant. */
  readonly plainBecause: string | null;
}

const lineBreak = '(?:\\r\\n|\\n|\\r(?!\\n))';
const singleBreak = new RegExp(lineBreak, 'g');
const paragraphBreak = new RegExp(`${lineBreak}(?:[^\\S\\r\\n]*${lineBreak})+`, 'g');
/** They mislead a reader or cannot stand in a document. */
const unshowable = /[\u0000\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu; // eslint-disable-line no-control-regex

/** Nobody wraps beyond this many characters: where a line is longer, every line is a paragraph. */
const longestWrappedLine = 110;

/**
 * Paragraphs split at blank lines, or a paragraph a line; `text` is the source itself.
 *
 * NUL, unpaired surrogates and bidirectional controls are shown as U+FFFD or as nothing visible, one
 * unit for one, so offsets in the document are offsets in the source all the same. Single line breaks
 * stay in the text; whether they are seen is the style's choice (`white-space`).
 */
export function renderPlainText(source: string): Rendered {
  const html = renderBetween(paragraphBreak, source, renderLines);
  return { html, text: source, plainBecause: null };
}

function renderLines(block: string): string {
  const isWrapped = block.split(singleBreak).every((line) => line.length <= longestWrappedLine);
  return isWrapped ? paragraph(block) : renderBetween(singleBreak, block, paragraph);
}

function renderBetween(gaps: RegExp, text: string, render: (part: string) => string): string {
  let html = '';
  let done = 0;
  for (const gap of text.matchAll(gaps)) {
    html += render(text.slice(done, gap.index)) + escapeHtml(gap[0]);
    done = gap.index + gap[0].length;
  }
  return html + render(text.slice(done));
}

function paragraph(text: string): string {
  if (text === '') return '';
  return `<p>${escapeHtml(text.replace(unshowable, standIn))}</p>`;
}

function standIn(character: string): string {
  const wordJoiner = '\u2060';
  return character === '\0' || /\p{Surrogate}/u.test(character) ? '\uFFFD' : wordJoiner;
}
