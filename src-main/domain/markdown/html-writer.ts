/**
 * Writes HTML and its text side by side. Knows no Markdown.
 *
 * Every character of text goes through `text`, so what it collects is, by construction, the
 * concatenation of the text nodes that a browser builds from the HTML.
 */
import { maxHtmlLength } from '../base/limits.js';

/** Embeddings, overrides and isolates: they can make a line read otherwise than it is stored. */
const directionalControls = /[\u202A-\u202E\u2066-\u2069]/g;
const unpairedSurrogates = /\p{Surrogate}/gu;

export class HtmlWriter {
  html = '';
  text = '';
  #elements = 0;

  /** Throws `BeyondLimit` for more elements, and for more HTML than any text may render to. */
  constructor(private readonly maxElements: number) {}

  /** `attributes` is markup of ours: a space before each, values escaped. */
  writeElement(name: string, content: () => void, attributes = ''): void {
    this.writeTag(`<${name}${attributes}>`);
    content();
    this.#append(`</${name}>`);
  }

  /** `markup` is trusted: the one tag of an element of ours, or its first; attribute values escaped. */
  writeTag(markup: string): void {
    this.#elements += 1;
    if (this.#elements > this.maxElements) {
      const most = this.maxElements.toLocaleString('en');
      throw new BeyondLimit(`it has more than ${most} paragraphs, cells, links and the like`);
    }
    this.#append(markup);
  }

  /** Characters that a document cannot hold or that would mislead its reader are replaced or left out. */
  writeText(value: string): void {
    const shown = value
      .replaceAll('\0', '\uFFFD')
      .replace(unpairedSurrogates, '\uFFFD')
      .replace(directionalControls, '');
    this.text += shown;
    this.#append(escapeHtml(shown));
  }

  #append(markup: string): void {
    this.html += markup;
    if (this.html.length > maxHtmlLength) {
      throw new BeyondLimit(`it would grow beyond ${maxHtmlLength / 1_000_000} MB of HTML`);
    }
  }
}

/** Whether a character is left out, since it would make a line read otherwise than it is stored. */
export function isDropped(character: string): boolean {
  return character >= '\u202A' && /^[\u202A-\u202E\u2066-\u2069]$/.test(character);
}

/** Text into HTML: for text nodes and for double-quoted attribute values. */

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // An HTML parser turns a bare carriage return into a line feed.
  '\r': '&#13;'
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => replacements[character] ?? character);
}

/** Ends a rendering that would cost too much. `reason` completes "shown as plain text, because …". */
export class BeyondLimit extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'BeyondLimit';
  }
}
