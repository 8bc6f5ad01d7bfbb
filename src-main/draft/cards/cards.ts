/** Sections → cards in the article's order, one a heading or one a group of related paragraphs. */
import { type DraftCard, toSpan } from '../../domain/suggestions/draft.js';
import { cardKind, cardTitle } from './card-title.js';
import { groupParagraphs } from '../outline/group-paragraphs.js';
import { headline } from '../outline/headline.js';
import { breakLongParagraphs, splitParagraphs } from '../outline/paragraphs.js';
import { type OutlineSection, plainText } from '../outline/outline.js';
import { sentencesIn } from '../../domain/text/sentences.js';
import type { Range } from '../../domain/text/range.js';

/** UTF-16 units. Far below a card's limit, since escaping for Markdown can double the text. */
const longestCard = 60_000;
/** Sentences looked at for a heading. */
const candidates = 8;

export function toCards(
  text: string,
  sections: readonly OutlineSection[],
  markdown: boolean
): DraftCard[] {
  const cards = sections.flatMap((section) => {
    const paragraphs = sectionParagraphs(text, section);
    if (section.heading === null)
      return groupParagraphs(text, paragraphs).map((group) => groupCard(text, group, markdown));
    return sectionCards(text, section, paragraphs);
  });
  return cards.map((card, i) => ({ id: `c${i + 1}`, ...card }));
}

export function sectionParagraphs(text: string, section: OutlineSection): Range[] {
  return breakLongParagraphs(text, splitParagraphs(text, section.body));
}

type UnnumberedCard = Omit<DraftCard, 'id'>;

function sectionCards(
  text: string,
  { heading, body }: OutlineSection,
  paragraphs: readonly Range[]
): UnnumberedCard[] {
  const label = heading || 'Untitled section';
  if (!paragraphs.length) {
    return [{ label, kind: 'context', start: body.start, end: body.start, spans: [] }];
  }
  return packed(paragraphs).map((part, i) => card(text, part, i ? `${label} (${i + 1})` : label));
}

function groupCard(text: string, group: readonly Range[], markdown: boolean): UnnumberedCard {
  const sentences: string[] = [];
  for (const paragraph of group) {
    for (const { start, end } of sentencesIn(text, paragraph)) {
      const sentence = text.slice(start, Math.min(end, start + 1_000));
      sentences.push(markdown ? plainText(sentence) : sentence);
      if (sentences.length === candidates) return card(text, group, cardTitle(sentences));
    }
  }
  return card(text, group, cardTitle(sentences));
}

function card(text: string, group: readonly Range[], found: string): UnnumberedCard {
  // A heading that runs into its text, as “Gender;”.
  const label = found.replace(/[\s:;,–—-]+$/u, '');
  const start = group[0]?.start ?? 0;
  const end = group.at(-1)?.end ?? start;
  return {
    label: label || headline(text.slice(start, Math.min(end, start + 500))),
    kind: cardKind(`${label}\n${text.slice(start, Math.min(end, start + 5_000))}`),
    start,
    end,
    spans: group.map((range) => toSpan(text, range))
  };
}

/** Runs of paragraphs that each fit one card. */
function packed(paragraphs: readonly Range[]): Range[][] {
  const parts: Range[][] = [];
  for (const paragraph of paragraphs) {
    const part = parts.at(-1);
    const start = part?.[0]?.start;
    if (part && start !== undefined && paragraph.end - start <= longestCard) part.push(paragraph);
    else parts.push([paragraph]);
  }
  return parts;
}
