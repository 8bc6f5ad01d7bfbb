/** What a document is made of below its headings: blocks, and runs of words in them. Plain data, as in document.ts. */
import type { AnnotationKind } from '../../briefing/annotation.js';
import type { Stance } from '../../briefing/entries.js';
import type { CellLook } from '../../terms/terms.js';

export type Direction = 'ltr' | 'rtl';

/** A mark on words. */
export interface Mark {
  readonly annotation: string;
  readonly kind: AnnotationKind;
  /** Of its note; `null` for a bare highlight. */
  readonly number: number | null;
}

export interface WordsRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly code?: true;
  readonly raised?: true;
  /** Beside what it belongs to, and less than it. */
  readonly soft?: true;
  /** A web or mail address that is safe to follow. */
  readonly link?: string;
  /** An anchor in the chapter. */
  readonly to?: string;
  /** Those that cover it, the widest first. */
  readonly marks?: readonly Mark[];
  /** Those whose first and whose last words these are. */
  readonly begins?: readonly Mark[];
  readonly ends?: readonly Mark[];
  /** Numbers of the notes that stand behind it. */
  readonly notes?: readonly number[];
  /** Where another than that around. */
  readonly language?: string;
  /** The stance that it names, with its sign. */
  readonly stance?: Stance;
}

export type InlineRun =
  | WordsRun
  | { readonly kind: 'break' }
  | {
      readonly kind: 'picture';
      /** `data:image/…;base64,…`; empty for one that is not at hand, which its description stands for. */
      readonly source: string;
      readonly description: string;
    };

export type Runs = readonly InlineRun[];

/** How words run where that is otherwise than in the document. */
interface Running {
  readonly direction?: Direction;
}

/** Blocks of running text: what somebody's own words are made of. */
export type TextBlock =
  | (Running & {
      readonly kind: 'paragraph';
      readonly runs: Runs;
      /** Of a paragraph of a source, such as “¶4”. */
      readonly number?: string;
      readonly look?: 'soft' | 'strong' | 'small';
    })
  | (Running & { readonly kind: 'heading'; readonly level: number; readonly runs: Runs })
  | (Running & {
      readonly kind: 'list';
      /** The first number; `null` for a list in no order. */
      readonly start: number | null;
      readonly items: readonly (readonly TextBlock[])[];
    })
  | (Running & { readonly kind: 'quote'; readonly blocks: readonly TextBlock[] })
  | { readonly kind: 'code'; readonly runs: Runs }
  | { readonly kind: 'rule' }
  | TableBlock;

export type Block =
  | TextBlock
  /** Words behind what they tell, such as “To:”. */
  | (Running & {
      readonly kind: 'labelled';
      readonly label: string;
      readonly runs: Runs;
    })
  | { readonly kind: 'deadline'; readonly label: string; readonly day: string }
  | (Running & {
      readonly kind: 'ask';
      /** Empty for the only one, and for words that lead to others. */
      readonly letter: string;
      readonly runs: Runs;
      /** To be ticked. */
      readonly boxes: readonly string[];
    })
  | { readonly kind: 'signature'; readonly labels: readonly string[] }
  | JudgementsBlock
  | MapBlock
  | TimelineBlock
  | SourceBlock
  | (Running & {
      readonly kind: 'speech';
      readonly words: string;
      /** Who says it, and when. */
      readonly signature: string;
      readonly newerVersion: string;
    })
  | (Running & {
      readonly kind: 'point';
      /** The id of the card that it tells. */
      readonly card: string;
      readonly heading: string;
      /** That nobody has reviewed it, in a word; empty for one that was. */
      readonly unreviewed: string;
      readonly sentence: string;
      readonly lines: readonly string[];
    })
  /** All notes of the chapter, by number. */
  | { readonly kind: 'notes' };

export interface JudgementsBlock {
  readonly kind: 'judgements';
  readonly heads: {
    readonly judgement: string;
    readonly likelihood: string;
    readonly confidence: string;
  };
  readonly entries: readonly {
    readonly runs: Runs;
    readonly direction?: Direction;
    readonly likelihood: Scale;
    readonly confidence: Steps;
    readonly reasons: readonly { readonly label: string; readonly words: string }[];
  }[];
}

export interface Scale {
  /** Such as “Very likely”, or that it is not judged. */
  readonly word: string;
  /** Such as “80–95 %”; empty for none. */
  readonly range: string;
  /** Per cent; `null`: not judged. */
  readonly from: number | null;
  readonly to: number | null;
}

