/**
 * What the desk shows of the open briefing and what the commands do there. Knows no DOM.
 * Over 300 lines because it is the one place where the parts of the desk are put together.
 */
import { whatRests } from '../../../src-main/domain/briefing/evidence.js';
import { textOfSource } from '../../../src-main/domain/briefing/source.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { LedgerIndex } from '../../../src-main/domain/ledger/ledger-index.js';
import * as rendering from '../../../src-main/domain/markdown/render-markdown.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import type { LineInSource } from '../../../src-main/domain/anchoring/lines-in-sources.js';
import { AnnotationList } from '../../annotations/list/annotation-list.svelte.js';
import { Sight } from '../../annotations/text/sight.svelte.js';
import type { MendedWords, TextSelection } from '../../annotations/annotation-actions.js';
import type { NameKind } from '../../../src-main/domain/ledger/register.js';
import { HistoryPlayer } from '../../positions/matrix/history-player.svelte.js';
import type { SelectedCell } from '../../positions/matrix/selected-cell.js';
import type { FormBasis, FormNeeds } from './entry-form.svelte.js';
import {
  groupByTarget,
  annotationsInOrder,
  tagsOf,
  linkablesOf,
  mendingOf
} from '../edits/annotation-edits.js';
import { AnnotationDesk } from './annotation-desk.svelte.js';
import { addOutcome } from '../edits/edits.js';
import { addJudgement } from '../edits/page-one.js';
import { CardDesk } from './card-desk.svelte.js';
import { FigureDesk } from './figure-desk.svelte.js';
import { FoundWords } from './found-words.svelte.js';
import { leadToStep, showEntry } from './leads.js';
import { LintDesk } from './lint-desk.svelte.js';
import { PointDesk, type PointPlaces } from './point-desk.svelte.js';
import { PositionDesk } from './position-desk.svelte.js';
import { NameDesk } from './name-desk.svelte.js';
import { NewsDesk } from './news-desk.svelte.js';
import { OthersDesk } from './others-desk.svelte.js';
import type { Drafter, TextDrafter } from '../../suggestions/suggestion-actions.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { StepDesk, type Way } from './step-desk.svelte.js';
import { named } from '../open/step-names.js';
import { SourceWords } from './source-words.svelte.js';
import { SuggestionDesk } from './suggestion-desk.svelte.js';
import { WordDesk } from './word-desk.svelte.js';
import { tellCameIn, tellMended, Voice } from './messages.svelte.js';
import { toasts } from '../../ui/toasts/toasts.svelte.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import type { Find } from '../../find/find-in-worker.js';
import { FindState } from '../../find/find-state.svelte.js';
import type { Linter } from '../../lint/lint-in-worker.js';
import type { FindPlace } from '../../find/texts-of-briefing.js';
import type { View, ViewOrDrawer } from '../open/view.js';

export class DeskState {
  #view = $state<View>('brief');
  /** Before what is new. */
  #before: View = 'brief';
  #source = $state.raw<Id | null>(null);
  /** Whether the view is shown for something in it, and not as it was left. */
  isLed = false;
  /** Which dialog is open: of the tags of annotations, their export, or names that are the same. */
  dialog = $state<'tags' | 'export' | 'merge-names' | null>(null);
  readonly list = new AnnotationList(
    () => this.#inOrder,
    () => this.evidence
  );
  /** Briefing and source side by side, where there is room. */
  beside = $state(false);
  /** Which parts of long texts are in sight. */
  readonly sight = new Sight();
  #rendered = $state(0);
  /** How much of the width the briefing has then. */
  share = $state(0.5);
  /** Of the positions: the cell that is open. */
  cell = $state.raw<SelectedCell | null>(null);
  /** Whether the actors or the issues are listed below the matrix; `null` for neither. */
  names = $state<NameKind | null>(null);
  /** What the briefing holds, part by part: beside it where there is room, else over it. */
  outline = $state({ beside: true, over: false });
  /** The drawer of the registers is open. */
  registers = $state(false);
  /** The actor or issue about which everything is shown. */
  profile = $state.raw<Id | null>(null);
  readonly find: FindState;
  readonly voice = new Voice();
  readonly foundWords = new FoundWords();
  /** Where the lines of the briefing stand in its sources. */
  readonly sourceWords = new SourceWords();
  readonly cards: CardDesk;
  readonly cardWords: WordDesk;
  readonly annotations: AnnotationDesk;
  readonly lint: LintDesk;
  readonly suggestions: SuggestionDesk;
  readonly news: NewsDesk;
  readonly figures: FigureDesk;
  readonly positions: PositionDesk;
  /** What contradicts. */
  readonly points: PointDesk;
  readonly others: OthersDesk;
  readonly naming: NameDesk;
  /** Undo and redo. */
  readonly steps: StepDesk;

