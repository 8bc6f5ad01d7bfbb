/**
 * Article → Draft: the row of steps. Pure and deterministic; knows neither files nor threads.
 */
import type { Article } from '../domain/article.js';
import type { Draft } from '../domain/draft.js';
import { bottomLine } from './bottom-line.js';
import { paragraphsOf, toCards } from './cards.js';
import { headlineLength } from './headline.js';
import type { Outline } from './outline.js';
import { outlineMarkdown } from './outline-markdown.js';
import { outlineText } from './outline-text.js';
import { firstSentence } from './sentences.js';
import { type Range, toSpan } from './span.js';

/** `source.path` is the article's name: a caller who knows the path puts it in its place. */
export function draftArticle(article: Article): Draft {
  const { text } = article;
  const markdown = article.format === 'markdown';
  const outline = markdown ? outlineMarkdown(text) : outlineText(text);
  const lead = leadParagraphs(text, outline);
  const title = outline.title ?? titleFromLead(text, lead[0]);
  return {
    schema: 'briefing-draft/1',
    offsets: 'utf16',
    source: { path: article.name, sha256: article.sha256, length: text.length },
    language: {
      code: 'und',
      confidence: 0,
      suggestions: false,
      reason: 'Drafting of actors and positions is not part of this version.'
    },
    title: title && toSpan(text, title),
    dek: outline.dek && toSpan(text, outline.dek),
    summary: bottomLine(text, lead).map((range) => toSpan(text, range)),
    cards: toCards(text, outline.sections, markdown),
    actors: [],
    attributions: [],
    positions: [],
    positionChanges: [],
    figures: [],
    dates: [],
    events: [],
    constraints: [],
    outcomes: []
  };
}

/** The paragraphs of the first section that has any. */
function leadParagraphs(text: string, { sections }: Outline): Range[] {
  for (const section of sections) {
    const paragraphs = paragraphsOf(text, section);
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
