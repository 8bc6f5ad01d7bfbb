/**
 * Article + draft → Briefing: what enters at once, because it only repeats the article's own words, and
 * is unreviewed until a person confirms it. Claims (actors, positions, figures) are suggestions and
 * enter when a person accepts them.
 */
import { type Article, noFacts } from '../domain/program/article.js';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { hashesOfSentences } from '../domain/briefing/drafted-sentences.js';
import { type Card, newCard } from '../domain/briefing/entries.js';
import type { Draft, DraftCard, DraftedParts, Span } from '../domain/suggestions/draft.js';
import { PartialDate } from '../domain/base/values.js';
import { type Source, type TextHash, newSource } from '../domain/briefing/source.js';
import { escapeMarkdown } from '../domain/markdown/portable-markdown.js';
import { latestDay } from '../domain/sources/day-of-sources.js';
import { authorIn, publisherIn } from '../domain/sources/head-of-article.js';
import { readWrittenDate } from '../domain/text/read-date.js';
import { underReport } from '../domain/suggestions/later-drafts.js';
import { composeParts } from './composed/compose-parts.js';
import type { ComposedLine, ComposedPart } from './composed/composed-part.js';
import { StorySentences } from './composed/story-sentences.js';
import { Voices } from './composed/voices.js';
import { articleDay } from './facts/article-day.js';
import { frontMatterOf } from './outline/front-matter.js';
import { type Outline, plainText } from './outline/outline.js';
import { namesWhole, nameAsTitle } from './outline/title.js';
import { outlineArticle, type Regrouped } from './regroup-article.js';

interface Composed {
  readonly briefing: Briefing;
  readonly texts: Readonly<Record<TextHash, string>>;
  /** The file that the text was read from, by its hash; empty where there is none. */
  readonly originals: Readonly<Record<TextHash, Uint8Array>>;
}

/** What a briefing is made of: the parts of a composed draft, the whole article in cards, or nothing. */
export type BriefingBasis =
  | {
      readonly as: 'composed';
      readonly draft: Draft;
      /** Which lines tell, beside who speaks; left out where all are of one day. */
      readonly day?: PartialDate | null;
    }
  | { readonly as: 'cards' | 'empty'; readonly draft: Regrouped };

export function composeBriefing(article: Article, basis: BriefingBasis, now: Date): Composed {
  const { draft } = basis;
  const outline = outlineArticle(article);
  const story = new StorySentences(article.text, outline, draft.title?.text ?? '');
  const voices = new Voices(article.text, story, draft);
  const title = draft.title
    ? titleOfDraft(article, outline, draft.title, voices)
    : titleOfFile(article);
  const source = toSource(article, outline, title, draft.cards[0]?.start ?? 0, now);
  const bottomLine = basis.as === 'empty' ? '' : toBottomLine(article, draft.summary, voices);
  const briefing: Briefing = {
    ...emptyBriefing(title.slice(0, 500), now),
    bottomLine,
    bottomLineReviewed: bottomLine === '',
    cards: cardsOf(article, story, voices, basis, source),
    sources: [source],
    date: latestDay([source]),
    ...(bottomLine !== '' && { bottomLineDraftedSentences: hashesOfSentences(bottomLine) })
  };
  const { sha256, text, original } = article;
  return {
    briefing,
    texts: { [sha256]: text },
    originals: original ? { [original.facts.hash]: original.content } : {}
  };
}

/** What a later article brings to a briefing, its lines under the day of the article. */
export function partsOfLater(article: Article, draft: Draft, now: Date): DraftedParts {
  const day = article.facts?.published ?? null;
  const { bottomLine, cards } = composeBriefing(
    article,
    { as: 'composed', draft, day },
    now
  ).briefing;
  return { bottomLine, cards: cards.map(({ kind, heading, body }) => ({ kind, heading, body })) };
}

