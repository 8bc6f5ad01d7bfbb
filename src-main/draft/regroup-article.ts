/**
 * Article → title, lead and cards: what only regroups the article's own words. Fast, of any
 * language, and all that an import needs. Knows neither files nor threads.
 */
import type { Article } from '../domain/program/article.js';
import { type Draft, toSpan } from '../domain/suggestions/draft.js';
import { sectionParagraphs, toCards } from './cards/cards.js';
import { bottomLine } from './composed/bottom-line.js';
import { isBoilerplate } from './outline/boilerplate.js';
import { headlineLength } from './outline/headline.js';
import { type Outline, plainText } from './outline/outline.js';
import { outlineMarkdown } from './outline/outline-markdown.js';
import { outlineText } from './outline/outline-text.js';
import { namesWhole, titleWithin } from './outline/title.js';
import { firstSentence } from '../domain/text/sentences.js';
import type { Range } from '../domain/text/range.js';

export type Regrouped = Pick<Draft, 'title' | 'dek' | 'summary' | 'cards'>;

export function regroupArticle(article: Article): Regrouped {
  return regroupOutline(article, outlineArticle(article));
}

export function outlineArticle({ text, format }: Article): Outline {
  return format === 'markdown' ? outlineMarkdown(text) : outlineText(text);
}

export function regroupOutline({ text, format, facts }: Article, outline: Outline): Regrouped {
  const headline = outline.title && titleWithin(text, outline.title);
  const words = outline.title ? plainText(text.slice(outline.title.start, outline.title.end)) : '';
  const summary = summaryOf(text, outline, words);
  // What the file says of itself stands in no text that a title could lead to.
  const isSaid = headline === null && namesWhole(facts?.title ?? '');
  const title = headline ?? (isSaid ? null : titleFromLead(text, summary, outline));
  return {
    title: title && toSpan(text, title),
    dek: outline.dek && toSpan(text, outline.dek),
    summary: summary.map((range) => toSpan(text, range)),
    cards: toCards(text, outline.sections, format === 'markdown')
  };
}

/** From the first section that has something to say. */
function summaryOf(text: string, { sections }: Outline, title: string): readonly Range[] {
  for (const section of sections) {
    const paragraphs = sectionParagraphs(text, section);
    const summary = bottomLine(text, withoutHeadline(text, paragraphs), title);
    if (summary.length > 0) return summary;
  }
  return [];
}

/** The opening words, as far as a heading goes; they stay in the body as well. */
function titleFromLead(
  text: string,
  [first]: readonly Range[],
  { sections }: Outline
): Range | null {
  const paragraph = first ?? openingOf(text, sections);
  if (!paragraph) return null;
  const { start, end } = firstSentence(text, paragraph);
  const sentence = text.slice(start, Math.min(end, start + 1_000)).replace(/[.。]$/, '');
  return { start, end: start + headlineLength(sentence) };
}

/** The first paragraph that no page prints around its story, where none is a lead. */
function openingOf(text: string, sections: Outline['sections']): Range | null {
  const paragraphs = sections
    .slice(0, 20)
    .flatMap((section) => sectionParagraphs(text, section).slice(0, 20));
  const isTold = ({ start, end }: Range) =>
    !isBoilerplate(plainText(text.slice(start, Math.min(end, start + 1_000))));
  return paragraphs.find(isTold) ?? paragraphs[0] ?? null;
}

/** UTF-16 units: a headline that is a sentence is no longer. */
const longestHeadline = 140;
/** Of its words, how many the lead says again. */
const sharedWithLead = 0.5;

/** A headline that ends in a full stop, and so was taken for the first paragraph, is no lead. */
function withoutHeadline(text: string, paragraphs: readonly Range[]): readonly Range[] {
  const [first, ...others] = paragraphs;
  const next = others.find(({ end, start }) => end - start > longestHeadline);
  if (!first || !next || first.end - first.start > longestHeadline) return paragraphs;
  const words = stemsOf(text.slice(first.start, first.end));
  const lead = stemsOf(text.slice(next.start, Math.min(next.end, next.start + 1_500)));
  const shared = [...words].filter((word) => lead.has(word)).length;
  return words.size >= 3 && shared >= sharedWithLead * words.size ? others : paragraphs;
}

function stemsOf(words: string): ReadonlySet<string> {
  return new Set((words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)));
}
