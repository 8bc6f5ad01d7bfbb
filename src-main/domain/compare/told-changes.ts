/** A comparison as one list of changes to walk through, each with its words and its place. */
import type { Position } from '../briefing/entries.js';
import { likelihoodWord } from '../ledger/judgement.js';
import { gradeOf, titleOfSource } from '../briefing/source.js';
import { conditionAfter } from '../terms/condition-words.js';
import { dateOfPositionInWords } from '../terms/days-of-position.js';
import { en } from '../terms/printed/en.js';
import {
  betweenSides,
  changeWords,
  dateInWords,
  figureInWords,
  stanceSigns,
  stanceWords,
  whenOf
} from '../terms/terms.js';
import type { DiffPiece } from '../text/word-diff.js';
import type { CardChange, Comparison, EntryChange } from './comparison.js';
import { readablePieces, wordsOfCard } from './readable-words.js';
import type { Id } from '../base/values.js';

export const changeSections = {
  text: 'Title and bottom line',
  pageOne: 'Page one',
  cards: 'Cards',
  positions: 'Positions',
  evidence: 'Evidence',
  outcomes: 'Outcomes',
  figures: 'Figures',
  events: 'Events',
  sources: 'Sources'
} as const;
export type ChangeSection = keyof typeof changeSections;

export interface ToldChange {
  readonly section: ChangeSection;
  /** What happened, such as “Reversed” or “Added, moved”. */
  readonly kind: string;
  /** What it happened to; word by word where the name itself changed. */
  readonly name: readonly DiffPiece[];
  /** Word by word; empty where there is nothing beyond the name. */
  readonly words: readonly DiffPiece[];
  /** What it was and what it is, either of which may be missing; both empty for a change of words. */
  readonly before: string;
  readonly after: string;
  /** What stands between the two. */
  readonly between: ReturnType<typeof betweenSides>;
  /** `null` where the later briefing no longer has it. */
  readonly place: ChangePlace | null;
}

/** What became of an entry or a card. */
export const entryWords = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

/** By section, in the order of the comparison. */
export function toldChanges(comparison: Comparison): readonly ToldChange[] {
  const { before, after } = comparison;
  const { title, bottomLine, pageOne, cards, positions, evidence } = comparison;
  const entries = <T extends { readonly id: Id }>(
    section: 'outcomes' | 'figures' | 'events' | 'sources',
    changes: readonly EntryChange<T>[],
    name: (entry: T) => string,
    tell: (entry: T, side: typeof before) => string
  ): readonly ToldChange[] =>
    changes.map(({ kind, before: was, after: is }) => ({
      section,
      kind: entryWords[kind],
      name: same(name((is ?? was)!)),
      words: [],
      before: was ? tell(was, before) : '',
      after: is ? tell(is, after) : '',
      between: '→',
      place: is && (section === 'sources' ? { what: 'source', id: is.id } : { what: section })
    }));
  return [
    ...[
      { name: 'Title', pieces: title },
      { name: 'Bottom line', pieces: bottomLine }
    ].flatMap(({ name, pieces }) =>
      pieces
        ? [
            wordsChanged('text', 'Changed', same(name), readablePieces(pieces), {
              what: 'briefing'
            })
          ]
        : []
    ),
    ...pageOne.map(({ name, words }) =>
      wordsChanged('pageOne', 'Changed', same(name), readablePieces(words), { what: 'briefing' })
    ),
    ...cards.map((change) => {
      const { before: was, after: is, heading } = change;
      return wordsChanged(
        'cards',
        whatOfCard(change),
        heading.length > 0 ? readablePieces(heading) : same((is ?? was)?.kind ?? ''),
        bodyOfCard(change),
        is && { what: 'card', id: is.id }
      );
    }),
    ...positions.map(({ kind, actor, issue, actorName, issueWording, before: was, after: is }) => ({
      section: 'positions' as const,
      kind: changeWords[kind],
      name: same(`${actorName}, on “${issueWording}”`),
      words: [],
      before: was ? stanceInWords(was) : '',
      after: is ? stanceInWords(is) : '',
      between: betweenSides(kind),
      place: is && { what: 'cell' as const, actor, issue }
    })),
    ...evidence.map(({ actor, issue, actorName, issueWording, added, removed }) =>
      wordsChanged(
        'evidence',
        added.length === 0 ? 'Removed' : removed.length === 0 ? 'Added' : 'Changed',
        same(`${actorName}, on “${issueWording}”`),
        [...quotes('removed', removed), ...quotes('added', added)],
        { what: 'cell', actor, issue }
      )
    ),
    ...entries(
      'outcomes',
      comparison.outcomes,
      ({ statement }) => statement,
      ({ likelihood, horizon, confidence }, side) =>
        [
          likelihoodWord(side.likelihoodScale, likelihood),
          ...(horizon ? [`by ${dateInWords(horizon)}`] : []),
          ...(confidence ? [`${confidence} confidence`] : [])
        ].join(', ')
    ),
    ...entries(
      'figures',
      comparison.figures,
      ({ measures, wording }) => measures || wording,
      (figure) => figureInWords({ ...figure, measures: '' })
    ),
    ...entries('events', comparison.events, ({ title }) => title, whenOf),
    ...entries('sources', comparison.sources, titleOfSource, (source) => `grade ${gradeOf(source)}`)
  ];
}

