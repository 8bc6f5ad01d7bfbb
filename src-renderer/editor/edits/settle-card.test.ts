/** What a person does in an open editor never loses an annotation, nor points one at words that are not there. */
import { EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { renderMarkdown } from '../../../src-main/domain/markdown/render-markdown.js';
import { cardMarks } from '../../cards/card-marks.js';
import { CutWords } from '../../cards/cut-words.js';
import { annotationMarks, placesIn, rememberCuts } from '../../cards/card-editor/mark-field.js';
import { annotationOf } from './annotation-edits.js';
import { addCard, moveCard, setCard } from './edits.js';
import { settleCard } from './carry-annotations.js';
import { mergeWithNext, splitCard } from './split-and-merge.js';

const start =
  '# Talks\n\nBoth sides **agreed** to meet on Monday in Geneva.\n\n- coal & gas\n- oil';

/** One card, and an annotation on each of the words. */
function briefingWith(body: string, words: readonly string[]): Briefing {
  const id = newId();
  const empty = addCard(emptyBriefing('Test', new Date(0)), null, 'note', id);
  const { text } = renderMarkdown(body);
  const annotations = words.map((word) => {
    const at = text.indexOf(word);
    const span = { start: at, end: at + word.length };
    return annotationOf({ target: { type: 'card', id }, text, span }, 'key');
  });
  return { ...setCard(empty, id, { body }), annotations };
}

/** Carries out one transaction in an editor of the card. */
function edit(briefing: Briefing, id: Id, spec: TransactionSpec, cuts = new CutWords()): Briefing {
  const card = briefing.cards.find((c) => c.id === id)!;
  const own = briefing.annotations.filter(({ target }) => target.id === id);
  const state = EditorState.create({
    doc: card.body,
    extensions: annotationMarks(cardMarks(own, card.body), cuts)
  });
  const transaction = state.update(spec);
  rememberCuts(transaction, cuts);
  const typed = setCard(briefing, id, { body: transaction.state.doc.toString() });
  return settleCard(typed, briefing, id, placesIn(transaction.state));
}

const cardOf = (briefing: Briefing, index = 0) => briefing.cards[index]!;
const bodyOf = (briefing: Briefing) => cardOf(briefing).body;

/** What each annotation points at: its words, in the card at that index. */
function pointed(briefing: Briefing): (string | null)[] {
  return briefing.annotations.map(({ target }) => {
    const index = briefing.cards.findIndex(({ id }) => id === target.id);
    const { position } = target.selectors;
    if (!position) return null;
    const { text } = renderMarkdown(cardOf(briefing, index).body);
    return `${index}: ${text.slice(position.start, position.end)}`;
  });
}

function change(briefing: Briefing, from: string, to: string): Briefing {
  const at = bodyOf(briefing).indexOf(from);
  const changes = { from: at, to: at + from.length, insert: to };
  return edit(briefing, cardOf(briefing).id, { changes });
}

describe('annotations in an open editor', () => {
  const words = ['agreed', 'Monday in Geneva', 'coal & gas'];
  const briefing = briefingWith(start, words);

  test.each([
    ['before', 'Both', 'All of both', ['agreed', 'Monday in Geneva', 'coal & gas']],
    ['marks around', '**agreed**', '*agreed*', ['agreed', 'Monday in Geneva', 'coal & gas']],
    ['inside', 'Monday in', 'Monday, in', ['agreed', 'Monday, in Geneva', 'coal & gas']],
    ['across a start', 'on Monday', 'by', ['agreed', 'in Geneva', 'coal & gas']],
    [
      'a mark that swallows the rest',
      'Both',
      '```\nBoth',
      ['agreed', 'Monday in Geneva', 'coal & gas']
    ]
  ])('follow an edit %s', (_, from, to, expected) => {
    expect(pointed(change(briefing, from, to))).toEqual(expected.map((word) => `0: ${word}`));
  });

  test('whose words are all deleted become orphans', () => {
    expect(pointed(change(briefing, 'Monday in Geneva', ''))[1]).toBeNull();
  });

  test('find their words again when the whole text is replaced', () => {
    const changes = { from: 0, to: start.length, insert: `New first line.\n\n${start}` };
    const replaced = edit(briefing, cardOf(briefing).id, { changes, userEvent: 'input.paste' });
    expect(pointed(replaced)).toEqual(words.map((word) => `0: ${word}`));
  });

  test('go with words that are cut and pasted, also into another card', () => {
    const cuts = new CutWords();
    const [first, second] = [cardOf(briefing).id, newId()];
    const two = addCard(briefing, first, 'note', second);
    const at = start.indexOf('Monday');
    const cut = edit(
      two,
      first,
      { changes: { from: at, to: at + 'Monday in Geneva'.length }, userEvent: 'delete.cut' },
      cuts
    );
    const paste = { changes: { from: 0, insert: 'Monday in Geneva' }, userEvent: 'input.paste' };
    expect(pointed(edit(cut, first, paste, cuts))[1]).toBe('0: Monday in Geneva');
    const moved = edit(cut, second, paste, cuts);
    expect(pointed(moved)).toEqual(['0: agreed', '1: Monday in Geneva', '0: coal & gas']);
    expect(pointed(edit(moved, first, paste, cuts))[1]).toBe('1: Monday in Geneva');
  });

  test('go with a line that is moved', () => {
    const line = '- coal & gas\n';
    const at = start.indexOf(line);
    const moved = edit(briefing, cardOf(briefing).id, {
      changes: [
        { from: at, to: at + line.length },
        { from: start.length, insert: `\n${line.trimEnd()}` }
      ],
      userEvent: 'move.line'
    });
    expect(pointed(moved)[2]).toBe('0: coal & gas');
  });

  test('are split with their card, and come together again', () => {
    const { id } = cardOf(briefing);
    const split = splitCard(briefing, id, start.indexOf('Monday'));
    expect(split.cards.map(({ body }) => body)).toEqual([
      '# Talks\n\nBoth sides **agreed** to meet on',
      'Monday in Geneva.\n\n- coal & gas\n- oil'
    ]);
    expect(pointed(split)).toEqual(['0: agreed', '1: Monday in Geneva', '1: coal & gas']);
    const merged = mergeWithNext(split, id)!.briefing;
    expect(pointed(merged)).toEqual(words.map((word) => `0: ${word}`));
  });

  test('across a split stay with the larger part, flagged', () => {
    const split = splitCard(briefing, cardOf(briefing).id, start.indexOf('in Geneva'));
    expect(pointed(split)[1]).toBe('1: in Geneva');
    expect(split.annotations.map(({ flag }) => flag)).toEqual([null, 'changed', null]);
  });

  test.each([
    [true, false],
    [false, true]
  ])(
    'a card that is merged of one reviewed (%s) and one reviewed (%s) is unreviewed',
    (first, second) => {
      const { id } = cardOf(briefing);
      const split = splitCard(briefing, id, start.indexOf('Monday'));
      const marked = setCard(split, id, { reviewed: first });
      const two = setCard(marked, cardOf(split, 1).id, { reviewed: second });
      expect(cardOf(mergeWithNext(two, id)!.briefing).reviewed).toBe(false);
    }
  );

  test('keep a second heading when cards are merged', () => {
    const { id } = cardOf(briefing);
    const two = setCard(splitCard(briefing, id, start.indexOf('- coal')), id, { heading: 'One' });
    const named = setCard(two, cardOf(two, 1).id, { heading: '2. *Two*' });
    const merged = mergeWithNext(named, id)!.briefing;
    expect(renderMarkdown(bodyOf(merged)).html).toContain('<h4>2. *Two*</h4>');
    expect(pointed(merged)[2]).toBe('0: coal & gas');
  });
});

const piece = fc.constantFrom(
  'a',
  ' word ',
  '\n\n',
  '**',
  '*',
  '`',
  '- ',
  '> ',
  '| ',
  '😀',
  '&',
  '# ',
  '[x](y)'
);
const step = fc.record({
  what: fc.constantFrom(
    'type',
    'type',
    'delete',
    'cut',
    'paste',
    'replace',
    'split',
    'merge',
    'move',
    'undo'
  ),
  at: fc.nat(10_000),
  length: fc.nat(30),
  text: fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))
});

