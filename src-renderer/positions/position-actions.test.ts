/** An actor or issue that an entry names must not be removed: the entry would lose who it is about. */
import { expect, test } from 'vitest';
import { newId } from '../../src-main/domain/base/values.js';
import { emptyBriefing, type Briefing } from '../../src-main/domain/briefing/briefing.js';
import { newActor } from '../../src-main/domain/briefing/entries.js';
import { emptyFigure, recordFigure } from './forms/figure-form.js';
import { namedBy } from './position-actions.js';

test('tells all that names an actor, and nothing of one that nothing names', () => {
  const [ministry, minister, unused] = [
    newActor('Ministry of Health', 'organisation'),
    { ...newActor('Minister', 'person'), speaksFor: null },
    newActor('Nobody', 'person')
  ];
  const actors = [ministry, { ...minister, speaksFor: ministry.id }, unused];
  const briefing: Briefing = { ...emptyBriefing('', new Date(0)), actors };
  const figure = emptyFigure({ wording: '3', value: '3', actor: 'Ministry of Health' });
  const twice = recordFigure(recordFigure(briefing, figure), figure);
  expect(twice.figures).toHaveLength(2);
  const met = { id: newId(), title: 'Met', date: null, until: null, evidence: [], by: null };
  const full = { ...twice, events: [{ ...met, actors: [ministry.id, minister.id] }] };
  expect([...namedBy(full)]).toEqual([
    [ministry.id, '2 figures, 1 event, 1 actor who speaks for it'],
    [minister.id, '1 event']
  ]);
});
