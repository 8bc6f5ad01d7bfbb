/** The texts of a briefing in which its writer speaks. */
import type { Briefing } from '../briefing/briefing.js';
import type { Card, LikelihoodScale, Outcome } from '../briefing/entries.js';
import type { Id } from '../base/values.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import type { LintFinding } from './finding.js';
import { sentencesOfLines } from '../text/sentences.js';
import type { Range } from '../text/range.js';

export interface Passage {
  readonly about: Id;
  readonly in: LintFinding['in'];
  readonly scale: LikelihoodScale;
  /** As a reader sees it, quotations and all. */
  readonly text: string;
  /** Sentence by sentence, what others said masked or left out. */
  readonly ownSentences: readonly string[];
}

const made = new WeakMap<Card | Outcome, Map<LikelihoodScale, Passage>>();

export function passagesOf(briefing: Briefing): readonly Passage[] {
  const scale = briefing.likelihoodScale;
  return [
    passage(briefing.id, 'bottom-line', scale, briefing.bottomLine),
    ...briefing.cards.map((card) =>
      passageOf(card, 'card', scale, `${card.heading}\n\n${card.body}`)
    ),
    ...briefing.outcomes.map((outcome) => passageOf(outcome, 'outcome', scale, outcome.statement))
  ];
}

/** The same entry gives the same passage, so that what was found in it need not be looked for again. */
function passageOf(
  entry: Card | Outcome,
  place: LintFinding['in'],
  scale: LikelihoodScale,
  markdown: string
): Passage {
  const known = made.get(entry) ?? new Map<LikelihoodScale, Passage>();
  made.set(entry, known);
  const found = known.get(scale) ?? passage(entry.id, place, scale, markdown);
  known.set(scale, found);
  return found;
}

export function passage(
  about: Id,
  place: LintFinding['in'],
  scale: LikelihoodScale,
  markdown: string
): Passage {
  const prose = withoutCode(markdown);
  const own = renderMarkdown(withoutBlockQuotes(prose)).text;
  const voice = maskQuotes(own);
  return {
    about,
    in: place,
    scale,
    text: renderMarkdown(prose).text,
    ownSentences: sentencesOfLines(own).map(({ start, end }) => voice.slice(start, end).trim())
  };
}

/** A finding about words of a passage. */
export function findingIn(
  { about, in: place }: Passage,
  rule: LintFinding['rule'],
  words: string,
  message: string
): LintFinding {
  return { rule, in: place, about, words: words.slice(0, 300), message };
}

/** Tells the writer's own words from those that are quoted. */

/** Stands for one unit that somebody else said. */
const masked = '▮';

/** As long as the text, with everything between quotation marks masked. */
function maskQuotes(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of findQuotations(text, { single: true })) {
    shown += text.slice(from, start) + masked.repeat(end - start);
    from = end;
  }
  return shown + text.slice(from);
}

/**
 * Markdown without code, which is nobody's words. The length of a fence is settled by a look ahead,
 * which is never gone back on: a text of nothing but backticks would cost its square.
 */
function withoutCode(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(?=(`{3,}|~{3,}))\1[^\n]*\n[^]*?(?:^ {0,3}\1[^\n]*$|$(?![^]))/gmu, '')
    .replace(/`[^`\n]+`/gu, '');
}

/** Markdown without its block quotes: those are not the writer's words either. */
function withoutBlockQuotes(markdown: string): string {
  return markdown.replace(/^ {0,3}>.*$/gmu, '');
}

/** What stands between double quotation marks, without them. */
export function quotationsOf(text: string): readonly string[] {
  return findQuotations(text, { single: false }).map(({ start, end }) =>
    text.slice(start + 1, end - 1)
  );
}

/** Where quotations stand in a text, each opened and closed within one paragraph. Linear in the text, whatever it holds. */

/** Opening mark → closing mark. */
const doubles: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '"': '"' };

/** With their marks, in the order of the text; none inside another. `single` adds those between ‘ and ’. */
export function findQuotations(text: string, { single }: { readonly single: boolean }): Range[] {
  const next = nextOf(text);
  const spans: Range[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const mark = text.charAt(start);
    const closing = doubles[mark];
    let end = -1;
    if (closing !== undefined) end = next(closing, start + 1);
    else if (single && mark === '‘' && !/\p{L}$/u.test(text.slice(Math.max(0, start - 2), start)))
      end = closingSingle(text, start + 1, next('‘', start + 1));
    if (end < 0 || end >= text.length || end > next('\n', start + 1)) continue;
    spans.push({ start, end: end + 1 });
    start = end;
  }
  return spans;
}

/** An apostrophe inside a word closes nothing. -1 for none before `limit`. */
function closingSingle(text: string, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, text.length); at += 1) {
    if (text[at] === '\n') return -1;
    if (text[at] === '’' && !/^\p{L}/u.test(text.slice(at + 1, at + 3))) return at;
  }
  return -1;
}

/** Finds the next of a sign at or behind a place, `Infinity` for none. The places asked for must not go back. */
function nextOf(text: string): (sign: string, from: number) => number {
  const known = new Map<string, number>();
  return (sign, from) => {
    const before = known.get(sign) ?? -1;
    if (before >= from) return before;
    const at = text.indexOf(sign, from);
    const found = at < 0 ? Infinity : at;
    known.set(sign, found);
    return found;
  };
}
