/**
 * Work on the cards of the open briefing: which one is current, which is being edited, and what each
 * act does. Knows no DOM: where the focus is to go, it asks for.
 */
import type { Card, CardKind } from '../../src-main/domain/card.js';
import { newId, type Id } from '../../src-main/domain/id.js';
import { maxCardLength } from '../../src-main/domain/limits.js';
import type { CardActions, FocusRequest } from '../cards/card-actions.js';
import { cardLooks } from '../cards/card-kinds.js';
import { addCard, moveCard, removeCard, setCard, setCardBody } from './edits.js';
import { offerWayBack, type Messages } from './offer-way-back.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { putCardBack } from './put-back.js';
import { toasts } from '../ui/toasts.svelte.js';
import type { Voice } from './voice.svelte.js';

export class CardDesk implements CardActions {
  #current = $state.raw<Id | null>(null);
  #editing = $state.raw<{ readonly id: Id; readonly cursor: number | null } | null>(null);
  #focus = $state.raw<FocusRequest | null>(null);

  constructor(
    private readonly open: OpenBriefing,
    private readonly voice: Voice,
    private readonly messages: Messages = toasts
  ) {}

  /** The card that commands go to: the last one that had the focus, as long as it is there. */
  get current(): Id | null {
    return this.#present(this.#current);
  }

  get editing(): Id | null {
    return this.#present(this.#editing?.id ?? null);
  }

  get cursor(): number | null {
    return this.#editing?.cursor ?? null;
  }

  get focus(): FocusRequest | null {
    return this.#focus;
  }

  select(id: Id): void {
    this.#current = id;
  }

  startEditing(id: Id, cursor?: number): void {
    this.open.endTyping();
    this.#current = id;
    this.#editing = { id, cursor: cursor ?? null };
  }

  stopEditing(): void {
    const id = this.editing;
    this.#editing = null;
    this.open.endTyping();
    if (id) this.#focus = { card: id, part: 'card' };
  }

  setHeading(id: Id, heading: string): void {
    this.open.edit('Typing', (b) => setCard(b, id, { heading }), `card-heading:${id}`);
  }

  setBody(id: Id, body: string): void {
    this.open.edit('Typing', (b) => setCardBody(b, id, body), `card-body:${id}`);
  }

  setKind(id: Id, kind: CardKind): void {
    this.open.edit('Kind of card', (b) => setCard(b, id, { kind }));
    this.voice.say(`Now a card of the kind ${cardLooks[kind].label}.`);
  }

  add(after: Id | null): void {
    const id = newId();
    this.#editing = null;
    this.open.edit('Add card', (b) => addCard(b, after, 'note', id));
    this.#current = id;
    this.#focus = { card: id, part: 'heading' };
  }

  remove(id: Id): void {
    const { cards } = this.open.briefing;
    const index = cards.findIndex((card) => card.id === id);
    const card = cards[index];
    if (!card) return;
    if (this.editing === id) this.#editing = null;
    const takeBack = this.open.editWithWayBack(
      'Delete card',
      (b) => removeCard(b, id),
      (now, before) => putCardBack(now, before, id)
    );
    const next = this.open.briefing.cards[index] ?? this.open.briefing.cards[index - 1];
    this.#current = next?.id ?? null;
    if (next) this.#focus = { card: next.id, part: 'card' };
    const text = `Deleted the card “${card.heading || 'without heading'}”.`;
    offerWayBack(this.open, this.messages, text, takeBack);
  }

  move(card: Card, index: number): void {
    this.open.edit('Move card', (b) => moveCard(b, card.id, index));
    const { cards } = this.open.briefing;
    const place = cards.findIndex((c) => c.id === card.id) + 1;
    // A moved element loses the focus.
    if (this.editing !== card.id) this.#focus = { card: card.id, part: 'card' };
    this.voice.say(`Card ${card.heading} is now ${place} of ${cards.length}.`);
  }

  /** Moves the current card; false when there is none. */
  moveBy(steps: 1 | -1): boolean {
    const { cards } = this.open.briefing;
    const index = cards.findIndex((card) => card.id === this.current);
    const card = cards[index];
    if (card) this.move(card, index + steps);
    return card !== undefined;
  }

  undo(): void {
    this.open.undo();
  }

  redo(): void {
    this.open.redo();
  }

  refuseLength(): void {
    const most = maxCardLength.toLocaleString('en');
    this.messages.show(
      `A card holds at most ${most} characters. What would go beyond that was not added.`
    );
  }

  #present(id: Id | null): Id | null {
    return this.open.briefing.cards.some((card) => card.id === id) ? id : null;
  }
}
