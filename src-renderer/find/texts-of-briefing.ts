/** The texts of a briefing that can be searched, in the order in which they are read. Pure. */
import type { Annotation } from '../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { SearchedText } from './find-in-worker.js';

/** Where a text stands. `id` of the card, the source or the annotation. */
export type FindPlace =
  | { readonly what: 'title' | 'bottomLine'; readonly id: null }
  | { readonly what: 'heading' | 'card' | 'source' | 'note'; readonly id: Id };

export type BriefingText = SearchedText & { readonly place: FindPlace };

/**
 * @param annotations by card or source, in the order of their words.
 * @param texts of the sources, by their hash.
 */
export function textsOf(
  briefing: Briefing,
  annotations: ReadonlyMap<Id, readonly Annotation[]>,
  texts: Readonly<Record<string, string>>
): BriefingText[] {
  const notesOf = (id: Id) =>
    (annotations.get(id) ?? [])
      .filter(({ note }) => note.trim() !== '')
      .map((one) => text('note', one.id, one.note, 'markdown'));
  const { title, bottomLine, cards, sources } = briefing;
  return [
    { place: { what: 'title', id: null }, format: 'text', source: title },
    { place: { what: 'bottomLine', id: null }, format: 'markdown', source: bottomLine },
    ...cards.flatMap(({ id, heading, body }) => [
      text('heading', id, heading, 'text'),
      text('card', id, body, 'markdown'),
      ...notesOf(id)
    ]),
    ...sources.flatMap(({ id, text: hash, format }) => [
      text('source', id, texts[hash] ?? '', format),
      ...notesOf(id)
    ])
  ];
}

function text(
  what: 'heading' | 'card' | 'source' | 'note',
  id: Id,
  source: string,
  format: SearchedText['format']
): BriefingText {
  return { place: { what, id }, format, source };
}
