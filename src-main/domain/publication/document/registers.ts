/** What is kept in registers as tables: events, the ledger, statements, outcomes, figures and open points. */
import { amountInWords } from '../../terms/terms.js';
import { capitalised } from '../../text/joined-words.js';
import { basisOf, namesBeside, standingOf } from '../claims.js';
import { datesOf } from '../../terms/days-of-position.js';
import type { PublishedSide } from '../points.js';
import type { Publication } from '../publication.js';
import { cell, cited, heads, line, lines, plain, stanceInWords } from './cells.js';
import type { Block, TableCell, Runs, TableBlock } from './blocks.js';
import { runningAs } from './written.js';

type Table = Pick<TableBlock, 'role' | 'head' | 'widths' | 'rows'> & Partial<TableBlock>;

function table(given: Table): TableBlock {
  return { kind: 'table', caption: '', captionRemark: '', ...given };
}

export function eventBlocks({ events, words, direction }: Publication): readonly Block[] {
  if (events.length === 0) return [];
  const { when, whatHappened, who } = words.columns;
  const rows = events.map(({ event, when, actors, evidence }) => [
    cell(when, direction, { isHead: true }),
    { runs: cited(event.title, evidence, words), ...runningAs(event.title, direction) },
    cell(namesBeside(actors, words), direction)
  ]);
  const head = heads([when, whatHappened, who], direction);
  return [table({ role: 'events', head, widths: [20, 50, 30], rows })];
}

/** A table an issue, so that each page repeats what is at issue. */
export function ledgerBlocks({ ledger, words, direction }: Publication): readonly Block[] {
  const { actor, stance, statement, when, basis } = words.columns;
  const head = heads([actor, stance, statement, when, basis], direction);
  return ledger.map(({ issue, claims }) => {
    const rows = claims.map((claim): readonly TableCell[] => {
      const { position, evidence, superseded } = claim;
      const [held, text] = [stanceInWords(position.stance, words), claim.statement];
      const days = datesOf(position, words, words.date);
      return [
        cell(claim.actor.name, direction, { isHead: true, anchor: claim.anchor }),
        {
          runs: cited(held, evidence, words),
          ...lines(standingOf(claim, words)),
          look: position.stance,
          ...(superseded && { isSuperseded: true })
        },
        cell(
          text,
          direction,
          lines([position.condition ? words.condition(position.condition) : ''])
        ),
        { runs: plain(days[0] ?? words.undated), ...lines(days.slice(1)) },
        cell(capitalised(basisOf(claim, words).join(`${words.comma} `)), direction)
      ];
    });
    return table({
      role: 'ledger',
      caption: issue.wording,
      head,
      widths: [15, 15, 30, 22, 18],
      rows
    });
  });
}

export function statementBlocks({ statements, words, direction }: Publication): readonly Block[] {
  if (statements.length === 0) return [];
  const { actor: who, statement: what, when: day } = words.columns;
  const rows = statements.map(({ statement, actor, when, evidence }) => [
    cell(actor.name, direction, { isHead: true }),
    { runs: cited(statement.text, evidence, words), ...runningAs(statement.text, direction) },
    cell(when || words.undated, direction)
  ]);
  return [
    table({
      role: 'statements',
      head: heads([who, what, day], direction),
      widths: [22, 56, 22],
      rows
    })
  ];
}

export function outcomeBlocks({
  outcomes,
  briefing,
  words,
  direction
}: Publication): readonly Block[] {
  if (!outcomes) return [];
  const { outcome: what, likelihood, confidenceInBasis } = words.columns;
  const rows = outcomes.outcomes.map(({ outcome, statement, likelihood: judged, evidence }) => [
    { runs: cited(statement, evidence, words), ...runningAs(statement, direction) },
    judged
      ? {
          runs: [
            { text: judged.word, bold: true as const },
            { text: ` ${judged.range}`, soft: true as const }
          ]
        }
      : cell(words.notJudged, direction),
    cell(outcome.confidence ? words.confidences[outcome.confidence] : words.notJudged, direction)
  ]);
  const legend = outcomes.legend
    .map(({ word, range }) => `${word} ${range}`)
    .join(`${words.semicolon} `);
  const meant = words.whatTheWordsMean(briefing.likelihoodScale);
  return [
    table({
      role: 'outcomes',
      head: heads([what, likelihood, confidenceInBasis], direction),
      widths: [56, 26, 18],
      rows
    }),
    line(`${meant}${words.colon} ${legend}.`, direction, { look: 'soft' })
  ];
}

export function figureBlocks({ figures, words, direction }: Publication): readonly Block[] {
  if (figures.length === 0) return [];
  const rows = figures.map(({ figure, basis, evidence }) => {
    const told = [figure.measures, basis && `(${basis})`].filter(Boolean).join(' ');
    return [
      cell(amountInWords(figure), direction, { isHead: true }),
      { runs: cited(told, evidence, words), ...runningAs(told, direction) }
    ];
  });
  const head = heads([words.columns.figure, words.columns.measures], direction);
  return [table({ role: 'figures', head, widths: [28, 72], rows })];
}

/** A table a point, under what it is about, and how it was settled below. */
export function pointBlocks({ points, words, direction }: Publication): readonly Block[] {
  const { columns } = words;
  return points.map(({ kind, about, labels, sides, settlement }) => {
    const row = (name: string, told: (side: PublishedSide) => TableCell): readonly TableCell[] => [
      cell(name, direction, { isHead: true }),
      ...sides.map(told)
    ];
    const held = ({ stance, isDenied }: PublishedSide): TableCell => {
      if (!stance) return { runs: [] };
      const told = stanceInWords(stance, words);
      return cell(isDenied ? words.deniedStance(told) : told, direction, { look: stance });
    };
    const quoted = ({ quotes }: PublishedSide): TableCell => {
      const [first, ...others] = quotes.map((quote): Runs => {
        const notes = quote.number === null ? {} : { notes: [quote.number] };
        const place = { text: quote.place || words.thisBriefing, soft: true as const, ...notes };
        return quote.words === '' ? [place] : [{ text: `${words.quoted(quote.words)} ` }, place];
      });
      return {
        runs: first ?? plain(words.noQuote),
        ...(others.length > 0 && { lines: others })
      };
    };
    return table({
      role: 'point',
      caption: about,
      captionRemark: kind,
      head: heads([columns.what, ...labels], direction),
      widths: [14, 43, 43],
      rows: [
        ...(sides[0].stance === null ? [] : [row(columns.stance, held)]),
        row(columns.words, (side) => cell(side.words, direction)),
        row(columns.when, ({ when }) => cell(when, direction)),
        row(columns.quotes, quoted),
        ...(settlement === ''
          ? []
          : [
              [
                cell(columns.settled, direction, { isHead: true }),
                cell(settlement, direction, { columns: 2 })
              ]
            ])
      ]
    });
  });
}
