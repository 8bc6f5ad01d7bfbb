/**
 * Which words of a draft's attributions are offered: none that a position rests on, and none twice, where one
 * person tells what another said. Pure.
 */
import type { Range } from '../text/range.js';
import { sentencesIn } from '../text/sentences.js';
import { type Draft, toSpan } from './draft.js';
import type { DraftQuote } from './suggestion.js';

/** Answers first. What a position takes part of keeps its other whole sentences. */
export function quotesWithFreeWords(draft: Draft, text: string): readonly DraftQuote[] {
  const quotes = [...viewsOf(draft), ...draft.attributions];
  const taken = new TakenWords();
  for (const { evidence } of draft.positions) taken.add(evidence);
  const found = new Map<DraftQuote, DraftQuote>();
  // Who tells comes before who is told of.
  for (const nested of [false, true]) {
    for (const quote of quotes) {
      if (quote.nested !== nested) continue;
      const content = quote.content.flatMap((words) => freeOf(taken, text, words));
      if (content.length === 0) continue;
      found.set(quote, { ...quote, content: content.map((range) => toSpan(text, range)) });
      for (const range of content) taken.add(range);
    }
  }
  return quotes.flatMap((quote) => found.get(quote) ?? []);
}

/** What is held in answers, as said word for word by whoever answers. */
function viewsOf({ answers }: Draft): readonly DraftQuote[] {
  if (!answers) return [];
  return answers.views.map((view) => ({
    ...{ id: '', source: null, cue: null, content: [view], actor: answers.actor, time: null },
    ...{ kind: 'direct', nested: false, hedges: [], rule: 'an answer in an interview' },
    confidence: 0.8
  }));
}

/** The words, or those of their sentences that nothing else rests on. */
function freeOf(taken: TakenWords, text: string, words: Range): readonly Range[] {
  if (!taken.has(words)) return [words];
  const sentences = [...sentencesIn(text, words)];
  return sentences.length > 1 ? sentences.filter((sentence) => !taken.has(sentence)) : [];
}

/** UTF-16 units: about as long as what somebody says. */
const blockLength = 256;

/** Ranges, found by where they are: a long article has thousands. */
class TakenWords {
  readonly #blocks = new Map<number, Range[]>();

  add(range: Range): void {
    for (const block of blocksOf(range)) {
      const known = this.#blocks.get(block);
      if (known) known.push(range);
      else this.#blocks.set(block, [range]);
    }
  }

  has({ start, end }: Range): boolean {
    return blocksOf({ start, end }).some((block) =>
      this.#blocks.get(block)?.some((other) => other.start < end && start < other.end)
    );
  }
}

function blocksOf({ start, end }: Range): readonly number[] {
  const first = Math.floor(start / blockLength);
  const count = Math.floor(end / blockLength) - first + 1;
  return Array.from({ length: count }, (_, i) => first + i);
}
