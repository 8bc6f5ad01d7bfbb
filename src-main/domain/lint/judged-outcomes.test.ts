/** What is said of an outcome's likelihood and evidence must follow from how it was judged. */
import { describe, expect, test } from 'vitest';
import { newId } from '../base/values.js';
import { type Likelihood, newKeyJudgement, newOutcome } from '../briefing/entries.js';
import { lintRules } from './finding.js';
import { lintBriefing } from './lint-briefing.js';
import { annotationOf, briefingWith, source, texts, today } from './testing/linted.js';

describe('an outcome', () => {
  const annotation = annotationOf(source.id, '24.5 per cent', 'source');
  const findingsFor = (statement: string, likelihood: Likelihood | null, rests = true) => {
    const evidence = rests ? [annotation.id] : [];
    const outcome = {
      id: newId(),
      statement,
      likelihood,
      confidence: null,
      horizon: null,
      evidence,
      by: null
    };
    const briefing = { ...briefingWith(''), annotations: [annotation], outcomes: [outcome] };
    return lintBriefing(briefing, texts, today);
  };

  test('rests on the reason of the key judgement about it', () => {
    const outcome = { ...newOutcome('The talks go on.', []), likelihood: 'likely' as const };
    const findings = (because: string) => {
      const keyJudgements = [{ ...newKeyJudgement(outcome.id), because }];
      const briefing = { ...briefingWith(''), outcomes: [outcome], keyJudgements };
      return lintBriefing(briefing, texts, today).map(({ rule }) => rule);
    };
    expect(findings('Nobody has moved.')).toEqual([]);
    expect(findings(' ')).toEqual(['judgement-without-evidence']);
  });

  test.each<[string, Likelihood | null, boolean, readonly string[]]>([
    ['The talks go on.', 'likely', true, []],
    ['The talks are likely to go on.', 'likely', true, []],
    ['They will probably go on.', 'likely', true, []],
    ['', null, false, []],
    ['The talks go on.', null, true, ['unjudged-outcome']],
    ['The talks go on.', 'likely', false, ['judgement-without-evidence']],
    ['The talks are likely to go on.', 'very-unlikely', true, ['two-likelihoods']],
    ['Talks are likely, a deal is very unlikely.', 'likely', true, ['two-likelihoods']],
    [
      'A ceasefire very likely maybe',
      null,
      false,
      ['hedged-likelihood', 'unjudged-outcome', 'judgement-without-evidence']
    ],
    ['He called it “very likely”, and it is unlikely.', 'unlikely', true, []]
  ])('“%s”, judged %s, with evidence: %s', (statement, likelihood, rests, rules) => {
    const found = findingsFor(statement, likelihood, rests);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
    for (const { rule, message } of found) {
      expect(message).toMatch(/\.$/);
      expect(lintRules[rule].standard).toMatch(/^(ICD|UK)/);
    }
  });

  test('is told by which words it is judged twice, and which word does not count', () => {
    expect(findingsFor('Talks are likely.', 'very-unlikely')[0]?.message).toContain(
      'The statement says “likely”, and “very unlikely” was chosen.'
    );
    expect(findingsFor('Talks are very likely.', null)[0]?.message).toContain(
      'The word “very likely” in its statement does not count'
    );
  });
});
