/** Page one as headings, lines and labelled lines: what Word, the web page and Markdown write it from. */
import { pageOneWords, reasonsOf, type Ask } from '../../domain/publication/page-one.js';
import type { PublishedJudgement } from '../../domain/publication/key-judgements.js';
import type { Labelled } from '../../domain/publication/source-summary.js';
import { capitalised, type Publication } from '../../domain/publication/publication.js';
import type { MarkupBlock } from './sections.js';

/** What stands before the bottom line, and behind it. */
export interface PageOneMarkup {
  readonly before: readonly PageOnePart[];
  readonly after: readonly PageOnePart[];
}

export interface PageOnePart {
  /** Empty for none. */
  readonly heading: string;
  readonly blocks: readonly MarkupBlock[];
}

/** Parts without anything to tell are left out. */
export function pageOneMarkup({ pageOne }: Publication): PageOneMarkup {
  const { address, decideBy, asks, options, judgements, sources, closing } = pageOne;
  const decide = decideBy === '' ? [] : [{ label: pageOneWords.decideBy, words: decideBy }];
  const told = (parts: readonly PageOnePart[]) => parts.filter(({ blocks }) => blocks.length > 0);
  return {
    before: told([
      { heading: '', blocks: [...address, ...decide].map(labelled) },
      { heading: pageOneWords.recommendation, blocks: asks.map(askBlock) }
    ]),
    after: told([
      { heading: pageOneWords.judgements, blocks: judgements.flatMap(judgementBlocks) },
      { heading: pageOneWords.options, blocks: options.map((text) => ({ kind: 'line', text })) },
      {
        heading: pageOneWords.sources,
        blocks: sources.map(({ label, words }) => labelled({ label, words: `${words}.` }))
      },
      { heading: '', blocks: closing.map(labelled) }
    ])
  };
}

function labelled({ label, words }: Labelled): MarkupBlock {
  return { kind: 'labelled', label: `${label}:`, text: words };
}

function askBlock({ letter, words, boxes }: Ask): MarkupBlock {
  const text = `${words} ${boxes.map((box) => `☐\u00a0${box}`).join(' ')}`;
  return letter === '' ? { kind: 'line', text } : { kind: 'labelled', label: `${letter})`, text };
}

/** How likely and how surely stand in lines of their own. */
function judgementBlocks(judgement: PublishedJudgement, index: number): readonly MarkupBlock[] {
  const { statement, likelihood, confidence } = judgement;
  return [
    { kind: 'labelled', label: `${index + 1}.`, text: statement },
    labelled({
      label: pageOneWords.likelihood,
      words: likelihood
        ? `${capitalised(likelihood.word)} (${likelihood.range})`
        : pageOneWords.notJudged
    }),
    labelled({
      label: pageOneWords.confidence,
      words: confidence ? capitalised(confidence) : pageOneWords.notJudged
    }),
    ...reasonsOf(judgement).map(labelled)
  ];
}
