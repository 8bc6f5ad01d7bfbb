/** Takes what a draft made of a later article into the text: the briefing is then led by it. Pure; drops no words of a person. */
import { maxCardLength, maxLengths } from '../../../src-main/domain/base/limits.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import {
  draftedAmong,
  hashOfLine,
  hashesOfSentences,
  sentencesOfMarkdown
} from '../../../src-main/domain/briefing/drafted-sentences.js';
import { type Card, newCard } from '../../../src-main/domain/briefing/entries.js';
import { cardLines, joinedReview } from '../../../src-main/domain/briefing/reviewed.js';
import { type Source, titleOfSource } from '../../../src-main/domain/briefing/source.js';
import {
  inOrder,
  latestSourceFirst,
  underReport,
  withoutDraftOf
} from '../../../src-main/domain/suggestions/later-drafts.js';
import type { DraftedParts } from '../../../src-main/domain/suggestions/draft.js';
import { sameName } from '../../../src-main/domain/text/fold-name.js';
import type { PartialDate } from '../../../src-main/domain/base/values.js';
import { dayOfLabel } from '../../../src-main/domain/text/read-date.js';
import { carryAnnotations } from './carry-annotations.js';
import { setCard } from './edits.js';

/**
 * Its lines stand first in the card of the same heading, behind those of later days, or in a new card; a line that
 * stands there stays as it is. Of the latest source the title and the bottom line become those of the briefing: in
 * place of another source's title, and of sentences that a draft wrote. `null` where a card or the bottom line has no
 * room for it.
 */
export function draftInto(
  briefing: Briefing,
  source: Source,
  { bottomLine, cards }: DraftedParts,
  now = new Date()
): Briefing | null {
  const others = briefing.sources.filter(({ id }) => id !== source.id);
  const leads = others.every((other) => latestSourceFirst(source, other) <= 0);
  const day = source.published ?? '';
  const dated = cards.length > 0 ? underTheirDay(briefing) : briefing;
  const isOfSource = others.some((other) => titleOfSource(other) === briefing.title);
  const led = {
    ...cards.reduce((all, part) => withPart(all, part, day), dated),
    dismissals: [...briefing.dismissals, withoutDraftOf(source, now)],
    ...(leads && isOfSource && { title: titleOfSource(source).slice(0, maxLengths.title) }),
    ...(leads && bottomLine !== '' && ledBy(briefing, bottomLine))
  };
  const isTooLong =
    led.bottomLine.length > maxLengths.bottomLine ||
    led.cards.some(({ body }) => body.length > maxCardLength);
  return isTooLong ? null : led;
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
  return {
    bottomLine: [drafted, kept].filter(Boolean).join('\n\n'),
    bottomLineReviewed: false,
    bottomLineDraftedSentences: hashesOfSentences(drafted)
  };
}

/** What is to come, or open, is of no day. */
const isOfDay = ({ kind }: Pick<Card, 'kind'>) => kind !== 'outcome' && kind !== 'question';
const dayOfLine = (line: string) => dayOfLabel(line.replaceAll('**', ''));

/** The lines of the first draft tell their day too, as soon as the briefing holds lines of another. */
function underTheirDay(briefing: Briefing): Briefing {
  const [first] = inOrder(briefing.sources);
  if (first?.published?.length !== 10) return briefing;
  const day = first.published;
  return briefing.cards.filter(isOfDay).reduce((all, card) => {
    const lines = cardLines(card);
    const isOfDraft = draftedAmong(lines, card.draftedSentences ?? []);
    const told = lines.map((line, index) =>
      isOfDraft[index] && dayOfLine(line) === '' ? underDay(line, day) : line
    );
    const now = new Map(lines.map((line, index) => [hashOfLine(line), hashOfLine(told[index]!)]));
    const body = told.map((line) => `- ${line}`).join('\n');
    const drafted = told.filter((_, index) => isOfDraft[index]).join('\n\n');
    return told.every((line, index) => line === lines[index])
      ? all
      : withCard(all, card, body, {
          confirmedLines: card.confirmedLines.map((hash) => now.get(hash) ?? hash),
          draftedSentences: [...(card.draftedSentences ?? []), ...hashesOfSentences(drafted)]
        });
  }, briefing);
}

function underDay(line: string, day: PartialDate): string {
  const [all = '', label = ''] = /^\*\*([^*]+):\*\* /u.exec(line) ?? [];
  return `**${underReport(label, day)}:** ${line.slice(all.length)}`;
}

function withCard(briefing: Briefing, card: Card, body: string, more: Partial<Card>): Briefing {
  const annotations = carryAnnotations(briefing.annotations, card, body);
  return setCard({ ...briefing, annotations }, card.id, { body, ...more });
}

/** Its lines stand before those of the same day and of earlier ones. */
function withPart(briefing: Briefing, part: DraftedParts['cards'][number], day: string): Briefing {
  const { kind, heading, body: drafted } = part;
  const card = briefing.cards.find(
    (each) => each.kind === kind && sameName(each.heading, heading) && !each.clash
  );
  const standing = card ? cardLines(card) : [];
  const lines = cardLines({ body: drafted }).filter((line) => !standing.includes(line));
  const toList = (some: readonly string[]) => some.map((line) => `- ${line}`).join('\n');
  const added = toList(lines);
  if (added === '') return briefing;
  const unconfirmed = newCard(kind, {
    ...{ heading, body: added, reviewed: false, drafted: true },
    draftedSentences: hashesOfSentences(added)
  });
  if (!card) return { ...briefing, cards: [...briefing.cards, unconfirmed] };
  const later = standing.findIndex((line) => dayOfLine(line) <= day);
  const at = later < 0 ? standing.length : later;
  const body =
    standing.length > 0
      ? toList([...standing.slice(0, at), ...lines, ...standing.slice(at)])
      : [added, card.body].join('\n\n').trimEnd();
  return withCard(briefing, card, body, joinedReview(card, unconfirmed));
}
