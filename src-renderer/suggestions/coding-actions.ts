/** What a person sees of the current statement and can do with it. The desk carries it out on the open briefing. */
import type { Stance } from '../../src-main/domain/briefing/entries.js';
import type { Acceptance } from '../../src-main/domain/news/accept-news.js';
import type { Coding } from '../../src-main/domain/news/coding.js';
import type { News } from '../../src-main/domain/news/news.js';
import type { Codable, Fold } from '../../src-main/domain/news/triage.js';
import type { IssueOnDigit } from '../../src-main/domain/suggestions/coding/issue-digits.js';
import type { FieldValues } from '../../src-main/domain/suggestions/fields.js';

/** What taking the statement does: it enters as `Acceptance` says, or is evidence of what it repeats. */
export type Taking = Acceptance | 'evidence';

/** The statement that is being coded. */
export interface CodedStatement {
  readonly suggestion: Codable;
  readonly coding: Coding;
  readonly offered: readonly IssueOnDigit[];
  /** The digit of the chosen issue; `null` where it is none of those that are offered. */
  readonly chosen: number | null;
  /** As it is coded now. */
  readonly news: News;
  /** The usual first, which the main action does, and the other way, if there is one. */
  readonly takings: readonly [Taking, Taking?];
  /** What keeps it from being taken, once somebody tried; `null` for nothing. */
  readonly problem: string | null;
}

export interface CodingState {
  /** How many open ones of all sources are folded away, and why; none of which there are none. */
  readonly folded: readonly { readonly fold: Fold; readonly count: number }[];
  /** Of the briefing, as they are worded. */
  readonly issues: readonly string[];
  /** Of the briefing, by name. */
  readonly actors: readonly string[];
  /** `null` where none is open at this place. */
  readonly statement: CodedStatement | null;
}

/** All but `unfold` act on the current statement. */
export interface CodingActions {
  /** 0 keeps the words as a statement. */
  chooseOffered(digit: number): void;
  /** In the person's own words. */
  chooseIssue(wording: string): void;
  chooseStance(stance: Stance): void;
  setCondition(condition: string): void;
  /**
   * Takes it and moves on to the next.
   *
   * @param way the usual one, or the other.
   * @returns whether it was taken; else `problem` says why not.
   */
  take(way?: 'usual' | 'other'): boolean;
  /** As all its fields say. */
  takeAs(values: FieldValues): void;
  /** Brings the next of those into sight, and leads to the first. */
  unfold(fold: Fold): void;
}
