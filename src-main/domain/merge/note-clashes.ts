/** Notes for what two people changed at the same time: one for each place and pair, while they write on. Pure. */
import { maxCardLength } from '../base/limits.js';
import type { Id } from '../base/values.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card, CardClash } from '../briefing/entries.js';
import { type BriefingClash, clashCard, toldBy } from './clash-card.js';
import { isText, valueOfClash } from './settle-clash.js';

interface Notes {
  readonly made: readonly Card[];
  /** Notes in the briefing that a new one stands for. */
  readonly replaced: readonly Id[];
}

/**
 * A new note stands for those of the same two people at the same place. What these told it tells as well, but
 * for lines that stand there by now, or that both began with: they know what became of them. Left alone are
 * notes in which somebody has written or marked words, and in a text those whose paragraph stands as it did.
 *
 * @param told with the state that the words of each are of.
 */
export function noteClashes(
  briefing: Briefing,
  told: readonly (readonly [BriefingClash, Briefing])[]
): Notes {
  const { cards, annotations } = briefing;
  const there = new Set<Id>(cards.map(({ id }) => id));
  const annotated = new Set<Id>(annotations.map(({ target }) => target.id));
  const made: Card[] = [];
  const replaced = new Set<Id>();
  for (const [clash, side] of told) {
    const note = clashCard(clash, side);
    if (there.has(note.id) || !note.clash) continue;
    const value = valueOfClash(briefing, note.clash);
    const text = typeof value === 'string' ? value : '';
    const earlier = cards.filter(
      (card) =>
        !replaced.has(card.id) &&
        !annotated.has(card.id) &&
        isOfSameTwo(card, note) &&
        !standsApart(card, note, text)
    );
    const begun = [note.clash.was, note.clash.other.words, text].flatMap(linesOf);
    const [kept, writers] = [[] as string[], [...note.clash.other.by]];
    for (const card of earlier) {
      const words = toldBy(card);
      if (words === null) continue;
      const more = linesBut(words, new Set([...begun, ...kept.flatMap(linesOf)]));
      const length = [...kept, more, note.body].join('').length;
      if (more !== '' && length > maxCardLength) continue;
      replaced.add(card.id);
      if (more === '') continue;
      kept.push(more);
      const known = new Set(writers.map(({ name }) => name));
      writers.push(...(card.clash?.other.by.filter(({ name }) => !known.has(name)) ?? []));
    }
    const by = clash.by && { ...clash.by, other: writers };
    const whole = kept.length > 0 ? clashCard({ ...clash, ...(by && { by }) }, side, kept) : note;
    replaced.delete(whole.id);
    if (there.has(whole.id)) continue;
    there.add(whole.id);
    made.push(whole);
  }
  return { made, replaced: [...replaced] };
}

/** Whoever is not named may be one of them. */
function isOfSameTwo({ clash: one }: Card, { clash: other }: Card): boolean {
  if (!one || !other) return false;
  if (one.list !== other.list || one.entry !== other.entry || one.path !== other.path) return false;
  const [a, b] = [namesIn(one), namesIn(other)];
  return new Set([...a, ...b]).size <= Math.max(2, a.size, b.size);
}

function namesIn({ stands, other }: CardClash): ReadonlySet<string> {
  return new Set([...stands.by, ...other.by].map(({ name }) => name));
}

/** Whether what an earlier note asks about still stands in another paragraph than that of the new one. */
function standsApart({ clash: earlier }: Card, { clash: next }: Card, text: string): boolean {
  if (!earlier || !next || !isText(earlier)) return false;
  const others = text.replace(next.stands.words, '');
  return earlier.stands.words !== '' && others.includes(earlier.stands.words);
}

function linesOf(text: string | null): readonly string[] {
  return text?.split('\n') ?? [];
}

/** `words` as they are where none of its lines is `known`, else the lines that are left of it. */
function linesBut(words: string, known: ReadonlySet<string>): string {
  const lines = linesOf(words).filter((line) => line.trim() !== '');
  const left = lines.filter((line) => !known.has(line));
  return left.length === lines.length ? words : left.join('\n\n');
}
