/** Page one as headings, lines and labelled lines: what Word, the web page and Markdown write it from. */
import { isOfChanges } from '../../domain/publication/changes-in-words.js';
import type { Ask } from '../../domain/publication/page-one.js';
import { reasonsOf } from '../../domain/terms/judged-in-words.js';
import type { PublishedJudgement } from '../../domain/publication/key-judgements.js';
import type { Labelled } from '../../domain/publication/source-summary.js';
import { capitalised, type Publication } from '../../domain/publication/publication.js';
import { isolatedAmong } from '../../domain/text/direction.js';
import type { PrintedWords } from '../../domain/terms/printed/en.js';
import type { MarkupBlock } from './blocks.js';
import { cited } from './sections.js';

/** What stands below the title, in this order. A page of changes has none of it. */
export interface PageOneMarkup {
  /** That it is a draft; empty for none. */
  readonly unreviewed: string;
  readonly before: readonly PageOnePart[];
  /** In Markdown; empty for none. */
  readonly bottomLine: string;
  readonly after: readonly PageOnePart[];
}

const nothing: PageOneMarkup = { unreviewed: '', before: [], bottomLine: '', after: [] };

export interface PageOnePart {
  /** Empty for none. */
  readonly heading: string;
  readonly blocks: readonly MarkupBlock[];
}

/** Parts without anything to tell are left out. */
export function pageOneMarkup(publication: Publication): PageOneMarkup {
  if (isOfChanges(publication)) return nothing;
  const { briefing, pageOne, unreviewed, words } = publication;
  const fixed = words.pageOne;
  const { address, decideBy, asks, options, judgements, sources, closing } = pageOne;
  const decide = decideBy === '' ? [] : [{ label: fixed.decideBy, words: decideBy }];
  const label = (each: Labelled) => labelled(each, words);
  const told = (parts: readonly PageOnePart[]) => parts.filter(({ blocks }) => blocks.length > 0);
  return {
    unreviewed,
    bottomLine: briefing.bottomLine.trim(),
    before: told([
      { heading: '', blocks: [...address, ...decide].map(label) },
      { heading: fixed.recommendation, blocks: asks.map((ask) => askBlock(ask, words)) }
    ]),
    after: told([
      {
        heading: fixed.judgements,
        blocks: judgements.flatMap((each, index) => judgementBlocks(each, index, words))
      },
      {
        heading: fixed.options,
        blocks: options.length > 0 ? [{ kind: 'list', items: options }] : []
      },
      {
        heading: fixed.sources,
        blocks: sources.map((each) => label({ ...each, words: `${each.words}.` }))
      },
      { heading: '', blocks: closing.map(label) }
    ])
  };
}

function labelled({ label, words: text }: Labelled, { colon }: PrintedWords) {
  return { kind: 'labelled' as const, label: `${label}${colon}`, text };
}

function askBlock({ letter, words, boxes }: Ask, { direction }: PrintedWords): MarkupBlock {
  const text = [words, ...boxes.map((box) => `☐\u00a0${box}`)].join(' ');
  return letter === ''
    ? { kind: 'line', text }
    : { kind: 'labelled', label: isolatedAmong(direction, `${letter})`), text };
}

/** How likely and how surely stand in lines of their own. */
function judgementBlocks(
  judgement: PublishedJudgement,
  index: number,
  words: PrintedWords
): readonly MarkupBlock[] {
  const { statement, likelihood, confidence, evidence } = judgement;
  const { columns, notJudged, confidences } = words;
  const likely = likelihood ? `${capitalised(likelihood.word)} (${likelihood.range})` : notJudged;
  const sure = confidence ? capitalised(confidences[confidence]) : notJudged;
  return [
    {
      ...{ kind: 'labelled', label: `${words.number(index + 1)}.`, place: 'first' },
      ...cited(statement, evidence, words)
    },
    ...[
      { label: columns.likelihood, words: likely },
      { label: columns.confidence, words: sure },
      ...reasonsOf(judgement, words)
    ].map((each) => ({ ...labelled(each, words), place: 'under' as const }))
  ];
}
