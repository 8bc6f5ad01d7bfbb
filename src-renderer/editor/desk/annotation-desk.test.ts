/** Marking words and writing on them: which kind they get, and what stays of what was only begun. */
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newId } from '../../../src-main/domain/base/values.js';
import type { TextSelection } from '../../annotations/annotation-actions.js';
import { emptyPosition } from '../../positions/forms/position-form.js';
import { AnnotationDesk } from './annotation-desk.svelte.js';
import { addCard, setCard } from '../edits/edits.js';
import { setCardBody } from '../edits/testing/set-card-body.js';
import { FigureDesk } from './figure-desk.svelte.js';
import type { FormBasis } from './entry-form.svelte.js';
import { PositionDesk } from './position-desk.svelte.js';
import { SuggestionDesk } from './suggestion-desk.svelte.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import { openForTest } from '../open/testing/disk.js';
import { Voice } from './messages.svelte.js';

const card = newId();
const text = 'The port opens in June. Some 40 ships wait.';

let open: OpenBriefing;
let desk: AnnotationDesk;
let positions: PositionDesk;
let figures: FigureDesk;
let selected: TextSelection | null;
let back: { readonly basis: FormBasis; readonly recorded: boolean }[];
const annotations = () => open.briefing.annotations;
const kinds = () => annotations().map(({ kind }) => kind);

function select(words: string): void {
  const start = text.indexOf(words);
  const span = { start, end: start + words.length };
  selected = { target: { type: 'card', id: card }, text, span };
}

beforeEach(() => {
  const empty = addCard(emptyBriefing('Test', new Date(0)), null, 'note', card);
  open = openForTest(setCard(empty, card, { heading: 'Port', body: text }));
  selected = null;
  back = [];
  const messages = { show: () => 1, dismiss: () => undefined };
  const goBack = (basis: FormBasis, recorded: boolean) => void back.push({ basis, recorded });
  const forms = { open, textOf: () => bodyNow(), goBack };
  const drafter = { draft: () => Promise.reject(new Error('Not asked')), cancel: () => undefined };
  const suggestions = new SuggestionDesk(open, new Voice(), drafter, () => null);
  positions = new PositionDesk(forms, new Voice(), suggestions, messages, () => undefined);
  const nothing = () => ({ source: null, suggestions: [] });
  figures = new FigureDesk(forms, nothing, () => undefined, messages);
  desk = new AnnotationDesk(
    open,
    new Voice(),
    () => bodyNow(),
    {
      position: (basis) => positions.start({}, basis),
      figure: (basis) => figures.startFrom(basis)
    },
    () => selected,
    messages
  );
});

function bodyNow(): string {
  return open.briefing.cards[0]!.body;
}

describe('the kind of an annotation', () => {
  test('is the one used last for what the person highlights, and of no meaning for what is written on', () => {
    select('The port');
    desk.highlight('claim');
    select('opens');
    desk.addNote();
    desk.setNote(desk.active!, 'Typo?');
    desk.stopWriting();
    select('June');
    desk.addTags();
    desk.setTags(desk.active!, ['date']);
    select('Some');
    desk.highlight();
    expect(kinds()).toEqual(['claim', 'note', 'note', 'claim']);
  });

  test('is not inherited from evidence and figures', () => {
    select('40 ships');
    desk.recordFigure();
    figures.record(figures.form!);
    select('The port');
    desk.highlight();
    expect(kinds()).toEqual(['figure', 'key']);
  });

  test('stays when words that are marked already get a note', () => {
    select('June');
    desk.highlight('doubt');
    desk.addNote();
    desk.stopWriting();
    expect(kinds()).toEqual(['doubt']);
  });
});

