/**
 * Markdown for other programs. Standpoint shows raw HTML as the text it is, fetches no picture and
 * follows no address but those of the web and of mail; others may do all of that. So what would be
 * more elsewhere than here is escaped, and everything else stays as it was written.
 */
import { decodeHTMLStrict } from 'entities/decode';
import type { Tokens } from 'marked';
import type { Range } from '../text/range.js';
import { isRasterData, safeLink } from './safe-link.js';
import { BeyondLimit } from './html-writer.js';
import { lexMarkdown, known, type MarkdownToken } from './lex-markdown.js';
import { locateTokens, type TokenViews } from './locate-tokens.js';
import { lineBreakTag } from './render-tokens.js';
import { viewOfSource } from './source-view.js';
import { cellsOf } from './table-cells.js';

/** Escaping a block changes what the next one is; a text that still holds something after so many rounds is given up. */
const rounds = 5;

/**
 * `null` for a text that is better shown as it is written: it is beyond a limit, does not settle, or hides where its
 * signs stand. The labels of its footnotes get `prefix`, so that it can stand in one document with others.
 */
export function portableMarkdown(source: string, prefix = ''): string | null {
  let written = source;
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { tokens } = lexMarkdown(written);
      const escapes = escapesIn(tokens, locateTokens(tokens, viewOfSource(written)));
      if (escapes === null) return null;
      if (escapes.size === 0) return withFootnotesApart(written + missingFence(tokens), prefix);
      written = escaped(written, escapes);
    }
  } catch (error) {
    if (!(error instanceof BeyondLimit)) throw error;
  }
  return null;
}

