/** Takes annotations out of a briefing, ready to be written in any format of exchange. */
import type { Annotation, Target } from '../briefing/annotation.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/values.js';
import type { TextHash } from '../briefing/source.js';
import type { ExchangedAnnotation } from './exchanged.js';
import { renderMarkdown } from '../markdown/render-markdown.js';

/** What is exported: the annotations, and what their formats need of the briefing. */
export interface Collection {
  /** Of the briefing. */
  readonly id: Id;
  readonly title: string;
  readonly annotations: readonly ExchangedAnnotation[];
  /** The rendered text of each card and source that is there. */
  readonly textOf: (target: Id) => string | null;
}

/**
 * In reading order: by card, then by source, as the words stand there; those without a text last.
 * `only` leaves out all other annotations; `null` takes all.
 */
export function collect(
  briefing: Briefing,
  texts: Readonly<Record<TextHash, string>>,
  only: ReadonlySet<Id> | null = null
): Collection {
  const targets = annotatedTexts(briefing, texts);
  const order = [...targets.keys()];
  const rank = ({ target }: Annotation): number => {
    const index = order.indexOf(target.id);
    return index < 0 ? order.length : index;
  };
  const place = ({ target: { selectors, original } }: Annotation): number =>
    (selectors.position ?? original.position)?.start ?? 0;
  const annotations = briefing.annotations
    .filter(({ id }) => only === null || only.has(id))
    .toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b))
    .map((annotation): ExchangedAnnotation => {
      const { id, kind, note, tags, replies, links, target, createdAt, modifiedAt } = annotation;
      const { quote, position } = target.selectors;
      const text = targets.get(target.id);
      return {
        id,
        kind,
        note,
        tags,
        replies,
        links,
        quote,
        position: position && { ...position, unit: 'utf16' },
        target: { id: target.id, title: text?.title ?? '', address: text?.address ?? '' },
        createdAt,
        modifiedAt
      };
    });
  return {
    id: briefing.id,
    title: briefing.title,
    annotations,
    textOf: (target) => targets.get(target)?.text ?? null
  };
}

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

/** The texts that annotations stand on, by the id of their card or source, in reading order. `texts`: the verbatim text of every source, by its hash. */
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
