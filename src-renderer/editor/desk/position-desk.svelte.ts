/**
 * The form of a position: beside words that are selected in a source its first lines, else all of it. What the
 * draft of the source knows of the words is filled in. Recording it is one step; leaving it leaves nothing behind.
 * Knows no DOM.
 */
import { tick } from 'svelte';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { type Source, textOfSource } from '../../../src-main/domain/briefing/source.js';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { identityMap } from '../../../src-main/domain/markdown/source-map.js';
import { settleOnWords } from '../../../src-main/domain/news/settle-on-words.js';
import { noWordsOfText } from '../../../src-main/domain/suggestions/coding/words-of-text.js';
import { findActor } from '../../../src-main/domain/suggestions/enter.js';
import { nobody, whoSpeaks } from '../../../src-main/domain/suggestions/who-speaks.js';
import { stanceWords } from '../../../src-main/domain/terms/terms.js';
import { inOneLine } from '../../../src-main/domain/text/in-one-line.js';
import type { Range } from '../../../src-main/domain/text/range.js';
import { mapOf } from '../../markdown/map-markdown.js';
import {
  correctedEntry,
  emptyPosition,
  filledFrom,
  type Held,
  heldAlready,
  isStatement,
  type PositionForm,
  positionProblems,
  recordPosition,
  restateStatement,
  tiesOfForm
} from '../../positions/forms/position-form.js';
import {
  fillIn,
  isSpeaker,
  type OtherTake,
  type PositionFacts,
  type PositionFormActions,
  type WordsRead
} from '../../positions/forms/position-on-words.js';
import { setLinks } from '../edits/annotation-edits.js';
import { removePosition } from '../edits/edits.js';
import { putPositionBack } from '../edits/put-back.js';
import { named } from '../open/step-names.js';
import { EntryForm, type FormBasis, type FormNeeds } from './entry-form.svelte.js';
import { type Messages, offerWayBack, type Voice } from './messages.svelte.js';
import type { SuggestionDesk } from './suggestion-desk.svelte.js';

/** What it knows of the source that is shown. */
type Reading = Pick<
  SuggestionDesk,
  'source' | 'drafting' | 'draftOf' | 'coding' | 'ground' | 'index' | 'look'
>;

/** Words of a text, and where they stand in it as it was drafted. */
type ReadWords = Omit<WordsRead, 'offered'> & {
  readonly source: Source | null;
  readonly place: Range | null;
};

const noWords: ReadWords = {
  ...{ words: '', speaker: nobody, source: null, evidence: [], place: null }
};

