/** What a person can do with cards: the intentions that the cards hand out. The desk carries them out. */
import type { Card, CardKind } from '../../src-main/domain/card.js';
import type { Id } from '../../src-main/domain/id.js';

export interface CardActions {
  /** Makes a card the current one: commands go to it. */
  select(id: Id): void;
  /** @param cursor UTF-16 offset in the body; its end when left out. */
  startEditing(id: Id, cursor?: number): void;
  /** The focus returns to the card. */
  stopEditing(): void;
  setHeading(id: Id, heading: string): void;
  setBody(id: Id, body: string): void;
  setKind(id: Id, kind: CardKind): void;
  /** A new card behind `after`, or the first of all when that is `null`. */
  add(after: Id | null): void;
  remove(id: Id): void;
  /** @param index counted among the other cards. */
  move(card: Card, index: number): void;
  undo(): void;
  redo(): void;
  /** The body would have become longer than a card may be. */
  refuseLength(): void;
}

/** Puts the focus on a card or a part of it. Every request is a new object. */
export interface FocusRequest {
  readonly card: Id;
  readonly part: 'card' | 'heading';
}
