/** What stands below the head before the sections: page one of a briefing, or all of a brief. */
import { confidences, type Outcome } from '../../briefing/entries.js';
import type { PrintedWords } from '../../terms/printed/en.js';
import { reasonsOf } from '../../terms/judged-in-words.js';
import { isolatedAmong, running } from '../../text/direction.js';
import { capitalised, joinedByCommas } from '../../text/joined-words.js';
import type { Brief } from '../brief.js';
import type { PrintedLikelihood } from '../claims.js';
import type { PublishedJudgement } from '../key-judgements.js';
import { underTheirDays } from '../next-date.js';
import { factsOfSource, sourceTitle } from '../number-notes.js';
import type { Labelled } from '../source-summary.js';
import { bottomLineHeading, type Publication } from '../publication.js';
import { cited, line, plain } from './cells.js';
import type { Block, Direction, JudgementsBlock } from './blocks.js';
import type { OpeningPart } from './document.js';
import { positionBlocks } from './positions.js';
import { blocksOfMarkdown, runningAs } from './written.js';

/** Parts without anything to tell are left out. A page of changes has none. */
export function openingOf(publication: Publication): readonly OpeningPart[] {
  const { template } = publication.edition;
  if (template === 'changes') return [];
  const parts = template === 'brief' ? briefParts(publication) : pageOneParts(publication);
  return parts.filter(({ blocks }) => blocks.length > 0);
}

function pageOneParts(publication: Publication): readonly OpeningPart[] {
  const { pageOne, words } = publication;
  return [
    ...askedParts(publication),
    bottomLine(publication),
    {
      role: 'judgements',
      heading: words.pageOne.judgements,
      blocks: judgements(pageOne.judgements, words, publication.direction)
    },
    options(publication),
    {
      role: 'sources',
      heading: words.pageOne.sources,
      blocks: pageOne.sources.map((each) =>
        labelled({ ...each, words: `${each.words}.` }, words, publication.direction)
      )
    },
    closing(publication)
  ];
}

function askedParts({ pageOne, words, direction }: Publication): readonly OpeningPart[] {
  const { address, decideBy, asks } = pageOne;
  const fixed = words.pageOne;
  return [
    {
      role: 'address',
      heading: '',
      blocks: [
        ...address.map((each) => labelled(each, words, direction)),
        ...(decideBy ? [{ kind: 'deadline', label: fixed.decideBy, day: decideBy } as const] : [])
      ]
    },
    {
      role: 'asks',
      heading: fixed.recommendation,
      blocks:
        asks.length === 0
          ? []
          : [
              ...asks.map(({ letter, words: asked, boxes }): Block => ({
                ...{ kind: 'ask', letter, runs: plain(asked), boxes },
                ...runningAs(asked, direction)
              })),
              { kind: 'signature', labels: [fixed.signed, fixed.date] }
            ]
    }
  ];
}

function labelled(
  { label, words: told }: Labelled,
  words: PrintedWords,
  direction: Direction
): Block {
  return {
    ...{ kind: 'labelled', label: `${label}${words.colon}`, runs: plain(told) },
    ...runningAs(told, direction)
  };
}

function bottomLine(publication: Publication): OpeningPart {
  const { bottomLine, direction } = publication;
  return {
    role: 'bottom-line',
    heading: bottomLineHeading(publication),
    blocks: blocksOfMarkdown(bottomLine, direction),
    source: { text: bottomLine, format: 'markdown' }
  };
}

function options({ pageOne, words, direction }: Publication): OpeningPart {
  const items = pageOne.options.map((option) => [line(option, direction)]);
  const list = { kind: 'list', start: null, items } as const;
  return {
    role: 'options',
    heading: words.pageOne.options,
    blocks: items.length > 0 ? [list] : []
  };
}

function closing({ pageOne, words, direction }: Publication): OpeningPart {
  const blocks = pageOne.closing.map((each) => labelled(each, words, direction));
  return { role: 'closing', heading: '', blocks };
}

function judgements(
  list: readonly PublishedJudgement[],
  words: PrintedWords,
  direction: Direction
): readonly JudgementsBlock[] {
  const entries = list.map((judgement) => {
    const { statement, likelihood, confidence, evidence } = judgement;
    return {
      runs: cited(statement, evidence, words),
      ...runningAs(statement, direction),
      likelihood: scaleOf(likelihood, words),
      confidence: stepsOf(confidence, words),
      reasons: reasonsOf(judgement, words).map((reason) => ({
        ...reason,
        label: `${reason.label}${words.colon}`
      }))
    };
  });
  return judgementsBlock(entries, words);
}