describe('a note or tags that nobody wrote', () => {
  test.each([
    ['note', 'Escape', () => desk.addNote(), () => desk.stopWriting()],
    ['tags', 'Escape', () => desk.addTags(), () => desk.stopWriting()],
    ['note', 'the focus that is elsewhere', () => desk.addNote(), () => desk.leaveWriting()],
    ['note', 'another annotation', () => desk.addNote(), () => desk.activate(null)]
  ] as const)('%s, by %s: nothing stays, no step, and redo is as it was', (_, __, begin, end) => {
    select('The port');
    desk.highlight('key');
    open.undo();
    const before = open.briefing;
    select('June');
    begin();
    expect(annotations()).toHaveLength(1);
    end();
    expect(open.briefing).toBe(before);
    expect([open.undoLabel, open.redoLabel]).toEqual([null, 'highlight of “The port”']);
    expect([desk.active, desk.writing]).toEqual([null, null]);
  });

  test('leads back to the text when it is ended by key', () => {
    select('June');
    desk.addNote();
    desk.stopWriting();
    expect(desk.reveal).toMatchObject({ id: card, what: 'text' });
  });

  test('goes as well when it was written and deleted again, which can be undone', () => {
    select('June');
    desk.addNote();
    const id = desk.active!;
    desk.setNote(id, 'Sure?');
    desk.setNote(id, '');
    desk.stopWriting();
    expect(annotations()).toEqual([]);
    open.undo();
    expect(annotations().map((one) => one.id)).toEqual([id]);
  });

  test('stays when it was given a kind, a reply, or a position rests on it', () => {
    select('June');
    desk.addNote();
    desk.setKind(desk.active!, 'doubt');
    desk.stopWriting();
    select('40 ships');
    desk.addNote();
    desk.setReply(desk.active!, newId(), 'So?');
    desk.stopWriting();
    select('The port');
    desk.addNote();
    const id = desk.active!;
    const form = { ...emptyPosition([id]), actor: 'A', issue: 'B', stance: 'supports' as const };
    desk.recordPosition(id);
    positions.record(form);
    desk.stopWriting();
    expect(annotations()).toHaveLength(3);
  });
});

describe('a form that is begun from words', () => {
  test.each([
    ['position', () => desk.useAsEvidence(), () => positions.cancel()],
    ['figure', () => desk.recordFigure(), () => figures.cancel()]
  ] as const)('of a %s shows them, and leaves nothing when it is cancelled', (_, begin, cancel) => {
    const before = open.briefing;
    select('40 ships');
    begin();
    const begun = positions.form ? positions : figures;
    expect(begun.briefing.annotations.map(({ id }) => id)).toEqual(begun.form?.evidence);
    expect(open.briefing).toBe(before);
    cancel();
    expect(open.briefing).toBe(before);
    expect([open.undoLabel, open.redoLabel, begun.form]).toEqual([null, null, null]);
    expect(back).toMatchObject([{ basis: { selection: selected }, recorded: false }]);
  });

  test('marks them in the step that records it, which one undo takes back', () => {
    select('The port opens');
    desk.useAsEvidence();
    positions.record({ ...positions.form!, actor: 'A', issue: 'B', stance: 'supports' });
    expect(open.briefing.positions[0]?.evidence).toEqual([annotations()[0]?.id]);
    expect(kinds()).toEqual(['claim']);
    expect(open.undoLabel).toBe('position of “A” on “B”');
    open.undo();
    expect([annotations(), open.briefing.positions, open.undoLabel]).toEqual([[], [], null]);
  });

  test('marks nothing when they were taken out of its evidence', () => {
    select('40 ships');
    desk.recordFigure();
    figures.record({ ...figures.form!, evidence: [] });
    expect([annotations(), open.briefing.figures.length]).toEqual([[], 1]);
  });

  test('marks them where they stand by then, and without a place when they are gone', () => {
    select('40 ships');
    desk.recordFigure();
    const later = (body: string) =>
      open.edit(named.cardText(card, 'paste'), (b) => setCardBody(b, card, body));
    later(`Now: ${text}`);
    figures.record(figures.form!);
    const { position } = annotations()[0]!.target.selectors;
    expect(position && bodyNow().slice(position.start, position.end)).toBe('40 ships');
    select('June');
    desk.useAsEvidence();
    later('All else.');
    positions.record({ ...positions.form!, actor: 'A', issue: 'B', stance: 'supports' });
    expect(annotations()[1]?.target.selectors).toMatchObject({
      quote: { exact: 'June' },
      position: null
    });
  });
});
