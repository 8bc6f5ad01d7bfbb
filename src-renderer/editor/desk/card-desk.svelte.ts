/**
 * Work on the cards of the open briefing: which one is current, which is being edited, and what each
 * act does. Knows no DOM: where the focus is to go, it asks for.
 * Over 300 lines because each act goes to the card that is current or edited here.
 */
import type { Card, CardKind } from '../../../src-main/domain/briefing/entries.js';
import {
  confirmLine,
  confirmPart,
  isReviewed,
  lineAt,
  cardLines,
  unreviewedLines
} from '../../../src-main/domain/briefing/reviewed.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { maxCardLength } from '../../../src-main/domain/base/limits.js';
import type { TextSelection } from '../../annotations/annotation-actions.js';
import { trimSpan } from '../../annotations/text/text-nodes.js';
import type { CardActions, FocusRequest } from '../../cards/card-actions.js';
import { cardLooks } from '../../cards/card-kinds.js';
import type { SourcePlaces } from '../../cards/card-marks.js';
import type { CardEditor } from '../../cards/card-editor/create-card-editor.js';
import { CutWords, isGradual, type StepKind } from '../../cards/cut-words.js';
import { besideTable } from '../../cards/card-editor/table-edit.js';
import type { TextFormat } from '../../cards/card-editor/format-commands.js';
import { addCard, moveCard, removeCard, setCard } from '../edits/edits.js';
import { offerWayBack, type Messages, type Voice } from './messages.svelte.js';
import type { OpenBriefing, Settle } from '../open/open-briefing.svelte.js';
import { putCardBack } from '../edits/put-back.js';
import { settleCard } from '../edits/carry-annotations.js';
import { mergeWithNext, splitCard } from '../edits/split-and-merge.js';
import { named } from '../open/step-names.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import { counted } from '../../../src-main/domain/text/joined-words.js';
import { mapOf } from '../../markdown/map-markdown.js';
import { toasts } from '../../ui/toasts/toasts.svelte.js';

export class CardDesk implements CardActions {
  #current = $state.raw<Id | null>(null);
  #editing = $state.raw<{ readonly id: Id; readonly cursor: number | null } | null>(null);
  #focus = $state.raw<FocusRequest | null>(null);
  #editor = $state.raw<CardEditor | null>(null);
  #folded = $state.raw<readonly Id[]>([]);
  /** The words in the names of the briefing's actors, in lower case. */
  #names: { readonly actors: unknown; readonly words: ReadonlySet<string> } | null = null;
  readonly cuts = new CutWords();

