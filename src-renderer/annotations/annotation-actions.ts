/** What a person can do with annotations: the intentions that margin and toolbar hand out. The desk carries them out. */
import type { AnnotationKind, Target } from '../../src-main/domain/annotation.js';
import type { Id } from '../../src-main/domain/id.js';
import type { Span } from './spans.js';

/** What was selected, and in which text. */
export interface TextSelection {
  readonly target: Pick<Target, 'type' | 'id'>;
  /** The whole rendered text that `span` refers to. */
  readonly text: string;
  readonly span: Span;
}

export interface SelectionActions {
  highlight(kind: AnnotationKind): void;
  /** Highlights and opens the note to be written. */
  addNote(): void;
  /** Highlights and opens the tags to be written. */
  addTags(): void;
  /** Highlights and begins a position that rests on it. */
  useAsEvidence(): void;
}

export interface NoteActions {
  /** Shows which words and which note belong together; `reveal` scrolls the words into sight. */
  activate(id: Id, reveal?: boolean): void;
  startWriting(id: Id): void;
  /** The focus returns to the note. */
  stopWriting(): void;
  setNote(id: Id, note: string): void;
  setTags(id: Id, tags: readonly string[]): void;
  setKind(id: Id, kind: AnnotationKind): void;
  remove(id: Id): void;
  recordPosition(id: Id): void;
  /** Looks for an orphan's words in the text as it is now. */
  findAgain(id: Id): void;
  /** Makes an orphan's words a card of their own, so that they have a place again. */
  keepAsNote(id: Id): void;
}
