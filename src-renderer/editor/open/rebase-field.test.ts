/** Undo inside of a field among what came after it: of the field all that it did, of all else nothing. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyBriefing, type Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { fieldOf, ownField, replyField } from '../../../src-main/domain/briefing/field.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { setReply, annotationOf } from '../edits/annotation-edits.js';
import { addAnnotation, addCard, setAnnotation, setCard, setDetails } from '../edits/edits.js';
import { setCardBody } from '../edits/testing/set-card-body.js';
import { rebaseField } from './rebase-field.js';
import { splitCard } from '../edits/split-and-merge.js';

const [card, other, note] = [newId(), newId(), newId()];
const text = 'One two three.';
const target = { type: 'card' as const, id: card };
let start: Briefing;

beforeEach(() => {
  start = addCard(
    addCard(emptyBriefing('T', new Date(0)), null, 'note', card),
    null,
    'note',
    other
  );
  start = setCard(start, card, { body: text });
  const two = { target, text, span: { start: 4, end: 7 } };
  start = addAnnotation(start, annotationOf(two, 'key', note));
});

/** Undoes what `edit` did to the field, after `later`. */
function without(
  field: Parameters<typeof rebaseField>[0],
  edit: (briefing: Briefing) => Briefing,
  later: (briefing: Briefing) => Briefing
): Briefing | null {
  const after = edit(start);
  return rebaseField(field)(later(after), after, start);
}

const positionOf = (briefing: Briefing, id = note) =>
  briefing.annotations.find((one) => one.id === id)?.target.selectors.position;

describe('the text of a card', () => {
  const field = fieldOf('cards', card, 'text');
  const longer = (b: Briefing) => setCardBody(b, card, `Zero. ${text}`);

  test('takes its annotations along, and leaves those made since on their words or without a place', () => {
    const [onOld, onNew] = [newId(), newId()];
    const now = without(field, longer, (b) => {
      const whole = { target, text: `Zero. ${text}` };
      const three = annotationOf({ ...whole, span: { start: 14, end: 19 } }, 'key', onOld);
      const zero = annotationOf({ ...whole, span: { start: 0, end: 4 } }, 'key', onNew);
      return addAnnotation(addAnnotation(b, three), zero);
    })!;
    expect(now.cards[0]?.body).toBe(text);
    expect(positionOf(now)).toEqual({ start: 4, end: 7 });
    expect(positionOf(now, onOld)).toEqual({ start: 8, end: 13 });
    expect(positionOf(now, onNew)).toBeNull();
  });

  test('gives an annotation whose words it deleted its place back, with the note written since', () => {
    const cut = (b: Briefing) => setCardBody(b, card, 'One three.');
    expect(positionOf(cut(start))).toBeNull();
    const now = without(field, cut, (b) => setAnnotation(b, note, { note: 'Later' }))!;
    expect(now.annotations[0]).toMatchObject({ note: 'Later', flag: null });
    expect(now.annotations[0]?.target).toBe(start.annotations[0]?.target);
  });

  test('keeps what somebody else changed in another part of it, and refuses in the same', () => {
    const far = (b: Briefing) => setCardBody(b, card, `${b.cards[0]?.body} Four.`);
    expect(without(field, longer, far)?.cards[0]?.body).toBe(`${text} Four.`);
    const near = (b: Briefing) => setCardBody(b, card, `Zeros. ${text}`);
    expect(without(field, longer, near)).toBeNull();
  });

  test('brings its kind back, and nothing where the card is gone by then', () => {
    const fact = (b: Briefing) => setCard(b, card, { kind: 'fact' });
    const heading = (b: Briefing) => setCard(b, card, { heading: 'H' });
    expect(without(field, fact, heading)?.cards[0]).toMatchObject({ kind: 'note', heading: 'H' });
    const gone = (b: Briefing) => ({ ...b, cards: b.cards.slice(1) });
    expect(without(field, fact, gone)?.cards).toHaveLength(1);
  });

  test('cannot undo a split from among later steps', () => {
    expect(without(field, (b) => splitCard(b, card, 4), longer)).toBeNull();
  });
});

describe('any other field', () => {
  test('of an annotation: its note, its tags, a reply, each without the others', () => {
    const reply = newId();
    const all = (b: Briefing) =>
      setReply(setAnnotation(b, note, { note: 'Mine', tags: ['a'] }), note, reply, 'So?');
    const kept = (b: Briefing) => b.annotations[0]!;
    const noteless = without(fieldOf('annotations', note, 'note'), all, (b) => b)!;
    expect(kept(noteless)).toMatchObject({ note: '', tags: ['a'], replies: [{ note: 'So?' }] });
    const more = (b: Briefing) => setAnnotation(b, note, { tags: ['a', 'b'] });
    const tagless = without(fieldOf('annotations', note, 'tags'), all, more)!;
    expect(kept(tagless)).toMatchObject({ note: 'Mine', tags: ['b'] });
    const silent = without(replyField(note, reply), all, (b) => b)!;
    expect(kept(silent)).toMatchObject({ note: 'Mine', tags: ['a'], replies: [] });
  });

  test('of the briefing', () => {
    const titled = (b: Briefing) => setDetails(b, { title: 'New', date: '2025' });
    const tagged = (b: Briefing) => setDetails(b, { tags: ['x'] });
    const now = without(ownField('title'), titled, tagged);
    expect(now).toMatchObject({ title: 'T', date: '2025', tags: ['x'] });
    const dated = (b: Briefing) => setDetails(b, { date: '2026' });
    expect(without(ownField('date'), titled, dated)).toBeNull();
  });
});

test('changes of two sentences of a text are undone in any order, and of one sentence not at all', () => {
  const [left, right] = ['abc', 'xyz'].map((letters) =>
    fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...letters) })
  );
  const field = ownField('bottomLine');
  fc.assert(
    fc.property(left!, right!, left!, right!, (head, tail, first, second) => {
      const undone = (middle: string) => {
        const line = (bottomLine: string) => setDetails(start, { bottomLine });
        const [before, one, both] = [
          line(`${head}${middle}${tail}`),
          line(`${first}${middle}${tail}`),
          line(`${first}${middle}${second}`)
        ];
        const back = rebaseField(field)(both, one, before);
        if (back) expect(rebaseField(field)(back, before, one)?.bottomLine).toBe(both.bottomLine);
        return back?.bottomLine;
      };
      expect(undone('. Middle. ')).toBe(`${head}. Middle. ${second}`);
      const isOfBoth = first !== head && second !== tail;
      expect(undone(' — middle — ')).toBe(isOfBoth ? undefined : `${head} — middle — ${second}`);
    })
  );
});