interface Steps {
  readonly word: string;
  /** How many of three; 0: not judged. */
  readonly steps: number;
}

export interface TableBlock extends Running {
  readonly kind: 'table';
  /** `author`: out of somebody's own text. */
  readonly role:
    | 'author'
    | 'matrix'
    | 'events'
    | 'ledger'
    | 'statements'
    | 'outcomes'
    | 'figures'
    | 'point'
    | 'changes'
    | 'changed-entries';
  /** Above it; empty for none. */
  readonly caption: string;
  /** Beside the caption, less than it; empty for none. */
  readonly captionRemark: string;
  readonly head: readonly TableCell[];
  /** Of the columns, in per cent; `null` where they may be as the words make them. */
  readonly widths: readonly number[] | null;
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell extends Running {
  readonly runs: Runs;
  /** Below its words, a line each, less than they. */
  readonly lines?: readonly Runs[];
  readonly look?: CellLook;
  /** Ringed. */
  readonly isChanged?: true;
  /** Another took its place. */
  readonly isSuperseded?: true;
  readonly isHead?: true;
  /** As wide as so many columns. */
  readonly columns?: number;
  readonly align?: 'start' | 'center' | 'end';
  /** What leads to it. */
  readonly anchor?: string;
}

/** Many positions: a sign a cell, and below it what the signs leave out. */
export interface MapBlock {
  readonly kind: 'map';
  /** Too many issues for an upright page. */
  readonly isWide: boolean;
  readonly opening: string;
  readonly legend: readonly LegendEntry[];
  readonly tables: readonly MapTable[];
  readonly heads: {
    readonly group: string;
    readonly actor: string;
    readonly supporting: string;
    readonly opposing: string;
  };
  readonly below: readonly MapNotes[];
}

interface LegendEntry {
  /** Empty for a ring. */
  readonly sign: string;
  /** Empty for a look of its own. */
  readonly look: CellLook | 'changed' | '';
  readonly words: string;
}

export interface MapTable {
  readonly issues: readonly { readonly number: string; readonly wording: string }[];
  readonly groups: readonly {
    /** Such as “A”; empty for those of whom nothing is told, and where there are no groups. */
    readonly letter: string;
    /** Such as “Group A”; empty where there are no groups. */
    readonly name: string;
    readonly rows: readonly {
      readonly actor: string;
      readonly cells: readonly MapCell[];
      readonly supporting: string;
      readonly opposing: string;
    }[];
  }[];
  /** Below the rows, such as “In all for”: how many of each issue. */
  readonly totals: readonly { readonly name: string; readonly counts: readonly string[] }[];
}

export interface MapCell {
  readonly sign: string;
  /** Raised, behind the sign. */
  readonly raised: string;
  readonly look: CellLook | null;
  readonly isChanged: boolean;
}

export interface MapNotes {
  readonly title: string;
  readonly entries: readonly {
    readonly letter: string;
    readonly words: string;
    readonly cells: readonly { readonly number: string; readonly names: string }[];
    readonly cellsFirst: boolean;
  }[];
}

/** When who said and did what, as a drawing: places along the axis are parts of its length, 0 to 1. */
export interface TimelineBlock {
  readonly kind: 'timeline';
  /** All that it tells, for who does not see it. */
  readonly alternative: string;
  /** What it is drawn for, in sentences for formats that draw nothing; none where its section tells it otherwise. */
  readonly changes: readonly string[];
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** Where the axis leaves days out, so that what is far apart stands near. */
  readonly breaks: readonly number[];
  readonly legend: readonly LegendEntry[];
  readonly lanes: readonly {
    readonly title: string;
    readonly marks: readonly TimelineMark[];
  }[];
  /** What has a date and no place in the drawing, in a sentence; empty for nothing. */
  readonly leftOut: string;
}

export interface TimelineMark {
  readonly at: number;
  /** Empty for an event. */
  readonly sign: string;
  readonly stance: Stance | null;
  readonly words: string;
  /** Ringed: it took the place of another stance of the same actor. */
  readonly isChanged?: true;
}

export interface SourceBlock {
  readonly kind: 'source';
  readonly number: string;
  readonly title: string;
  readonly madeBy: string;
  readonly address: string;
  /** Whether the address is safe to follow. */
  readonly isLink: boolean;
  /** Empty, with its words, for a source that nobody graded. */
  readonly grade: string;
  readonly gradeInWords: string;
  readonly remarks: readonly string[];
}
