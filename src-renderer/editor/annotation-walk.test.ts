/**
 * A long random walk through everything that a person can do to annotated cards: nothing is ever lost
 * but what was deleted by name, and no annotation claims words that are not there.
 *
 * `STANDPOINT_STEPS=1000000 npx vitest run src-renderer/editor/annotation-walk.test.ts` walks further.
 */
import { expect, test } from 'vitest';
import type { Annotation } from '../../src-main/domain/annotation.js';
import { emptyBriefing, type Briefing } from '../../src-main/domain/briefing.js';
import type { Card } from '../../src-main/domain/card.js';
import { applyChange, diffBriefing } from '../../src-main/domain/change.js';
import { removeAnnotation } from '../../src-main/domain/evidence.js';
import type { Id } from '../../src-main/domain/id.js';
import { renderMarkdown } from '../../src-main/domain/markdown/render-markdown.js';
import { acceptFlag, attachTo, renameTag, setReply } from './annotation-edits.js';
import { annotationOf } from './annotate.js';
import { addAnnotation, addCard, keepAsCard, moveCard, removeCard, setCardBody } from './edits.js';
import { record, redo, startHistory, undo, type History } from './history.js';
import { putCardBack } from './put-back.js';
import { mergeWithNext, splitCard } from './split-and-merge.js';

const steps = Number(process.env['STANDPOINT_STEPS'] ?? 10_000);
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

/** The same walk every time: Mulberry32, by Tommy Ettinger, in the public domain. */
let state = 1;
function below(limit: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
}

const rendered = new WeakMap<Card, string>();
function textOf(card: Card): string {
  const known = rendered.get(card) ?? renderMarkdown(card.body).text;
  rendered.set(card, known);
  return known;
}

/** What was last deleted, to be put back into what came since. */
let before: Briefing | null = null;
let clipboard = 'cut';

type Act = (briefing: Briefing, card: Card, annotation: Annotation | undefined) => Briefing;

function cut(briefing: Briefing, { id, body }: Card): Briefing {
  const at = below(body.length + 1);
  const length = below(30);
  clipboard = body.slice(at, at + length);
  return setCardBody(briefing, id, body.slice(0, at) + body.slice(at + length));
}

function insert(briefing: Briefing, { id, body }: Card, words: string): Briefing {
  if (body.length > 250) return briefing;
  const at = below(body.length + 1);
  return setCardBody(briefing, id, body.slice(0, at) + words + body.slice(at));
}

/** A stretch of words of the card; `null` for a card without any. */
function pick(card: Card): { text: string; span: { start: number; end: number } } | null {
  const text = textOf(card);
  if (text.trim() === '') return null;
  const start = below(text.length);
  return { text, span: { start, end: Math.min(text.length, start + 1 + below(20)) } };
}

const acts: Readonly<Record<string, Act>> = {
  type: (b, card) => insert(b, card, pieces[below(pieces.length)] ?? ''),
  delete: cut,
  cut,
  paste: (b, card) => insert(b, card, clipboard),
  'replace all': (b, card) => setCardBody(b, card.id, `New. ${card.body.slice(0, 100)}`),
  split: (b, card) => (b.cards.length > 6 ? b : splitCard(b, card.id, below(card.body.length + 1))),
  merge: (b, card) => mergeWithNext(b, card.id)?.briefing ?? b,
  move: (b, card) => moveCard(b, card.id, below(b.cards.length)),
  add: (b, card) => (b.cards.length > 6 ? b : addCard(b, card.id)),
  'remove card': (b, card) => {
    if (b.cards.length < 3) return b;
    before = b;
    return removeCard(b, card.id);
  },
  'put back': (b) => before?.cards.reduce((now, { id }) => putCardBack(now, before!, id), b) ?? b,
  annotate: (b, card) => {
    const words = b.annotations.length < 30 ? pick(card) : null;
    const target = { type: 'card', id: card.id } as const;
    return words ? addAnnotation(b, annotationOf({ target, ...words }, 'key')) : b;
  },
  attach: (b, card, annotation) => {
    const words = annotation ? pick(card) : null;
    if (!annotation || !words) return b;
    return attachTo(b, annotation.id, { type: 'card', id: card.id }, words.text, words.span);
  },
  keep: (b, _, annotation) => (annotation && b.cards.length < 7 ? keepAsCard(b, annotation.id) : b),
  accept: (b, _, annotation) => (annotation ? acceptFlag(b, annotation.id) : b),
  reply: (b, _, annotation) => (annotation ? setReply(b, annotation.id, annotation.id, 'So?') : b),
  tag: (b) => renameTag(b, 'a', 'b')
};
const names = Object.keys(acts);

test(`${steps} steps lose no annotation, and change their number only by name`, () => {
  let history: History<Briefing> = startHistory(
    [1, 2, 3].reduce((b) => addCard(b, null), emptyBriefing('Walk', new Date(0)))
  );
  let saved = history.present;
  for (let step = 0; step < steps; step++) {
    const { present } = history;
    const expected = new Set<Id>(present.annotations.map(({ id }) => id));
    const card = present.cards[below(present.cards.length)]!;
    const annotation = present.annotations[below(present.annotations.length)];
    const kind = below(100);
    if (kind < 8) history = undo(history);
    else if (kind < 14) history = redo(history);
    else if (kind < 15 && annotation) {
      history = record(history, removeAnnotation(present, annotation.id), 'Delete');
      expected.delete(annotation.id);
      expectIds(history.present, expected);
    } else {
      const name = names[below(names.length)] ?? 'type';
      const next = acts[name]!(present, card, annotation);
      history = record(history, next, name);
      if (next.annotations.length > expected.size) expected.add(next.annotations.at(-1)!.id);
      expectIds(next, expected);
    }
    expectTrue(history.present);
    if (step % 20 === 0) {
      const written = applyChange(saved, diffBriefing(saved, history.present), new Date(0));
      expect(written.annotations).toEqual(history.present.annotations);
      saved = history.present;
    }
  }
});

function expectIds(briefing: Briefing, expected: ReadonlySet<Id>): void {
  const ids = briefing.annotations.map(({ id }) => id);
  if (ids.length === expected.size && ids.every((id) => expected.has(id))) return;
  expect(ids).toEqual([...expected]);
}

/** Without a matcher for each, which would take most of the time. */
function expectTrue({ cards, annotations }: Briefing): void {
  for (const { target } of annotations) {
    const { position, quote } = target.selectors;
    if (!position) continue;
    const card = cards.find(({ id }) => id === target.id);
    const words = card && textOf(card).slice(position.start, position.end);
    if (words !== quote.exact) expect(words).toBe(quote.exact);
  }
}
