/** Inline tokens (emphasis, links, code, breaks) into HTML and text. */
import { decodeHTMLStrict } from 'entities/decode';
import type { Token, Tokens } from 'marked';
import { assertNever } from '../base/result.js';
import { escapeHtml } from './escape-html.js';
import type { FootnoteReference } from './footnotes.js';
import type { MarkdownToken } from './lex-markdown.js';
import type { Rendering } from './rendering.js';
import { isRasterData, safeLink } from './safe-link.js';

export type InlineToken = Exclude<MarkdownToken, { type: BlockType }>;
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

export function renderInline(tokens: readonly InlineToken[], out: Rendering): void {
  for (const token of tokens) renderToken(token, out);
}

/** What stands inside a paragraph, heading, cell, link or emphasis is inline by marked's grammar. */
export function inlineOf(parent: { readonly tokens: readonly Token[] }): readonly InlineToken[] {
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
export function renderBreak(out: Rendering): void {
  out.writeTag('<br>');
  out.writeText('\n');
}

/** In brackets, so that the number does not run into the word before it. */
function renderReference(token: FootnoteReference, out: Rendering): void {
  const number = out.numberFootnote(token.label);
  if (number === null) out.writeShown(token, token.raw);
  else out.writeElement('sup', () => out.writeShown(token, `[${number}]`));
}
