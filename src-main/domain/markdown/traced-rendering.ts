/** A rendering that notes where in the source what it writes comes from. */
import type { FootnoteDefinition } from './footnotes.js';
import { isDropped } from './html-writer.js';
import type { MarkdownToken } from './lex-markdown.js';
import { viewOfShown, type TokenViews } from './locate-tokens.js';
import { Rendering } from './rendering.js';
import type { Origins } from './source-map.js';

export class TracedRendering extends Rendering {
  constructor(
    footnotes: ReadonlyMap<string, FootnoteDefinition>,
    maxElements: number,
    private readonly views: TokenViews,
    private readonly origins: Origins
  ) {
    super(footnotes, maxElements);
  }

  override writeShown(token: MarkdownToken, value: string): void {
    const raw = this.views.get(token);
    let index = this.text.length;
    super.writeShown(token, value);
    if (!raw) return;
    const { starts, ends } = viewOfShown(token, raw, value);
    for (let i = 0; i < value.length; i += 1) {
      if (isDropped(value[i] ?? '')) continue;
      if ((starts[i] ?? -1) >= 0) this.origins.put(index, starts[i] ?? 0, ends[i] ?? 0);
      index += 1;
    }
  }
}
