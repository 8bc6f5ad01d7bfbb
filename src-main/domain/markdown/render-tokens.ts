/**
 * Block tokens (paragraphs, lists, quotes, tables, code) into HTML and text. Blocks, rows and cells
 * are set apart by white space in the text, where a browser shows none, so words never run together.
 */
import type { Tokens, Token } from 'marked';
import { known, type MarkdownToken, type FootnoteReference } from './lex-markdown.js';
import type { Rendering } from './rendering.js';
import { isRasterData, safeLink } from './safe-link.js';
import { decodeHTMLStrict } from 'entities/decode';
import { assertNever } from '../base/result.js';
import { runsFromRight } from '../text/direction.js';
import { escapeHtml } from './html-writer.js';

export function renderBlocks(tokens: readonly MarkdownToken[], out: Rendering): void {
  const visible = tokens.filter(
    ({ type }) => type !== 'space' && type !== 'def' && type !== 'footnoteDefinition'
  );
  separated(visible, '\n', out, (token) => renderBlock(token, out));
}

/** As a numbered list; the caller has rendered the text that cites them. */
export function renderFootnotes(out: Rendering): void {
  out.writeText('\n');
  out.writeElement('ol', () =>
    separated(out.notes(), '\n', out, (note) =>
      out.writeElement('li', () => renderBlocks(known(note.tokens), out))
    )
  );
}

function renderBlock(token: MarkdownToken, out: Rendering): void {
  switch (token.type) {
    case 'paragraph':
      return out.writeElement('p', () => renderInline(inlineOf(token), out), directionOf(token));
    case 'heading':
      return out.writeElement(
        `h${out.levelOfHeading(token.depth)}`,
        () => renderInline(inlineOf(token), out),
        directionOf(token)
      );
    case 'blockquote':
      return out.writeElement(
        'blockquote',
        () => renderBlocks(known(token.tokens), out),
        directionOf(token)
      );
    case 'list':
      return renderList(token, out);
    case 'table':
      return out.writeElement('table', () => renderTable(token, out), directionOf(token));
    case 'code':
      return out.writeElement('pre', () =>
        out.writeElement('code', () => out.writeShown(token, token.text))
      );
    case 'hr':
      return out.writeTag('<hr>');
    case 'html':
      return renderRawHtml(token, out);
    case 'list_item':
    case 'space':
    case 'def':
    case 'footnoteDefinition':
      throw new Error(`A ${token.type} is not a block of its own`);
    default:
      // The content of a tight list item is inline among blocks.
      return renderInline([token], out);
  }
}

function renderRawHtml(token: Tokens.HTML | Tokens.Tag, out: Rendering): void {
  const shown = token.raw.trim();
  if (lineBreakTag.test(shown)) renderBreak(out);
  else out.writeElement('p', () => out.writeShown(token, shown));
}

function renderList(list: Tokens.List, out: Rendering): void {
  const start = list.ordered && list.start !== '' && list.start !== 1 ? list.start : null;
  const items = () =>
    separated(list.items, '\n', out, (item) =>
      out.writeElement('li', () => renderItem(known(item.tokens), out))
    );
  const from = start === null ? '' : ` start="${start}"`;
  out.writeElement(list.ordered ? 'ol' : 'ul', items, `${from}${directionOf(list)}`);
}

/** Marks, bars and columns stand on the side where the words begin. */
function directionOf({ raw }: { readonly raw: string }): string {
  return runsFromRight(raw) ? ' dir="rtl"' : '';
}

/** The box of a task belongs to the line that follows it. */
function renderItem(tokens: readonly MarkdownToken[], out: Rendering): void {
  const [first, ...rest] = tokens;
  if (first?.type !== 'checkbox') return renderBlocks(tokens, out);
  renderInline([first], out);
  renderBlocks(rest, out);
}

function renderTable(table: Tokens.Table, out: Rendering): void {
  out.writeElement('thead', () => renderRow(table.header, 'th', out));
  if (table.rows.length === 0) return;
  out.writeText('\n');
  out.writeElement('tbody', () =>
    separated(table.rows, '\n', out, (row) => renderRow(row, 'td', out))
  );
}

