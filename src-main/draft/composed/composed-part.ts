/** A part of a composed briefing, line by line, before it becomes a card. */
import type { PartialDate } from '../../domain/base/values.js';
import type { CardKind } from '../../domain/briefing/entries.js';
import type { Range } from '../../domain/text/range.js';

export interface ComposedLine {
  /** What the drafter says of the words, such as who speaks or the day; empty for nothing. */
  readonly label: string;
  /** The words in the article's text; `null` for a line about the article as a whole. */
  readonly words: Range | null;
  /** Whether somebody speaks the words, so that they stand in quotation marks. */
  readonly spoken?: true;
  /** Of the words what the eye is to find; empty for nothing. */
  readonly strong: string;
  /** A sentence of ours, where there are no words; empty beside words. */
  readonly remark: string;
}

export interface ComposedPart {
  readonly heading: string;
  readonly kind: CardKind;
  readonly lines: readonly ComposedLine[];
}

/** What is known of the article beside its text. */
export interface LimitFacts {
  readonly published: PartialDate | null;
  /** The day of its file. */
  readonly made: PartialDate | null;
  /** Sentences of what the file held that could not be read. */
  readonly missing: readonly string[];
}
