/** What a newer version of a source says otherwise is recorded as what rests on it: a position, a statement or a figure. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newAnnotation } from '../../../src-main/domain/briefing/annotation.js';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { newActor, newFigure, newIssue } from '../../../src-main/domain/briefing/entries.js';
import { newSource } from '../../../src-main/domain/briefing/source.js';
import { newId, type Id } from '../../../src-main/domain/base/values.js';
import { entry } from '../../../src-main/domain/ledger/testing/ledger.js';
import type { PositionForm } from '../../positions/forms/position-form.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import { openForTest } from '../open/testing/disk.js';
import type { FormBasis } from './entry-form.svelte.js';
import { type Messages, Voice } from './messages.svelte.js';
import { PointDesk } from './point-desk.svelte.js';

const moment = '2025-08-17T00:00:00.000Z';
const report = 'The mayor backs the toll from May. Some 180 boats are affected. The clerk waits.';
const hashes = ['1'.repeat(64), '2'.repeat(64)] as const;
const texts = {
  [hashes[0]]: report,
  [hashes[1]]: report.replace('May', 'June').replace('180', '108').replace('waits', 'hopes')
};
const older = newSource({ title: 'Report', text: hashes[0], importedAt: moment });
const newer = {
  ...newSource({ title: 'Report, corrected', text: hashes[1], importedAt: moment }),
  updates: older.id
};
const [mayor, toll] = [newActor('The mayor', 'person'), newIssue('A toll?')];

function marked(exact: string) {
  const start = report.indexOf(exact);
  const position = { start, end: start + exact.length };
  const selectors = { quote: { exact, prefix: '', suffix: '' }, position };
  return newAnnotation({ type: 'source', id: older.id, selectors }, moment, { kind: 'claim' });
}

const said = {
  ...{ id: newId(), actor: mayor.id, text: 'The clerk waits', said: null, attribution: [] },
  ...{ recordedAt: moment, by: null }
};
const figure = { ...newFigure('Some 180 boats', 180), measures: 'boats that are affected' };
const marks = {
  position: marked('backs the toll from May'),
  figure: marked('Some 180 boats'),
  statement: marked('The clerk waits')
};
const briefing = {
  ...emptyBriefing('Talks', new Date(0)),
  bottomLine: 'Some 180 boats are affected.',
  sources: [older, newer],
  actors: [mayor],
  issues: [toll],
  annotations: Object.values(marks),
  positions: [entry(1, { actor: mayor.id, issue: toll.id, evidence: [marks.position.id] })],
  statements: [{ ...said, evidence: [marks.statement.id] }],
  figures: [{ ...figure, evidence: [marks.figure.id] }]
};

let open: OpenBriefing;
let points: PointDesk;
let told: string[];
let led: (string | null)[];
let asked: {
  readonly basis: FormBasis;
  readonly form?: Partial<PositionForm>;
  readonly figure?: Id;
}[];

beforeEach(() => {
  asked = [];
  told = [];
  led = [];
  open = openForTest(briefing, texts);
  const nowhere = () => undefined;
  const messages: Messages = { show: (words) => told.push(words), dismiss: nowhere };
  const places: ConstructorParameters<typeof PointDesk>[2] = {
    ...{ annotation: nowhere, source: nowhere, position: nowhere, figure: nowhere },
    ...{ point: nowhere, entry: (list) => void led.push(list) },
    record: (form, basis) => void (basis && asked.push({ basis, form })),
    restateFigure: (id, basis) => void asked.push({ basis, figure: id })
  };
  points = new PointDesk(open, new Voice(), places, messages);
});
afterEach(() => open.close());

function recordNewer(quoting: Id): (typeof asked)[number] {
  const point = points.told.open.find(({ one }) => one.id === quoting);
  if (!point) throw new Error('The point is not open');
  points.recordNewer(point);
  return asked.at(-1)!;
}

test('a position with the newer words, which supersedes what is held on that day', () => {
  const { form, basis } = recordNewer(marks.position.id);
  expect(form).toMatchObject({
    ...{ actor: 'The mayor', issue: 'A toll?', statement: 'backs the toll from June' },
    ...{ as: 'supersedes', orStatement: false }
  });
  expect(basis.annotation.target.id).toBe(newer.id);
});

test('a statement, which asks for no issue and no stance', () => {
  expect(recordNewer(marks.statement.id).form).toMatchObject({
    ...{ actor: 'The mayor', issue: '', statement: 'The clerk hopes' },
    ...{ fromStatement: said.id, orStatement: true }
  });
});

test('a figure, in its own form', () => {
  const { figure: id, basis } = recordNewer(marks.figure.id);
  expect(id).toBe(figure.id);
  expect(basis.annotation.target.selectors.quote.exact).toBe('Some 108 boats');
});

test('what rests on older words is known as outdated until the newer ones are cited', () => {
  expect([...points.outdated]).toEqual(expect.arrayContaining([marks.position.id]));
  const point = points.told.open.find(({ one }) => one.id === marks.position.id);
  points.citeNewer(point!);
  expect([...points.outdated]).not.toContain(marks.position.id);
  expect([...points.outdated]).toContain(marks.figure.id);
});

test('the bottom line says what the newer version has, leads there and back, and confirming it says so', () => {
  expect(points.newerOf(briefing.id)).toBe(
    'The newer version “Report, corrected” says “Some 108 boats are affected.”'
  );
  points.showPart(briefing.id);
  expect(led).toEqual(['bottomLine']);
  points.confirmBottomLine();
  expect(told).toEqual([`Confirmed the bottom line. ${points.newerOf(briefing.id)!}`]);
  open.edit(named.detail('bottomLine'), (b) => ({ ...b, bottomLine: 'Few boats.' }));
  expect(points.newerOf(briefing.id)).toBeNull();
});
