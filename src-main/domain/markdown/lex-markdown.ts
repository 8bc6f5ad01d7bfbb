/** Markdown into marked's tokens, within limits. The one module that runs marked. */
import { Marked, type MarkedToken, type Token } from 'marked';
import { maxMarkdownLength } from '../base/limits.js';
import { BeyondLimit } from './beyond-limit.js';
import { BoundedTokenizer, countTokens, tooDeep } from './bounded-tokenizer.js';
import { footnotes, type FootnoteDefinition, type FootnoteReference } from './footnotes.js';

/** Every token that the lexer can yield; a switch over `type` is exhaustive. */
export type MarkdownToken = MarkedToken | FootnoteReference | FootnoteDefinition;

export interface LexedMarkdown {
  readonly tokens: readonly MarkdownToken[];
  /** By label. Of several with one label the first counts, as in GitHub's dialect. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

const marked = new Marked({ gfm: true, breaks: false }, footnotes, countTokens);

/** Throws `BeyondLimit` when the source is too long, too wide or too deep. */
export function lexMarkdown(source: string): LexedMarkdown {
  if (source.length > maxMarkdownLength) {
    throw new BeyondLimit(`it is longer than ${maxMarkdownLength / 1_000_000} million characters`);
  }
  try {
    const tokens = marked.lexer(source.replaceAll('\0', '\uFFFD'), {
      ...marked.defaults,
      tokenizer: new BoundedTokenizer(source.length)
    });
    return { tokens: known(tokens), footnotes: collectFootnotes(tokens) };
  } catch (error) {
    // Marked recurses, so other extreme nesting ends in a stack overflow.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/** Marked types every token as possibly some extension's; here the extensions are known. */
export function known(tokens: readonly Token[]): readonly MarkdownToken[] {
  return tokens as readonly MarkdownToken[];
}

function collectFootnotes(tokens: Token[]): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  void marked.walkTokens(tokens, (token) => {
    const { type, label } = token as FootnoteDefinition;
    if (type === 'footnoteDefinition' && !definitions.has(label)) {
      definitions.set(label, token as FootnoteDefinition);
    }
  });
  return definitions;
}
