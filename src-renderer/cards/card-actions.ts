/** What a person can do with cards: the intentions that the cards hand out. The desk carries them out. */
import type { Card, CardKind } from '../../src-main/domain/briefing/entries.js';
import type { CommandId } from '../../src-main/domain/commands.js';
import type { Id } from '../../src-main/domain/base/values.js';
import type { SourcePlaces } from './card-marks.js';
import type { CardEditor } from './card-editor/create-card-editor.js';
import type { CutWords, StepKind } from './cut-words.js';

export interface CardActions {
  /** Makes a card the current one: commands go to it. */
  select(id: Id): void;
  /** @param cursor UTF-16 offset in the body; its end when left out. */
  startEditing(id: Id, cursor?: number): void;
  /** The focus returns to the card. */
  stopEditing(): void;
  /** Shows only the heading of a card, or all of it again. */
  toggleFold(id: Id): void;
  setHeading(id: Id, heading: string): void;
  /** How the card alone may be handled; empty for as the briefing is. */
  setPortionMark(id: Id, mark: string): void;
  /** What the one-page brief says of a card; empty for its first whole sentence. */
  setKeyPoint(id: Id, keyPoint: string): void;
  /** @param places where the card's annotations stand in the new body. */
  setBody(id: Id, body: string, step: StepKind, places: () => SourcePlaces): void;
  /** What is typed next is another step for undo. */
  endTyping(): void;
  /** Says that a card which a draft made is right. */
  confirm(id: Id): void;
  /** Says so of one of its lines, by its place from 0; or takes it back. */
  confirmLine(id: Id, index: number, isRight?: boolean): void;
  setKind(id: Id, kind: CardKind): void;
  /** A new card behind `after`, or the first of all when that is `null`. */
  add(after: Id | null): void;
  remove(id: Id): void;
  /** @param index counted among the other cards. */
  move(card: Card, index: number): void;
  /** The editor that is open, or `null` once it is closed. */
  useEditor(editor: CardEditor | null): void;
  /** Annotated words were clicked in the editor; `null` for words without. */
  showNoteOf(annotation: Id | null): void;
  /** Whether the card is as a change from elsewhere has just left it. */
  isFromElsewhere(card: Card): boolean;
  /** Who else of a shared library changed the card last, in words; empty for nobody. */
  readonly lastChange: (card: Card) => string;
  /** Whether a word is in the name of an actor, and so no misspelling. */
  knows(word: string): boolean;
  /** Shared by all editors of the briefing, so that annotations go with words from card to card. */
  readonly cuts: CutWords;
  /** The body would have become longer than a card may be. */
  refuseLength(): void;
  /** What was pasted had more formatting than can be read; its words were pasted without, if it gave any. */
  tellPastedPlain(hasWords: boolean): void;
}

/** The commands of the program, which do the same by key as what stands at a card does by mouse. */
export interface CardCommands {
  /** As shown to the person; `undefined` for a command without. */
  readonly keysOf: (command: CommandId) => string | undefined;
  readonly run: (command: CommandId) => void;
  /** Undo or redo in the text of the card that is being edited. */
  readonly step: (way: 'undo' | 'redo') => void;
}

/** What is being done with the cards. */
export interface CardsAtWork {
  readonly current: Id | null;
  readonly editing: Id | null;
  /** Where in the edited card the cursor starts; `null` for its end. */
  readonly cursor: number | null;
  /** Cards of which only the heading is shown. */
  readonly folded: readonly Id[];
  readonly focus: FocusRequest | null;
}

/** Puts the focus on a card or a part of it. Every request is a new object. */
export interface FocusRequest {
  readonly card: Id;
  readonly part: 'card' | 'heading' | 'keyPoint' | 'portionMark';
}
