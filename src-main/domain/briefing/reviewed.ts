/** Which parts of a briefing a draft made and nobody has confirmed: cards, their lines, the bottom line. Pure. */
import type { Briefing } from './briefing.js';
import type { Card } from './entries.js';
import type { Id } from '../base/values.js';
import {
  draftedAmong,
  hashOfLine,
  hashesOfSentences,
  sentencesOfMarkdown
} from './drafted-sentences.js';

type Parts = Pick<
  Briefing,
  'bottomLine' | 'bottomLineReviewed' | 'bottomLineDraftedSentences' | 'cards'
>;
type Reviewable = Pick<Card, 'body' | 'reviewed' | 'confirmedLines' | 'draftedSentences'>;

/** Lines are told for a card that holds nothing else, as a draft composes it. */
const listOfLines = /^- [^\n]+(?:\n+- [^\n]+)*$/u;

/** The lines of a card, in Markdown and without their dashes; none of a card that is written otherwise. */
export function cardLines({ body }: Pick<Card, 'body'>): readonly string[] {
  const text = body.trim();
  return listOfLines.test(text) ? text.split(/\n+/u).map((line) => line.slice(2)) : [];
}

/** In which of its lines a place in the card’s Markdown stands, in UTF-16 units; `null` in none. */
export function lineAt({ body }: Pick<Card, 'body'>, at: number): number | null {
  if (cardLines({ body }).length === 0) return null;
  const begun = [...body.matchAll(/^- /gmu)].filter(({ index }) => index <= at);
  return Math.max(0, begun.length - 1);
}

/** By their place among the lines, from 0; none of a card that is reviewed or has no lines. */
export function unreviewedLines(card: Reviewable): readonly number[] {
  if (card.reviewed || cardLines(card).length === 0) return [];
  return unreviewedPassages(card);
}

/** Likewise those that a person wrote or reworded, and that nobody need confirm. */
export function ownLines(card: Reviewable): readonly number[] {
  if (card.reviewed || cardLines(card).length === 0) return [];
  return passagesOf(card).flatMap(({ isOfDraft }, index) => (isOfDraft ? [] : [index]));
}

/** Also where each line of it, or sentence where it has no lines, is confirmed or a person’s own. */
export function isReviewed(card: Reviewable): boolean {
  if (card.reviewed) return true;
  if (!card.draftedSentences && cardLines(card).length === 0) return false;
  return unreviewedPassages(card).length === 0;
}

/** Whether a draft made it and some of that still stands there, confirmed or not. */
export function isOfDraft(card: Reviewable & Pick<Card, 'drafted'>): boolean {
  if (!card.drafted || !card.draftedSentences) return card.drafted;
  return passagesOf(card).some((passage) => passage.isOfDraft);
}

/** A bottom line without words says nothing that could be confirmed, and one without words of a draft is a person’s own. */
export function isBottomLineUnreviewed(briefing: Parts): boolean {
  const { bottomLine, bottomLineReviewed, bottomLineDraftedSentences: written } = briefing;
  if (bottomLineReviewed || bottomLine.trim() === '') return false;
  return !written || draftedAmong(sentencesOfMarkdown(bottomLine), written).includes(true);
}

/** How many lines of a card are a draft’s, and how many of these nobody has confirmed. One without lines counts as one. */
export function draftedLines(card: Reviewable): { readonly all: number; readonly left: number } {
  return {
    all: Math.max(1, cardLines(card).length - ownLines(card).length),
    left: isReviewed(card) ? 0 : Math.max(1, unreviewedLines(card).length)
  };
}

/** How many lines are to be confirmed. The bottom line counts as one. */
export function countUnreviewedLines(briefing: Parts): number {
  return briefing.cards.reduce(
    (sum, card) => sum + draftedLines(card).left,
    isBottomLineUnreviewed(briefing) ? 1 : 0
  );
}

/** What is to be confirmed behind that part, and from the top again: the bottom line comes first. `null`: nothing. */
export function nextUnreviewed(
  briefing: Parts,
  after: Id | 'bottom-line'
): Id | 'bottom-line' | null {
  const { cards } = briefing;
  const at = cards.findIndex(({ id }) => id === after) + 1;
  const next = (some: Parts['cards']) => some.find((card) => !isReviewed(card))?.id;
  return (
    next(cards.slice(at)) ??
    (isBottomLineUnreviewed(briefing) ? 'bottom-line' : (next(cards.slice(0, at)) ?? null))
  );
}

