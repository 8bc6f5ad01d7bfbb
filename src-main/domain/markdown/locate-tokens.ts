/** Finds where in the source every token stands, from the outside in, by what each takes off its content. */
import { decodeHTMLStrict } from 'entities/decode';
import type { Token, Tokens } from 'marked';
import { known, type MarkdownToken } from './lex-markdown.js';
import {
  alignLines,
  alignResolved,
  emptyView,
  findIn,
  sliceView,
  spread,
  type SourceView
} from './source-view.js';
import { cellsOf } from './table-cells.js';

/** The raw text of each token with its places. */
export type TokenViews = ReadonlyMap<object, SourceView>;

/** `view` is the whole text that `tokens` were made of. */
export function locateTokens(tokens: readonly MarkdownToken[], view: SourceView): TokenViews {
  const views = new Map<object, SourceView>();
  locateSequence(tokens, view, views);
  return views;
}

/** Where the characters that a token shows come from. Nothing is certain of what did not fit. */
export function viewOfShown(token: MarkdownToken, raw: SourceView, shown: string): SourceView {
  const from = startOfContent(token);
  switch (token.type) {
    case 'checkbox':
    case 'footnoteReference':
      return spread(raw, shown);
    case 'code':
      return findIn(raw, shown, from) ?? alignLines(raw, shown, from);
    case 'image':
      return findIn(raw, shown, from) ?? spread(raw, shown);
    default:
      return findIn(raw, shown, from) ?? alignResolved(raw, shown, from, decodeReference);
  }
}

/** Numbers below 256 mean themselves to marked, other numbers and names what HTML says. */
function decodeReference(reference: string): string {
  const number = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(reference);
  if (!number) return decodeHTMLStrict(reference);
  const code = number[1] ? parseInt(number[1], 16) : Number(number[2]);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

function locateSequence(
  tokens: readonly MarkdownToken[],
  view: SourceView,
  views: Map<object, SourceView>
): void {
  let at = 0;
  for (const token of tokens) {
    const own = sliceView(view, at, at + token.raw.length);
    at += token.raw.length;
    views.set(token, own);
    locateContent(token, own, views);
  }
}

function locateContent(
  token: MarkdownToken,
  view: SourceView,
  views: Map<object, SourceView>
): void {
  if (token.type === 'table') return locateTable(token, view, views);
  if (token.type === 'list') return locateSequence(token.items, view, views);
  const children = childrenOf(token);
  if (children.length === 0) return;
  const content = children.map(({ raw }) => raw).join('');
  locateSequence(known(children), viewOfContent(token, view, content), views);
}

function viewOfContent(token: MarkdownToken, view: SourceView, content: string): SourceView {
  const from = startOfContent(token);
  if (token.type === 'link') {
    return findIn(view, content, from) ?? alignResolved(view, content, from, (r) => r);
  }
  const isSequenceOfLines =
    token.type === 'blockquote' ||
    token.type === 'list_item' ||
    token.type === 'footnoteDefinition';
  return isSequenceOfLines
    ? alignLines(view, content, 0)
    : (findIn(view, content, from) ?? alignLines(view, content, from));
}

function childrenOf(token: MarkdownToken): readonly Token[] {
  // An address that is its own label is shown as a whole.
  if (token.type === 'link' && token.autolink) return [];
  return 'tokens' in token && token.tokens ? token.tokens : [];
}

/** How many units of a token's raw text come before what it holds or shows, at the least. */
function startOfContent(token: MarkdownToken): number {
  const { raw } = token;
  switch (token.type) {
    case 'heading':
      return /^ {0,3}#{0,6}/.exec(raw)?.[0].length ?? 0;
    case 'strong':
    case 'image':
      return 2;
    case 'em':
    case 'escape':
      return 1;
    case 'link':
      return /^[<[]/.test(raw) ? 1 : 0;
    case 'del':
      return raw.startsWith('~~') ? 2 : 1;
    case 'codespan':
      return /^`*/.exec(raw)?.[0].length ?? 0;
    case 'code':
      return /^ {0,3}[`~]{3}/.test(raw) ? Math.max(0, raw.indexOf('\n') + 1) : 0;
    default:
      return 0;
  }
}

/** Its second line says only how columns are aligned. */
function locateTable(
  { header, rows }: Tokens.Table,
  view: SourceView,
  views: Map<object, SourceView>
): void {
  let line = 0;
  for (const row of [header, null, ...rows]) {
    const end = view.text.indexOf('\n', line);
    const own = sliceView(view, line, end < 0 ? view.text.length : end);
    line = end < 0 ? view.text.length : end + 1;
    const cells = row ? splitRow(own) : [];
    for (const [i, cell] of (row ?? []).entries()) {
      const found = cells[i];
      const inner = cell.tokens.map(({ raw }) => raw).join('');
      const fits = found?.text === inner;
      locateSequence(known(cell.tokens), fits ? found : emptyView(inner), views);
    }
  }
}

/** An escaped bar is a bar. */
function splitRow(row: SourceView): SourceView[] {
  return cellsOf(row.text).map(({ start, end }) => joinEscapes(sliceView(row, start, end)));
}

function joinEscapes(cell: SourceView): SourceView {
  const text = cell.text.replace(/\\\|/g, '|');
  if (text === cell.text) return cell;
  const view = emptyView(text);
  for (let i = 0, at = 0; i < text.length; i += 1, at += 1) {
    const isBar = cell.text[at] === '\\' && cell.text[at + 1] === '|';
    view.starts[i] = cell.starts[at] ?? -1;
    if (isBar) at += 1;
    view.ends[i] = cell.ends[at] ?? -1;
  }
  return view;
}
