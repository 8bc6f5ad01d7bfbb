/**
 * A position on selected words while its popover is open: what is filled in, what the person says instead,
 * and what comes of both. Pure.
 */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Stance } from '../../../src-main/domain/briefing/entries.js';
import type { Source } from '../../../src-main/domain/briefing/source.js';
import type { Acceptance } from '../../../src-main/domain/news/accept-news.js';
import type { News } from '../../../src-main/domain/news/news.js';
import { areAlike, readIssue } from '../../../src-main/domain/suggestions/alike-issues.js';
import type { OfferedIssue } from '../../../src-main/domain/suggestions/coding/offer-issues.js';
import { usualIssue } from '../../../src-main/domain/suggestions/coding/usual-issue.js';
import { conditionIn, conditionInWords } from '../../../src-main/domain/suggestions/condition.js';
import type { DraftPosition } from '../../../src-main/domain/suggestions/suggestion.js';
import type { Speaker } from '../../../src-main/domain/suggestions/who-speaks.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import { emptyPosition, positionProblems, type PositionForm } from './position-form.js';

/** What the person chose or typed; `null` of what stays as it is filled in. */
export interface GivenPosition {
  readonly actor: string | null;
  /** A wording; one that is not offered is another issue, empty until it is typed. */
  readonly issue: string | null;
  readonly stance: Stance | null;
  readonly condition: string | null;
  readonly said: string | null;
  /** What it does to the positions that it differs from. */
  readonly as: Acceptance | null;
}

export const nothingGiven: GivenPosition = {
  ...{ actor: null, issue: null, stance: null, condition: null, said: null, as: null }
};

/** What is known of the words without asking. */
export interface WordsRead {
  /** In one line. */
  readonly words: string;
  readonly speaker: Speaker;
  readonly offered: readonly OfferedIssue[];
  readonly source: Pick<Source, 'published' | 'publisher'> | null;
}

export interface QuickPosition {
  readonly actor: string;
  readonly issue: string;
  /** Its place among those offered; -1 for another, `null` for none yet. */
  readonly chosen: number | null;
  readonly stance: Stance | null;
  readonly condition: string;
  readonly said: string;
  /** Where the day comes from; empty where the person said it, or nobody knows it. */
  readonly saidFrom: string;
}

/** An issue is filled in only where the words name it, and a stance only with the issue that the draft reads it on. */
export function quickPosition(
  { words, speaker, offered, source }: WordsRead,
  given: GivenPosition
): QuickPosition {
  const { position, said } = speaker;
  const isOwnActor = given.actor === null;
  const wanted = isOwnActor && position ? readIssue(position.issue) : null;
  const isDrafted = (wording: string) => wanted !== null && areAlike(readIssue(wording), wanted);
  const usual =
    (wanted && usualIssue(offered, { words, drafted: position?.issue ?? null })) ??
    usualIssue(offered, { words, drafted: null });
  const issue = given.issue ?? usual?.wording ?? '';
  const read = position && isDrafted(issue) ? position : null;
  const stance = given.stance ?? read?.stance ?? null;
  const usualDay = said?.date ?? source?.published ?? '';
  return {
    actor: given.actor ?? speaker.name,
    issue,
    chosen:
      issue === '' && given.issue === null && offered.length > 0
        ? null
        : offered.findIndex(({ wording }) => wording === issue),
    stance,
    condition: given.condition ?? conditionOf(stance, read, words),
    said: given.said ?? usualDay,
    saidFrom: given.said !== null || usualDay === '' ? '' : fromWhat(said)
  };
}

/** As the draft reads it, else what the words name. */
function conditionOf(stance: Stance | null, read: DraftPosition | null, words: string): string {
  if (stance !== 'conditional') return '';
  return read?.stance === stance ? conditionIn(read) : conditionInWords(words);
}

function fromWhat(said: Speaker['said']): string {
  return said ? `from ${quoted(said.words)}` : 'the day of the source';
}

/** The whole form with everything that is known by now. */
export function wholeForm(
  quick: QuickPosition,
  { words, speaker, source }: WordsRead,
  evidence: Id,
  as: Acceptance
): PositionForm {
  const { actor, issue, stance, condition, said } = quick;
  return {
    ...emptyPosition([evidence]),
    ...{ actor, issue, stance, condition, said, statement: words },
    reported: source?.published ?? '',
    attribution: source?.publisher ?? '',
    status: speaker.direct ? 'stated' : 'reported',
    replaces: as === 'supersedes',
    drafted: speaker.drafted
  };
}

/** A sentence for each field that keeps it from being recorded; empty when it is ready. */
export function quickProblems(quick: QuickPosition): ReturnType<typeof positionProblems> {
  const { actor, issue, stance, condition, said } = quick;
  return positionProblems({ ...emptyPosition(), actor, issue, stance, condition, said });
}

/** What the popover shows. */
export interface QuickPositionFacts {
  readonly read: WordsRead;
  /** How far the source is read, from 0 to 1; `null` when it is. */
  readonly reading: number | null;
  /** Why nobody could be read out of the source; empty for no reason. */
  readonly unread: string;
  readonly quick: QuickPosition;
  /** The actors of the briefing, and whom the source names, by their full names. */
  readonly names: readonly string[];
  /** `null` until there is enough to tell. */
  readonly news: News | null;
  /** What it does to the positions that it differs from. */
  readonly as: Acceptance;
}

/** What else words can be taken for. */
export const otherTakes = ['highlight', 'note', 'tags', 'figure'] as const;
export type OtherTake = (typeof otherTakes)[number];

export interface QuickPositionActions {
  give(given: Partial<GivenPosition>): void;
  /** Called when there are no problems. */
  record(): void;
  /** Opens the whole form with all of it. */
  more(): void;
  /** Takes the words for something else; what was begun is left. */
  takeAs(what: OtherTake): void;
  /** Leaves nothing behind; the focus goes back to the words. */
  cancel(): void;
}
