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
  /** In front of its words and bolder, such as what kind of change they tell. */
  readonly lead?: string;
  /** Below its words, each in a line of its own. */
  readonly quotes?: readonly CellQuote[];
  /** Ringed. */
  readonly isChanged?: boolean;
  /** A heading of rows, as wide as so many columns. */
  readonly columns?: number;
}

export interface CellQuote {
  /** Such as “Before:”; empty for none. */
  readonly label: string;
  /** Empty where its number is enough. */
  readonly words: string;
  /** BCP 47, of the words. */
  readonly language: string;
  readonly number: number;
  /** Whether a note of this document tells more, by the number. */
  readonly hasNote: boolean;
}

export type MarkupBlock =
  | {
      readonly kind: 'markup';
      /** Made anew whenever it is asked for: a document holds many, and is written one after the other. */
      readonly nodes: readonly MarkupNode[];
    }
  | {
      readonly kind: 'line';
      readonly text: string;
      /** The web address in its words that is a link. */
      readonly link?: string;
    }
  /** Words behind what they tell, such as “To:”. */
  | {
      readonly kind: 'labelled';
      readonly label: string;
      readonly text: string;
      /** Numbers of the notes that it rests on. */
      readonly notes?: readonly number[];
      /** Of several that belong together: the first, which the others stand under. */
      readonly place?: 'first' | 'under';
    }
  /** In no order. */
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** Of the columns, in per cent; left out where they may be as the words make them. */
      readonly widths?: readonly number[];
      /** Signs in narrow columns, whose heads stand upright. */
      readonly isMap?: boolean;
      /** Of a map: what stands for each head where no words can stand upright. */
      readonly headSigns?: readonly string[];
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
      /** What a newer version of its source says in its place; empty for nothing. */
      readonly newerVersion: string;
      readonly nodes: readonly MarkupNode[];
    };
