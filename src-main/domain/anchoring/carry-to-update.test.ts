/** What stands on a source comes to stand on its update, or is said to be gone; the source keeps its own. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeRange } from './locate.js';
import { newId } from '../base/values.js';
import { type Annotation, newAnnotation } from '../briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newFigure } from '../briefing/entries.js';
import { carryToUpdate } from './carry-to-update.js';

const [source, update] = [newId(), newId()];
const moment = '2026-01-01T00:00:00.000Z';
const now = new Date('2026-02-02T12:00:00.000Z');
const before = `The ministry said that the northern port would reopen in June. Around 1,400 dockers will
return to work. The union asked for safer cranes first. Ships wait in the bay.`;
const after = `On Friday the ministry said that the northern port would reopen in late July. Around 1,400 dockers will
return to work. Ships wait in the bay.`;

function annotationOn(words: string, text = before, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words);
  const selectors = describeRange(text, start, start + words.length);
  return newAnnotation({ type: 'source', id: source, selectors }, moment, more);
}

function carried(annotations: readonly Annotation[], more: Partial<Briefing> = {}) {
  const briefing = { ...emptyBriefing('Port', new Date(0)), annotations, ...more };
  return carryToUpdate(briefing, { id: source, text: before }, { id: update, text: after }, now);
}

describe('its words', () => {
  test.each([
    ['Around 1,400 dockers', 'kept', 'Around 1,400 dockers', null],
    [
      'the northern port would reopen in June',
      'changed',
      'the northern port would reopen in late July',
      'changed'
    ],
    ['The union asked for safer cranes first.', 'gone', undefined, undefined]
  ])('“%s” are %s', (words, became, stands, flag) => {
    const [one] = carried([annotationOn(words)]).carried;
    const position = one?.to?.target.selectors.position;
    expect(one?.became).toBe(became);
    expect(position && after.slice(position.start, position.end)).toBe(stands);
    expect(one?.to?.flag).toBe(flag);
  });
});

test('the copy says what was said of the words, as an entry of its own', () => {
  const reply = { id: newId(), note: 'Yes.', createdAt: moment, modifiedAt: moment, by: null };
  const from = annotationOn('Around 1,400 dockers', before, {
    kind: 'figure',
    note: 'Count again.',
    tags: ['port'],
    replies: [reply],
    flag: 'changed'
  });
  const [one] = carried([from]).carried;
  expect(one?.from).toBe(from);
  const { to } = one!;
  expect(to).toMatchObject({
    kind: 'figure',
    note: 'Count again.',
    tags: ['port'],
    flag: 'changed',
    createdAt: moment,
    modifiedAt: now.toISOString(),
    target: { type: 'source', id: update, original: from.target.selectors, base: null }
  });
  expect(to?.replies).toMatchObject([{ note: 'Yes.' }]);
  expect(new Set([from.id, to?.id, reply.id, to?.replies[0]?.id]).size).toBe(4);
});

test('what had lost its words is looked for, and flagged where they are', () => {
  const words = 'late July';
  const lost = annotationOn(words, after);
  const selectors = { ...lost.target.selectors, position: null };
  const without = { ...lost, target: { ...lost.target, selectors } };
  const gone = annotationOn(
    'entirely other words',
    'some entirely other words that never stood here'
  );
  const nowhere = {
    ...gone,
    target: { ...gone.target, selectors: { ...gone.target.selectors, position: null } }
  };
  const all = carried([without, nowhere]).carried;
  expect(all.map(({ became }) => became)).toEqual(['changed', 'gone']);
  expect(all[0]?.to?.target.selectors.quote.exact).toBe(words);
  expect(all[0]?.to?.flag).toBe('replaced');
});

test('tells which evidence is touched, and leaves annotations of other texts alone', () => {
  const [kept, changed, gone] = [
    annotationOn('1,400'),
    annotationOn('would reopen in June'),
    annotationOn('safer cranes first')
  ];
  const elsewhere = { ...kept, id: newId(), target: { ...kept.target, id: newId() } };
  const figure = { ...newFigure('1,400', 1_400), evidence: [kept.id] };
  const event = {
    id: newId(),
    title: 'The port reopens',
    date: null,
    until: null,
    actors: [],
    evidence: [changed.id, gone.id, changed.id],
    by: null
  };
  const result = carried([kept, changed, elsewhere, gone], { figures: [figure], events: [event] });
  expect(result.carried.map(({ from, claims }) => [from.id, claims])).toEqual([
    [kept.id, [figure.id]],
    [changed.id, [event.id]],
    [gone.id, [event.id]]
  ]);
  expect(result.touched).toEqual([event.id]);
});

test('the diff says where it changes annotated words', () => {
  const [kept, changed, gone] = [
    annotationOn('1,400'),
    annotationOn('would reopen in June'),
    annotationOn('safer cranes first')
  ];
  const { diff } = carried([kept, changed, gone]);
  const touching = diff.flatMap(({ kind, text, touches }) =>
    touches.map((id) => [kind, text.trim(), id])
  );
  expect(touching).toEqual([
    ['removed', 'June', changed.id],
    ['added', 'late July', changed.id],
    ['removed', 'The union asked for safer cranes first.', gone.id]
  ]);
  for (const { kind, text, range } of diff) {
    expect((kind === 'added' ? after : before).slice(range.start, range.end)).toBe(text);
  }
});

test('whatever the texts, each annotation is told of, and each copy stands on the words it claims', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', 'b ', 'port ', '\n', '😀', '. '),
    minLength: 1,
    maxLength: 40
  });
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.array(fc.tuple(fc.nat(60), fc.nat(9)), { maxLength: 5 }),
      (was, is, places) => {
        const annotations = places.map(([at, length]) => {
          const start = at % was.length;
          const selectors = describeRange(was, start, Math.min(was.length, start + 1 + length));
          return newAnnotation({ type: 'source', id: source, selectors }, moment);
        });
        const briefing = { ...emptyBriefing('Any', new Date(0)), annotations };
        const result = carryToUpdate(
          briefing,
          { id: source, text: was },
          { id: update, text: is },
          now
        );
        expect(result.carried.map(({ from }) => from)).toEqual(annotations);
        for (const { to, became } of result.carried) {
          expect(to === null).toBe(became === 'gone');
          if (!to) continue;
          const { quote, position } = to.target.selectors;
          expect(is.slice(position?.start, position?.end)).toBe(quote.exact);
        }
        const texts = (...kinds: string[]) =>
          result.diff
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ text }) => text)
            .join('');
        expect([texts('same', 'removed'), texts('same', 'added')]).toEqual([was, is]);
      }
    )
  );
});