/** What only other programs take for a footnote would be one of the document: it is escaped. */
function withFootnotesApart(source: string, prefix: string): string | null {
  if (prefix === '' || !source.includes('[^')) return source;
  const { tokens, footnotes } = lexMarkdown(source);
  const views = locateTokens(tokens, viewOfSource(source));
  const changes = new Map<number, string>();
  const visit = (token: MarkdownToken): void => {
    const children = childrenOf(token);
    const change = (index: number, written: string) =>
      changes.set(views.get(token)?.starts[index] ?? -1, written);
    const isDefined = 'label' in token && footnotes.has(token.label);
    if (token.type === 'footnoteDefinition' || (token.type === 'footnoteReference' && isDefined)) {
      change(token.raw.indexOf('^'), `^${prefix}`);
    } else if (token.type === 'footnoteReference') change(0, '\\[');
    else if (token.type === 'text' && children.length === 0) {
      for (const { index } of token.raw.matchAll(/\[(?=\^)/gu)) change(index, '\\[');
    }
    for (const child of children) visit(child);
  };
  tokens.forEach(visit);
  return changes.has(-1) ? null : escaped(source, changes);
}

/** What a backslash takes the meaning from. A bar keeps its own: it may part the cells of a table. */
const signs = /[\\`*_[\]<>#~!&]/g;
/** Where a parser that knows other tags, links or words than ours may see a beginning or an end. */
const possible = /<(?=[a-z/!?])|!(?=\[)|\](?=[([:])/gi;
/** The same, where a bracket or a colon follows. */
const possibleBefore = new RegExp(`${possible.source}|\\]$`, 'gi');

/** What is to stand instead of the sign at a place; `null` where a sign's place is not known. */
type Escapes = ReadonlyMap<number, string>;

function escapesIn(tokens: readonly MarkdownToken[], views: TokenViews): Escapes | null {
  const escapes = new Map<number, string>();
  const escape = (token: MarkdownToken, wanted: RegExp, from = 0, to = token.raw.length) => {
    const isAddress = token.type === 'link' && !isForeign(token);
    for (const { index, 0: sign } of token.raw.slice(from, to).matchAll(wanted)) {
      const written = isAddress ? encodeURIComponent(sign) : sign === '<' ? '&lt;' : `\\${sign}`;
      escapes.set(views.get(token)?.starts[from + index] ?? -1, written);
    }
  };
  const visit = (token: MarkdownToken, inside: boolean, next?: MarkdownToken): void => {
    const children = childrenOf(token);
    if (isForeign(token)) escape(token, signs);
    else if (token.type === 'image' && !isRasterData(token.href)) escape(token, /^!/g);
    else if (token.type === 'link' && token.autolink) escape(token, /[[\]]/g);
    else if (token.type === 'text' && children.length === 0)
      escape(token, /^[([:]/.test(next?.raw ?? '') ? possibleBefore : possible);
    else if (inside && isIndentedCode(token) && /[<[]/.test(token.raw)) escapes.set(-1, '');
    else if (token.type === 'table')
      for (const { start, end } of cellsBeyond(token)) escape(token, signs, start, end);
    const within = inside || containers.has(token.type);
    if (!isForeign(token))
      for (const [n, child] of children.entries()) visit(child, within, children[n + 1]);
  };
  for (const token of tokens) visit(token, false);
  return escapes.has(-1) ? null : escapes;
}

const containers = new Set(['blockquote', 'list', 'footnoteDefinition']);

/** Inside of a container others count its columns otherwise, so that it may be no code there. */
function isIndentedCode(token: MarkdownToken): boolean {
  return token.type === 'code' && token.codeBlockStyle === 'indented';
}

/** Which no table of ours shows. */
function* cellsBeyond({ raw, header }: Tokens.Table): Generator<Range> {
  let line = 0;
  for (const row of raw.split('\n')) {
    for (const { start, end } of cellsOf(row).slice(header.length))
      yield { start: line + start, end: line + end };
    line += row.length + 1;
  }
}

/** Whether all of it is to be text. */
function isForeign(token: MarkdownToken): boolean {
  switch (token.type) {
    case 'html':
      return !lineBreakTag.test(token.raw);
    case 'link':
      return safeLink(token.autolink ? token.href : decodeHTMLStrict(token.href)) === null;
    case 'def':
      return safeLink(decodeHTMLStrict(token.href)) === null && !isRasterData(token.href);
    case 'image':
      // Without its sign it is a link, unless what it says of the picture holds more.
      return (
        !isRasterData(token.href) &&
        (safeLink(decodeHTMLStrict(token.href)) === null || /[<>![\]]/.test(token.text))
      );
    default:
      return false;
  }
}

function childrenOf(token: MarkdownToken): readonly MarkdownToken[] {
  if (token.type === 'link' && token.autolink) return [];
  if (token.type === 'list') return token.items;
  if (token.type === 'table')
    return [token.header, ...token.rows].flat().flatMap((cell) => known(cell.tokens));
  return 'tokens' in token && token.tokens ? known(token.tokens) : [];
}

function escaped(source: string, escapes: Escapes): string {
  let written = '';
  let end = 0;
  for (const [place, instead] of [...escapes].sort(([a], [b]) => a - b)) {
    written += source.slice(end, place) + instead;
    end = place + 1;
  }
  return written + source.slice(end);
}

/** What follows would be code, and the code that follows would be none. */
function missingFence(tokens: readonly MarkdownToken[]): string {
  const last = tokens.at(-1);
  if (last?.type !== 'code') return '';
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(last.raw)?.[1];
  if (!fence) return '';
  const end = last.raw.trimEnd().split('\n').slice(1).at(-1)?.trim() ?? '';
  const isClosed = end.length >= fence.length && [...end].every((sign) => sign === fence[0]);
  return isClosed ? '' : `\n${fence}`;
}

/** Plain text → Markdown that renders as exactly that text: nothing in it may turn into markup. */

/** Lines on average longer than this were wrapped, and flow again; shorter ones (verse, tables) keep their breaks. */
const shortLine = 50;

/** One paragraph, trimmed. */
export function escapeMarkdown(paragraph: string): string {
  const lines = paragraph
    .split(/(\s+)/)
    .map(escapeWord)
    .join('')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(escapeLineStart);
  const wrapped = paragraph.length / lines.length > shortLine;
  return lines
    .map((line, i) => line + (i < lines.length - 1 ? endOfLine(line, wrapped) : ''))
    .join('');
}

/** A hard break by two spaces where a backslash would become part of an address. */
function endOfLine(line: string, wrapped: boolean): string {
  if (wrapped) return '\n';
  return /(?::\/\/|www\.|@)\S*$/i.test(line) ? '  \n' : '\\\n';
}

const signsOfWord = /[\\`*_[\]<>~|]|&(?=#?\w+;)/;
const signsInAddress = /[\\`*_[\]<>~|]|&(?=#?\w+;)|:(?=\/\/)|(?<=www)\.|(?<=.)@/gi;

/** An address becomes a link by itself, in which escapes are read as written: one that needs any stays text. */
function escapeWord(word: string): string {
  return signsOfWord.test(word) ? word.replace(signsInAddress, '\\$&') : word;
}

/** At the start of a line these would make headings, lists, rules or code. */
function escapeLineStart(line: string): string {
  return line
    .trim()
    .replace(/^(?:#|[-+=]|:(?=-)|\$\$)/, '\\$&')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}
