/** Notes of what two people changed at the same time: one for each place and pair, while they write on. Pure. */
import { maxCardLength } from '../base/limits.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card, CardClash } from '../briefing/entries.js';
import { toldBy, withEarlier } from './clash-card.js';
import { isLongText, valueOfClash } from './settle-clash.js';

interface JoinedNotes {
  /** The notes that are to stand, for the fresh ones. */
  readonly made: readonly Card[];
  /** Notes in the briefing that these stand for. */
  readonly replaced: readonly Id[];
}

/** Of one place: a hostile member can write any number. */
const mostJoined = 100;

type Note = Card & { readonly clash: CardClash };

/**
 * A fresh note stands for those of the same two people at the same place. What these told it tells as well, but
 * for lines that stand there by now, or that both began with: they know what became of them. Left alone are
 * notes in which somebody has written or marked words, and in a text those whose paragraph stands as it did.
 */
export function joinNotes(briefing: Briefing, fresh: readonly Card[]): JoinedNotes {
  const annotated = new Set<Id>(briefing.annotations.map(({ target }) => target.id));
  const there = new Map<string, Note[]>();
  for (const card of briefing.cards.filter(isNote)) {
    const place = placeOfClash(card.clash);
    if (!annotated.has(card.id))
      there.set(place, [...(there.get(place) ?? []).slice(1 - mostJoined), card]);
  }
  const made = new Map<Id, Card>();
  const replaced = new Set<Id>();
  for (const note of fresh.filter(isNote)) {
    if (replaced.has(note.id)) continue;
    if (annotated.has(note.id) || toldBy(note) === null) {
      made.set(note.id, note);
      continue;
    }
    const value = valueOfClash(briefing, note.clash);
    const text = typeof value === 'string' ? value : '';
    let joined = note;
    const before = there.get(placeOfClash(note.clash)) ?? [];
    for (const earlier of before.toReversed()) {
      if (earlier.id === note.id || replaced.has(earlier.id)) continue;
      if (!areSameTwo(earlier.clash, note.clash)) continue;
      const words = standsApart(earlier.clash, note.clash, text) ? null : toldBy(earlier);
      if (words === null) continue;
      const more = linesBut(words, [note.clash.was ?? '', toldBy(joined) ?? '', text]);
      const next = more === '' ? joined : withEarlier(joined, more, earlier.clash.other.by);
      if (next.body.length > maxCardLength) continue;
      joined = next;
      replaced.add(earlier.id);
    }
    if (joined !== note) replaced.add(note.id);
    made.set(joined.id, joined);
  }
  return { made: [...made.values()], replaced: [...replaced].filter((id) => !made.has(id)) };
}

function isNote(card: Card): card is Note {
  return card.clash !== undefined;
}

function placeOfClash({ list, entry, path }: CardClash): string {
  return `${list ?? ''} ${entry} ${path}`;
}

/** Whoever is not named may be one of them. */
function areSameTwo(one: CardClash, other: CardClash): boolean {
  const [a, b] = [namesIn(one), namesIn(other)];
  return new Set([...a, ...b]).size <= Math.max(2, a.size, b.size);
}

function namesIn({ stands, other }: CardClash): ReadonlySet<string> {
  return new Set([...stands.by, ...other.by].map(({ name }) => name));
}

/** Whether what an earlier note asks about still stands, in another paragraph than that of the next. */
function standsApart(earlier: CardClash, next: CardClash, text: string): boolean {
  const { words } = earlier.stands;
  return isLongText(earlier) && words !== '' && text.replace(next.stands.words, '').includes(words);
}

/** `words` as they are where `texts` have none of their lines, else the lines that are left. */
function linesBut(words: string, texts: readonly string[]): string {
  const known = new Set(texts.flatMap((text) => text.split('\n')));
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const left = lines.filter((line) => !known.has(line));
  return left.length === lines.length ? words : left.join('\n\n');
}
