/** The texts of a briefing in which its writer speaks. */
import type { Briefing } from '../briefing/briefing.js';
import type { Card } from '../briefing/card.js';
import type { Id } from '../base/id.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import type { LikelihoodScale, Outcome } from '../briefing/outcome.js';
import type { Finding } from './finding.js';
import { maskQuotes, withoutBlockQuotes, withoutCode } from './own-voice.js';
import { sentencesOfLines } from '../text/sentences.js';

export interface Passage {
  readonly about: Id;
  readonly in: Finding['in'];
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
  place: Finding['in'],
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
  place: Finding['in'],
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
  rule: Finding['rule'],
  words: string,
  message: string
): Finding {
  return { rule, in: place, about, words: words.slice(0, 300), message };
}
