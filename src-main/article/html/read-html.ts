/** Web page → Markdown of its main text, and what the page says about itself. */
import { Readability } from '@mozilla/readability';
import { noFacts } from '../../domain/program/article.js';
import { escapeText, htmlToMarkdown } from '../../domain/markdown/html-to-markdown.js';
import { ExpectedFailure } from '../../domain/base/result.js';
import type { Extracted } from '../extracted.js';
import { readDate } from '../../domain/text/read-date.js';
import { stripPage } from './clean-html.js';
import { decodeHtml } from './decode-html.js';
import { joinFacts, readPageFacts } from './page-facts.js';
import { parsePage } from './parse-page.js';

/** Throws an `ExpectedFailure` for a page without words, or one that is too large to be read. */
export function readHtml(name: string, bytes: Uint8Array): Extracted {
  const { facts, main, whole } = readMain(name, decodeHtml(name, bytes));
  const body = htmlToMarkdown(main) || htmlToMarkdown(whole);
  if (body === '') throw noWords(name);
  return { format: 'markdown', text: withTitle(facts.title, body), facts, missing: [] };
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

/** Markdown made from a Word document's HTML, under its title where it states one. */
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
