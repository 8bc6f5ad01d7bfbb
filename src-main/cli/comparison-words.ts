/** A comparison for a person at a terminal. */
import {
  isUnchanged,
  type CardChange,
  type ComparedSide,
  type Comparison,
  type EntryChange,
  type NamedPositionChange
} from '../domain/compare/comparison.js';
import { entryWords } from '../domain/compare/told-changes.js';
import { sideInWords } from '../domain/compare/sides.js';
import { likelihoodWord } from '../domain/ledger/judgement.js';
import { dayOfPosition } from '../domain/ledger/ledger.js';
import type { Position } from '../domain/briefing/position.js';
import { capitalised } from '../domain/publication/publication.js';
import { changeWords, figureInWords, stanceWords } from '../domain/terms/terms.js';
import { gradeOf } from '../domain/briefing/source.js';
import type { DiffPiece } from '../domain/text/word-diff.js';
import { shown } from './io.js';

/** `remark` is a sentence on what was compared; empty for none. */
export function comparisonInWords(comparison: Comparison, remark = ''): string {
  const head = headOf(comparison, remark);
  const told = isUnchanged(comparison) ? 'Nothing changed.' : changesInWords(comparison);
  return [...head, told].join('\n\n');
}

/** Which states were compared, unless both are briefings as they are now. */
function headOf({ before, after }: Comparison, remark: string): readonly string[] {
  const sides = [before, after];
  if (sides.every(({ day, writtenBy, version }) => !day && !writtenBy && !version)) return [];
  const name = (side: ComparedSide) =>
    before.id === after.id
      ? capitalised(sideInWords(side))
      : `“${shown(side.title)}” ${sideInWords(side)}`;
  const lines = [`From: ${name(before)}`, `To:   ${name(after)}`];
  return [[...(remark ? [remark] : []), ...lines].join('\n')];
}

function changesInWords(comparison: Comparison): string {
  const { before, after } = comparison;
  const scaleOf = (side: typeof before) => side.likelihoodScale;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Title', comparison.title ? [diffInWords(comparison.title)] : []],
    ['Bottom line', comparison.bottomLine ? [diffInWords(comparison.bottomLine)] : []],
    ['Positions', comparison.positions.map(positionInWords)],
    [
      'Evidence',
      comparison.evidence.flatMap(({ actorName, issueWording, added, removed }) => [
        ...added.map((quote) => `+ ${actorName}, on ${issueWording}: “${quote}”`),
        ...removed.map((quote) => `- ${actorName}, on ${issueWording}: “${quote}”`)
      ])
    ],
    ['Cards', comparison.cards.map(cardInWords)],
    ['Figures', comparison.figures.map((f) => entry(f, figureInWords))],
    ['Events', comparison.events.map((e) => entry(e, (x) => `${x.date ?? 'undated'} ${x.title}`))],
    [
      'Outcomes',
      comparison.outcomes.map((change) =>
        entry(change, (x) => {
          const scale = scaleOf(x === change.before ? before : after);
          const word = x.likelihood ? likelihoodWord(scale, x.likelihood) : 'not judged';
          return `${x.statement} (${word})`;
        })
      )
    ],
    ['Sources', comparison.sources.map((s) => entry(s, (x) => `${x.title} (${gradeOf(x)})`))]
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}\n${lines.map((line) => `  ${shown(line)}`).join('\n')}`)
    .join('\n\n');
}

function entry<T>({ kind, before, after }: EntryChange<T>, tell: (entry: T) => string): string {
  const told = [before, after].flatMap((side) => (side === null ? [] : tell(side)));
  return `${entryWords[kind]}: ${told.join(' → ')}`;
}

function positionInWords(change: NamedPositionChange): string {
  const { kind, actorName, issueWording, before, after } = change;
  const sides = [before, after].flatMap((side) => (side ? stanceOf(side) : []));
  return `${changeWords[kind]}: ${actorName}, on ${issueWording}: ${sides.join(' → ')}`;
}

function stanceOf(position: Position): string {
  const day = dayOfPosition(position);
  const denied = position.status === 'denied' ? ' denied' : '';
  return `${stanceWords[position.stance].toLowerCase()}${denied}${day ? ` (${day})` : ''}`;
}

function cardInWords({ kind, moved, heading, body }: CardChange): string {
  const how = moved ? `${entryWords[kind]}, moved` : entryWords[kind];
  const words = kind === 'changed' ? diffInWords(body) : '';
  return `${how}: ${diffInWords(heading)}${words && ` · ${words}`}`;
}

/** As `git diff --word-diff` writes it; of long stretches that did not change, the ends. */
function diffInWords(pieces: readonly DiffPiece[]): string {
  return pieces
    .map(({ kind, text }) => {
      if (kind === 'removed') return `[-${text}-]`;
      if (kind === 'added') return `{+${text}+}`;
      return text.length > 80 ? `${text.slice(0, 30)} … ${text.slice(-30)}` : text;
    })
    .join('');
}
