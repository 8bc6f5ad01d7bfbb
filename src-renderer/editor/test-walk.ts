/** For tests: everything that a person can do to a briefing, each act at random and called by its name. */
import { removeAnnotation } from '../../src-main/domain/evidence.js';
import type { Annotation } from '../../src-main/domain/annotation.js';
import type { Briefing } from '../../src-main/domain/briefing.js';
import type { Card } from '../../src-main/domain/card.js';
import type { FieldKey } from '../../src-main/domain/field.js';
import { newFigure } from '../../src-main/domain/figure.js';
import { newId, type Id } from '../../src-main/domain/id.js';
import { mergeActors } from '../../src-main/domain/merge-names.js';
import { renderMarkdown } from '../../src-main/domain/markdown/render-markdown.js';
import { removeName } from '../../src-main/domain/remove-name.js';
import { acceptAll, acceptSuggestion } from '../../src-main/domain/suggestions/accept.js';
import { groundOf } from '../../src-main/domain/suggestions/enter.js';
import { listSuggestions } from '../../src-main/domain/suggestions/list-suggestions.js';
import { settle } from '../../src-main/domain/suggestions/settled.js';
import { draft, text as sourceText } from '../../src-main/domain/suggestions/test-draft.js';
import { emptyDraft, recordDraft } from '../positions/position-draft.js';
import { acceptFlag, attachTo, renameTag, setLinks, setReply } from './annotation-edits.js';
import { annotationOf } from './annotate.js';
import * as edits from './edits.js';
import * as judgement from './judgement-edits.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { putAnnotationBack, putCardBack } from './put-back.js';
import { settleCard } from './settle-card.js';
import { mergeWithNext, splitCard } from './split-and-merge.js';
import { named, type StepName } from './step-names.js';

export const source = newId();
const suggestions = listSuggestions(draft, sourceText, (range) => range);
const pieces = [
  'The port ',
  'opens. ',
  'a ',
  '**b** ',
  '\n\n',
  '- x\n',
  '`c`',
  '😀',
  '漢字',
  '_d',
  '> '
];