  // In two steps each, so that typing in a card, which changes neither, stops at the first.
  readonly #annotations = $derived.by(() => this.open.briefing.annotations);
  readonly #positions = $derived.by(() => this.open.briefing.positions);
  readonly #actors = $derived.by(() => this.open.briefing.actors);
  readonly #issues = $derived.by(() => this.open.briefing.issues);
  readonly #dismissals = $derived.by(() => this.open.briefing.dismissals);
  readonly ledger = $derived.by(() => new LedgerIndex(this.#positions, this.#dismissals));
  /** The day as of which positions are shown. */
  readonly history = new HistoryPlayer(() => this.ledger.days);
  /** Annotations by card or source. */
  readonly byTarget = $derived.by(() => groupByTarget(this.#annotations));
  readonly #statements = $derived.by(() => this.open.briefing.statements);
  readonly #events = $derived.by(() => this.open.briefing.events);
  readonly #figures = $derived.by(() => this.open.briefing.figures);
  readonly #outcomes = $derived.by(() => this.open.briefing.outcomes);
  /** What rests on each annotation, in words. */
  readonly evidence = $derived.by(() =>
    whatRests({
      positions: this.#positions,
      statements: this.#statements,
      events: this.#events,
      figures: this.#figures,
      outcomes: this.#outcomes
    })
  );
  readonly #texts = $derived.by(() => [
    ...this.open.briefing.cards.map(({ id }) => id),
    ...this.open.briefing.sources.map(({ id }) => id)
  ]);
  readonly #inOrder = $derived.by(() => annotationsInOrder(this.byTarget, this.#texts));
  readonly knownTags = $derived.by(() => tagsOf(this.#annotations));
  /** What annotated words can be about. */
  readonly linkables = $derived.by(() =>
    linkablesOf({ actors: this.#actors, issues: this.#issues, positions: this.#positions })
  );

  constructor(
    readonly open: OpenBriefing,
    selectedNow: () => TextSelection | null,
    find: Find,
    linter: Linter,
    /** Where the person was when it was left; `null` for the first time. */
    place: ReadingPlace | null,
    drafter: Drafter & TextDrafter,
    /** The keys of undo and redo, such as "Ctrl+Z". */
    keyOf: (way: Way) => string,
    /** Shown where no place is known. */
    firstView: View = 'brief'
  ) {
    this.#view = firstView;
    const show = (id: Id) => (this.#source = id);
    this.suggestions = new SuggestionDesk(
      ...([open, this.voice, drafter, () => this.source, show] as const),
      (text, step) => this.steps.offer(text, step)
    );
    this.others = new OthersDesk(open, place);
    this.news = new NewsDesk(open, place, this.others);
    this.naming = new NameDesk(open, toasts, this);
    this.find = new FindState(find);
    if (place) {
      this.#view = place.view;
      this.#source = place.source;
      this.beside = place.beside;
      this.share = place.share;
    }
    const showNoteOf = (id: Id | null) =>
      id ? this.annotations.showNote(id) : this.annotations.activate(null);
    this.cards = new CardDesk(open, this.voice, toasts, showNoteOf, this.others.lastChange);
    this.lint = new LintDesk(open, linter);
    const textOf = (target: Id) => this.#textOf(target);
    this.cardWords = new WordDesk(
      open,
      this.cards,
      this.sourceWords,
      this.suggestions,
      toasts,
      drafter
    );
    const goBack: FormNeeds['goBack'] = (basis, recorded) => this.#goBack(basis, recorded);
    const forms = { open, textOf, goBack };
    this.figures = new FigureDesk(
      forms,
      () => {
        const suggestions = this.suggestions.rows.map(({ suggestion }) => suggestion);
        return { source: this.source, suggestions };
      },
      () => this.show('registers'),
      toasts
    );
    this.positions = new PositionDesk(forms, this.voice, this.suggestions, toasts, (what) =>
      this.annotations[what]()
    );
    const places = {
      annotation: (id) => this.showAnnotation(id),
      source: (id) => this.showSource(id),
      position: (id) => this.showPosition(id),
      figure: (id) => this.figures.edit(id),
      restateFigure: (id, basis, older) => this.figures.restate(id, basis, older),
      record: (given, basis) => this.positions.start(given, basis),
      entry: (list, id) => showEntry(this, list, id),
      point: (part) => {
        this.show('new');
        this.pointAt(`[data-point^="${part} "]`, '[data-open-points]');
      }
    } satisfies PointPlaces;
    this.points = new PointDesk(open, this.voice, places, toasts);
    this.annotations = new AnnotationDesk(
      open,
      this.voice,
      textOf,
      {
        position: (basis) => this.#beginPosition(basis),
        figure: (basis) => this.figures.startFrom(basis)
      },
      selectedNow
    );
    this.steps = new StepDesk(
      open,
      toasts,
      keyOf,
      (moved) => leadToStep(this, moved),
      (card, cursor) => this.cards.startEditing(card, cursor)
    );
    if (place) this.cards.restore(place.card, place.folded);
    tellMended(open, toasts);
    tellCameIn(open, toasts);
  }

  /** Grows by one whenever a text is drawn anew. */
  get rendered(): number {
    return this.#rendered;
  }

  noteRendering(): void {
    this.#rendered += 1;
  }

  /** `null` when the annotation's place is in no doubt, or cannot be asked for. */
  mendingOf(annotation: Annotation): MendedWords | null {
    if (annotation.flag === null && annotation.target.selectors.position) return null;
    const { type, id } = annotation.target;
    const text = this.#textOf(id);
    // Of a source whose text is not there nobody can say that it lacks the words.
    return type === 'source' && text === null ? null : mendingOf(annotation, text);
  }

  get view(): View {
    return this.#view;
  }

  /** The source that is shown: the one asked for last, else the first. */
  get source(): Id | null {
    const { sources } = this.open.briefing;
    return (sources.find(({ id }) => id === this.#source) ?? sources[0])?.id ?? null;
  }

  show(view: ViewOrDrawer): void {
    this.registers ||= view === 'registers';
    if (view === 'registers') return;
    this.isLed = false;
    this.#enter(view);
  }

  #enter(view: View): void {
    if (this.#view !== 'new' && view === 'new') this.#before = this.#view;
    this.#view = view;
  }

  /** Out of what is new, to the view that was shown before. */
  showBefore(): void {
    this.show(this.#before);
  }

  /** Lights up what the first of these selectors names that is seen, and gives it the focus. */
  pointAt(...selectors: readonly string[]): void {
    this.steps.pointAt(selectors);
  }

  /** Leads to a position, in the history of its cell. */
  showPosition(id: Id): void {
    const position = this.open.briefing.positions.find((each) => each.id === id);
    this.#view = 'positions';
    if (position) this.cell = { actor: position.actor, issue: position.issue };
  }

  showName(id: Id): void {
    const { actors, issues } = this.open.briefing;
    this.#view = 'positions';
    if ([...actors, ...issues].some((each) => each.id === id)) this.profile = id;
  }

  /** @param view `new` for what a source that was just added brings. */
  showSource(id: Id, view: 'read' | 'new' = 'read'): void {
    this.isLed = true;
    this.#source = id;
    this.#enter(view);
  }

  /** Leads to the words of a line in its source. */
  showLine({ source, place }: LineInSource): void {
    this.showSource(source);
    this.foundWords.markRanges(source, [place], 0);
  }

  /** Leads to an annotation's words, in the view where they are. */
  showAnnotation(id: Id): void {
    this.#show(id);
    this.annotations.activate(id, true);
  }

  /** Leads to an annotation's words and gives their text the focus; to its note when they have no place. */
  goTo(id: Id): void {
    const annotation = this.#show(id);
    if (annotation) this.annotations.goTo(annotation);
  }

  #show(id: Id): Annotation | null {
    const annotation = this.open.briefing.annotations.find((a) => a.id === id);
    if (!annotation) return null;
    if (annotation.target.type === 'source') this.showSource(annotation.target.id);
    else {
      this.#view = 'brief';
      this.cards.unfold(annotation.target.id);
    }
    return annotation;
  }

  /** Brings what was found into a view; `both` are seen already when they stand side by side. */
  showPlace({ what, id }: FindPlace, both: boolean): void {
    const annotation =
      what === 'note' ? this.open.briefing.annotations.find((a) => a.id === id) : null;
    if (annotation) return this.showAnnotation(annotation.id);
    if (what === 'source') {
      this.isLed = true;
      this.#source = id;
      if (!both) this.#view = 'read';
    } else if (!both) this.#view = 'brief';
    if (what === 'card') this.cards.unfold(id);
  }

  showCard(id: Id): void {
    this.#view = 'brief';
    this.annotations.showText(id);
  }

  addOutcome(): void {
    const id = newId();
    this.show('registers');
    this.open.edit(named.outcomeAdded(id), (b) => addOutcome(b, '', id));
  }

  /** About an outcome or a position; with `null` about a new outcome. */
  addJudgement(about: Id | null = null): void {
    const id = newId();
    this.show('brief');
    this.open.edit(named.judgementAdded(id), (b) => addJudgement(b, about, id));
  }

  /** Beside the source that is shown stands the popover; of other words, and of marked ones, it is the whole form. */
  #beginPosition(basis: FormBasis): void {
    if (basis.selection?.target.id === this.source) this.positions.startBeside(basis);
    else this.positions.start({}, basis);
  }

  /** To the words that a form was begun from: marked now, or selected as they were. From an open point back to the points. */
  #goBack({ annotation, selection }: FormBasis, recorded: boolean): void {
    if (recorded) this.annotations.activate(annotation.id);
    if (!selection || this.view === 'new') return;
    const { target, span } = selection;
    if (this.cards.editing === target.id) this.cards.editor?.focus();
    else this.annotations.showText(target.id, recorded ? null : span);
  }

  /** The rendered text of a card or source; `null` when the briefing has no such any more, or not its text. */
  #textOf(id: Id): string | null {
    const { cards, sources } = this.open.briefing;
    const card = cards.find((c) => c.id === id);
    if (card) return rendering.renderMarkdown(card.body).text;
    const source = sources.find((s) => s.id === id);
    const text = source ? textOfSource(source, this.open.texts) : null;
    return source && text !== null ? rendering.renderedSource(source, text) : null;
  }
}