  constructor(
    private readonly open: OpenBriefing,
    private readonly voice: Voice,
    private readonly messages: Messages = toasts,
    readonly showNoteOf: (annotation: Id | null) => void = () => undefined,
    readonly lastChange: (card: Card) => string = () => ''
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

  /** The editor of the card that is being edited, once it is there. */
  get editor(): CardEditor | null {
    return this.#editor;
  }

  /** What is selected in it, as words of the rendered text; `null` for nothing that is rendered. */
  get selection(): TextSelection | null {
    const { editing, editor } = this;
    if (!editing || !editor || editor.selection.from === editor.selection.to) return null;
    const body = this.open.briefing.cards.find(({ id }) => id === editing)?.body ?? '';
    const { text, map } = mapOf(body);
    const { from, to } = editor.selection;
    const rendered = map.toRendered({ start: from, end: to });
    const span = rendered && trimSpan(text, rendered);
    return span && { target: { type: 'card', id: editing }, text, span };
  }

  useEditor(editor: CardEditor | null): void {
    this.#editor = editor;
  }

  /** Cards of which only the heading is shown. */
  get folded(): readonly Id[] {
    return this.#folded;
  }

  /** As they were when the briefing was left. */
  restore(current: Id | null, folded: readonly Id[]): void {
    this.#current = current;
    this.#folded = folded;
  }

  /** False when there is no such card. */
  toggleFold(id: Id | null): boolean {
    if (!id) return false;
    if (this.#folded.includes(id)) this.unfold(id);
    else {
      if (this.editing === id) this.stopEditing();
      this.#folded = [...this.#folded, id];
      this.voice.say('Folded.');
    }
    return true;
  }

  unfold(id: Id | null): void {
    if (!id || !this.#folded.includes(id)) return;
    this.#folded = this.#folded.filter((other) => other !== id);
    this.voice.say('Unfolded.');
  }

  get focus(): FocusRequest | null {
    return this.#focus;
  }

  select(id: Id): void {
    this.#current = id;
  }

  startEditing(id: Id, cursor?: number): void {
    this.open.endTyping();
    this.unfold(id);
    this.#current = id;
    this.#editing = { id, cursor: cursor ?? null };
  }

  /** @param focus whether the card that was written gets the focus. */
  stopEditing({ focus = true } = {}): void {
    const id = this.editing;
    this.#editing = null;
    this.open.endTyping();
    if (id && focus) this.#focus = { card: id, part: 'card' };
  }

  setHeading(id: Id, heading: string): void {
    this.open.edit(named.cardHeading(id), (b) => setCard(b, id, { heading }), `card-heading:${id}`);
  }

  setPortionMark(id: Id, portionMark: string): void {
    const key = `card-portion-mark:${id}`;
    this.open.edit(named.cardPortionMark(id), (b) => setCard(b, id, { portionMark }), key);
  }

  /** Shows the field for it, though it may be empty. */
  askPortionMark(id: Id | null): void {
    if (id) this.#focus = { card: id, part: 'portionMark' };
  }

  setKeyPoint(id: Id, keyPoint: string): void {
    const key = `card-key-point:${id}`;
    this.open.edit(named.cardKeyPoint(id), (b) => setCard(b, id, { keyPoint }), key);
  }

  /** Shows the field for it, though it may be empty. */
  askKeyPoint(id: Id | null): void {
    if (!id) return;
    this.unfold(id);
    this.#focus = { card: id, part: 'keyPoint' };
  }

  setBody(id: Id, body: string, step: StepKind, places: () => SourcePlaces): void {
    const key = `card-body:${id}:${step}`;
    const settle: Settle = (now, before) => settleCard(now, before, id, places());
    this.open.type(named.cardText(id, step), (b) => setCard(b, id, { body }), key, settle);
    if (!isGradual(step)) this.open.endTyping();
  }

  endTyping(): void {
    this.open.endTyping();
  }

  /** Splits the card that is being edited at the cursor; false when none is. */
  split(): boolean {
    const id = this.editing;
    const editor = this.#editor;
    if (!id || !editor) return false;
    const added = newId();
    const body = this.open.briefing.cards.find((card) => card.id === id)?.body ?? '';
    const at = besideTable(body, editor.selection.from);
    this.open.edit(named.cardSplit(id, added), (b) => splitCard(b, id, at, added));
    this.startEditing(added, 0);
    this.voice.say('Split the card in two.');
    return true;
  }

  /** Takes the next card into the current one; false when there is none. */
  merge(): boolean {
    return this.#mergeInto(this.current, 'Merged the next card into this one.');
  }

  /** Takes a card into the one before it, which becomes the current one; false when there is none. */
  mergeBefore(id: Id | null): boolean {
    const { cards } = this.open.briefing;
    const before = cards[cards.findIndex((card) => card.id === id) - 1];
    return this.#mergeInto(before?.id ?? null, 'Merged this card into the one before.');
  }

  #mergeInto(id: Id | null, said: string): boolean {
    this.open.endTyping();
    const merged = id && mergeWithNext(this.open.briefing, id);
    if (!id || !merged) return false;
    const body = merged.briefing.cards.find((card) => card.id === id)?.body ?? '';
    if (body.length > maxCardLength) {
      this.refuseLength();
      return true;
    }
    const wasEditing = this.editing !== null;
    this.open.edit(named.cardsMerged(id), () => merged.briefing);
    this.#current = id;
    if (wasEditing) this.startEditing(id, merged.joint);
    else this.#focus = { card: id, part: 'card' };
    this.voice.say(said);
    return true;
  }

  /** False when no card is being edited, or nothing is wrong with the word at the cursor. */
  suggestSpelling(): boolean {
    return this.#editor?.suggestSpelling() ?? false;
  }

  knows(word: string): boolean {
    const { actors } = this.open.briefing;
    if (this.#names?.actors !== actors) {
      const all = actors.flatMap(({ name, aliases }) => [name, ...aliases]);
      const words = all.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}'’]+/u));
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Never changed once it is made.
      this.#names = { actors, words: new Set(words) };
    }
    const plain = word.toLowerCase();
    return this.#names.words.has(plain) || this.#names.words.has(plain.replace(/['’]s$/, ''));
  }

  isFromElsewhere(card: Card): boolean {
    return this.open.isFromElsewhere(card);
  }

  /** False when no card is being edited, or the words there are not fit for it. */
  format(what: TextFormat): boolean {
    return this.#editor?.format(what) ?? false;
  }

  setKind(id: Id, kind: CardKind): void {
    this.open.edit(named.cardKind(id), (b) => setCard(b, id, { kind }));
    this.voice.say(`Now a card of the kind ${cardLooks[kind].label}.`);
  }

  /** False when there is no card to confirm. */
  confirm(id: Id | null): boolean {
    const card = this.open.briefing.cards.find((each) => each.id === id);
    if (!card || isReviewed(card)) return false;
    this.open.edit(named.cardConfirmed(card.id), (b) => confirmPart(b, card.id));
    this.#focus = { card: card.id, part: 'card' };
    this.voice.say(`Confirmed the card ${card.heading}.`);
    return true;
  }

  confirmLine(id: Id, index: number, isRight = true): void {
    const card = this.open.briefing.cards.find((each) => each.id === id);
    const line = card && cardLines(card)[index];
    if (!card || line === undefined) return;
    const words = renderMarkdown(line).text.trim();
    const name = named.lineConfirmed(id, words, isRight);
    this.open.edit(name, (b) => confirmLine(b, id, index, isRight));
    const now = this.open.briefing.cards.find((each) => each.id === id);
    if (!now || now === card) return;
    if (isReviewed(now)) {
      // The marks are gone, and with them the one that had the focus.
      if (this.editing !== id) this.#focus = { card: id, part: 'card' };
      this.voice.say(`Confirmed the last line of the card ${card.heading}.`);
      return;
    }
    const left = `${counted(unreviewedLines(now).length, 'line')} of the card ${card.heading}`;
    this.voice.say(`${isRight ? 'Confirmed' : 'Unreviewed again'}. ${left} left to confirm.`);
  }

  /** A line of a card that holds nothing else goes; with its last line the card does. */
  strikeLine(id: Id, index: number): void {
    const card = this.open.briefing.cards.find((each) => each.id === id);
    const lines = (card ? cardLines(card) : []).filter((_, at) => at !== index);
    if (lines.length === 0) return this.remove(id);
    const body = lines.map((line) => `- ${line}`).join('\n');
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- Empty, and never changed.
    this.setBody(id, body, 'cut', () => new Map());
    this.voice.say(`Struck the line. ${lines.length} left in the card ${card?.heading ?? ''}.`);
  }

  /**
   * The line of the edited card in which the cursor stands; false when it stands in none of a card that is unreviewed.
   * Of a line that is confirmed or a person’s own nothing is, and not the rest of the card either.
   */
  confirmLineAtCursor(): boolean {
    const card = this.open.briefing.cards.find(({ id }) => id === this.editing);
    if (!card || !this.#editor || isReviewed(card)) return false;
    const index = lineAt(card, this.#editor.selection.from);
    if (index === null) return false;
    if (unreviewedLines(card).includes(index)) this.confirmLine(card.id, index);
    else this.messages.show('There is nothing to confirm in this line.');
    return true;
  }

  add(after: Id | null): void {
    const id = newId();
    this.#editing = null;
    this.open.edit(named.cardAdded(id), (b) => addCard(b, after, undefined, id));
    this.#current = id;
    this.#focus = { card: id, part: 'heading' };
  }

  remove(id: Id): void {
    const { cards } = this.open.briefing;
    const index = cards.findIndex((card) => card.id === id);
    const card = cards[index];
    if (!card) return;
    if (this.editing === id) this.#editing = null;
    const wayBack = this.open.editWithWayBack(
      named.cardRemoved(id),
      (b) => removeCard(b, id),
      (now, before) => putCardBack(now, before, id)
    );
    const next = this.open.briefing.cards[index] ?? this.open.briefing.cards[index - 1];
    this.#current = next?.id ?? null;
    if (next) this.#focus = { card: next.id, part: 'card' };
    const text = `Deleted the card “${card.heading || 'without heading'}”.`;
    offerWayBack(this.open, this.messages, text, wayBack);
  }

  move(card: Card, index: number): void {
    this.open.edit(named.cardMoved(card.id), (b) => moveCard(b, card.id, index));
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

  refuseLength(): void {
    const most = maxCardLength.toLocaleString('en');
    this.messages.show(
      `A card holds at most ${most} characters. What would go beyond that was not added.`
    );
  }

  tellPastedPlain(hasWords: boolean): void {
    this.messages.show(
      `What you pasted has too many formatted parts for a card, or is nested too deeply. ${hasWords ? 'Its words were pasted as plain text.' : 'Nothing was pasted.'}`
    );
  }

  #present(id: Id | null): Id | null {
    return this.open.briefing.cards.some((card) => card.id === id) ? id : null;
  }
}
