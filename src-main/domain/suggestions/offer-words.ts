/**
 * At which card words of a later source are offered: at the one that speaks of the same issue or the same
 * person. Pure; decides nothing.
 */
import { inOneLine } from '../text/in-one-line.js';
import type { QuotedPosition } from '../anchoring/quoted-positions.js';
import type { Briefing } from '../briefing/briefing.js';
import { type Card, type Dismissal, newDismissal } from '../briefing/entries.js';
import { type Id, momentOfId } from '../base/values.js';
import { maxLengths } from '../base/limits.js';
import { findMentions } from '../ledger/mentions.js';
import { searchWords } from '../search/words.js';
import { emptyWords, singular } from './alike-issues.js';
import { rootOf } from './coding/offer-issues.js';
import type { CardWords } from './card-words.js';

/** A card as its reader sees it. */
export interface ReadCard {
  readonly card: Card;
  /** Rendered. */
  readonly text: string;
  readonly quoted: readonly QuotedPosition[];
}

type Known = Pick<Briefing, 'actors' | 'issues' | 'annotations' | 'dismissals' | 'sources'>;

/** The rule of a dismissal that says: not needed in this card. */
const rule = 'card words';
/** The same issue, or the same person in its evidence; a name alone is not, without a word of the heading. */
const enough = 2;

/** By card, the latest source first. Words that a card has already, or that are not needed there, are not offered at all. */
export function offerWords(
  cards: readonly ReadCard[],
  bottomLine: string,
  brought: readonly CardWords[],
  known: Known
): ReadonlyMap<Id, readonly CardWords[]> {
  const offers = new Map<Id, CardWords[]>();
  if (brought.length === 0) return offers;
  const imported = new Map(known.sources.map(({ id, importedAt }) => [id, importedAt]));
  const standing = [bottomLine, ...cards.map(({ text }) => text)].map(inOneLine);
  const topics = topicsOfAll(cards, known);
  const declined = new Set(known.dismissals.flatMap(wordsDeclined));
  const seen = new Set<string>();
  const latest = brought.toSorted((one, other) =>
    (imported.get(one.source) ?? '') < (imported.get(other.source) ?? '') ? 1 : -1
  );
  for (const words of latest) {
    const at = imported.get(words.source);
    const isKnown =
      seen.has(words.words) ||
      declined.has(cut(words.words)) ||
      standing.some((text) => text.includes(words.words));
    seen.add(words.words);
    if (at === undefined || isKnown) continue;
    // Of what was there when the card was written its author has made what she wanted.
    const older = topics.filter(({ since }) => since === null || at > since);
    const best = likeliest(words, older);
    if (best) offers.set(best, [...(offers.get(best) ?? []), words]);
  }
  return offers;
}

/** The card that these words belong to most likely, whenever it was made; `null` where none speaks of the same. */
export function cardFor(
  words: CardWords,
  cards: readonly ReadCard[],
  known: Pick<Known, 'actors' | 'issues' | 'annotations'>
): Id | null {
  return likeliest(words, topicsOfAll(cards, known));
}

/** That these words, which were offered at the card, are not needed. */
export function declineWords(card: Id, { words }: CardWords, now = new Date()): Dismissal {
  return newDismissal('suggestion', { about: card, rule, words }, now);
}

function wordsDeclined(dismissal: Dismissal): readonly string[] {
  return dismissal.of === 'suggestion' && dismissal.rule === rule ? [dismissal.words] : [];
}

interface Topics {
  readonly id: Id;
  /** When the card was made; `null` where nothing tells. */
  readonly since: string | null;
  /** What its evidence and its marks are of. */
  readonly issues: ReadonlySet<Id>;
  readonly actors: ReadonlySet<Id>;
  /** Issues and actors that its text names. */
  readonly named: ReadonlySet<Id>;
  readonly heading: ReadonlySet<string>;
}

function topicsOfAll(
  cards: readonly ReadCard[],
  known: Parameters<typeof topicsOf>[1]
): readonly Topics[] {
  return cards.filter(({ card }) => !card.clash).map((read) => topicsOf(read, known));
}

/** Of several that are as likely the first. */
function likeliest(words: CardWords, all: readonly Topics[]): Id | null {
  const roots = rootsOf(words.words);
  let [best, most]: [Id | null, number] = [null, enough - 1];
  for (const topics of all) {
    const score = scoreOf(words, roots, topics);
    if (score > most) [best, most] = [topics.id, score];
  }
  return best;
}

function topicsOf(
  { card, text, quoted }: ReadCard,
  { actors, issues, annotations }: Pick<Known, 'actors' | 'issues' | 'annotations'>
): Topics {
  const links = annotations.flatMap(({ target, links: own }) => (target.id === card.id ? own : []));
  const linked = (type: string) => links.flatMap((link) => (link.type === type ? [link.id] : []));
  const whole = `${card.heading}\n${text}`;
  const roots = rootsOf(whole);
  const named = [
    ...actors.filter(
      ({ name, aliases, type }) => findMentions(whole, [name, ...aliases], type).length > 0
    ),
    ...issues.filter(({ wording }) => saysEnough(rootsOf(wording), roots))
  ];
  return {
    id: card.id,
    since: momentOfId(card.id),
    issues: new Set([...quoted.map(({ position }) => position.issue), ...linked('issue')]),
    actors: new Set([...quoted.map(({ position }) => position.actor), ...linked('actor')]),
    named: new Set(named.map(({ id }) => id)),
    heading: rootsOf(`${card.heading} ${card.keyPoint}`)
  };
}

function scoreOf({ actor, issue }: CardWords, roots: ReadonlySet<string>, topics: Topics): number {
  const weigh = (
    id: Id | null,
    evident: ReadonlySet<Id>,
    [strong, weak]: readonly [number, number]
  ) => (id === null ? 0 : evident.has(id) ? strong : topics.named.has(id) ? weak : 0);
  const shared = [...topics.heading].filter((root) => roots.has(root)).length;
  return (
    weigh(issue, topics.issues, [4, 3]) + weigh(actor, topics.actors, [2, 1]) + Math.min(shared, 3)
  );
}

/** All words that carry meaning, or two and most of them. */
function saysEnough(of: ReadonlySet<string>, text: ReadonlySet<string>): boolean {
  const shared = [...of].filter((root) => text.has(root)).length;
  return of.size > 0 && (shared === of.size || (shared > 1 && shared * 2 > of.size));
}

function rootsOf(text: string): ReadonlySet<string> {
  const words = searchWords(text).map(singular);
  return new Set(words.filter((word) => !emptyWords.has(word)).map(rootOf));
}

function cut(words: string): string {
  return words.slice(0, maxLengths.statement);
}
