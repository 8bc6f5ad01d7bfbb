/**
 * Article → title, lead and cards: what only regroups the article's own words. Fast, of any
 * language, and all that an import needs. Knows neither files nor threads.
 */
import type { Article } from '../domain/program/article.js';
import { type Draft, toSpan } from '../domain/suggestions/draft.js';
import { bottomLine, sectionParagraphs, toCards } from './cards/cards.js';
import { isBoilerplate } from './outline/boilerplate.js';
import { headlineLength } from './outline/headline.js';
import { type Outline, plainText } from './outline/outline.js';
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
  const title = outline.title ?? titleFromLead(text, lead);
  return {
    title: title && toSpan(text, title),
    dek: outline.dek && toSpan(text, outline.dek),
    summary: bottomLine(text, withoutHeadline(text, lead)).map((range) => toSpan(text, range)),
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
function titleFromLead(text: string, paragraphs: readonly Range[]): Range | null {
  const isTold = ({ start, end }: Range) =>
    !isBoilerplate(plainText(text.slice(start, Math.min(end, start + 1_000))));
  const paragraph = paragraphs.slice(0, 20).find(isTold) ?? paragraphs[0];
  if (!paragraph) return null;
  const { start, end } = firstSentence(text, paragraph);
  const sentence = text.slice(start, Math.min(end, start + 1_000)).replace(/[.。]$/, '');
  return { start, end: start + headlineLength(sentence) };
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