function renderRow(cells: readonly Tokens.TableCell[], name: 'th' | 'td', out: Rendering): void {
  out.writeElement('tr', () =>
    separated(cells, '\t', out, (cell) => {
      const align = cell.align ? ` align="${cell.align}"` : '';
      // A header without words heads nothing: for those who hear it, it is an empty cell.
      out.writeElement(
        cell.text.trim() === '' ? 'td' : name,
        () => renderInline(inlineOf(cell), out),
        align
      );
    })
  );
}

function separated<T>(
  entries: Iterable<T>,
  separator: string,
  out: Rendering,
  write: (entry: T) => void
): void {
  let first = true;
  for (const entry of entries) {
    if (!first) out.writeText(separator);
    first = false;
    write(entry);
  }
}

/** Inline tokens (emphasis, links, code, breaks) into HTML and text. */
type InlineToken = Exclude<MarkdownToken, { type: BlockType }>;
type BlockType =
  | 'blockquote'
  | 'code'
  | 'def'
  | 'footnoteDefinition'
  | 'heading'
  | 'hr'
  | 'list'
  | 'list_item'
  | 'paragraph'
  | 'space'
  | 'table';

/** Raw HTML is shown as the text it is; `<br>` alone means a break, since table cells have no other. */
export const lineBreakTag = /^<br\s*\/?>$/i;

function renderInline(tokens: readonly InlineToken[], out: Rendering): void {
  for (const token of tokens) renderToken(token, out);
}

/** What stands inside a paragraph, heading, cell, link or emphasis is inline by marked's grammar. */
function inlineOf(parent: { readonly tokens: readonly Token[] }): readonly InlineToken[] {
  return parent.tokens as readonly InlineToken[];
}

function renderToken(token: InlineToken, out: Rendering): void {
  switch (token.type) {
    case 'text':
      if (token.tokens) return renderInline(inlineOf({ tokens: token.tokens }), out);
      return out.writeShown(token, decodeHTMLStrict(token.text));
    case 'escape':
      return out.writeShown(token, token.text);
    case 'codespan':
      return out.writeElement('code', () => out.writeShown(token, token.text));
    case 'em':
    case 'strong':
    case 'del':
      return out.writeElement(token.type, () => renderInline(inlineOf(token), out));
    case 'link':
      return renderLink(token, out);
    case 'image':
      return renderImage(token, out);
    case 'br':
      return renderBreak(out);
    case 'html':
      return lineBreakTag.test(token.raw) ? renderBreak(out) : out.writeShown(token, token.raw);
    case 'checkbox':
      return out.writeShown(token, token.checked ? '☑ ' : '☐ ');
    case 'footnoteReference':
      return renderReference(token, out);
    default:
      assertNever(token);
  }
}

function renderLink(token: Tokens.Link, out: Rendering): void {
  const href = safeLink(token.autolink ? token.href : decodeHTMLStrict(token.href));
  const label = () =>
    token.autolink ? out.writeShown(token, token.text) : renderInline(inlineOf(token), out);
  if (href === null) label();
  else out.writeElement('a', label, ` href="${escapeHtml(href)}"`);
}

/** An image that is not shown leaves its description, or else its address, in the text. */
function renderImage(token: Tokens.Image, out: Rendering): void {
  const description = decodeHTMLStrict(token.text);
  if (isRasterData(token.href)) {
    out.writeTag(`<img src="${escapeHtml(token.href)}" alt="${escapeHtml(description)}">`);
  } else {
    out.writeShown(token, description || token.href);
  }
}

/** The line feed keeps the words on both sides apart in the text. */
function renderBreak(out: Rendering): void {
  out.writeTag('<br>');
  out.writeText('\n');
}

/** In brackets, so that the number does not run into the word before it. */
function renderReference(token: FootnoteReference, out: Rendering): void {
  const number = out.numberFootnote(token.label);
  if (number === null) out.writeShown(token, token.raw);
  else out.writeElement('sup', () => out.writeShown(token, `[${number}]`));
}
