/**
 * Article → title, lead and cards: what only regroups the article's own words. Fast, of any
 * language, and all that an import needs. Knows neither files nor threads.
 */
import { withoutFullStop } from '../domain/text/joined-words.js';
import type { Article } from '../domain/program/article.js';
import { type Draft, toSpan } from '../domain/suggestions/draft.js';
import { sectionParagraphs, toCards } from './cards/cards.js';
import { bottomLine } from './composed/bottom-line.js';
import { isBoilerplate } from './outline/boilerplate.js';
import { headlineWithStop, titleLength } from './outline/headline.js';
import { type Outline, plainText } from './outline/outline.js';
import { outlineMarkdown } from './outline/outline-markdown.js';
import { outlineText } from './outline/outline-text.js';
import { isHeadline, nameAsTitle, namesWhole, titleWithin } from './outline/title.js';
import { firstSentence } from '../domain/text/sentences.js';
import { type Range, trimRange } from '../domain/text/range.js';

export type Regrouped = Pick<Draft, 'title' | 'dek' | 'summary' | 'cards'>;

export function regroupArticle(article: Article): Regrouped {
  return regroupOutline(article, outlineArticle(article));
}

export function outlineArticle({ text, format }: Article): Outline {
  return format === 'markdown' ? outlineMarkdown(text) : outlineText(text);
}

export function regroupOutline(
  { text, format, facts, name }: Article,
  outline: Outline
): Regrouped {
  const headline = outline.title && titleWithin(text, outline.title);
  const words = outline.title ? plainText(text.slice(outline.title.start, outline.title.end)) : '';
  const lead = summaryOf(text, outline, words);
  // What the file says of itself stands in no text that a title could lead to.
  const isSaid = namesWhole(facts?.title ?? '') || isHeadline(nameAsTitle(name));
  const title = headline ?? (isSaid ? null : titleFromLead(text, lead, outline));
  // What the title says already is no bottom line.
  const isTold = headline === null && title !== null && isAll(text, title, lead);
  const summary = isTold ? summaryOf(text, outline, words, lead[0]?.end) : lead;
  return {
    title: title && toSpan(text, title),
    dek: outline.dek && toSpan(text, outline.dek),
    summary: summary.map((range) => toSpan(text, range)),
    cards: toCards(text, outline.sections, format === 'markdown')
  };
}

/** Whether that is all that the lead says. */
function isAll(text: string, title: Range, lead: readonly Range[]): boolean {
  const [first, second] = lead;
  if (!first || second) return false;
  const [named, told] = [title, first].map(({ start, end }) => text.slice(start, end));
  return withoutFullStop(named ?? '') === withoutFullStop(told ?? '');
}

/** From the first section that has something to say behind `from`. */
function summaryOf(text: string, { sections }: Outline, title: string, from = 0): readonly Range[] {
  for (const section of sections) {
    const paragraphs = sectionParagraphs(text, section)
      .filter(({ end }) => end > from)
      .map(({ start, end }) => trimRange(text, { start: Math.max(start, from), end }));
    const headline = headlineWithStop(text, paragraphs);
    const summary = bottomLine(text, headline ? paragraphs.slice(1) : paragraphs, title);
    if (summary.length > 0) return summary;
  }
  return [];
}

/** A headline that was taken for the first paragraph, else the opening sentence; it stays in the body as well. */
function titleFromLead(
  text: string,
  [first]: readonly Range[],
  { sections }: Outline
): Range | null {
  const opening = sections[0] ? sectionParagraphs(text, sections[0]) : [];
  const headline = headlineWithStop(text, opening);
  if (headline) {
    return {
      ...headline,
      end: headline.start + withoutFullStop(text.slice(headline.start, headline.end)).length
    };
  }
  const paragraph = first ?? openingOf(text, sections);
  if (!paragraph) return null;
  const { start, end } = firstSentence(text, paragraph);
  const sentence = text.slice(start, Math.min(end, start + 1_000));
  return { start, end: start + titleLength(sentence) };
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
