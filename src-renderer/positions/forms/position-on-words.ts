/** A position on words of a source: what is filled in, as far as the person does not say otherwise. Pure. */
import { maxLengths } from '../../../src-main/domain/base/limits.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Stance } from '../../../src-main/domain/briefing/entries.js';
import type { Source } from '../../../src-main/domain/briefing/source.js';
import { areAlike, readIssue } from '../../../src-main/domain/suggestions/alike-issues.js';
import type { IssueOnDigit } from '../../../src-main/domain/suggestions/coding/issue-digits.js';
import { usualIssue } from '../../../src-main/domain/suggestions/coding/usual-issue.js';
import { conditionIn, conditionInWords } from '../../../src-main/domain/suggestions/condition.js';
import type { DraftPosition } from '../../../src-main/domain/suggestions/suggestion.js';
import { foldName } from '../../../src-main/domain/text/fold-name.js';
import type { Speaker } from '../../../src-main/domain/suggestions/who-speaks.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { emptyPosition, type Held, type PositionForm } from './position-form.js';

/** What is known of the words without asking. */
export interface WordsRead {
  /** In one line; empty where the form is of no words. */
  readonly words: string;
  readonly speaker: Speaker;
  readonly offered: readonly IssueOnDigit[];
  readonly source: Pick<Source, 'published' | 'publisher'> | null;
  /** The annotation of the words. */
  readonly evidence: readonly Id[];
}

interface UsualDay {
  readonly is: 'said' | 'reported';
  readonly date: string;
  /** How that is known. */
  readonly from: string;
}

/**
 * The day that is filled in; `null` where nobody knows it. What a source tells may have been said long before its
 * day, so that is the day of the report.
 */
export function usualDay({ speaker: { said }, source }: WordsRead): UsualDay | null {
  if (said) return { is: 'said', date: said.date, from: `from ${quoted(said.words)}` };
  if (!source?.published) return null;
  return { is: 'reported', date: source.published, from: 'the day of the source' };
}

/** Whether what the draft read of the speaker still holds: also where the person gave the same name in more words. */
export function isSpeaker(actor: string | undefined, { name }: Pick<Speaker, 'name'>): boolean {
  return actor === undefined || (name !== '' && foldName(actor).includes(foldName(name)));
}

/**
 * An issue is filled in only where the words name it, and a stance only with the issue that the draft reads it on.
 *
 * @param given what the person chose or typed.
 */
export function fillIn(read: WordsRead, given: Partial<PositionForm>): PositionForm {
  const { words, speaker, offered, source, evidence } = read;
  const { position } = speaker;
  const wanted = position && isSpeaker(given.actor, speaker) ? readIssue(position.issue) : null;
  const usual =
    (wanted && usualIssue(offered, { words, drafted: position?.issue ?? null })) ??
    usualIssue(offered, { words, drafted: null });
  const issue = given.issue ?? usual?.wording ?? '';
  const isDrafted = wanted !== null && areAlike(readIssue(issue), wanted);
  const drafted = isDrafted ? position : null;
  const stance = given.stance ?? drafted?.stance ?? null;
  return {
    ...emptyPosition(evidence),
    actor: speaker.name,
    statement: words.slice(0, maxLengths.statement),
    said: speaker.said?.date ?? '',
    reported: source?.published ?? '',
    attribution: source?.publisher.slice(0, maxLengths.relay) ?? '',
    status: words === '' || speaker.direct ? 'stated' : 'reported',
    drafted: speaker.drafted,
    ...given,
    ...{ issue, stance, condition: given.condition ?? conditionOf(stance, drafted, words) }
  };
}

/** As the draft reads it, else what the words name. */
function conditionOf(stance: Stance | null, read: DraftPosition | null, words: string): string {
  if (stance !== 'conditional') return '';
  return read?.stance === stance ? conditionIn(read) : conditionInWords(words);
}

/** What the form shows beside what is typed. */
export interface PositionFacts {
  /** What it chooses from. */
  readonly briefing: Briefing;
  readonly read: WordsRead;
  /** Whether the source is still being read. */
  readonly isReading: boolean;
  /** Whether nobody can be recorded yet: the source is still being read for who speaks. */
  readonly isWaiting: boolean;
  /** Why nobody could be read out of the source; empty for no reason. */
  readonly unread: string;
  /** The actors of the briefing, and whom the source names, by their full names. */
  readonly names: readonly string[];
  /** `null` for nothing known, and for a correction. */
  readonly held: Held | null;
}

/** What else words can be taken for. */
export const otherTakes = {
  ...{ highlight: 'Highlight', addNote: 'Note', addTags: 'Tag', recordFigure: 'Figure' }
} as const;
export type OtherTake = keyof typeof otherTakes;

export interface PositionFormActions {
  /** Called when there are no problems. */
  record(form: PositionForm): void;
  /** Shows all fields. */
  more(): void;
  /** Takes the words for something else; what was begun is left. */
  takeAs(what: OtherTake): void;
  /** Fills in what words tell that are chosen as evidence, where nothing is said of it yet. */
  fillFrom(annotation: Annotation): void;
  /** Leaves nothing behind; the focus goes back to the words. */
  cancel(): void;
}
