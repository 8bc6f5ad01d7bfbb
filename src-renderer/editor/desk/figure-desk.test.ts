/** Protects what a figure begins with, and that one which was removed can be brought back. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '../../../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newFigure } from '../../../src-main/domain/briefing/entries.js';
import { newId } from '../../../src-main/domain/base/values.js';
import { listSuggestions } from '../../../src-main/domain/suggestions/list-suggestions.js';
import { draft, text } from '../../../src-main/domain/suggestions/testing/draft.js';
import { annotationOf } from '../edits/annotation-edits.js';
import { FigureDesk } from './figure-desk.svelte.js';
import type { Messages } from './messages.svelte.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { openForTest } from '../open/testing/disk.js';
import { named } from '../open/step-names.js';

const source = newId();
const suggestions = listSuggestions(draft, text, (range) => range);
let open: OpenBriefing;
let shown: { text: string; act: (() => void) | undefined }[];
let listed: ReturnType<typeof vi.fn<() => void>>;

function markedIn(words: string, target = source): Annotation {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  return annotationOf({ target: { type: 'source', id: target }, text, span }, 'figure');
}

function deskOn(annotation: Annotation, drafted: boolean): FigureDesk {
  const figures = [newFigure('1', 1), newFigure('2', 2), newFigure('3', 3)];
  const briefing = { ...emptyBriefing('Test'), annotations: [annotation], figures };
  open = openForTest(briefing);
  const messages: Messages = {
    show: (words, action) => shown.push({ text: words, act: action?.run }),
    dismiss: () => undefined
  };
  return new FigureDesk(
    { open, textOf: () => text, goBack: () => undefined },
    () => ({ source, suggestions: drafted ? suggestions : [] }),
    listed,
    messages
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  listed = vi.fn<() => void>();
});

test('begins with what the drafter read of the words, else with what their number says', () => {
  const annotation = markedIn('40 schools');
  const drafted = deskOn(annotation, true);
  drafted.startFrom({ annotation: annotation, selection: null });
  const expected = { wording: '40 schools', value: '40', unit: 'schools' };
  expect(drafted.form).toMatchObject({
    ...expected,
    measures: 'schools to be cut',
    evidence: [annotation.id]
  });
  const plain = deskOn(annotation, false);
  plain.startFrom({ annotation: annotation, selection: null });
  expect(plain.form).toMatchObject(expected);
  expect(plain.form?.measures).not.toBe('schools to be cut');
  // Drafted was another source.
  const elsewhere = markedIn('40 schools', newId());
  const other = deskOn(elsewhere, true);
  other.startFrom({ annotation: elsewhere, selection: null });
  expect(other.form?.measures).not.toBe('schools to be cut');
});

test('begins with a number that no source holds, without evidence', () => {
  const desk = deskOn(markedIn('40 schools'), true);
  desk.startWith('1.7 million');
  expect(desk.form).toMatchObject({ wording: '1.7 million', value: '1700000', evidence: [] });
});

test('a new figure is recorded as one step, and told of with the way to the list', () => {
  const annotation = markedIn('40 schools');
  const desk = deskOn(annotation, false);
  desk.startFrom({ annotation: annotation, selection: null });
  desk.record(desk.form!);
  expect(desk.form).toBeNull();
  expect(open.briefing.figures.at(-1)).toMatchObject({ value: 40, evidence: [annotation.id] });
  expect(shown.map((each) => each.text)).toEqual(['Recorded the figure “40 schools”.']);
  shown[0]?.act?.();
  expect(listed).toHaveBeenCalledOnce();
  open.undo();
  expect(open.briefing.figures).toHaveLength(3);
});

test('a figure that is removed comes back to its place, also after other edits', () => {
  const desk = deskOn(markedIn('40 schools'), false);
  const before = open.briefing.figures;
  desk.remove(before[1]!.id);
  desk.edit(before[2]!.id);
  desk.record({ ...desk.form!, value: '30' });
  expect(open.briefing.figures.map(({ value }) => value)).toEqual([1, 30]);
  shown[0]?.act?.();
  expect(open.briefing.figures.map(({ value }) => value)).toEqual([1, 2, 30]);
});

test('a figure is opened as newer words tell it, which it then rests on in place of the older', () => {
  const annotation = markedIn('40 schools');
  const desk = deskOn(annotation, false);
  const older = newId();
  const [figure] = open.briefing.figures;
  open.edit(named.figure(figure!.id), (b) => ({
    ...b,
    figures: [{ ...figure!, measures: 'schools to be cut', evidence: [older] }]
  }));
  desk.restate(figure!.id, { annotation, selection: null }, older);
  expect(desk.form).toMatchObject({
    ...{ id: figure!.id, wording: '40 schools', value: '40', measures: 'schools to be cut' },
    evidence: [annotation.id]
  });
  desk.record(desk.form!);
  expect(open.briefing.figures).toMatchObject([{ id: figure!.id, value: 40 }]);
});
