/** Takes what a draft made of a later article into the text: the briefing is then led by it. Pure; drops no words of a person. */
import { maxCardLength, maxLengths } from '../../../src-main/domain/base/limits.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import {
  draftedAmong,
  hashesOfSentences,
  sentencesOfMarkdown
} from '../../../src-main/domain/briefing/drafted-sentences.js';
import {
  type Card,
  type Dismissal,
  newCard,
  newDismissal
} from '../../../src-main/domain/briefing/entries.js';
import { cardLines, joinedReview } from '../../../src-main/domain/briefing/reviewed.js';
import { type Source, titleOfSource } from '../../../src-main/domain/briefing/source.js';
import type { DraftedParts } from '../../../src-main/domain/suggestions/draft.js';
import { sameName } from '../../../src-main/domain/text/fold-name.js';
import { carryAnnotations } from './carry-annotations.js';

/** The rule of a dismissal that says: the draft of this source is in the text, or is not needed there. */
const rule = 'drafted in';

/**
 * The sources whose draft is neither in the text nor set aside, the latest first; none of a briefing in which no draft
 * stands. The first that came is the one that a draft was made of.
 */
export function notDraftedIn({
  sources,
  dismissals,
  cards
}: Pick<Briefing, 'sources' | 'dismissals' | 'cards'>): readonly Source[] {
  if (!cards.some(({ drafted }) => drafted)) return [];
  const settled = new Set(dismissals.flatMap((each) => (each.rule === rule ? [each.about] : [])));
  const [, ...later] = sources.toSorted((a, b) => (a.importedAt < b.importedAt ? -1 : 1));
  return later.filter(({ id, updates }) => updates === null && !settled.has(id)).sort(latestFirst);
}

/** That the draft of the source is offered no more. */
export function withoutDraftOf(source: Source, now = new Date()): Dismissal {
  return newDismissal('suggestion', { about: source.id, rule, words: titleOfSource(source) }, now);
}

/**
 * Its lines stand first in the card of the same heading, or in a new card; a line that stands there stays as it is. Of
 * the latest source the title and the bottom line become those of the briefing: in place of another source's title, and
 * of sentences that a draft wrote. What does not fit into a card is left out.
 */
export function draftInto(
  briefing: Briefing,
  source: Source,
  { bottomLine, cards }: DraftedParts,
  now = new Date()
): Briefing {
  const others = briefing.sources.filter(({ id }) => id !== source.id);
  const leads = others.every((other) => latestFirst(source, other) <= 0);
  const isOfSource = others.some((other) => titleOfSource(other) === briefing.title);
  return {
    ...cards.reduce(withPart, briefing),
    dismissals: [...briefing.dismissals, withoutDraftOf(source, now)],
    ...(leads && isOfSource && { title: titleOfSource(source).slice(0, maxLengths.title) }),
    ...(leads && bottomLine !== '' && ledBy(briefing, bottomLine))
  };
}

function latestFirst(one: Source, other: Source): number {
  const [a, b] = [one, other].map(
    ({ published, importedAt }) => `${published ?? importedAt.slice(0, 10)} ${importedAt}`
  );
  return a! > b! ? -1 : a! < b! ? 1 : 0;
}

/** A person's own sentences follow. */
function ledBy(briefing: Briefing, drafted: string): Partial<Briefing> {
  const { bottomLine: before, bottomLineReviewed: isReviewed } = briefing;
  const sentences = sentencesOfMarkdown(before);
  const known = briefing.bottomLineDraftedSentences ?? (isReviewed ? [] : undefined);
  const isOfDraft = draftedAmong(sentences, known);
  const kept = isOfDraft.includes(true)
    ? sentences.filter((_, index) => !isOfDraft[index]).join(' ')
    : before;
  const bottomLine = [drafted, kept].filter(Boolean).join('\n\n');
  if (bottomLine.length > maxLengths.bottomLine) return {};
  return {
    bottomLine,
    bottomLineReviewed: false,
    bottomLineDraftedSentences: hashesOfSentences(drafted)
  };
}

function withPart(briefing: Briefing, part: DraftedParts['cards'][number]): Briefing {
  const { kind, heading, body: drafted } = part;
  const card = briefing.cards.find(
    (each) => each.kind === kind && sameName(each.heading, heading) && !each.clash
  );
  const standing = card ? new Set(cardLines(card)) : new Set();
  const lines = cardLines({ body: drafted }).filter((line) => !standing.has(line));
  const added = lines.map((line) => `- ${line}`).join('\n');
  if (added === '') return briefing;
  const unconfirmed = newCard(kind, {
    ...{ heading, body: added, reviewed: false, drafted: true },
    draftedSentences: hashesOfSentences(added)
  });
  if (!card) return { ...briefing, cards: [...briefing.cards, unconfirmed] };
  const body = [added, card.body].join(standing.size > 0 ? '\n' : '\n\n').trimEnd();
  if (body.length > maxCardLength) return briefing;
  const next: Card = { ...card, body, ...joinedReview(card, unconfirmed) };
  return {
    ...briefing,
    annotations: carryAnnotations(briefing.annotations, card, body),
    cards: briefing.cards.map((each) => (each === card ? next : each))
  };
}
