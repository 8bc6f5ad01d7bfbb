/** Puts words of a source at the end of a card, with whoever said them and the day. Pure; changes nothing that stands there. */
import { maxCardLength } from '../../../src-main/domain/base/limits.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { hashesOfSentences } from '../../../src-main/domain/briefing/drafted-sentences.js';
import { newCard } from '../../../src-main/domain/briefing/entries.js';
import { cardLines, joinedReview } from '../../../src-main/domain/briefing/reviewed.js';
import { escapeMarkdown } from '../../../src-main/domain/markdown/portable-markdown.js';
import type { CardWords } from '../../../src-main/domain/suggestions/card-words.js';
import { carryAnnotations } from './carry-annotations.js';
import { setCard } from './edits.js';

/**
 * As a line where the card holds nothing else, else as a paragraph. It is unreviewed until somebody confirms it; what
 * was reviewed stays so. The words lead to their place in the source as long as they stay as they are. `null` where the
 * card has no room for them, or is not there.
 *
 * @param day as the person writes days; empty for none
 */
export function addWords(
  briefing: Briefing,
  id: Id,
  { words, speaker }: Pick<CardWords, 'words' | 'speaker'>,
  day: string
): Briefing | null {
  const card = briefing.cards.find((each) => each.id === id);
  if (!card) return null;
  const label = [speaker, day].filter(Boolean).join(', ');
  const line = `${label === '' ? '' : `**${escapeMarkdown(label)}:** `}${escapeMarkdown(words)}`;
  const head = card.body.trimEnd();
  const [between, sign] =
    head === '' ? ['', ''] : cardLines(card).length > 0 ? ['\n', '- '] : ['\n\n', ''];
  const body = `${head}${between}${sign}${line}`;
  if (body.length > maxCardLength) return null;
  const added = newCard(card.kind, {
    ...{ body: line, reviewed: false, drafted: true },
    draftedSentences: hashesOfSentences(line)
  });
  const annotations = carryAnnotations(briefing.annotations, card, body);
  return setCard({ ...briefing, annotations }, id, { body, ...joinedReview(card, added) });
}
