/**
 * What is being written on an annotation. One that was made to be written on goes again when it is
 * left without a word.
 */
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { removeAnnotation, whatRests } from '../../../src-main/domain/briefing/evidence.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { TextSelection, Writing } from '../../annotations/annotation-actions.js';
import { annotationAt, annotationOf } from '../edits/annotation-edits.js';
import { addAnnotation } from '../edits/edits.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';

export class NoteWriting {
  #now = $state.raw<Writing | null>(null);
  #begun: { readonly id: Id; readonly withdraw: () => boolean } | null = null;

  constructor(private readonly open: OpenBriefing) {}

  get now(): Writing | null {
    return this.#now;
  }

  start(writing: Writing): void {
    if (this.#now?.id !== writing.id) this.leave();
    this.#now = writing;
  }

  /** On words that are marked already, or on a mark that says nothing of them by itself. Returns the annotation. */
  startOn(selection: TextSelection, part: 'note' | 'tags'): Id {
    this.leave();
    const known = annotationAt(this.open.briefing, selection);
    const id = known ?? this.#begin(annotationOf(selection, 'note'));
    this.#now = { id, part };
    return id;
  }

  /** Returns the annotation that went with it; `null` when none did. */
  leave(): Annotation | null {
    const begun = this.#begun;
    this.#now = null;
    this.#begun = null;
    const annotation = this.open.briefing.annotations.find(({ id }) => id === begun?.id);
    if (!begun || !annotation || this.#hasUse(annotation)) return null;
    const { id } = annotation;
    // What was written and deleted again is a step, and so is what takes its annotation away.
    if (!begun.withdraw()) {
      this.open.edit(named.annotationRemoved(id), (b) => removeAnnotation(b, id));
    }
    return annotation;
  }

  #begin(annotation: Annotation): Id {
    const { id } = annotation;
    const withdraw = this.open.editForNow(named.highlight(id), (b) => addAnnotation(b, annotation));
    this.#begun = { id, withdraw };
    return id;
  }

  #hasUse({ id, kind, note, tags, replies, links }: Annotation): boolean {
    const said = note.trim() !== '' || tags.length + replies.length + links.length > 0;
    return said || kind !== 'note' || whatRests(this.open.briefing).has(id);
  }
}
