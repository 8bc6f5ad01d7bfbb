/** The texts of a briefing that annotations stand on, by the id of their card or source, in reading order. */
import type { Target } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import type { TextHash } from '../briefing/source.js';

export interface AnnotatedText {
  readonly type: Target['type'];
  readonly id: Id;
  /** A card's heading, a source's title. */
  readonly title: string;
  /** A source's web address; empty for none. */
  readonly address: string;
  /** Rendered, as selectors mean it; `null` when a source's text is missing. */
  readonly text: string | null;
}

/** `texts`: the verbatim text of every source, by its hash. */
export function annotatedTexts(
  { cards, sources }: Pick<Briefing, 'cards' | 'sources'>,
  texts: Readonly<Record<TextHash, string>>
): ReadonlyMap<Id, AnnotatedText> {
  const all: AnnotatedText[] = [
    ...cards.map(({ id, heading, body }) => ({
      type: 'card' as const,
      id,
      title: heading,
      address: '',
      text: renderMarkdown(body).text
    })),
    ...sources.map(({ id, title, url, text, format }) => {
      const verbatim = texts[text] ?? null;
      const isRendered = verbatim !== null && format === 'markdown';
      return {
        type: 'source' as const,
        id,
        title,
        address: url,
        text: isRendered ? renderMarkdown(verbatim).text : verbatim
      };
    })
  ];
  return new Map(all.map((one) => [one.id, one]));
}