export class PositionDesk
  extends EntryForm<Partial<PositionForm>>
  implements PositionFacts, PositionFormActions
{
  /** By which the margin knows its place. */
  readonly id: Id = newId();
  /** Whether there is a margin beside the text that it can stand in. */
  hasMargin = $state(false);
  #isWhole = $state(false);
  /** What the person said by beginning it where she did. */
  #begun = $state.raw<Partial<PositionForm>>({});

  readonly #words = $derived.by(() => (this.basis ? this.#readOn(this.basis.annotation) : noWords));
  readonly read: WordsRead = $derived.by(() => {
    const { words, speaker, place } = this.#words;
    const { briefing } = this.open;
    const { actor = speaker.name } = this.given;
    const { statement = '', issue = '' } = this.#begun;
    const drafted = isSpeaker(this.given.actor, speaker) ? speaker.position?.issue : undefined;
    const said = {
      ...{ words: words || statement, place },
      actor: findActor(briefing, actor.trim(), speaker.drafted)?.id ?? null,
      drafted: drafted ?? (issue === '' ? null : issue)
    };
    const { coding } = this.suggestions;
    const offered = coding.offer(said, this.#isShown ? coding.words : noWordsOfText);
    return { ...this.#words, offered };
  });
  readonly #filled = $derived.by(() => fillIn(this.read, this.given));
  /** What is written into it is said by the person, and stays. */
  readonly #fields = new Proxy(emptyPosition(), {
    get: (_, field: keyof PositionForm) => this.#filled[field],
    set: (_, field, value) => {
      this.begin({ ...this.given, [field]: value as unknown }, this.basis);
      return true;
    }
  });
  readonly names: readonly string[] = $derived.by(() => {
    const { actors } = this.open.briefing;
    const { source } = this.#words;
    const drafted = (source && this.suggestions.draftOf(source.id)?.actors) ?? [];
    const others = drafted.filter(
      (actor) => actor.type !== 'place' && !findActor(this.open.briefing, actor.name, actor)
    );
    return [...actors, ...others].map(({ name }) => name);
  });
  readonly held: Held | null = $derived.by(() => this.#heldBy(this.#filled));

  constructor(
    needs: FormNeeds,
    private readonly voice: Voice,
    private readonly suggestions: Reading,
    private readonly messages: Messages,
    /** On the words that are selected. */
    private readonly takeSelected: (what: OtherTake) => void
  ) {
    super(needs);
  }

  /** As it is filled in, typed and chosen by now: it can be written into. `null` while none is open. */
  override get form(): PositionForm | null {
    return super.form && this.#fields;
  }

  /** What the person says of it, beside what is filled in. */
  get given(): Partial<PositionForm> {
    return super.form ?? {};
  }

  /** Whether only its first lines are shown, beside the words. */
  get isBeside(): boolean {
    return super.form !== null && !this.#isWhole;
  }

  get isReading(): boolean {
    return this.#isShown && this.suggestions.drafting.state === 'under-way';
  }

  get isWaiting(): boolean {
    return this.isReading && this.#filled.actor === '';
  }

  get unread(): string {
    if (!this.#isShown) return '';
    const { source, drafting } = this.suggestions;
    if (drafting.state === 'failed') return drafting.sentence;
    const language = source && this.suggestions.draftOf(source)?.language;
    const isReadWhole = language?.suggestions && language.code === 'en';
    return isReadWhole ? '' : (language?.reason ?? '');
  }

  /** Whether its words stand in the source that is shown. */
  get #isShown(): boolean {
    return this.#words.source !== null && this.#words.source.id === this.suggestions.source;
  }

  /** Words are selected in the source that is shown: who speaks there may be asked next. */
  prepare(): void {
    this.suggestions.look({ quietly: true });
  }

  start(given: Partial<PositionForm> = {}, basis: FormBasis | null = null): void {
    this.#isWhole = true;
    this.#begun = given;
    this.begin(given, basis);
  }

  /** @param basis words of the source that is shown. */
  startBeside(basis: FormBasis): void {
    this.prepare();
    this.start({}, basis);
    this.#isWhole = false;
  }

  more(): void {
    this.#isWhole = true;
  }

  record(form: PositionForm): void {
    if (Object.keys(positionProblems(form)).length > 0) return;
    if (isStatement(form) && form.fromStatement) {
      const name = named.statement(form.fromStatement);
      this.enter(name, form.evidence, (b) => restateStatement(b, form));
      return this.voice.say(`Recorded what ${form.actor} said.`);
    }
    const id = newId();
    const words = this.basis?.annotation.id;
    const { ground } = this.suggestions;
    const ties = tiesOfForm(form, this.open.briefing, this.#heldBy(form));
    this.enter(named.position(id), form.evidence, (b) => {
      const recorded = recordPosition(b, form, ties, undefined, id);
      const mark = recorded.annotations.find((each) => each.id === words);
      const linked =
        mark && form.evidence.includes(mark.id)
          ? setLinks(recorded, mark.id, [...mark.links, { type: 'position', id }])
          : recorded;
      return ground ? settleOnWords(linked, id, ground) : linked;
    });
    const { actor, stance, issue } = form;
    const [supersedes, contested] = [ties.supersedes.length > 0, ties.contested.length > 0];
    const does = supersedes ? ', superseding what was in force' : contested ? ', contested' : '';
    this.voice.say(`Recorded: ${actor}, ${stance && stanceWords[stance]}, ${issue}${does}.`);
  }

  takeAs(what: OtherTake): void {
    this.cancel();
    // By then the words are selected again.
    void tick().then(() => this.takeSelected(what));
  }

  fillFrom(annotation: Annotation): void {
    const told = fillIn({ ...this.#readOn(annotation), offered: [] }, {});
    Object.assign(this.#fields, filledFrom(this.#filled, told));
  }

  /** The way back is offered, and so undone whatever came after it. */
  remove(id: Id): void {
    const { briefing } = this.open;
    const position = briefing.positions.find((each) => each.id === id);
    if (!position) return;
    const actor = briefing.actors.find((each) => each.id === position.actor)?.name ?? '';
    const wayBack = this.open.editWithWayBack(
      named.positionRemoved(id),
      (b) => removePosition(b, id),
      (now, before) => putPositionBack(now, before, id)
    );
    offerWayBack(this.open, this.messages, `Removed a position of ${actor}.`, wayBack);
  }

  #heldBy(form: PositionForm): Held | null {
    if (correctedEntry(form, this.open.briefing)) return null;
    const { words, source } = this.#words;
    return heldAlready(form, this.suggestions.index, words, source?.id);
  }

  #readOn({ id, target }: Annotation): ReadWords {
    const { briefing, texts } = this.open;
    const { quote, position } = target.selectors;
    const source = briefing.sources.find((each) => each.id === target.id) ?? null;
    const text = (source ? textOfSource(source, texts) : this.textOf(target.id)) ?? '';
    const { map } = source?.format === 'markdown' ? mapOf(text) : { map: identityMap(text.length) };
    const place = position && map.toSource(position);
    // As long as the source is being read, a name in the sentence may not be who speaks.
    const isReading = source !== null && this.suggestions.drafting.state === 'under-way';
    const draft = source && this.suggestions.draftOf(source.id);
    const speaker = place && !isReading ? whoSpeaks(draft, text, place, briefing.actors) : nobody;
    return { words: inOneLine(quote.exact), speaker, source, evidence: [id], place };
  }
}
