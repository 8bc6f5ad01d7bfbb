/** Renders a source's text as it is rendered where it was annotated, so that offsets agree. */
import { renderPlainText } from '../../src-main/domain/markdown/plain-text.js';
import { renderMarkdown, type Rendered } from '../../src-main/domain/markdown/render-markdown.js';
import { assertNever } from '../../src-main/domain/base/result.js';
import type { Source } from '../../src-main/domain/briefing/source.js';

export function renderSourceText(source: Source, text: string): Rendered {
  switch (source.format) {
    case 'text':
      return renderPlainText(text);
    case 'markdown':
      return renderMarkdown(text);
    default:
      return assertNever(source.format);
  }
}
