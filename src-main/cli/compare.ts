/** `standpoint compare`: what changed between two briefings, or in one between two days or versions. */
import { compareBriefings } from '../domain/compare/compare-briefings.js';
import {
  sideOf,
  sidesBetween,
  sidesByLedger,
  type Side,
  type Sides,
  sideInWords
} from '../domain/compare/sides.js';
import { firstDayOf, lastDayOf, type PartialDate } from '../domain/base/values.js';
import type { Library } from '../store/library.js';
import { readWritten, readWrittenPair } from '../handlers/export-from-library.js';
import { type CliCommand, dayOption, json, libraryAndJson, shown, UsageError } from './command.js';
import { findState, type FoundState, useLibrary } from './use-library.js';
import {
  isUnchanged,
  type CardChange,
  type ComparedSide,
  type Comparison,
  type EntryChange,
  type NamedPositionChange
} from '../domain/compare/comparison.js';
import { readablePieces } from '../domain/compare/readable-words.js';
import { bodyOfCard, entryWords, whatOfCard } from '../domain/compare/told-changes.js';
import { likelihoodWord } from '../domain/ledger/judgement.js';
import { dateOfPositionInWords } from '../domain/terms/days-of-position.js';
import { en } from '../domain/terms/printed/en.js';
import type { Position } from '../domain/briefing/entries.js';
import { capitalised } from '../domain/publication/publication.js';
import { betweenSides, changeWords, figureInWords, stanceWords } from '../domain/terms/terms.js';
import { gradeOf } from '../domain/briefing/source.js';
import type { DiffPiece } from '../domain/text/word-diff.js';

export const compare: CliCommand = {
  name: 'compare',
  usage: 'ID[@VERSION] [ID[@VERSION]] [--from DAY] [--until DAY] [--ledger]',
  summary: 'Tells what changed between two briefings, or in one between two days',
  details: `Cards are compared word by word, positions by what happened to them (new, withdrawn, reversed,
contested, open point, settled, hardened, softened, same stance on new evidence, restated, due for review). One briefing needs --from DAY or a version,
and is compared with itself as it is now, or on --until DAY.
A day stands for the briefing as it was written by the end of that day: the newest version that was
kept by then, or the briefing as it is now if it has not changed since. Where no version is that old, and
always with --ledger, the day stands for what the briefing now knows of it: the ledger by its dates,
events and sources by theirs; cards and outcomes carry no day and count as unchanged. What was
compared with what is said first. VERSION is a key that “versions” lists, its beginning, or the name
that a version was given; in place of a day. The JSON is described in docs/json.md.`,
  options: {
    ...libraryAndJson,
    from: { type: 'string' },
    until: { type: 'string' },
    ledger: { type: 'boolean' }
  },
  arity: [1, 2],
  async run({ positionals: [first = '', second], values }, io) {
    const [from, until] = [dayOption(values, 'from'), dayOption(values, 'until')];
    const byLedger = values['ledger'] === true;
    if (second === undefined && from === null && !first.includes('@')) {
      throw new UsageError(
        'compare needs two IDs, or one and --from DAY, or one with a version: ID@VERSION.'
      );
    }
    if (second === undefined && from && until && lastDayOf(until) < firstDayOf(from)) {
      throw new UsageError(`--until ${until} is before --from ${from}.`);
    }
    const { comparison, remark } = await useLibrary(values, io, 'read', async (opened) => {
      const before = await findState(opened, first);
      const after = second === undefined ? null : await findState(opened, second);
      refuseTwoTimes(before, from, '--from');
      refuseTwoTimes(after, until, '--until');
      const sides =
        after === null && !before.version
          ? await oneOnTwoDays(opened, before, { from, until }, byLedger)
          : {
              before: await side(opened, before, from, byLedger),
              after: await side(
                opened,
                after ?? { now: before.now, version: null },
                until,
                byLedger
              ),
              remark: ''
            };
      return {
        comparison: compareBriefings(sides.before, sides.after),
        remark: sides.remark
      };
    });
    io.out(values['json'] ? json(comparison) : comparisonInWords(comparison, remark));
    return 0;
  }
};

async function oneOnTwoDays(
  opened: Library,
  { now }: FoundState,
  days: { readonly from: PartialDate | null; readonly until: PartialDate | null },
  byLedger: boolean
): Promise<Sides> {
  if (byLedger) return { ...sidesByLedger(now, days), remark: '' };
  return sidesBetween(now, days, await readWrittenPair(opened, now, days));
}

async function side(
  opened: Library,
  { now, version }: FoundState,
  day: PartialDate | null,
  byLedger: boolean
): Promise<Side> {
  if (version) return sideOf(version);
  if (day === null || byLedger) return { briefing: now, day };
  const written = await readWritten(opened, now, day);
  return written ? sideOf(written, day) : { briefing: now, day };
}

function refuseTwoTimes(state: FoundState | null, day: PartialDate | null, option: string): void {
  if (!state?.version || day === null) return;
  throw new UsageError(`A version has its own time: give either @VERSION or ${option}, not both.`);
}

/** `remark` is a sentence on what was compared; empty for none. */
function comparisonInWords(comparison: Comparison, remark: string): string {
  const told = isUnchanged(comparison) ? 'Nothing changed.' : changesInWords(comparison);
  return [...headOf(comparison, remark), told].join('\n\n');
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
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Title', comparison.title ? [diffInWords(comparison.title)] : []],
    ['Bottom line', comparison.bottomLine ? [diffInWords(comparison.bottomLine)] : []],
    ['Page one', comparison.pageOne.map(({ name, words }) => `${name}: ${diffInWords(words)}`)],
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
          const { likelihoodScale } = x === change.before ? before : after;
          return `${x.statement} (${likelihoodWord(likelihoodScale, x.likelihood)})`;
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
  return `${changeWords[kind]}: ${actorName}, on ${issueWording}: ${sides.join(` ${betweenSides(kind)} `)}`;
}

function stanceOf(position: Position): string {
  const date = dateOfPositionInWords(position, en, String);
  const denied = position.status === 'denied' ? ' denied' : '';
  return `${stanceWords[position.stance].toLowerCase()}${denied}${date ? ` (${date})` : ''}`;
}

function cardInWords(change: CardChange): string {
  const words = change.kind === 'changed' ? diffInWords(bodyOfCard(change)) : '';
  return `${whatOfCard(change)}: ${diffInWords(change.heading)}${words && ` · ${words}`}`;
}

/** As `git diff --word-diff` writes it; of long stretches that did not change, the ends. */
function diffInWords(pieces: readonly DiffPiece[]): string {
  return readablePieces(pieces)
    .map(({ kind, text }) => {
      if (kind === 'removed') return `[-${text}-]`;
      if (kind === 'added') return `{+${text}+}`;
      return text.length > 80 ? `${text.slice(0, 30)} … ${text.slice(-30)}` : text;
    })
    .join('');
}
