/**
 * Renders Markdown to HTML and to the text that a reader of that HTML sees.
 *
 * GitHub's dialect with footnotes. Raw HTML is shown as text, images only when they carry their own
 * pixels, links only for http, https and mailto. A soft line break stays a line feed, seen as a
 * space; two spaces, a backslash or `<br>` make a hard one.
 */
import { maxElements } from '../base/limits.js';
import { Rendering } from './rendering.js';
import { BeyondLimit } from './html-writer.js';
import { identityMap, Origins, type SourceMap, TracedRendering } from './source-map.js';
import { viewOfSource } from './source-view.js';
import { locateTokens } from './locate-tokens.js';
import { lexMarkdown, type LexedMarkdown } from './lex-markdown.js';
import { renderPlainText, type Rendered } from './plain-text.js';
import { renderBlocks, renderFootnotes } from './render-tokens.js';

export type { Rendered } from './plain-text.js';

export interface MappedMarkdown extends Rendered {
  readonly map: SourceMap;
}

/**
 * Never throws for what stands in `source`: beyond a limit it is rendered as plain text and
 * `plainBecause` says which. It can still be slow, so a window calls it in a worker with a time limit.
 * @param under the level of the heading that all of it stands under; its own begin one deeper.
 */
export function renderMarkdown(source: string, under = 2): Rendered {
  try {
    const lexed = lexMarkdown(source);
    return renderLexed(lexed, new Rendering(lexed.footnotes, maxElements(source.length), under));
  } catch (error) {
    if (error instanceof BeyondLimit) return renderAsPlain(source, error.reason);
    throw error;
  }
}

/** A text of a source as it is rendered where it is annotated, so that offsets agree. */
export function renderText(text: string, format: 'text' | 'markdown'): Rendered {
  return format === 'text' ? renderPlainText(text) : renderMarkdown(text);
}

/** `reason` completes the sentence "Shown as plain text, because …". */
export function renderAsPlain(source: string, reason: string): Rendered {
  return {
    ...renderPlainText(source),
    plainBecause: `Shown as plain text, because ${reason}.`
  };
}

/** As `renderMarkdown`, and where in the source every character comes from. */
export function mapMarkdown(source: string): MappedMarkdown {
  try {
    const lexed = lexMarkdown(source);
    const origins = new Origins();
    const views = locateTokens(lexed.tokens, viewOfSource(source));
    const most = maxElements(source.length);
    const rendered = renderLexed(lexed, new TracedRendering(lexed.footnotes, most, views, origins));
    return { ...rendered, map: origins.toMap(rendered.text.length) };
  } catch (error) {
    if (!(error instanceof BeyondLimit)) throw error;
    return { ...renderAsPlain(source, error.reason), map: identityMap(source.length) };
  }
}

function renderLexed({ tokens, footnotes }: LexedMarkdown, out: Rendering): Rendered {
  renderBlocks(tokens, out);
  if (footnotes.size > 0) renderFootnotes(out);
  return { html: out.html, text: out.text, plainBecause: null };
}

/** A few words of Markdown as they are read, such as a part of a line; no list or heading begins with them. */
export function renderedWords(words: string): string {
  if (!/[*_`~[\]\\<&]/u.test(words)) return words;
  const before = 'x ';
  return renderMarkdown(before + words).text.slice(before.length);
}

/** What a source says, as it is read and annotated. `text` is verbatim. */
export function renderedSource(
  { format }: { readonly format: 'text' | 'markdown' },
  text: string
): string {
  return format === 'markdown' ? renderMarkdown(text).text : text;
}
