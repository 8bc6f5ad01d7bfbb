/** What a document says of parts that nobody has confirmed, and where the lines of a card stand in the sources. */
import { WordsOfSources } from '../anchoring/lines-in-sources.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import { isReviewed, cardLines, unreviewedLines } from '../briefing/reviewed.js';
import { type TextHash, textOfSource } from '../briefing/source.js';
import { paragraphStarts } from '../markdown/paragraph-starts.js';
import { renderMarkdown, renderText } from '../markdown/render-markdown.js';
import type { PrintedWords } from '../terms/printed/en.js';

/** Finds where the lines of cards stand. Sources are read once it is asked for the first. */
export class PrintedPlaces {
  #words: WordsOfSources | null = null;

  constructor(
    private readonly sources: Briefing['sources'],
    private readonly texts: Readonly<Record<TextHash, string>>
  ) {}

  /** Such as “¶6, ¶4”, or “2 ¶6” for the second of several sources, in the order of the lines; empty for none. */
  of({ body }: Pick<Card, 'body'>): string {
    if (cardLines({ body }).length === 0) return '';
    this.#words ??= new WordsOfSources(
      this.sources.map((source) => {
        const { html, text } = renderText(textOfSource(source, this.texts) ?? '', source.format);
        return { id: source.id, text, paragraphs: paragraphStarts(html) };
      })
    );
    const places = this.#words.find(renderMarkdown(body).text).map(({ source, paragraph }) => {
      const number = this.sources.findIndex(({ id }) => id === source) + 1;
      return this.sources.length > 1 ? `${number} ¶${paragraph}` : `¶${paragraph}`;
    });
    return [...new Set(places)].join(', ');
  }
}

/** Above the heading of a card: its kind, that it is to be settled, what of it is unreviewed, and the places of its lines. */
export function kickerOf(card: Card, places: PrintedPlaces, words: PrintedWords): string {
  const unsettled = card.clash ? words.unsettled : '';
  return [words.cardKinds[card.kind], unsettled, unreviewedOf(card, words), places.of(card)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Such as “unreviewed”, or “lines 2 and 4 of 5 unreviewed” once somebody has begun; empty for nothing. */
function unreviewedOf(card: Card, words: PrintedWords): string {
  if (isReviewed(card)) return '';
  const { length } = cardLines(card);
  const left = unreviewedLines(card);
  if (left.length === length) return words.unreviewed;
  return words.linesUnreviewed(
    left.map((index) => words.number(index + 1)),
    length
  );
}
