/** Page one as headings, lines and labelled lines: what Word, the web page and Markdown write it from. */
import { reasonsOf, type Ask } from '../../domain/publication/page-one.js';
import type { PublishedJudgement } from '../../domain/publication/key-judgements.js';
import type { Labelled } from '../../domain/publication/source-summary.js';
import { capitalised, type Publication } from '../../domain/publication/publication.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import type { MarkupBlock } from './blocks.js';

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
export function pageOneMarkup({ pageOne, words }: Publication): PageOneMarkup {
  const fixed = words.pageOne;
  const { address, decideBy, asks, options, judgements, sources, closing } = pageOne;
  const decide = decideBy === '' ? [] : [{ label: fixed.decideBy, words: decideBy }];
  const label = (each: Labelled) => labelled(each, words);
  const told = (parts: readonly PageOnePart[]) => parts.filter(({ blocks }) => blocks.length > 0);
  return {
    before: told([
      { heading: '', blocks: [...address, ...decide].map(label) },
      { heading: fixed.recommendation, blocks: asks.map(askBlock) }
    ]),
    after: told([
      {
        heading: fixed.judgements,
        blocks: judgements.flatMap((each, index) => judgementBlocks(each, index, words))
      },
      { heading: fixed.options, blocks: options.map((text) => ({ kind: 'line', text })) },
      {
        heading: fixed.sources,
        blocks: sources.map((each) => label({ ...each, words: `${each.words}.` }))
      },
      { heading: '', blocks: closing.map(label) }
    ])
  };
}

function labelled({ label, words: text }: Labelled, { colon }: PrintedWords): MarkupBlock {
  return { kind: 'labelled', label: `${label}${colon}`, text };
}

function askBlock({ letter, words, boxes }: Ask): MarkupBlock {
  const text = `${words} ${boxes.map((box) => `☐\u00a0${box}`).join(' ')}`;
  return letter === '' ? { kind: 'line', text } : { kind: 'labelled', label: `${letter})`, text };
}

/** How likely and how surely stand in lines of their own. */
function judgementBlocks(
  judgement: PublishedJudgement,
  index: number,
  words: PrintedWords
): readonly MarkupBlock[] {
  const { statement, likelihood, confidence } = judgement;
  const { columns, notJudged, confidences } = words;
  const likely = likelihood ? `${capitalised(likelihood.word)} (${likelihood.range})` : notJudged;
  const sure = confidence ? capitalised(confidences[confidence]) : notJudged;
  return [
    { kind: 'labelled', label: `${index + 1}.`, text: statement },
    ...[
      { label: columns.likelihood, words: likely },
      { label: columns.confidence, words: sure },
      ...reasonsOf(judgement, words)
    ].map((each) => labelled(each, words))
  ];
}
