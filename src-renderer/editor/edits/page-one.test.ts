/** Protects what page one asks and judges: no edit of it loses another part, or leaves a judgement about nothing. */
import { describe, expect, test } from 'vitest';
import { newId } from '../../../src-main/domain/base/values.js';
import { emptyBriefing } from '../../../src-main/domain/briefing/briefing.js';
import { addOutcome, removeOutcome, setOutcome } from './edits.js';
import {
  addJudgement,
  moveJudgement,
  optionsIn,
  removeJudgement,
  setJudgement,
  setSubmission
} from './page-one.js';

const empty = emptyBriefing('Talks', new Date(0));
const [one, two, outcome] = [newId(), newId(), newId()];

test('a part of the submission changes alone, and the same again changes nothing', () => {
  const to = setSubmission(setSubmission(empty, { from: 'Unit' }), { to: 'The Minister' });
  expect(to.submission).toEqual({ ...empty.submission, from: 'Unit', to: 'The Minister' });
  expect(setSubmission(to, { to: 'The Minister' })).toBe(to);
});

test('options are lines with words', () => {
  expect(optionsIn(' Wait \n\n  Insist\n')).toEqual(['Wait', 'Insist']);
});

describe('key judgements', () => {
  const begun = addJudgement(empty, null, one, outcome);
  const written = setOutcome(begun, outcome, { statement: 'Talks go on.' });

  test('a new one brings the outcome that it is about', () => {
    expect(begun.keyJudgements[0]).toMatchObject({ id: one, about: outcome, because: '' });
    expect(begun.outcomes.map(({ id }) => id)).toEqual([outcome]);
  });

  test('removed before anything was written, it takes its outcome along; later it leaves it', () => {
    expect(removeJudgement(begun, one)).toMatchObject({ keyJudgements: [], outcomes: [] });
    expect(removeJudgement(written, one)).toMatchObject({
      keyJudgements: [],
      outcomes: [{ statement: 'Talks go on.' }]
    });
  });

  test('one about an outcome goes with it', () => {
    const other = addJudgement(addOutcome(written, 'War', two), two);
    expect(removeOutcome(other, outcome).keyJudgements.map(({ about }) => about)).toEqual([two]);
  });

  test('they move by one place, and not beyond an edge', () => {
    const both = addJudgement(written, null, two);
    expect(moveJudgement(both, two, -1).keyJudgements.map(({ id }) => id)).toEqual([two, one]);
    expect(moveJudgement(both, two, 1)).toBe(both);
  });

  test('a reason changes alone', () => {
    const reason = setJudgement(written, one, { because: 'Nobody has moved.' });
    expect(setJudgement(reason, one, { gaps: 'No text.' }).keyJudgements[0]).toMatchObject({
      because: 'Nobody has moved.',
      gaps: 'No text.'
    });
  });
});
