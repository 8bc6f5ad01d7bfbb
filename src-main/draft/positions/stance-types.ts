/** A stance as it is read: whose, which side, on what, and in which words. */
import type { Draft } from '../../domain/suggestions/draft.js';
import type { Range } from '../../domain/text/range.js';
import type { Token } from '../reading/tagger.js';
import type { IssueObject } from './issue-wording.js';

export type FoundStance = Draft['positions'][number]['stance'];

export interface ExplicitStance {
  readonly stance: FoundStance;
  readonly issue: IssueObject;
  /** The words that say it, from the verb or the speaker to the end of the object or its condition. */
  readonly words: Range;
  /** Whether it is told as what was held before, which may hold no longer: "had opposed", "once backed". */
  readonly former?: boolean;
  /** Whether its holder has decided on the deed, which "the order" or "the announcement" may be. */
  readonly decides?: boolean;
  /** By which words, for the person who confirms it. */
  readonly why: readonly string[];
}

/** With whose it is. */
export interface ToldStance extends ExplicitStance {
  readonly cue: Range;
  /** Token range of the sentence's own tokens that name the holder. */
  readonly holder: Range;
  /** Of the holder's last word, where names stand in a row: "Germany and Sweden". */
  readonly head: number;
  readonly tokens: readonly Token[];
  /** Whether it proposes, calls for or urges something, which "the call" or "this proposal" may be. */
  readonly asks: boolean;
  /** Of 1; how plainly the sentence says whose it is. */
  readonly sure: number;
}

/** What was spoken of before. */
export interface SpokenOf {
  /** What the last stance was on, to which "it" may refer. */
  readonly last: IssueObject | null;
  /** What was last called for or proposed: "the proposal". */
  readonly asked: IssueObject | null;
}

export interface Holder {
  readonly range: Range;
  /** The token that is its last word. */
  readonly head: number;
}

/** What a verb tells, before negations and conditions are looked at. */
export interface ToldByVerb {
  readonly side: 'supports' | 'opposes';
  readonly issue: IssueObject;
  /** The verb itself, for "will not back". */
  readonly word: string;
  /** Tokens of the words that take the side. */
  readonly cue: readonly [first: number, last: number];
  readonly why: string;
  /** The agent of a passive, else it is the subject. */
  readonly by: Holder | null;
}