function judgementsBlock(
  entries: JudgementsBlock['entries'],
  words: PrintedWords
): readonly JudgementsBlock[] {
  if (entries.length === 0) return [];
  const { likelihood, confidence } = words.columns;
  const heads = { judgement: words.pageOne.judgement, likelihood, confidence };
  return [{ kind: 'judgements', heads, entries }];
}

function scaleOf(likelihood: PrintedLikelihood | null, words: PrintedWords) {
  return likelihood
    ? { ...likelihood, word: capitalised(likelihood.word) }
    : { word: words.notJudged, range: '', from: null, to: null };
}

function stepsOf(confidence: Outcome['confidence'], words: PrintedWords) {
  if (!confidence) return { word: words.notJudged, steps: 0 };
  const steps = confidences.length - confidences.indexOf(confidence);
  return { word: capitalised(words.confidences[confidence]), steps };
}

function briefParts(publication: Publication): readonly OpeningPart[] {
  const { brief, briefing, words, direction } = publication;
  if (!brief) return [];
  const { points, next, outcomes, quotes, evidence } = brief;
  const table = positionBlocks(publication, true);
  const part = (
    role: OpeningPart['role'],
    heading: string,
    blocks: readonly Block[]
  ): OpeningPart => ({
    ...{ role, heading, blocks }
  });
  return [
    ...askedParts(publication),
    options(publication),
    bottomLine(publication),
    part(
      'points',
      words.keyPoints,
      points
        .flatMap((each) => underTheirDays(each, briefing, words))
        .map(({ id, heading, unreviewed, point: { sentence, lines } }): Block => {
          const told = lines.length > 0 ? lines : [sentence];
          const areAll = told.every((each) => unreviewed.has(each));
          const marked = (each: string) =>
            unreviewed.has(each) && !areAll ? `${each} (${words.unreviewed})` : each;
          return {
            ...{ kind: 'point', card: id, heading, sentence, lines: lines.map(marked) },
            unreviewed: areAll ? words.unreviewed : '',
            ...runningAs(heading, direction)
          };
        })
    ),
    part(
      'next',
      words.nextDate,
      next ? [line(next.when, direction, { look: 'strong' }), line(next.what, direction)] : []
    ),
    part('outlook', words.headings.outcomes, outlook(outcomes, words, direction)),
    part(
      'quotes',
      words.inTheirWords,
      quotes.map(({ words: said, signature, newerVersion }): Block => ({
        ...{ kind: 'speech', words: said, signature, newerVersion },
        ...runningAs(said, direction)
      }))
    ),
    part('positions', words.headings.positions, [
      ...table,
      ...(table.length > 0 ? evidence : []).map(({ who, words: said }) =>
        labelled({ label: who, words: said }, words, direction)
      )
    ]),
    part('elsewhere', '', elsewhere(publication, brief)),
    closing(publication)
  ];
}

function outlook(
  outcomes: Brief['outcomes'],
  words: PrintedWords,
  direction: Direction
): readonly Block[] {
  const entries = outcomes.map(({ outcome, statement, likelihood, isUnquoted }) => ({
    runs: plain(isUnquoted ? `${statement} (${words.noQuote})` : statement),
    ...runningAs(statement, direction),
    likelihood: scaleOf(likelihood, words),
    confidence: stepsOf(outcome.confidence, words),
    reasons: []
  }));
  return judgementsBlock(entries, words);
}

/** What had no room, what is open, and from which sources all of it is. */
function elsewhere({ briefing, openPoints, words, direction }: Publication, { elsewhere }: Brief) {
  // Versions of one article have one title.
  const byTitle = new Map<string, Set<string>>();
  for (const source of briefing.sources) {
    const title = sourceTitle(source, words);
    const facts = joinedByCommas(factsOfSource(source, words), words.comma);
    byTitle.set(title, (byTitle.get(title) ?? new Set()).add(facts));
  }
  const sources = [...byTitle]
    .map(([title, versions]) => {
      const told = [...versions].filter(Boolean).join(`${words.semicolon} `);
      return isolatedAmong(words.direction, told === '' ? title : `${title} (${told})`);
    })
    .join(`${words.semicolon} `);
  return [
    elsewhere,
    openPoints > 0 ? words.pointsOpen(openPoints) : '',
    sources === '' ? '' : running(words.direction, words.fromSources(sources))
  ]
    .filter((told) => told !== '')
    .map((told) => line(told, direction, { look: 'small' }));
}
