/** Cards of two briefings: matched, then told apart word by word. */
import type { Card } from '../briefing/card.js';
import { sameName } from '../text/fold-name.js';
import { diffWords } from '../text/word-diff.js';
import type { CardChange } from './comparison.js';
import { longestRise } from './longest-rise.js';
import { matchEntries } from './match-entries.js';

/** Of the words of two cards, what both must have to be the same card written anew. */
const leastShared = 0.5;

export function compareCards(
  before: readonly Card[],
  after: readonly Card[]
): readonly CardChange[] {
  const words = new Map([...before, ...after].map((card) => [card, wordsOf(card)]));
  const matches = matchEntries(
    before,
    after,
    (a, b) => a.heading !== '' && sameName(a.heading, b.heading),
    (a, b) => a.body !== '' && a.body === b.body,
    (a, b) => sharedPart(words.get(a)!, words.get(b)!) >= leastShared
  );
  const origins = new Map([...matches].map(([was, is]) => [is, was]));
  const places = after.flatMap((card) => {
    const was = origins.get(card);
    return was ? [before.indexOf(was)] : [];
  });
  const inPlace = new Set(longestRise(places));

  const changes: CardChange[] = [];
  const told = new Set<Card>();
  const tellGone = (upTo: number) => {
    for (const card of before.slice(0, upTo)) {
      if (matches.has(card) || told.has(card)) continue;
      told.add(card);
      changes.push(changeOf(card, null, false));
    }
  };
  for (const card of after) {
    const was = origins.get(card) ?? null;
    const at = was ? before.indexOf(was) : -1;
    const moved = was !== null && !inPlace.has(at);
    // A card that moved does not say where what stood before it has gone.
    if (was && !moved) tellGone(at);
    const isSame =
      was?.heading === card.heading && was.body === card.body && was.kind === card.kind;
    if (moved || !isSame) changes.push(changeOf(was, card, moved));
  }
  tellGone(before.length);
  return changes;
}

function changeOf(before: Card | null, after: Card | null, moved: boolean): CardChange {
  return {
    kind: !before ? 'added' : !after ? 'removed' : 'changed',
    before,
    after,
    moved,
    heading: diffWords(before?.heading ?? '', after?.heading ?? ''),
    body: diffWords(before?.body ?? '', after?.body ?? '')
  };
}

function wordsOf({ body }: Card): ReadonlySet<string> {
  return new Set(body.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / Math.max(one.size, other.size);
}
