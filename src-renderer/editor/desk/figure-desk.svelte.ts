/** Work on the figures of the open briefing: which one is being recorded or edited, and what is done with them. */
import { sentenceAround } from '../../../src-main/domain/text/sentences.js';
import type { Suggestion } from '../../../src-main/domain/suggestions/suggestion.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import type { Figure } from '../../../src-main/domain/briefing/figure.js';
import { newId, type Id } from '../../../src-main/domain/base/id.js';
import { readFigure, type ReadFigure } from '../../../src-main/domain/text/read-figure.js';
import {
  draftOf,
  emptyFigure,
  recordFigure,
  type FigureDraft
} from '../../positions/forms/figure-draft.js';
import { markBasis, withBasis, type FormBasis } from '../open/form-basis.js';
import { removeFigure } from '../edits/edits.js';
import { offerWayBack, type Messages } from './messages.svelte.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';

export class FigureDesk {
  #draft = $state.raw<FigureDraft | null>(null);
  /** The words that the form was begun from. */
  #basis = $state.raw<FormBasis | null>(null);

  constructor(
    private readonly open: OpenBriefing,
    /** The rendered text of a card or source; `null` when that is gone. */
    private readonly textOf: (target: Id) => string | null,
    /** What was suggested of the source that is shown, and which source that is. */
    private readonly suggested: () => {
      readonly source: Id | null;
      readonly suggestions: readonly Suggestion[];
    },
    /** Leads to the list of figures. */
    private readonly list: () => void,
    private readonly messages: Messages,
    /** Leads back to where the form was begun, and to what came of it. */
    private readonly goBack: (basis: FormBasis, recorded: boolean) => void
  ) {}

  /** The figure whose form is open; `null` while none is. */
  get draft(): FigureDraft | null {
    return this.#draft;
  }

  /** What the form chooses from. */
  get briefing(): Briefing {
    return withBasis(this.open.briefing, this.#basis);
  }

  start(): void {
    this.#begin(emptyFigure());
  }

  /** Begins with what the words say: as the drafter read them where it did, else by their number. */
  startFrom(basis: FormBasis): void {
    const { annotation } = basis;
    this.#begin(emptyFigure({ ...this.#read(annotation), evidence: [annotation.id] }), basis);
  }

  /** Begins with a number that stands in the briefing; what it rests on is still to be chosen. */
  startWith(words: string): void {
    this.#begin(emptyFigure(asTyped(readFigure(words, words))));
  }

  edit(id: Id): void {
    const figure = this.#find(id);
    if (figure) this.#begin(draftOf(figure, this.open.briefing));
  }

  cancel(): void {
    this.#end(false);
  }

  record(draft: FigureDraft): void {
    const id = draft.id ?? newId();
    const basis = this.#basis;
    this.open.edit(named.figure(id), (b) =>
      recordFigure(markBasis(b, basis, draft.evidence, this.textOf), draft, id)
    );
    this.#end(true);
    if (draft.id) return;
    const toast = this.messages.show(`Recorded the figure “${draft.wording.trim()}”.`, {
      label: 'Show figures',
      run: this.list
    });
    this.open.closed.addEventListener('abort', () => this.messages.dismiss(toast));
  }

  remove(id: Id): void {
    const figure = this.#find(id);
    if (!figure) return;
    const place = this.open.briefing.figures.indexOf(figure);
    const wayBack = this.open.editWithWayBack(
      named.figureRemoved(id),
      (b) => removeFigure(b, id),
      (now) =>
        now.figures.some((each) => each.id === id)
          ? now
          : { ...now, figures: now.figures.toSpliced(place, 0, figure) }
    );
    offerWayBack(this.open, this.messages, `Removed the figure “${figure.wording}”.`, wayBack);
  }

  #begin(draft: FigureDraft, basis: FormBasis | null = null): void {
    this.#draft = draft;
    this.#basis = basis;
  }

  #end(recorded: boolean): void {
    const basis = this.#basis;
    this.#draft = null;
    this.#basis = null;
    if (basis) this.goBack(basis, recorded);
  }

  #read({ target }: Annotation): Partial<FigureDraft> {
    const { quote, position } = target.selectors;
    const { source, suggestions } = this.suggested();
    const drafted = suggestions.find(
      ({ kind, place }) =>
        kind === 'figure' &&
        target.id === source &&
        place &&
        position &&
        place.start < position.end &&
        position.start < place.end
    );
    if (drafted?.kind === 'figure') {
      const { value, unit, measures } = drafted.figure;
      const { wording } = readFigure(quote.exact, quote.exact);
      return { wording, value: String(value), unit, measures };
    }
    const text = this.textOf(target.id);
    const sentence = text !== null && position ? sentenceAround(text, position) : quote.exact;
    return asTyped(readFigure(quote.exact, sentence));
  }

  #find(id: Id): Figure | null {
    return this.open.briefing.figures.find((figure) => figure.id === id) ?? null;
  }
}

function asTyped(read: ReadFigure): Partial<FigureDraft> {
  return { ...read, value: read.value === null ? '' : String(read.value) };
}
