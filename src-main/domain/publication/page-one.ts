/** What page one says before the cards: what is asked, by when, what is judged and how surely, and on what it rests. */
import { keepEntries } from '../base/map-entries.js';
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/entries.js';
import type { PrintedWords } from '../terms/printed/en.js';
import { allWords } from '../terms/printed/languages.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { capitalised } from '../text/joined-words.js';
import { judgementsOf, type PublishedJudgement } from './key-judgements.js';
import { sourceSummaryOf, type Labelled } from './source-summary.js';

/** One thing to decide, with the boxes to tick. */
export interface Ask {
  /** `a`, `b` and so on; empty for the only one, and for words that lead to others. */
  readonly letter: string;
  readonly words: string;
  readonly boxes: readonly string[];
}

/** Nothing of it is told where it is empty. */
export interface PageOne {
  /** What kind of paper it is; empty for a briefing that asks nothing of anybody. */
  readonly kind: string;
  readonly address: readonly Labelled[];
  /** A day in words. */
  readonly decideBy: string;
  readonly asks: readonly Ask[];
  readonly options: readonly string[];
  readonly judgements: readonly PublishedJudgement[];
  readonly sources: readonly Labelled[];
  /** Handling, clearance and contact. */
  readonly closing: readonly Labelled[];
}

/**
 * Of the whole briefing: a key judgement may be about what the edition leaves out. `numbers` are those of
 * the notes, by annotation.
 */
export function pageOneOf(
  briefing: Briefing,
  words: PrintedWords,
  numbers: ReadonlyMap<string, number> = new Map()
): PageOne {
  const { submission } = briefing;
  const { pageOne } = words;
  const labelled = (
    ...names: readonly ('to' | 'from' | 'copy' | 'handling' | 'clearance' | 'contact')[]
  ) =>
    names.flatMap((name) => {
      const told = submission[name].trim();
      return told === '' ? [] : [{ label: pageOne[name], words: told }];
    });
  const address = labelled('to', 'from', 'copy');
  const decideBy = submission.decideBy ? words.date(submission.decideBy) : '';
  const asks = asksIn(submission.recommendation, pageOne);
  const isAsked = decideBy !== '' || asks.length > 0;
  return {
    kind: isAsked ? pageOne.decision : address.length > 0 ? pageOne.submission : '',
    address,
    decideBy,
    asks,
    options: submission.options.map((option) => option.trim()).filter((option) => option !== ''),
    judgements: judgementsOf(briefing, numbers, words),
    sources: sourceSummaryOf(briefing, words),
    closing: labelled('handling', 'clearance', 'contact')
  };
}

/**
 * Each line is one, without the signs of a list and of emphasis. What is only to be noted cannot be refused; a line
 * that ends with a colon leads to those below it, and is no decision.
 */
function asksIn(recommendation: string, words: PrintedWords['pageOne']): readonly Ask[] {
  const lines = recommendation
    .split('\n')
    .map((line) =>
      renderMarkdown(line.replace(/^\s*(?:[-*+]|\d+[.)]|[a-z]\))\s+/u, '')).text.trim()
    )
    .filter((line) => line !== '');
  const isLead = (line: string, index: number) => /[:：]$/u.test(line) && index < lines.length - 1;
  const decisions = [...lines.keys()].filter((index) => !isLead(lines[index] ?? '', index));
  return lines.map((line, index) => {
    if (isLead(line, index)) return { letter: '', words: line, boxes: [] };
    const letter = decisions.length > 1 ? letterOf(decisions.indexOf(index)) : '';
    return {
      letter,
      words: line,
      boxes: isToBeNoted(line) ? [words.noted] : words.boxes
    };
  });
}

/** In any language: a document can be printed in another than that of its text. */
function isToBeNoted(line: string): boolean {
  return allWords.some(({ pageOne }) => pageOne.isToBeNoted.test(line));
}

/** `a` to `z`, then numbers. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : String(index + 1);
}

/** With its portion mark behind it: a mark before it would turn a heading that runs from the right. */
export function headingOfCard(card: Card, words: PrintedWords): string {
  const heading = card.heading.trim() || capitalised(words.cardKinds[card.kind]);
  const mark = portionMarkInWords(card.portionMark);
  return mark === '' ? heading : `${heading} ${mark}`;
}

/** How a card alone may be handled, in brackets: “(U)”; empty for none. */
export function portionMarkInWords(mark: string): string {
  const words = mark.trim();
  return words === '' || /^[([].*[)\]]$/u.test(words) ? words : `(${words})`;
}

/** Such as “Internal · Author’s copy, with private notes · Copy 3 of 12”; empty where nothing of it is to be told. */
export function markingInWords(
  marking: string,
  isAuthorsCopy: boolean,
  copyNumber: string,
  { pageOne }: PrintedWords
): string {
  const copy = copyNumber.trim();
  return [
    marking.trim(),
    isAuthorsCopy ? pageOne.authorsCopy : '',
    copy && pageOne.copyNumber(copy)
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Without the outcomes that page one tells as key judgements. */
export function beyondPageOne(briefing: Briefing): Briefing {
  const judged = new Set(briefing.keyJudgements.map(({ about }) => about));
  return { ...briefing, outcomes: keepEntries(briefing.outcomes, ({ id }) => !judged.has(id)) };
}
