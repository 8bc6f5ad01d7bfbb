/** Work on the figures of the open briefing: which one is being recorded or edited, and what is done with them. */
import { sentenceAround } from '../../../src-main/domain/text/sentences.js';
import type { Suggestion } from '../../../src-main/domain/suggestions/suggestion.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { Figure } from '../../../src-main/domain/briefing/entries.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { readFigure, type ReadFigure } from '../../../src-main/domain/text/read-figure.js';
import {
  formOf,
  emptyFigure,
  recordFigure,
  type FigureForm
} from '../../positions/forms/figure-form.js';
import { EntryForm, type FormBasis, type FormNeeds } from './entry-form.svelte.js';
import { removeFigure } from '../edits/edits.js';
import { offerWayBack, type Messages } from './messages.svelte.js';
import { named } from '../open/step-names.js';

export class FigureDesk extends EntryForm<FigureForm> {
  /** The figure as it was when its form was opened; `null` for a new one. */
  #before: FigureForm | null = null;

  constructor(
    needs: FormNeeds,
    /** What was suggested of the source that is shown, and which source that is. */
    private readonly suggested: () => {
      readonly source: Id | null;
      readonly suggestions: readonly Suggestion[];
    },
    /** Leads to the list of figures. */
    private readonly list: () => void,
    private readonly messages: Messages
  ) {
    super(needs);
  }

  start(): void {
    this.begin(emptyFigure());
  }

  /** Begins with what the words say: as the drafter read them where it did, else by their number. */
  startFrom(basis: FormBasis): void {
    const { annotation } = basis;
    this.begin(emptyFigure({ ...this.#read(annotation), evidence: [annotation.id] }), basis);
  }

  /** Begins with a number that stands in the briefing; what it rests on is still to be chosen. */
  startWith(words: string): void {
    this.begin(emptyFigure(asTyped(readFigure(words, words))));
  }

  edit(id: Id): void {
    const figure = this.#find(id);
    if (figure) this.begin((this.#before = formOf(figure, this.open.briefing)));
  }

  /** Opens the figure as the words of the basis tell it, which it rests on in place of `older`. */
  restate(id: Id, basis: FormBasis, older: Id): void {
    const figure = this.#find(id);
    if (!figure) return;
    const { annotation } = basis;
    const { wording, value } = this.#read(annotation);
    this.#before = formOf(figure, this.open.briefing);
    const kept = figure.evidence.filter((each) => each !== older && each !== annotation.id);
    this.begin(
      {
        ...this.#before,
        ...(wording ? { wording } : {}),
        ...(value ? { value } : {}),
        evidence: [annotation.id, ...kept]
      },
      basis
    );
  }

  record(form: FigureForm): void {
    const id = form.id ?? newId();
    const begun = form.id ? this.#before : null;
    this.enter(named.figure(id), form.evidence, (b) => recordFigure(b, form, id, begun));
    if (form.id) return;
    const toast = this.messages.show(`Recorded the figure “${form.wording.trim()}”.`, {
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

  #read({ target }: Annotation): Partial<FigureForm> {
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

function asTyped(read: ReadFigure): Partial<FigureForm> {
  return { ...read, value: read.value === null ? '' : String(read.value) };
}
