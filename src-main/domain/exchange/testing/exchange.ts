/** For tests of the exchange: a briefing with a card and a source, and annotations on its source. */
import { newActor, newCard } from '../../briefing/entries.js';
import { type Annotation, newAnnotation } from '../../briefing/annotation.js';
import { describe } from '../../anchoring/locate.js';
import { type Briefing, emptyBriefing } from '../../briefing/briefing.js';
import { newId } from '../../base/values.js';
import { newSource } from '../../briefing/source.js';

export const hash = 'a'.repeat(64);
export const moment = '2026-03-01T12:00:00.000Z';
export const actor = newId();

export function briefingWith(text: string, url = 'https://news.example/talks'): Briefing {
  return {
    ...emptyBriefing('Talks', new Date(0)),
    cards: [newCard('fact', { heading: 'A card', body: 'The **port** reopens. 😀 Ships wait.' })],
    actors: [newActor('Ruritania', 'state', actor)],
    sources: [newSource({ title: 'Talks go on', url, text: hash, importedAt: moment })]
  };
}

export function annotate(
  briefing: Briefing,
  text: string,
  start: number,
  end: number,
  more: Partial<Annotation> = {}
): Annotation {
  const selectors = describe(text, start, end);
  const id = briefing.sources[0]!.id;
  return newAnnotation({ type: 'source', id, selectors }, moment, { ...more });
}
