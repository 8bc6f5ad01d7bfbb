/** What a person can do with annotations: the intentions that margin and toolbar hand out. The desk carries them out. */
import type {
  Annotation,
  AnnotationKind,
  AnnotationLink,
  Target
} from '../../src-main/domain/briefing/annotation.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { TextFile } from '../../src-main/domain/program/article.js';
import type { NodeSpan } from './text/text-nodes.js';

/** What was selected, and in which text. */
export interface TextSelection {
  readonly target: Pick<Target, 'type' | 'id'>;
  /** The whole rendered text that `span` refers to. */
  readonly text: string;
  readonly span: NodeSpan;
}

export interface SelectionActions {
  highlight(kind: AnnotationKind): void;
  /** Highlights and opens the note to be written. */
  addNote(): void;
  /** Highlights and opens the tags to be written. */
  addTags(): void;
  /** Highlights and begins a position that rests on it. */
  useAsEvidence(): void;
  /** Highlights as a figure and begins to record one that rests on it. */
  recordFigure(): void;
}

/** What an annotation stood on and what stands there now, for the person to compare. */
export interface MendedWords {
  readonly was: string;
  /** `null` when nothing stands there, or it cannot be told what. */
  readonly now: string | null;
}

/** An actor, issue or position that words can be about. */
export interface Linkable extends AnnotationLink {
  readonly label: string;
}

/** What is being written, and of which annotation. `reply` is the id of the reply. */
export type Writing =
  | { readonly id: Id; readonly part: 'note' | 'tags' }
  | { readonly id: Id; readonly part: 'reply'; readonly reply: Id };

/** Files that annotations go to and come from. Tells of failures itself. */
export interface AnnotationFiles {
  /** Asks where to. */
  write(title: string, ending: string, text: string): Promise<void>;
  /** Asks for a file; `null` when that was cancelled or failed. */
  read(): Promise<TextFile | null>;
  /** The same of a file of references. */
  readReferences(): Promise<TextFile | null>;
  tell(sentence: string): void;
  tellFailure(sentence: string): void;
}

/** What a margin shows of the annotations beside their words. */
export interface NoteFacts {
  readonly annotations: NoteActions & {
    readonly active: Id | null;
    readonly writing: Writing | null;
  };
  /** What rests on each, in words. */
  readonly evidence: ReadonlyMap<Id, string>;
  readonly knownTags: readonly string[];
  readonly linkables: readonly Linkable[];
  /** Who else of a shared library changed it last, in words; empty for nobody. */
  readonly others: { readonly lastChange: (annotation: Annotation) => string };
  /** `null` when its place is in no doubt. */
  mendingOf(annotation: Annotation): MendedWords | null;
}

/** What the list of annotations leads to. */
export interface ListActions {
  /** Leads to the words of one. */
  open(id: Id): void;
  /** The focus goes back to the text. */
  close(): void;
  export(): void;
  import(): void;
  manageTags(): void;
}

export interface NoteActions {
  /** Shows which words and which note belong together; `reveal` scrolls the words into sight. */
  activate(id: Id, reveal?: boolean): void;
  startWriting(id: Id): void;
  /** The focus returns to the note, or to the text when nothing was written on a new one. */
  stopWriting(): void;
  /** The focus is elsewhere: what was begun and holds nothing goes. */
  leaveWriting(): void;
  setNote(id: Id, note: string): void;
  setTags(id: Id, tags: readonly string[]): void;
  setKind(id: Id, kind: AnnotationKind): void;
  remove(id: Id): void;
  recordPosition(id: Id): void;
  /** Looks for an orphan's words in the text as it is now. */
  findAgain(id: Id): void;
  /** Makes an orphan's words a card of their own, so that they have a place again. */
  keepAsNote(id: Id): void;
  /** Puts it onto the words that are selected now. */
  attach(id: Id): void;
  /** The words that stand there now are what is meant. */
  accept(id: Id): void;
  /** Opens a reply to be written; `null` for a new one. */
  startReply(id: Id, reply: Id | null): void;
  /** Blank takes the reply away. */
  setReply(id: Id, reply: Id, note: string): void;
  setLinks(id: Id, links: readonly AnnotationLink[]): void;
}
