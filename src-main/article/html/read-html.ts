/** Web page → Markdown of its main text, and what the page says about itself. */
import { Readability } from '@mozilla/readability';
import { noFacts } from '../../domain/program/article.js';
import { escapeText, htmlToMarkdown } from '../../domain/markdown/html-to-markdown.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { Extracted } from '../extracted.js';
import { readDate } from '../../domain/text/read-date.js';
import { stripPage } from './clean-html.js';
import { joinFacts, readPageFacts } from './page-facts.js';
import { parsePage } from './parse-page.js';
import { type DecodedText, decodeText, utf16Of } from '../decode-text.js';
import { decodeWindows1252 } from '../windows-1252.js';

/**
 * `encoding` as whoever brought the page named it; `null`: the page itself says. Throws an
 * `ExpectedFailure` for a page without words, or one that is too large to be read.
 */
export function readHtml(
  name: string,
  bytes: Uint8Array,
  encoding: string | null = null
): Extracted {
  const { text: page, guess } = decodeHtml(name, bytes, encoding);
  const { facts, main, whole } = readMain(name, page);
  const body = htmlToMarkdown(main) || htmlToMarkdown(whole);
  if (body === '') throw noWords(name);
  const missing = guess === null ? [] : [guess];
  return { format: 'markdown', text: withTitle(facts.title, body), facts, missing };
}

/** A function of its own, so that the page has left memory when its text is made Markdown. */
function readMain(name: string, html: string) {
  const page = parsePage(name, html);
  const stated = readPageFacts(page);
  stripPage(page);
  const whole = page.body.toString();
  const main = new Readability(page, { keepClasses: false }).parse();
  const facts = joinFacts(stated, {
    title: (main?.title ?? '').trim(),
    publisher: (main?.siteName ?? '').trim(),
    author: (main?.byline ?? '').replace(/\s+/g, ' ').trim(),
    published: readDate(main?.publishedTime ?? ''),
    url: savedFrom(html)
  });
  return { facts, main: main?.content ?? '', whole };
}

/** Formatted words from the clipboard → Markdown; empty when there are none. */
export function readClipboardHtml(html: string, name = 'What was pasted'): string {
  return htmlToMarkdown(strippedBody(name, html));
}

function strippedBody(name: string, html: string): string {
  const page = parsePage(name, html);
  stripPage(page);
  return page.body.toString();
}

/** Markdown of all the text of a document or an e-mail, under its title where it states one. */
export function readDocumentHtml(name: string, html: string, title: string): string {
  const body = readClipboardHtml(html, name);
  return body === '' || title === '' ? body : withTitle(title, body);
}

/** As the first heading, unless the text begins with it. */
function withTitle(title: string, body: string): string {
  if (title === '') return body;
  const first = /^#{1,6} (.*)(?:\n+|$)/.exec(body);
  const heading = `# ${escapeText(title)}`;
  if (first && lettersOf(first[1] ?? '') === lettersOf(title)) {
    return `${heading}\n\n${body.slice(first[0].length)}`.trim();
  }
  return first?.[0].startsWith('# ') ? body : `${heading}\n\n${body}`;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Browsers note in a comment where a page was saved from. */
function savedFrom(html: string): string {
  const address = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 2_000))?.[1] ?? '';
  return /^https?:\/\//.test(address) ? address : noFacts.url;
}

function noWords(name: string): ExpectedFailure {
  return new ExpectedFailure(
    'empty-file',
    `${name} holds no words of an article; a script may bring them. Open the page in a browser, select its text and paste it here.`
  );
}

/**
 * Bytes of a web page → its text, in the encoding that the page names.
 *
 * The order of the HTML standard (https://html.spec.whatwg.org/#determining-the-character-encoding):
 * byte order mark, what was said where it came from, `<meta>` in the first kilobytes, else as any text is read.
 * A page that is not in the encoding that it names is refused, since a guess would garble names and quotes.
 */

/** The standard looks at 1,024 bytes; old pages open with longer comments. */
const searched = 8_192;

/** Throws an `ExpectedFailure` that names the encoding and what is wrong with it. */
function decodeHtml(
  name: string,
  bytes: Uint8Array,
  told: string | null
): Pick<DecodedText, 'text' | 'guess'> {
  const named = encodingOf(bytes, told);
  if (named === null) {
    const { text, guess } = decodeText(name, bytes);
    return { text: text.replace(/^\ufeff/, ''), guess };
  }
  try {
    const decoder = new TextDecoder(named, { fatal: true });
    const isWestern = decoder.encoding === 'windows-1252';
    return { text: isWestern ? decodeWindows1252(bytes) : decoder.decode(bytes), guess: null };
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ExpectedFailure(
        'unknown-encoding',
        `${name} says that it is written in “${named}”, which is not known here. Save it as UTF-8 and try again.`
      );
    }
    if (!(error instanceof TypeError)) throw error;
    throw new ExpectedFailure(
      'wrong-encoding',
      `${name} says that it is written in “${named}”, but is not. Save it as UTF-8 and try again.`
    );
  }
}

/** `null`: none is named. */
function encodingOf(bytes: Uint8Array, told: string | null): string | null {
  const marked = utf16Of(bytes);
  if (marked !== null) return marked;
  const head = Buffer.from(bytes.subarray(0, searched)).toString('latin1');
  const named =
    told ??
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]{1,40})/i.exec(head)?.[1] ??
    /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']{1,40})/i.exec(head)?.[1];
  // A page that names UTF-16 in letters of one byte cannot be in it; the standard takes it for UTF-8.
  if (named === undefined) return null;
  return /^utf-?(8|16(le|be)?)$/i.test(named) ? 'utf-8' : named.toLowerCase();
}