function walk(
  {
    present,
    past,
    cuts,
    clipboard
  }: { present: Briefing; past: Briefing[]; cuts: CutWords; clipboard: string },
  { what, at, length, text }: { what: string; at: number; length: number; text: string }
) {
  const card = present.cards[at % present.cards.length]!;
  const from = at % (card.body.length + 1);
  const to = Math.min(card.body.length, from + length);
  const apply = (spec: TransactionSpec) => edit(present, card.id, spec, cuts);
  switch (what) {
    case 'type':
      return {
        next: apply({ changes: { from, insert: text }, userEvent: 'input.type' }),
        clipboard
      };
    case 'delete':
      return { next: apply({ changes: { from, to }, userEvent: 'delete.selection' }), clipboard };
    case 'cut':
      return {
        next: apply({ changes: { from, to }, userEvent: 'delete.cut' }),
        clipboard: card.body.slice(from, to)
      };
    case 'paste':
      return {
        next: apply({ changes: { from, insert: clipboard }, userEvent: 'input.paste' }),
        clipboard
      };
    case 'replace':
      return {
        next: apply({ changes: { from: 0, to: card.body.length, insert: text + card.body } }),
        clipboard
      };
    case 'split':
      return { next: splitCard(present, card.id, from), clipboard };
    case 'merge':
      return { next: mergeWithNext(present, card.id)?.briefing ?? present, clipboard };
    case 'move':
      return { next: moveCard(present, card.id, length % present.cards.length), clipboard };
    default:
      return { next: past.at(-1) ?? present, clipboard };
  }
}

test('no sequence of acts loses an annotation or has one point at other words than it says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let present = briefingWith(start, ['agreed', 'Monday in Geneva', 'coal & gas', 'Talks']);
      const ids = present.annotations.map(({ id }) => id);
      const past: Briefing[] = [];
      const cuts = new CutWords();
      let clipboard = '';
      for (const one of steps) {
        const done = walk({ present, past, cuts, clipboard }, one);
        if (one.what === 'undo') past.pop();
        else past.push(present);
        present = done.next;
        ({ clipboard } = done);
        expect(present.annotations.map(({ id }) => id)).toEqual(ids);
        for (const annotation of present.annotations) expectTrue(present, annotation);
      }
    }),
    { numRuns: bySize({ usual: 150, full: 2_000 }) }
  );
});

function expectTrue({ cards }: Briefing, { target }: Annotation): void {
  const { position, quote } = target.selectors;
  if (!position) return;
  const card = cards.find(({ id }) => id === target.id);
  expect(card).toBeDefined();
  expect(renderMarkdown(card!.body).text.slice(position.start, position.end)).toBe(quote.exact);
}
