/** The highlights of a publication as a PDF viewer shows them: where, in which colour, with which note. */
import type { Annotation, AnnotationKind } from '../../domain/briefing/annotation.js';
import type { Id } from '../../domain/base/id.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import type { Publication } from '../../domain/publication/publication.js';
import { capitalised } from '../../domain/publication/publication.js';

export interface PrintedHighlight {
  readonly id: Id;
  readonly kind: AnnotationKind;
  /** The very words that it stands on. */
  readonly quote: string;
  /** Plain text, never empty. */
  readonly note: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

/** All that has a certain place in a text of the publication, by id. */
export function highlightsOf({
  cards,
  texts,
  briefing
}: Publication): ReadonlyMap<Id, PrintedHighlight> {
  const placed = new Set(
    [...cards, ...texts].flatMap(({ marks }) => marks.map(({ annotation }) => annotation))
  );
  return new Map(
    briefing.annotations
      .filter(({ id }) => placed.has(id))
      .map((annotation) => [annotation.id, highlightOf(annotation)])
  );
}

function highlightOf({ id, kind, note, replies, target, ...times }: Annotation): PrintedHighlight {
  const words = [note, ...replies.map((reply) => reply.note)]
    .map((text) => renderMarkdown(text).text.trim())
    .filter((text) => text !== '');
  return {
    id,
    kind,
    quote: target.selectors.quote.exact,
    note: words.join('\n\n') || `${capitalised(kind)}.`,
    createdAt: times.createdAt,
    modifiedAt: times.modifiedAt
  };
}
