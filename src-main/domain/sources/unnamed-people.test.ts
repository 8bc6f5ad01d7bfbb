/** Protects that only people without a name are told, and only those of that source. */
import { expect, test } from 'vitest';
import { newAnnotation } from '../briefing/annotation.js';
import { emptyBriefing } from '../briefing/briefing.js';
import { newActor, type Statement } from '../briefing/entries.js';
import { newId } from '../base/values.js';
import { unnamedPeopleOf } from './unnamed-people.js';

const [here, there] = [newId(), newId()];
const quote = (id: typeof here) =>
  newAnnotation(
    {
      type: 'source',
      id,
      selectors: { quote: { exact: 'words', prefix: '', suffix: '' }, position: null }
    },
    '2025-08-17T00:00:00.000Z'
  );
const [ours, theirs] = [quote(here), quote(there)];
const actors = [
  newActor('two officials  briefed on the talks', 'group'),
  newActor('Ada', 'person')
];

function said(actor: number, attribution: readonly string[], on = ours): Statement {
  return {
    id: newId(),
    actor: actors[actor]!.id,
    text: 'It is over.',
    said: null,
    attribution: [...attribution],
    evidence: [on.id],
    recordedAt: '2025-08-17T00:00:00.000Z',
    by: null
  };
}
const briefing = { ...emptyBriefing('B'), annotations: [ours, theirs], actors };

test('speakers and relays without a name are told once each', () => {
  const statements = [said(0, []), said(1, ['a diplomat', 'Reuters']), said(0, ['a diplomat'])];
  expect(unnamedPeopleOf({ ...briefing, statements }, here)).toEqual([
    'two officials briefed on the talks',
    'a diplomat'
  ]);
});

test('neither what another source relays nor what is no person is told', () => {
  const statements = [
    said(1, ['sources'], theirs),
    said(1, ['the newspaper', 'a joint statement'])
  ];
  expect(unnamedPeopleOf({ ...briefing, statements }, here)).toEqual([]);
});
