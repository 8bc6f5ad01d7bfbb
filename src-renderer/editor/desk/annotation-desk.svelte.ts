/**
 * Work on the annotations of the open briefing: what is selected, which one is active, which is being
 * written, and what each act does. Knows no DOM: where focus and sight are to go, it asks for.
 */
import { locate } from '../../../src-main/domain/anchoring/locate.js';
import type {
  Annotation,
  AnnotationKind,
  AnnotationLink
} from '../../../src-main/domain/briefing/annotation.js';
import { removeAnnotation, restingOnlyOn } from '../../../src-main/domain/briefing/evidence.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import type {
  NoteActions,
  SelectionActions,
  TextSelection,
  Writing
} from '../../annotations/annotation-actions.js';
import { kindWords } from '../../annotations/annotation-looks.js';
import type { NodeSpan } from '../../annotations/text/text-nodes.js';
import { toasts } from '../../ui/toasts/toasts.svelte.js';
import {
  annotationAt,
  annotationOf,
  placedAt,
  acceptFlag,
  attachTo,
  removeTag,
  renameTag,
  setLinks,
  setReply,
  suggestedRange
} from '../edits/annotation-edits.js';
import { addAnnotation, keepAsCard, setAnnotation } from '../edits/edits.js';
import { formBasis, type FormBasis } from './entry-form.svelte.js';
import { offerWayBack, type Messages, type Voice } from './messages.svelte.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { putAnnotationBack } from '../edits/put-back.js';
import { NoteWriting } from './note-writing.svelte.js';
import { named } from '../open/step-names.js';

/** Brings words or a note into sight, or the focus to a text. Every request is a new object. */
export interface RevealRequest {
  /** Of the annotation; for `text` of the card or source. */
  readonly id: Id;
  readonly what: 'words' | 'note' | 'text';
  /** With words: the card or source that is to have the focus as well. */
  readonly text?: Id;
  /** Of a text: what is to be selected there. */
  readonly span?: NodeSpan | null;
}

export class AnnotationDesk implements SelectionActions, NoteActions {
  #selection = $state.raw<TextSelection | null>(null);
  #active = $state.raw<Id | null>(null);
  readonly #writing: NoteWriting;
  #reveal = $state.raw<RevealRequest | null>(null);
  /** What a new highlight is unless the person says otherwise: the kind used last. */
  #kind: AnnotationKind = 'key';

  constructor(
    private readonly open: OpenBriefing,
    private readonly voice: Voice,
    /** The rendered text of a card or source; `null` when that is gone. */
    private readonly textOf: (target: Id) => string | null,
    /** Opens the form of what is to rest on an annotation. */
    private readonly begin: { position(basis: FormBasis): void; figure(basis: FormBasis): void },
    /** What is selected right now: the browser tells of a new selection only a moment later. */
    private readonly selectedNow: () => TextSelection | null,
    private readonly messages: Messages = toasts
  ) {
    this.#writing = new NoteWriting(open);
  }

  /** For what floats beside it. */
  get selection(): TextSelection | null {
    return this.#selection;
  }

  get active(): Id | null {
    return this.#active;
  }

  get writing(): Writing | null {
    return this.#writing.now;
  }

  get reveal(): RevealRequest | null {
    return this.#reveal;
  }

  select(selection: TextSelection | null): void {
    this.#selection = selection;
  }

  get hasSelection(): boolean {
    return this.selectedNow() !== null;
  }

  /** Words that are marked already get this kind. */
  highlight(kind: AnnotationKind = this.#kind): void {
    const selection = this.#taken();
    if (!selection) return;
    const known = annotationAt(this.open.briefing, selection);
    const annotation = annotationOf(selection, kind);
    if (!known) this.open.edit(named.highlight(annotation.id), (b) => addAnnotation(b, annotation));
    this.activate(known ?? annotation.id);
    this.setKind(known ?? annotation.id, kind);
    this.voice.say(`Highlighted as ${kindWords[kind]}.`);
  }

  addNote(): void {
    this.#beginWriting('note');
  }

  addTags(): void {
    this.#beginWriting('tags');
  }

  useAsEvidence(): void {
    const basis = this.#basis('claim');
    if (basis) this.begin.position(basis);
  }

  recordFigure(): void {
    const basis = this.#basis('figure');
    if (basis) this.begin.figure(basis);
  }

  /** Brings the focus to a card or source, and selects words there. */
  showText(id: Id, span: NodeSpan | null = null): void {
    this.#reveal = { id, what: 'text', span };
  }

