/** From what has the focus on the desk to what it is on the printed pages, and back. */
import type { Id } from '../../../src-main/domain/base/values.js';
import { anchors } from '../../../src-main/domain/publication/publication.js';
import type { DeskState } from '../desk/desk.svelte.js';
import type { ViewOrDrawer } from '../open/view.js';

/** Parts of a document, by role or anchor, with what they are made from. The first that fits is meant. */
const parts: readonly {
  readonly names: readonly string[];
  readonly view: ViewOrDrawer;
  readonly at: string;
}[] = [
  { names: ['bottom-line'], view: 'brief', at: '[data-bottom-line]' },
  {
    names: ['asks', 'address', 'options', 'closing'],
    view: 'brief',
    at: '[data-submission] > summary'
  },
  { names: ['judgements'], view: 'brief', at: '[data-judgements] > summary' },
  { names: ['title', 'points'], view: 'brief', at: '[data-head]' },
  { names: [anchors.statements], view: 'positions', at: '[data-statements]' },
  {
    names: [anchors.positions, anchors.ledger, anchors.changes],
    view: 'positions',
    at: '#view-positions'
  },
  { names: ['outlook', anchors.outcomes], view: 'registers', at: '[data-outcomes]' },
  { names: [anchors.figures], view: 'registers', at: '[data-figures]' },
  { names: ['next', anchors.timeline], view: 'registers', at: '[data-timeline]' },
  { names: [anchors.points], view: 'new', at: '[data-open-points]' },
  {
    names: [anchors.sources, anchors.notes, 'elsewhere', 'quotes'],
    view: 'read',
    at: '#view-read'
  }
];

/** What of the document an element of the desk belongs to, the best first; empty for what is in none. */
export function partsAt(element: Element): readonly string[] {
  const own = element.closest<HTMLElement>('[data-card], [data-text]')?.dataset;
  const id = own?.['card'] ?? own?.['text'];
  const around = parts.find(({ at }) => element.closest(at.replace(' > summary', '')));
  return [...(id ? [id] : []), ...(around?.names ?? [])];
}

/** Shows what a part of the document is made from. Returns the text to be brought into sight. */
export function leadToPart(desk: DeskState, name: string): Id | null {
  const { cards, sources } = desk.open.briefing;
  const card = cards.find(({ id }) => id === name);
  if (card) {
    desk.showCard(card.id);
    return card.id;
  }
  const source = sources.find(({ id }) => id === name);
  if (source) {
    desk.showSource(source.id);
    return source.id;
  }
  const part = parts.find(({ names }) => names.includes(name));
  if (!part) return null;
  desk.show(part.view);
  desk.pointAt(part.at, `#view-${part.view}`);
  return null;
}