/** The same numbers every time: Mulberry32, by Tommy Ettinger, in the public domain. */
export function randomBelow(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const rendered = new WeakMap<Card, string>();
export function textOf(card: Card): string {
  const known = rendered.get(card) ?? renderMarkdown(card.body).text;
  rendered.set(card, known);
  return known;
}

export class Walker {
  #clipboard = 'cut';
  /** What a message still offers. */
  #takeBack: (() => void) | null = null;
  /** One name for all typing in a field, as the history has for each run of it. */
  readonly #names = new Map<string, StepName>();
  /** The step that the last act recorded, or would have. */
  latest: StepName | null = null;

  constructor(
    private readonly open: OpenBriefing,
    private readonly below: (limit: number) => number
  ) {}

  /** Fields that the briefing has now. */
  field(): FieldKey {
    const { cards, annotations, outcomes } = this.open.briefing;
    const some: readonly (FieldKey | undefined)[] = [
      named.detail('title').fields[0],
      named.detail('bottomLine').fields[0],
      ...[this.#one(cards), this.#one(cards)].map(
        (c) => c && named.cardText(c.id, 'typing').fields[0]
      ),
      ...[this.#one(cards)].map((c) => c && named.cardHeading(c.id).fields[0]),
      ...[this.#one(annotations)].flatMap((a) =>
        a ? [named.note(a.id).fields[0], named.tags(a.id).fields[0]] : []
      ),
      ...[this.#one(outcomes)].map((o) => o && named.outcomeStatement(o.id).fields[0])
    ];
    return this.#one(some.filter((key) => key !== undefined))!;
  }

  /** @returns the name of the act. */
  act(): string {
    const { cards, annotations } = this.open.briefing;
    const names = Object.keys(this.#acts);
    const name = names[this.below(names.length)]!;
    this.latest = null;
    this.#acts[name]!(cards[this.below(cards.length)]!, this.#one(annotations));
    return name;
  }

  #one<T>(all: readonly T[]): T | undefined {
    return all[this.below(all.length)];
  }

  #edit(step: StepName, change: (b: Briefing) => Briefing, key?: string): void {
    const name = (key && this.#names.get(key)) || step;
    if (key) this.#names.set(key, name);
    this.latest = name;
    this.open.edit(name, change, key);
  }

  #withWayBack(
    step: StepName,
    change: (b: Briefing) => Briefing,
    restore: (now: Briefing, before: Briefing) => Briefing
  ): void {
    this.latest = step;
    this.#takeBack = this.open.editWithWayBack(step, change, restore).take;
  }

  #words(card: Card): { text: string; span: { start: number; end: number } } | null {
    const text = textOf(card);
    if (text.trim() === '') return null;
    const start = this.below(text.length);
    return { text, span: { start, end: Math.min(text.length, start + 1 + this.below(20)) } };
  }

  #phrase(): string {
    return Array.from({ length: this.below(6) }, () => this.#one(pieces)).join('');
  }

  #insert({ id, body }: Card, words: string, step: 'typing' | 'paste'): void {
    if (body.length > 250) return;
    const at = this.below(body.length + 1);
    const next = body.slice(0, at) + words + body.slice(at);
    if (step === 'paste') {
      return this.#edit(named.cardText(id, step), (b) => edits.setCardBody(b, id, next));
    }
    const key = `text:${id}`;
    const name = this.#names.get(key) ?? named.cardText(id, step);
    this.#names.set(key, name);
    this.latest = name;
    const settled = (now: Briefing, before: Briefing) => settleCard(now, before, id, new Map());
    this.open.type(name, (b) => edits.setCard(b, id, { body: next }), key, settled);
  }

  #cut({ id, body }: Card): void {
    const at = this.below(body.length + 1);
    const length = this.below(30);
    this.#clipboard = body.slice(at, at + length);
    const next = body.slice(0, at) + body.slice(at + length);
    this.#edit(named.cardText(id, 'cut'), (b) => edits.setCardBody(b, id, next));
  }

  readonly #acts: Readonly<Record<string, (card: Card, mark: Annotation | undefined) => void>> = {
    type: (card) => this.#insert(card, this.#one(pieces)!, 'typing'),
    'type on': (card) => this.#insert(card, this.#one(pieces)!, 'typing'),
    cut: (card) => this.#cut(card),
    paste: (card) => this.#insert(card, this.#clipboard, 'paste'),
    'replace all': ({ id, body }) => {
      const next = `New. ${body.slice(0, 100)}`;
      this.#edit(named.cardText(id, 'paste'), (b) => edits.setCardBody(b, id, next));
    },
    heading: ({ id }) => {
      const heading = this.#phrase().trim();
      this.#edit(named.cardHeading(id), (b) => edits.setCard(b, id, { heading }), `heading:${id}`);
    },
    'kind of card': ({ id }) => {
      const kind = this.#one(['note', 'fact', 'quote'] as const)!;
      this.#edit(named.cardKind(id), (b) => edits.setCard(b, id, { kind }));
    },
    split: ({ id, body }) => {
      if (this.open.briefing.cards.length > 6) return;
      const [at, added] = [this.below(body.length + 1), newId()];
      this.#edit(named.cardSplit(id, added), (b) => splitCard(b, id, at, added));
    },
    merge: ({ id }) => {
      this.open.endTyping();
      const merged = mergeWithNext(this.open.briefing, id);
      if (merged) this.#edit(named.cardsMerged(id), () => merged.briefing);
    },
    'move card': ({ id }) => {
      const { length } = this.open.briefing.cards;
      this.#edit(named.cardMoved(id), (b) => edits.moveCard(b, id, this.below(length)));
    },
    'add card': ({ id }) => {
      if (this.open.briefing.cards.length > 6) return;
      const added = newId();
      this.#edit(named.cardAdded(added), (b) => edits.addCard(b, id, 'note', added));
    },
    'remove card': ({ id }) => {
      if (this.open.briefing.cards.length < 3) return;
      this.#withWayBack(
        named.cardRemoved(id),
        (b) => edits.removeCard(b, id),
        (now, before) => putCardBack(now, before, id)
      );
    },
    'take back': () => {
      this.#takeBack?.();
      this.#takeBack = null;
    },
    highlight: (card) => {
      this.open.endTyping();
      const words = this.open.briefing.annotations.length < 30 ? this.#words(card) : null;
      if (!words) return;
      const target = { type: 'card', id: card.id } as const;
      const made = annotationOf({ target, ...words }, 'key');
      this.#edit(named.highlight(made.id), (b) => edits.addAnnotation(b, made));
    },
    'begin a note and leave it': (card) => {
      this.open.endTyping();
      const words = this.#words(card);
      if (!words) return;
      const made = annotationOf({ target: { type: 'card', id: card.id }, ...words }, 'note');
      const before = this.open.briefing;
      this.open.editForNow(named.highlight(made.id), (b) => edits.addAnnotation(b, made))();
      if (this.open.briefing !== before) throw new Error('Something is left of what was withdrawn');
    },
    attach: (card, mark) => {
      this.open.endTyping();
      const words = mark ? this.#words(card) : null;
      if (!mark || !words) return;
      const target = { type: 'card', id: card.id } as const;
      const { text, span } = words;
      this.#edit(named.annotationPlaced(mark.id), (b) => attachTo(b, mark.id, target, text, span));
    },
    'keep words': (_, mark) => {
      if (!mark || this.open.briefing.cards.length > 6) return;
      this.#edit(named.wordsKept(mark.id), (b) => edits.keepAsCard(b, mark.id));
    },
    'accept words': (_, mark) => {
      if (mark) this.#edit(named.wordsAccepted(mark.id), (b) => acceptFlag(b, mark.id));
    },
    note: (_, mark) => {
      if (!mark) return;
      const note = this.#phrase();
      this.#edit(
        named.note(mark.id),
        (b) => edits.setAnnotation(b, mark.id, { note }),
        `note:${mark.id}`
      );
    },
    reply: (_, mark) => {
      if (!mark) return;
      const reply = this.#one(mark.replies)?.id ?? newId();
      const words = this.#phrase();
      this.#edit(
        named.reply(mark.id, reply),
        (b) => setReply(b, mark.id, reply, words),
        `reply:${reply}`
      );
    },
    tags: (_, mark) => {
      if (!mark) return;
      const tags = ['a', 'b', 'c'].filter(() => this.below(2) === 0);
      this.#edit(named.tags(mark.id), (b) => edits.setAnnotation(b, mark.id, { tags }));
    },
    'rename tag': () => this.#edit(named.tagRenamed('a'), (b) => renameTag(b, 'a', 'b')),
    links: (_, mark) => {
      const actor = this.#one(this.open.briefing.actors);
      if (!mark || !actor) return;
      this.#edit(named.links(mark.id), (b) =>
        setLinks(b, mark.id, [{ type: 'actor', id: actor.id }])
      );
    },
    'delete annotation': (_, mark) => {
      if (!mark || this.below(3) > 0) return;
      this.#withWayBack(
        named.annotationRemoved(mark.id),
        (b) => removeAnnotation(b, mark.id),
        (now, before) => putAnnotationBack(now, before, mark.id)
      );
    },
    title: () => {
      const title = this.#phrase();
      this.#edit(named.detail('title'), (b) => edits.setDetails(b, { title }), 'title');
    },
    'bottom line': () => {
      const bottomLine = this.#phrase();
      this.#edit(named.detail('bottomLine'), (b) => edits.setDetails(b, { bottomLine }), 'line');
    },
    publisher: () => {
      const publisher = this.#phrase();
      this.#edit(
        named.source(source, 'publisher'),
        (b) => edits.setSource(b, source, { publisher }),
        'publisher'
      );
    },
    'accept suggestion': () => {
      const one = this.#one(suggestions)!;
      if (this.open.briefing.cards.length > 7) return;
      const ground = groundOf(source, sourceText, suggestions);
      this.#edit(named.suggestionsAccepted([one.title]), (b) => acceptSuggestion(b, one, ground));
    },
    'accept all likely': () => {
      const { cards, positions, annotations } = this.open.briefing;
      if (cards.length > 6 || positions.length > 12 || annotations.length > 25) return;
      const likely = suggestions.filter(
        ({ grade, kind }) => grade === 'likely' && kind === 'position'
      );
      const ground = groundOf(source, sourceText, suggestions);
      const titles = likely.map(({ title }) => title);
      this.#edit(named.suggestionsAccepted(titles), (b) => acceptAll(b, likely, ground));
    },
    'dismiss suggestion': () => {
      const one = this.#one(suggestions)!;
      const now = new Date(0);
      this.#edit(named.suggestionDismissed(one.title), (b) =>
        settle(b, one, source, 'dismissed', now)
      );
    },
    position: (_, mark) => {
      const evidence = mark ? [mark.id] : [];
      if (this.open.briefing.positions.length > 12) return;
      const id = newId();
      const written = {
        ...emptyDraft(evidence),
        actor: 'A',
        issue: 'B',
        stance: 'opposes' as const
      };
      this.#edit(named.position(id), (b) => recordDraft(b, written, new Date(0), id));
    },
    figure: (_, mark) => {
      if (this.open.briefing.figures.length > 6) return;
      const figure = { ...newFigure('40', 40), evidence: mark ? [mark.id] : [] };
      this.#edit(named.figure(figure.id), (b) => ({ ...b, figures: [...b.figures, figure] }));
    },
    'remove figure': () => {
      const gone = this.#one(this.open.briefing.figures);
      if (gone) this.#edit(named.figureRemoved(gone.id), (b) => judgement.removeFigure(b, gone.id));
    },
    event: (_, mark) => {
      if (this.open.briefing.events.length > 6) return;
      const id = newId();
      const event = {
        title: 'E',
        date: null,
        until: null,
        actors: [],
        evidence: mark ? [mark.id] : []
      };
      this.#edit(named.event(id), (b) => judgement.addEvent(b, event, id));
    },
    'edit event': () => {
      const event = this.#one(this.open.briefing.events);
      const title = `E${this.below(9)}`;
      if (event)
        this.#edit(named.event(event.id), (b) =>
          judgement.setEvent(b, event.id, { ...event, title })
        );
    },
    'remove event': () => {
      const gone = this.#one(this.open.briefing.events);
      if (gone) this.#edit(named.eventRemoved(gone.id), (b) => judgement.removeEvent(b, gone.id));
    },
    'add outcome': () => {
      if (this.open.briefing.outcomes.length > 4) return;
      const id = newId();
      this.#edit(named.outcomeAdded(id), (b) => judgement.addOutcome(b, '', id));
    },
    outcome: () => {
      const one = this.#one(this.open.briefing.outcomes);
      const statement = this.#phrase();
      if (one) {
        this.#edit(
          named.outcomeStatement(one.id),
          (b) => judgement.setOutcome(b, one.id, { statement }),
          one.id
        );
      }
    },
    'remove outcome': () => {
      const gone = this.#one(this.open.briefing.outcomes);
      if (gone)
        this.#edit(named.outcomeRemoved(gone.id), (b) => judgement.removeOutcome(b, gone.id));
    },
    'merge actors': () => {
      const [keep, gone] = this.open.briefing.actors;
      if (keep && gone) {
        this.#edit(named.namesMerged(keep.id, gone.id), (b) => mergeActors(b, keep.id, gone.id));
      }
    },
    'remove name': () => {
      const { actors, positions } = this.open.briefing;
      const unused = actors.find(({ id }) => !positions.some((each) => each.actor === id));
      if (unused) this.#edit(named.nameRemoved(unused.id), (b) => removeName(b, unused.id));
    }
  };
}

/** The acts that take entries away by name. */
export const removals: ReadonlySet<string> = new Set<string>([
  'merge',
  'remove card',
  'delete annotation',
  'remove figure',
  'remove event',
  'remove outcome',
  'merge actors',
  'remove name',
  'take back'
]);
