/** Leads annotations to their words where a change was merged with others. Pure. */
import { carryAcross } from '../anchoring/carry-across.js';
import { mapEntries } from '../base/map-entries.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Annotation } from '../briefing/annotation.js';
import type { Card } from '../briefing/entries.js';
import type { ResolvedEdit } from './resolve-edit.js';

/** `before` is the state that the change was applied to. Looks only at cards that it has to do with. */
export function carryOver(merged: Briefing, before: Briefing, { lists }: ResolvedEdit): Briefing {
  const puts = (name: string) => lists.find(({ list }) => list === name)?.puts ?? [];
  const bodies = new Map(
    puts('cards').flatMap(({ id, was, now }) =>
      'body' in now ? [[id, { was: was?.['body'], now: now['body'] }] as const] : []
    )
  );
  const put = new Set(puts('annotations').map(({ id }) => id));
  const concerned = merged.annotations.filter(
    ({ id, target }) => target.type === 'card' && (put.has(id) || bodies.has(target.id))
  );
  if (concerned.length === 0) return merged;
  const cards = new Set(concerned.map(({ target }) => target.id));
  const among = (all: readonly Card[]) => all.filter(({ id }) => cards.has(id));
  const withBodies = (bodyOf: (id: Id) => unknown) =>
    among(merged.cards).flatMap((card) => {
      const body = bodyOf(card.id);
      return typeof body === 'string' ? [{ ...card, body }] : [];
    });
  const sides = [
    withBodies((id) => bodies.get(id)?.now),
    among(before.cards),
    withBodies((id) => bodies.get(id)?.was)
  ];
  const carried = carryAcross(
    { ...merged, cards: among(merged.cards), annotations: concerned },
    sides.map((side) => ({ ...before, cards: side }))
  );
  const byId = new Map<Id, Annotation>(carried.annotations.map((each) => [each.id, each]));
  const annotations = mapEntries(merged.annotations, (each) => byId.get(each.id) ?? each);
  return annotations === merged.annotations ? merged : { ...merged, annotations };
}
