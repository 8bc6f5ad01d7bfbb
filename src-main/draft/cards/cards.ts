/** Sections → cards in the article's order, one a heading or one a group of related paragraphs; and the bottom line. */
import { type DraftCard, toSpan } from '../../domain/suggestions/draft.js';
import { cardKind, cardTitle } from './card-title.js';
import { groupParagraphs } from '../outline/group-paragraphs.js';
import { endsAsSentence, isBoilerplate } from '../outline/boilerplate.js';
import { headline } from '../outline/headline.js';
import { breakLongParagraphs, splitParagraphs } from '../outline/paragraphs.js';
import {
  type OutlineSection,
  plainText,
  datelineLength,
  referenceLength
} from '../outline/outline.js';
import { sentencesIn } from '../../domain/text/sentences.js';
import type { Range } from '../../domain/text/range.js';
import { clippedLength } from './clip.js';

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

function card(text: string, group: readonly Range[], label: string): UnnumberedCard {
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

/** UTF-16 units: one sentence always, a second one where both stay within the first, cut beyond the second. */
const comfortable = 400;
const longest = 600;
/** UTF-16 units: what is shorter tells nothing, where there is a paragraph that does. */
const telling = { paragraph: 40, sentence: 16 };
/** Paragraphs further down are no lead; points of a list are one only near the top. */
const furthest = { prose: 60, points: 12 };

/**
 * News leads beat sentence ranking (TextRank and the like) as summaries, so nothing is ranked.
 *
 * Up to two sentences from the first two paragraphs of prose, else from the first points of a list.
 * What a page prints around its story is passed over.
 */
export function bottomLine(text: string, paragraphs: readonly Range[]): Range[] {
  const near = paragraphs.slice(0, furthest.prose).filter((p) => !isAround(text, p));
  const prose = near.filter((p) => isProse(text.slice(p.start, Math.min(p.end, p.start + 400))));
  // A text without a full stop anywhere has no better lead.
  const sentences = prose.filter((p) =>
    endsAsSentence(text.slice(Math.max(p.start, p.end - 60), p.end))
  );
  const whole = sentences.length > 0 ? sentences : prose;
  const told = whole.filter(({ start, end }) => end - start >= telling.paragraph);
  const lead = whole.length
    ? (told.length > 0 ? told : whole).map((p) => withoutDateline(text, p))
    : near.slice(0, furthest.points).flatMap((p) => listPoint(text, p) ?? []);
  const chosen: Range[] = [];
  let length = 0;
  for (const paragraph of lead.slice(0, 2)) {
    for (const found of sentencesIn(text, paragraph)) {
      const sentence = { ...found, start: found.start + referenceLength(text, found) };
      // “Introduction.”, “Okay.”
      if (told.length > 0 && sentence.end - sentence.start < telling.sentence) continue;
      length += sentence.end - sentence.start;
      if (chosen.length && length > comfortable) return chosen;
      chosen.push(clipped(text, sentence));
      if (chosen.length === 2) return chosen;
    }
  }
  return chosen;
}

function isAround(text: string, { start, end }: Range): boolean {
  return isBoilerplate(plainText(text.slice(start, Math.min(end, start + 1_000))));
}

/** Any script; not a list, a table, code, an image, or an interviewer's question. */
function isProse(paragraph: string): boolean {
  const [line = ''] = paragraph.split(/[\n\r]/, 1);
  if (/\S(?:\t| {3})/.test(line) || /[?:؟？]["”’»]*$/.test(paragraph)) return false;
  return (
    /^["“«'(*_[「]?[*_]*\p{L}/u.test(paragraph) &&
    (paragraph.length > 80 || /[.!…。！۔।]/.test(paragraph))
  );
}

function withoutDateline(text: string, { start, end }: Range): Range {
  return { start: start + datelineLength(text.slice(start, Math.min(end, start + 200))), end };
}

/** The words of a list's point, without its mark. */
function listPoint(text: string, { start, end }: Range): Range | null {
  const mark = /^(?:[-*+•–—]|\d+[.)])\s+(?=\p{L})/u.exec(text.slice(start, start + 40))?.[0];
  return mark === undefined ? null : { start: start + mark.length, end };
}

function clipped(text: string, { start, end }: Range): Range {
  return {
    start,
    end: start + clippedLength(text.slice(start, Math.min(end, start + longest + 1)), longest)
  };
}
