/**
 * The form of an entry that is being recorded, and the words that it is begun from. They are marked when
 * what the form holds is recorded, in the same step: whoever leaves the form leaves nothing behind.
 */
import { locate } from '../../../src-main/domain/anchoring/locate.js';
import { orphaned, type Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { annotationAt, annotationOf, placedAt } from '../edits/annotation-edits.js';
import { addAnnotation } from '../edits/edits.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import type { StepName } from '../open/step-names.js';
import type { TextSelection } from '../../annotations/annotation-actions.js';

export interface FormBasis {
  readonly annotation: Annotation;
  /** Where the focus goes back to; `null` where it comes from an annotation of the briefing. */
  readonly selection: TextSelection | null;
}

/** What of the desk every form goes by. */
export interface FormNeeds {
  readonly open: OpenBriefing;
  /** The rendered text of a card or source; `null` when that is gone. */
  readonly textOf: (target: Id) => string | null;
  /** Leads back to where the form was begun, and to what came of it. */
  readonly goBack: (basis: FormBasis, recorded: boolean) => void;
}

export abstract class EntryForm<Form> {
  #form = $state.raw<Form | null>(null);
  #basis = $state.raw<FormBasis | null>(null);

  protected readonly open: OpenBriefing;
  protected readonly textOf: FormNeeds['textOf'];

  constructor(private readonly needs: FormNeeds) {
    this.open = needs.open;
    this.textOf = needs.textOf;
  }

  /** What the open form begins with; `null` while none is open. */
  get form(): Form | null {
    return this.#form;
  }

  /** What the form chooses from. */
  get briefing(): Briefing {
    return withBasis(this.open.briefing, this.#basis);
  }

  cancel(): void {
    this.#end(false);
  }

  /** What it is begun from; `null` for nothing. */
  get basis(): FormBasis | null {
    return this.#basis;
  }

  protected begin(form: Form | null, basis: FormBasis | null = null): void {
    this.#form = form;
    this.#basis = basis;
  }

  /** Records what rests on `evidence`, and closes the form. */
  protected enter(
    name: StepName,
    evidence: readonly Id[],
    change: (briefing: Briefing) => Briefing
  ): void {
    const basis = this.#basis;
    this.open.edit(name, (b) => change(markBasis(b, basis, evidence, this.textOf)));
    this.#end(true);
  }

  #end(recorded: boolean): void {
    const basis = this.#basis;
    this.#form = null;
    this.#basis = null;
    if (basis) this.needs.goBack(basis, recorded);
  }
}

/** Words that are marked already are the annotation that is there. */
export function formBasis(
  briefing: Briefing,
  selection: TextSelection,
  kind: Annotation['kind']
): FormBasis {
  const known = annotationAt(briefing, selection);
  const there = briefing.annotations.find(({ id }) => id === known);
  return { annotation: there ?? annotationOf(selection, kind), selection };
}

/** With the annotation, for the form to show and for what it records; where it is there, as it is. */
function withBasis(briefing: Briefing, basis: FormBasis | null): Briefing {
  const isThere = briefing.annotations.some(({ id }) => id === basis?.annotation.id);
  return basis && !isThere ? addAnnotation(briefing, basis.annotation) : briefing;
}

/** As `withBasis`, when the form rests on it: where its words stand by now. */
function markBasis(
  briefing: Briefing,
  basis: FormBasis | null,
  evidence: readonly Id[],
  textOf: (target: Id) => string | null
): Briefing {
  if (!basis?.selection || !evidence.includes(basis.annotation.id)) return briefing;
  const { annotation, selection } = basis;
  const text = textOf(selection.target.id);
  if (text === selection.text) return withBasis(briefing, basis);
  const place = text === null ? null : locate(text, annotation.target.selectors);
  const moved = text !== null && place ? placedAt(annotation, text, place) : orphaned(annotation);
  return withBasis(briefing, { ...basis, annotation: moved });
}