/** Of an opening sentence that was cut it says so; a headline that stands by itself is whole. */
function titleOfDraft(
  article: Article,
  { title }: Outline,
  { start, end, text: words }: Span,
  voices: Voices
): string {
  const { text, format } = article;
  const isWhole = title !== null && start >= title.start && end <= title.end;
  const isCut = !isWhole && !/^(?:[.。!?…]|["”’»]|\s*(?:\n|$))/u.test(text.slice(end, end + 20));
  const told = `${shown(words, format === 'markdown')}${isCut ? '…' : ''}`;
  const voice = isWhole ? null : voices.at(start);
  const named = titleOfFile(article);
  // What somebody says in it is no title of a hearing.
  if (voice && namesWhole(named)) return named;
  return voice ? spokenBy(voice.name, told) : told;
}

function spokenBy(name: string, words: string): string {
  return `${name === '' ? '' : `${name}: `}${inQuotes(words)}`;
}

/** Words in quotation marks, unless the text has them so. */
function inQuotes(words: string): string {
  return /^["“][^"“”]*["”]$/u.test(words) ? words : `“${words}”`;
}

/** What the file says of itself, else its name. */
function titleOfFile({ facts, name }: Article): string {
  return facts && namesWhole(facts.title) ? facts.title : nameAsTitle(name);
}

function cardsOf(
  article: Article,
  story: StorySentences,
  voices: Voices,
  basis: BriefingBasis,
  source: Source
): readonly Card[] {
  if (basis.as !== 'composed') {
    return basis.as === 'empty' ? [] : basis.draft.cards.map((card) => toCard(article, card));
  }
  const facts = {
    published: source.published,
    made: article.facts?.made ?? null,
    missing: article.missing ?? []
  };
  return composeParts(article, story, voices, basis.draft, facts).map((part) =>
    toComposedCard(article, part, basis.day ?? null)
  );
}

/** With what is known of a card that nobody has looked at yet. */
function draftedCard(kind: Card['kind'], heading: string, body: string): Card {
  const draftedSentences = hashesOfSentences(body);
  return newCard(kind, { heading, body, reviewed: false, drafted: true, draftedSentences });
}

function toComposedCard(
  article: Article,
  { kind, heading, lines }: ComposedPart,
  day: PartialDate | null
): Card {
  // What is to come, or open, is not of the day of the article.
  const isOfDay = day !== null && kind !== 'outcome' && kind !== 'question';
  const body = lines
    .map((line) => `- ${lineAsMarkdown(article, isOfDay ? underDay(line, day) : line)}`)
    .join('\n');
  return draftedCard(kind, heading, body);
}

function underDay(line: ComposedLine, day: PartialDate): ComposedLine {
  if (readWrittenDate(line.label) !== null) return line;
  return { ...line, label: underReport(line.label, day) };
}

function lineAsMarkdown({ text, format }: Article, line: ComposedLine): string {
  const { label, words, spoken, strong, remark } = line;
  const start = label === '' ? '' : `**${escapeMarkdown(label)}:** `;
  if (!words) return start + escapeMarkdown(remark);
  const told = shown(text.slice(words.start, words.end), format === 'markdown');
  const sought = shown(strong, format === 'markdown');
  const at = sought === '' ? -1 : told.indexOf(sought);
  const [before, behind] = [told.slice(0, at), told.slice(at + sought.length)];
  const body =
    at < 0
      ? escapeMarkdown(told)
      : `${escapePiece(before)}**${escapePiece(sought)}**${escapePiece(behind)}`;
  return start + (spoken ? inQuotes(body) : body);
}

/** A piece of a line keeps the spaces at its ends. */
function escapePiece(piece: string): string {
  const words = piece.trim();
  return words === '' ? piece : piece.replace(words, () => escapeMarkdown(words));
}

function toCard(article: Article, card: DraftCard): Card {
  const body =
    article.format === 'markdown'
      ? article.text.slice(card.start, card.end)
      : escapedBody(article.text, card.spans);
  return draftedCard(card.kind, card.label.slice(0, 500), body);
}

/** Paragraphs apart; pieces of one long paragraph run on as they did in the article. */
function escapedBody(text: string, spans: readonly Span[]): string {
  return spans
    .map((span, i) => {
      const before = spans[i - 1];
      const gap = before ? text.slice(before.end, span.start) : '';
      const apart = !before ? '' : /[\n\r\u2028\u2029]/.test(gap) ? '\n\n' : gap;
      return apart + escapeMarkdown(span.text);
    })
    .join('');
}

function toSource(
  article: Article,
  outline: Outline,
  title: string,
  bodyStart: number,
  now: Date
): Source {
  const { facts = noFacts, text } = article;
  const headline = outline.title ? text.slice(outline.title.start, outline.title.end) : facts.title;
  const stated = frontMatterOf(article);
  const date = PartialDate.safeParse(stated('date', 'published').slice(0, 10));
  return newSource({
    title: title.slice(0, 1_000),
    publisher: (
      facts.publisher ||
      stated('publisher', 'publication', 'site') ||
      publisherIn(headline, text)
    ).slice(0, 500),
    author: (facts.author || stated('author', 'byline') || authorIn(text)).slice(0, 500),
    published: facts.published ?? (date.success ? date.data : articleDay(article, bodyStart)),
    url: (facts.url || stated('url', 'source', 'link'))
      .replace(/^(?!https?:\/\/).*$/, '')
      .slice(0, 2_000),
    text: article.sha256,
    format: article.format,
    original: article.original?.facts ?? null,
    importedAt: now.toISOString()
  });
}

function shown(words: string, markdown: boolean): string {
  return markdown ? plainText(words) : words.replace(/\s+/g, ' ');
}

/**
 * Sentences run on; points of a list, which end without a stop, stand apart. What somebody speaks stands in
 * quotation marks, behind the speaker's name.
 */
function toBottomLine(
  { text: article, format }: Article,
  summary: readonly Span[],
  voices: Voices
): string {
  const areSentences = summary.every(({ text }) => /[.!?…。！？؟۔।]["”’»)」]*$/u.test(text));
  let line = '';
  let before: Span | null = null;
  for (const span of summary) {
    const words =
      format === 'markdown' ? span.text : escapeMarkdown(span.text.replace(/\s+/g, ' '));
    const name = voices.at(span.start)?.name;
    const isSame = before !== null && voices.at(before.start)?.name === name;
    const space = before === null ? '' : areSentences ? ' ' : '\n\n';
    if (name === undefined) line += space + words;
    else if (before && isSame && goesOn(article, before, span)) {
      line = `${line.replace(/”$/, '')}${space}${words}”`;
    } else line += space + spokenBy(isSame ? '' : escapeMarkdown(name), words);
    before = span;
  }
  return line.replace(/(?<=[。！？][”」』）]?) /gu, '');
}

/** In the same paragraph, with nothing between them, and not in quotation marks there. */
function goesOn(text: string, before: Span, { start }: Span): boolean {
  return /^[^\S\n]*\n?[^\S\n]*$/.test(text.slice(before.end, start)) && !/["”]$/.test(before.text);
}
