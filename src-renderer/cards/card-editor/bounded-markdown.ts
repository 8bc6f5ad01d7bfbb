/**
 * What the editor's reader of Markdown leaves unread, since it reads that in time by the square, at
 * every key: more nesting than is rendered, and signs in a paragraph of many screens.
 */
import type { markdown } from '@codemirror/lang-markdown';
import { maxNesting } from '../../../src-main/domain/base/limits.js';

type Config = NonNullable<Parameters<typeof markdown>[0]>;

/** UTF-16 units of one paragraph, heading or cell whose signs are shown as what they mean. */
const longest = 10_000;

export const boundedMarkdown: NonNullable<Config['extensions']> = {
  parseBlock: [
    {
      name: 'Bounds',
      before: 'IndentedCode',
      parse(context, line) {
        if (context.depth <= maxNesting) return false;
        const from = context.lineStart + line.pos;
        const to = context.lineStart + line.text.length;
        context.addElement(context.elt('Paragraph', from, to));
        context.nextLine();
        return true;
      },
      // A paragraph is read on from there as another.
      endLeaf: (_context, _line, { content }) => content.length > longest
    }
  ],
  parseInline: [
    {
      name: 'TooLong',
      before: 'Escape',
      parse: ({ offset, end }) => (end - offset > longest ? end : -1)
    }
  ]
};
