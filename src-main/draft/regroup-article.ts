/**
 * Article → title, lead and cards: what only regroups the article's own words. Fast, of any
 * language, and all that an import needs. Knows neither files nor threads.
 */
import type { Article } from '../domain/program/article.js';
import { type Draft, toSpan } from '../domain/suggestions/draft.js';
import { bottomLine, sectionParagraphs, toCards } from './cards/cards.js';
import { headlineLength } from './outline/headline.js';
import type { Outline } from './outline/outline.js';
import { outlineMarkdown } from './outline/outline-markdown.js';
import { outlineText } from './outline/outline-text.js';
import { firstSentence } from '../domain/text/sentences.js';
import type { Range } from '../domain/text/range.js';

export type Regrouped = Pick<Draft, 'title' | 'dek' | 'summary' | 'cards'>;

export function regroupArticle(article: Article): Regrouped {
  return regroupOutline(article, outlineArticle(article));
}

export function outlineArticle({ text, format }: Article): Outline {
  return format === 'markdown' ? outlineMarkdown(text) : outlineText(text);
}

export function regroupOutline({ text, format }: Article, outline: Outline): Regrouped {
  const lead = leadParagraphs(text, outline);
  const title = outline.title ?? titleFromLead(text, lead[0]);
  return {
    title: title && toSpan(text, title),
    dek: outline.dek && toSpan(text, outline.dek),
    summary: bottomLine(text, lead).map((range) => toSpan(text, range)),
    cards: toCards(text, outline.sections, format === 'markdown')
  };
}

/** The paragraphs of the first section that has any. */
function leadParagraphs(text: string, { sections }: Outline): Range[] {
  for (const section of sections) {
    const paragraphs = sectionParagraphs(text, section);
    if (paragraphs.length) return paragraphs;
  }
  return [];
}

/** The opening words, as far as a heading goes; they stay in the body as well. */
function titleFromLead(text: string, paragraph: Range | undefined): Range | null {
  if (!paragraph) return null;
  const { start, end } = firstSentence(text, paragraph);
  const sentence = text.slice(start, Math.min(end, start + 1_000)).replace(/[.。]$/, '');
  return { start, end: start + headlineLength(sentence) };
}