/** What became of a card, such as “Added, moved”. */
export function whatOfCard(change: CardChange): string {
  const { kind, moved, before, after, heading, body } = change;
  const isRekinded = before && after && before.kind !== after.kind;
  const isChanged = (pieces: readonly DiffPiece[]) => pieces.some((piece) => piece.kind !== 'same');
  const isReshaped = isChanged(body) && !isChanged(heading) && bodyOfCard(change).length === 0;
  return [
    entryWords[kind],
    ...(moved ? ['moved'] : []),
    ...(isRekinded ? [`from ${before.kind} to ${after.kind}`] : []),
    ...(isReshaped ? ['formatting only'] : [])
  ].join(', ');
}

/** The words of its text, read without Markdown; none where they did not change. */
export function bodyOfCard(change: CardChange): readonly DiffPiece[] {
  const words = wordsOfCard(change);
  return words.some(({ kind }) => kind !== 'same') ? words : [];
}

/** How many of each section, those without any left out. */
export function countsOf(
  changes: readonly ToldChange[]
): readonly { readonly section: ChangeSection; readonly count: number }[] {
  return (Object.keys(changeSections) as ChangeSection[])
    .map((section) => ({
      section,
      count: changes.filter((change) => change.section === section).length
    }))
    .filter(({ count }) => count > 0);
}

function wordsChanged(
  section: ChangeSection,
  kind: string,
  name: readonly DiffPiece[],
  words: readonly DiffPiece[],
  place: ChangePlace | null
): ToldChange {
  return { section, kind, name, words, before: '', after: '', between: '→', place };
}

function same(text: string): readonly DiffPiece[] {
  return [{ kind: 'same', text }];
}

/** Each on a line of its own. */
function quotes(kind: 'added' | 'removed', words: readonly string[]): readonly DiffPiece[] {
  return words.flatMap((quote) => [
    { kind, text: `“${quote}”` },
    { kind: 'same', text: '\n' }
  ]);
}

/** Such as “+ Supports, 15 August 2025”. */
function stanceInWords(position: Position): string {
  const date = dateOfPositionInWords(position, en, dateInWords);
  return [
    `${stanceSigns[position.stance]} ${stanceWords[position.stance]}`,
    ...(position.status === 'denied' ? ['denied'] : []),
    ...(date ? [date] : []),
    ...(position.condition ? [conditionAfter('if:', position.condition)] : [])
  ].join(', ');
}

export type ChangePlace =
  | { readonly what: 'briefing' | 'outcomes' | 'figures' | 'events' }
  | { readonly what: 'card' | 'source'; readonly id: Id }
  | { readonly what: 'cell'; readonly actor: Id; readonly issue: Id };
