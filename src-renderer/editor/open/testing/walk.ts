/** For tests: somebody who does this and that to a briefing at random, each act called by its name. */
import type { Annotation } from '../../../../src-main/domain/briefing/annotation.js';
import type { Briefing } from '../../../../src-main/domain/briefing/briefing.js';
import type { Card } from '../../../../src-main/domain/briefing/entries.js';
import type { FieldKey } from '../../../../src-main/domain/briefing/field.js';
import { renderMarkdown } from '../../../../src-main/domain/markdown/render-markdown.js';
import * as edits from '../../edits/edits.js';
import { setCardBody } from '../../edits/testing/set-card-body.js';
import type { OpenBriefing } from '../open-briefing.svelte.js';
import { settleCard } from '../../edits/carry-annotations.js';
import { named, type StepName } from '../step-names.js';

export const pieces = [
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
  clipboard = 'cut';
  /** What a message still offers. */
  #takeBack: (() => void) | null = null;
  /** One name for all typing in a field, as the history has for each run of it. */
  readonly #names = new Map<string, StepName>();
  /** The step that the last act recorded, or would have. */
  latest: StepName | null = null;

  constructor(
    readonly open: OpenBriefing,
    readonly below: (limit: number) => number
  ) {}

  /** Fields that the briefing has now. */
  field(): FieldKey {
    const { cards, annotations, outcomes } = this.open.briefing;
    const some: readonly (FieldKey | undefined)[] = [
      named.detail('title').fields[0],
      named.detail('bottomLine').fields[0],
      ...[this.one(cards), this.one(cards)].map(
        (c) => c && named.cardText(c.id, 'typing').fields[0]
      ),
      ...[this.one(cards)].map((c) => c && named.cardHeading(c.id).fields[0]),
      ...[this.one(annotations)].flatMap((a) =>
        a ? [named.note(a.id).fields[0], named.tags(a.id).fields[0]] : []
      ),
      ...[this.one(outcomes)].map((o) => o && named.outcomeStatement(o.id).fields[0])
    ];
    return this.one(some.filter((key) => key !== undefined))!;
  }

  /** @returns the name of the act. */
  act(acts: Acts): string {
    const { cards, annotations } = this.open.briefing;
    const names = Object.keys(acts);
    const name = names[this.below(names.length)]!;
    this.latest = null;
    acts[name]!(this, cards[this.below(cards.length)]!, this.one(annotations));
    return name;
  }

  one<T>(all: readonly T[]): T | undefined {
    return all[this.below(all.length)];
  }

  edit(step: StepName, change: (b: Briefing) => Briefing, key?: string): void {
    const name = (key && this.#names.get(key)) || step;
    if (key) this.#names.set(key, name);
    this.latest = name;
    this.open.edit(name, change, key);
  }

  editWithWayBack(
    step: StepName,
    change: (b: Briefing) => Briefing,
    restore: (now: Briefing, before: Briefing) => Briefing
  ): void {
    this.latest = step;
    this.#takeBack = this.open.editWithWayBack(step, change, restore).take;
  }

  words(card: Card): { text: string; span: { start: number; end: number } } | null {
    const text = textOf(card);
    if (text.trim() === '') return null;
    const start = this.below(text.length);
    return { text, span: { start, end: Math.min(text.length, start + 1 + this.below(20)) } };
  }

  phrase(): string {
    return Array.from({ length: this.below(6) }, () => this.one(pieces)).join('');
  }

  insert({ id, body }: Card, words: string, step: 'typing' | 'paste'): void {
    if (body.length > 250) return;
    const at = this.below(body.length + 1);
    const next = body.slice(0, at) + words + body.slice(at);
    if (step === 'paste') {
      return this.edit(named.cardText(id, step), (b) => setCardBody(b, id, next));
    }
    const key = `text:${id}`;
    const name = this.#names.get(key) ?? named.cardText(id, step);
    this.#names.set(key, name);
    this.latest = name;
    const settled = (now: Briefing, before: Briefing) => settleCard(now, before, id, new Map());
    this.open.type(name, (b) => edits.setCard(b, id, { body: next }), key, settled);
  }

  cut({ id, body }: Card): void {
    const at = this.below(body.length + 1);
    const length = this.below(30);
    this.clipboard = body.slice(at, at + length);
    const next = body.slice(0, at) + body.slice(at + length);
    this.edit(named.cardText(id, 'cut'), (b) => setCardBody(b, id, next));
  }

  takeBack(): void {
    this.#takeBack?.();
    this.#takeBack = null;
  }
}

/** By name. Each gets a card, and an annotation if there is one, and may find that it can do nothing. */
export type Acts = Readonly<
  Record<string, (walker: Walker, card: Card, mark: Annotation | undefined) => void>
>;