/** The bottom line, or the card of that id, is confirmed. What is confirmed already stays as it is. */
export function confirmPart(briefing: Briefing, part: Id | 'bottom-line'): Briefing {
  if (part === 'bottom-line') {
    return briefing.bottomLineReviewed ? briefing : { ...briefing, bottomLineReviewed: true };
  }
  return withCard(briefing, part, (card) => (card.reviewed ? card : asReviewed(card)));
}

/**
 * The line at that place is confirmed, or no longer; with its last line the card is. What is so already, and a
 * card that is reviewed, stays as it is.
 */
export function confirmLine(briefing: Briefing, id: Id, index: number, isRight = true): Briefing {
  return withCard(briefing, id, (card) => {
    const line = cardLines(card)[index];
    if (card.reviewed || line === undefined) return card;
    const hash = hashOfLine(line);
    if (card.confirmedLines.includes(hash) === isRight) return card;
    // What was reworded or deleted meanwhile is forgotten.
    const there = new Set(cardLines(card).map(hashOfLine));
    const others = card.confirmedLines.filter((each) => each !== hash && there.has(each));
    const next = { ...card, confirmedLines: isRight ? [...others, hash] : others };
    return isReviewed(next) ? asReviewed(next) : next;
  });
}

type Review = Pick<
  Card,
  'reviewed' | 'confirmedLines' | 'drafted' | 'reviewedBy' | 'draftedSentences'
>;

/** What is known of two cards once they are one: what somebody has confirmed of either stays confirmed. */
export function joinedReview(one: Card, other: Card): Review {
  const review = { drafted: one.drafted || other.drafted, ...joinedSentences(one, other) };
  if (one.reviewed && other.reviewed) {
    const reviewedBy = one.reviewedBy ?? other.reviewedBy;
    return { reviewed: true, confirmedLines: [], reviewedBy, ...review };
  }
  const known = (card: Reviewable) =>
    card.reviewed
      ? [...cardLines(card).map(hashOfLine), ...hashesOfSentences(card.body)]
      : card.confirmedLines;
  const confirmedLines = [...new Set([...known(one), ...known(other)])];
  return { reviewed: false, confirmedLines, reviewedBy: null, ...review };
}

/** Not known as soon as one is unreviewed and does not tell its own. */
function joinedSentences(one: Card, other: Card): Pick<Card, 'draftedSentences'> {
  const both = [one, other];
  const isUnknown = both.some(({ reviewed, draftedSentences }) => !reviewed && !draftedSentences);
  const written = both.flatMap(({ draftedSentences }) => draftedSentences ?? []);
  if (isUnknown || written.length === 0) return { draftedSentences: undefined };
  return { draftedSentences: [...new Set(written)] };
}

interface Passage {
  readonly words: string;
  readonly isOfDraft: boolean;
}

/** Cards are never changed, and of a hundred a key types in one. */
const passagesByCard = new WeakMap<Pick<Card, 'body'>, readonly Passage[]>();

/** What of a card counts each for itself: its lines, and where it has none its sentences. */
function passagesOf(card: Pick<Card, 'body' | 'draftedSentences'>): readonly Passage[] {
  const known = passagesByCard.get(card);
  if (known) return known;
  const lines = cardLines(card);
  const all = lines.length > 0 ? lines : sentencesOfMarkdown(card.body);
  const drafted = draftedAmong(all, card.draftedSentences);
  const passages = all.map((words, i) => ({ words, isOfDraft: drafted[i] ?? true }));
  passagesByCard.set(card, passages);
  return passages;
}

function unreviewedPassages(card: Reviewable): readonly number[] {
  const confirmed = new Set(card.confirmedLines);
  return passagesOf(card).flatMap(({ words, isOfDraft }, index) =>
    isOfDraft && !confirmed.has(hashOfLine(words)) ? [index] : []
  );
}

function asReviewed(card: Card): Card {
  return { ...card, reviewed: true, confirmedLines: [] };
}

function withCard(briefing: Briefing, id: Id, change: (card: Card) => Card): Briefing {
  const card = briefing.cards.find((each) => each.id === id);
  const next = card && change(card);
  if (!card || next === card) return briefing;
  return {
    ...briefing,
    cards: briefing.cards.map((each) => (each === card ? (next ?? each) : each))
  };
}