  activate(id: Id | null, reveal = false): void {
    if (this.#writing.now?.id !== id) this.leaveWriting();
    this.#active = id;
    if (id && reveal) this.#reveal = { id, what: 'words' };
  }

  /** The focus goes to the text with its words in sight; to its note when they have no place. */
  goTo({ id, target }: Annotation): void {
    this.activate(id);
    const isPlaced = target.selectors.position !== null;
    this.#reveal = isPlaced ? { id, what: 'words', text: target.id } : { id, what: 'note' };
  }

  /**
   * For a click on words: their note comes into sight, the words stay where they are. `among` says
   * how many stand on them, and which of these it is.
   */
  showNote(id: Id, among?: { readonly number: number; readonly of: number }): void {
    this.activate(id);
    if (among && among.of > 1) {
      this.voice.say(
        `Annotation ${among.number} of ${among.of} on these words. Click again for the next.`
      );
    }
    this.#reveal = { id, what: 'note' };
  }

  startWriting(id: Id): void {
    this.#active = id;
    this.#writing.start({ id, part: 'note' });
  }

  stopWriting(): void {
    this.open.endTyping();
    const gone = this.leaveWriting();
    if (gone) this.showText(gone.target.id);
  }

  leaveWriting(): Annotation | null {
    const gone = this.#writing.leave();
    if (gone && this.#active === gone.id) this.#active = null;
    return gone;
  }

  setNote(id: Id, note: string): void {
    this.open.edit(named.note(id), (b) => setAnnotation(b, id, { note }), `note:${id}`);
  }

  setTags(id: Id, tags: readonly string[]): void {
    this.open.edit(named.tags(id), (b) => setAnnotation(b, id, { tags }));
  }

  setKind(id: Id, kind: AnnotationKind): void {
    if (kind !== 'note') this.#kind = kind;
    if (this.#find(id)?.kind === kind) return;
    this.open.edit(named.kind(id), (b) => setAnnotation(b, id, { kind }));
  }

  remove(id: Id): void {
    const annotation = this.#find(id);
    if (!annotation) return;
    const before = this.open.briefing;
    const wayBack = this.open.editWithWayBack(
      named.annotationRemoved(id),
      (b) => removeAnnotation(b, id),
      (now, before) => putAnnotationBack(now, before, id)
    );
    this.#active = null;
    this.#reveal = { id: annotation.target.id, what: 'text' };
    const bare = restingOnlyOn(before, id);
    const rests = bare === 1 ? '1 claim rests' : `${bare} claims rest`;
    const told = bare > 0 ? ` ${rests} on no evidence now.` : '';
    offerWayBack(this.open, this.messages, `Deleted the annotation.${told}`, wayBack);
  }

  recordPosition(id: Id): void {
    const annotation = this.#find(id);
    if (annotation) this.begin.position({ annotation, selection: null });
  }

  findAgain(id: Id): void {
    const annotation = this.#find(id);
    const text = annotation && this.textOf(annotation.target.id);
    const place = annotation && text != null ? locate(text, annotation.target.selectors) : null;
    if (!annotation || text == null || !place) {
      this.messages.show('Those words have no certain place in the text now.');
      return;
    }
    const { target } = placedAt(annotation, text, place);
    this.open.edit(named.annotationPlaced(id), (b) => setAnnotation(b, id, { target }));
    this.activate(id, true);
  }

  keepAsNote(id: Id): void {
    this.open.edit(named.wordsKept(id), (b) => keepAsCard(b, id));
    this.activate(id, true);
  }

  attach(id: Id): void {
    const selection = this.selectedNow();
    if (!selection) {
      this.voice.say('Select the words to attach it to first.');
      return;
    }
    const { target, text, span } = selection;
    this.#selection = null;
    this.open.edit(named.annotationPlaced(id), (b) => attachTo(b, id, target, text, span));
    this.activate(id, true);
    this.voice.say('Attached to the selected words.');
  }

  accept(id: Id): void {
    const annotation = this.#find(id);
    const text = annotation && this.textOf(annotation.target.id);
    if (!annotation) return;
    if (annotation.target.selectors.position) {
      return this.open.edit(named.wordsAccepted(id), (b) => acceptFlag(b, id));
    }
    const range = text == null ? null : suggestedRange(annotation, text);
    if (text == null || !range) return;
    this.open.edit(named.wordsAccepted(id), (b) => attachTo(b, id, annotation.target, text, range));
    this.activate(id, true);
  }

  startReply(id: Id, reply: Id | null): void {
    this.#active = id;
    this.#writing.start({ id, part: 'reply', reply: reply ?? newId() });
  }

  setReply(id: Id, reply: Id, note: string): void {
    this.open.edit(named.reply(id, reply), (b) => setReply(b, id, reply, note), `reply:${reply}`);
  }

  setLinks(id: Id, links: readonly AnnotationLink[]): void {
    this.open.edit(named.links(id), (b) => setLinks(b, id, links));
  }

  renameTag(from: string, to: string): void {
    this.open.edit(named.tagRenamed(from), (b) => renameTag(b, from, to));
  }

  removeTag(tag: string): void {
    this.open.edit(named.tagRemoved(tag), (b) => removeTag(b, tag));
  }

  #beginWriting(part: 'note' | 'tags'): void {
    const selection = this.#taken();
    if (selection) this.#active = this.#writing.startOn(selection, part);
  }

  #basis(kind: AnnotationKind): FormBasis | null {
    const selection = this.#taken();
    return selection && formBasis(this.open.briefing, selection, kind);
  }

  #find(id: Id): Annotation | null {
    return this.open.briefing.annotations.find((annotation) => annotation.id === id) ?? null;
  }

  /** What is selected, which nothing is to float beside any more. */
  #taken(): TextSelection | null {
    this.#selection = null;
    return this.selectedNow();
  }
}
