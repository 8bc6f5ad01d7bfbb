/** What a section of a document is made of, in every format of running text. */
import type { Stance } from '../../domain/briefing/entries.js';
import type { MarkupNode } from './marked-tree.js';

export interface MarkupCell {
  readonly text: string;
  /** Numbers of the notes that it rests on. */
  readonly notes?: readonly number[];
  readonly stance?: Stance;
  /** Raised, behind the words: the letter of a condition and the like. */
  readonly raised?: string;
  /** Ringed. */
  readonly isChanged?: boolean;
  /** A heading of rows, as wide as so many columns. */
  readonly columns?: number;
}

export type MarkupBlock =
  | {
      readonly kind: 'markup';
      /** Made anew whenever it is asked for: a document holds many, and is written one after the other. */
      readonly nodes: readonly MarkupNode[];
    }
  | { readonly kind: 'line'; readonly text: string }
  /** Words behind what they tell, such as “To:”. */
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** Of the columns, in per cent; left out where they may be as the words make them. */
      readonly widths?: readonly number[];
      /** Signs in narrow columns, whose heads stand upright. */
      readonly isMap?: boolean;
      readonly rows: readonly (readonly MarkupCell[])[];
    }
  | {
      readonly kind: 'note';
      readonly number: number;
      /** Whether its words are marked in this document. */
      readonly isMarked: boolean;
      readonly quote: string;
      /** Of the quote, BCP 47. */
      readonly language: string;
      readonly place: string;
      readonly nodes: readonly MarkupNode[];
    };
