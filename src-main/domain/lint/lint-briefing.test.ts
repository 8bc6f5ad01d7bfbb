import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { newActor, newFigure, newIssue, newCard } from '../briefing/entries.js';
import type { Briefing } from '../briefing/briefing.js';
import { newSource, noText, type Source } from '../briefing/source.js';
import { newId } from '../base/values.js';
import { entry } from '../ledger/testing/ledger.js';
import { dismissalOf, withoutDismissed } from './finding.js';
import { lintBriefing } from './lint-briefing.js';
import { clean, faulty } from './testing/lint-cases.js';
import { annotationOf, briefingWith, source, texts, today } from './testing/linted.js';

test('there are at least 60 faulty passages and 40 clean ones, of which no two are alike', () => {
  expect(faulty.length).toBeGreaterThanOrEqual(60);
  expect(clean.length).toBeGreaterThanOrEqual(40);
  const all = [...faulty, ...clean].map(({ text, scale }) => `${scale} ${text}`);
  expect(new Set(all).size).toBe(all.length);
});

describe('a faulty passage', () => {
  test.each(faulty)('$text', ({ text, scale, finds }) => {
    const found = lintBriefing(briefingWith(text, scale), texts, today);
    expect(found.map(({ rule }) => rule)).toEqual(finds.map(([rule]) => rule));
    for (const [index, [, words]] of finds.entries()) {
      expect(found[index]?.words).toContain(words);
      expect(found[index]?.message).toMatch(/\.$/);
    }
  });
});

describe('a clean passage', () => {
  test.each(clean)('$text', ({ text, scale }) => {
    expect(lintBriefing(briefingWith(text, scale), texts, today)).toEqual([]);
  });
});

test('the bottom line and outcomes are read like cards', () => {
  const outcome = {
    id: newId(),
    statement: 'The talks may fail.',
    likelihood: null,
    confidence: null,
    horizon: null,
    evidence: [],
    by: null
  };
  const briefing = { ...briefingWith(''), bottomLine: 'It could rain.', outcomes: [outcome] };
  expect(lintBriefing(briefing, texts, today)).toMatchObject([
    { rule: 'vague-word', in: 'bottom-line', about: briefing.id },
    { rule: 'vague-word', in: 'outcome', about: outcome.id },
    { rule: 'unjudged-outcome', in: 'outcome', about: outcome.id },
    { rule: 'judgement-without-evidence', in: 'outcome', about: outcome.id }
  ]);
});

test('an article without a day is found, and a mere reference is not', () => {
  const undated = { ...source, published: null };
  const briefing = {
    ...briefingWith(''),
    sources: [source, undated, { ...undated, text: noText }]
  };
  expect(lintBriefing(briefing, texts, today)).toMatchObject([
    { rule: 'undated-source', in: 'source', about: undated.id, words: 'A report' }
  ]);
});

describe('what a judgement rests on', () => {
  const actor = newActor('Ukraine', 'state');
  const issue = newIssue('Concessions?');
  const held = { actor: actor.id, issue: issue.id };
  const judged = {
    id: newId(),
    statement: 'The talks go on.',
    likelihood: 'likely',
    confidence: null,
    horizon: null,
    evidence: [],
    by: null
  } as const;
  const named = { ...briefingWith(''), actors: [actor], issues: [issue] };

  test.each<[string, Partial<Briefing>, readonly string[]]>([
    ['an outcome that is judged', { outcomes: [judged] }, ['judgement-without-evidence']],
    [
      'an outcome not judged yet',
      { outcomes: [{ ...judged, likelihood: null }] },
      ['unjudged-outcome', 'judgement-without-evidence']
    ],
    ['a position', { positions: [entry(1, held)] }, ['judgement-without-evidence']],
    [
      'a position that was superseded',
      { positions: [entry(1, held), entry(2, { ...held, supersedes: [entry(1).id] })] },
      ['judgement-without-evidence']
    ],
    [
      'a position past its review date',
      { positions: [entry(1, { ...held, reviewBy: '2025-08-16' })] },
      ['judgement-without-evidence', 'overdue-position']
    ],
    [
      'a position to be looked at today',
      { positions: [entry(1, { ...held, reviewBy: today })] },
      ['judgement-without-evidence']
    ]
  ])('%s', (_what, part, rules) => {
    const found = lintBriefing({ ...named, ...part }, texts, today);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });
});

test('without a source nothing is measured against one', () => {
  const briefing = { ...briefingWith('“We will never talk to 99 of them.”'), sources: [] };
  expect(lintBriefing(briefing, texts, today)).toEqual([]);
});

describe('a source whose text is not there', () => {
  const other = newSource({ title: 'Left out', text: noText, importedAt: source.importedAt });
  const body = '“We will never talk to any of them.” In all, 99 trucks came.';
  const lackingOf = (left: readonly Source[], texts: Readonly<Record<string, string>>) => {
    const annotations = left.map(({ id }) => annotationOf(id, 'Words of nobody at all', 'source'));
    return lintBriefing({ ...briefingWith(body), sources: [...left], annotations }, texts, today);
  };

  test('that was left out of the copy is not said to lack anything', () => {
    expect(lackingOf([other], { [noText]: '' })).toEqual([]);
  });

  test('that is missing in the library is not, either', () => {
    expect(lackingOf([source], {})).toEqual([]);
  });

  test('beside one that is there leaves only what was marked in that one', () => {
    expect(lackingOf([other, source], { ...texts, [noText]: '' })).toMatchObject([
      { rule: 'differing-quote', in: 'annotation' }
    ]);
    expect(
      lackingOf([source], texts)
        .map(({ rule }) => rule)
        .sort()
    ).toEqual([...['differing-quote', 'differing-quote', 'unsourced-number']]);
  });
});

test('the mark of a footnote is no number', () => {
  expect(
    lintBriefing(briefingWith('Trucks came.[^17] More will come[^98].'), texts, today)
  ).toEqual([]);
});

test('a figure with evidence and the years of the briefing’s own dates need no source', () => {
  const briefing = briefingWith('From 2023 on, 99 trucks came.');
  expect(lintBriefing(briefing, texts, today)).toHaveLength(2);
  const annotation = annotationOf(briefing.cards[0]!.id, '99 trucks');
  const bare = { ...briefing, date: '2023', figures: [newFigure('99', 99)] };
  expect(lintBriefing(bare, texts, today)).toMatchObject([{ words: '99' }]);
  const figures = [{ ...newFigure('99', 99), evidence: [annotation.id] }];
  expect(lintBriefing({ ...bare, figures, annotations: [annotation] }, texts, today)).toEqual([]);
  // What it rested on is gone.
  expect(lintBriefing({ ...bare, figures }, texts, today)).toHaveLength(1);
});

test('a finding that was dismissed stays away, until its words change', () => {
  const briefing = briefingWith('The talks may fail.');
  const [finding] = lintBriefing(briefing, texts, today);
  const dismissals = [dismissalOf(finding!, new Date(0))];
  expect(withoutDismissed([finding!], dismissals)).toEqual([]);
  const [card] = briefing.cards;
  const changed = { ...briefing, cards: [{ ...card!, body: 'All talks may fail.' }] };
  const found = lintBriefing(changed, texts, today);
  expect(withoutDismissed(found, dismissals)).toHaveLength(1);
});

test('any text is read to its end', () => {
  const words = fc.constantFrom(
    ...[
      'could ',
      '“',
      '”',
      '"',
      '\n',
      '> ',
      '`',
      '80',
      ' %',
      'million',
      '. ',
      'likely ',
      '12.',
      ',000'
    ]
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((all) => all.join(''))
      ),
      (text) => {
        const briefing = briefingWith(text);
        for (const finding of lintBriefing(briefing, texts, today)) {
          expect(finding.about).toBe(briefing.cards[0]!.id);
          expect(finding.words).not.toBe('');
        }
      }
    )
  );
});

test('a long text is read to its end, and one of nothing but signs is read at all', () => {
  const long = `${'The talks go on as they did before. '.repeat(5_000)}The talks may fail.`;
  expect(lintBriefing(briefingWith(long), texts, today)).toMatchObject([
    { rule: 'vague-word', words: 'The talks may fail.' }
  ]);
  // Each of these once cost the square of its length.
  for (const sign of ['“', '`', '12', 'Mr. ']) {
    const found = lintBriefing(briefingWith(sign.repeat(100_000)), texts, today);
    expect(found.length).toBeLessThan(2);
  }
});

test('what is kept from an earlier check never makes a later one say something else', () => {
  const bodies = fc.constantFrom(
    ...['The talks may fail.', '99 trucks came.', '“We will never talk to them.”', 'All is well.']
  );
  const edit = fc.record({
    card: fc.nat({ max: 2 }),
    body: bodies,
    counted: fc.boolean(),
    marked: bodies,
    title: fc.constantFrom('A report', '99 trucks')
  });
  fc.assert(
    fc.property(
      fc.array(bodies, { minLength: 3, maxLength: 3 }),
      fc.array(edit),
      (start, edits) => {
        let briefing: Briefing = {
          ...briefingWith(''),
          cards: start.map((body) => newCard('note', { heading: '', body }))
        };
        for (const { card, body, counted, marked, title } of edits) {
          const annotation = annotationOf(source.id, marked, 'source');
          const figure = { ...newFigure('99', 99), evidence: [annotation.id] };
          briefing = {
            ...briefing,
            cards: briefing.cards.map((each, i) => (i === card ? { ...each, body } : each)),
            sources: title === source.title ? briefing.sources : [{ ...source, title }],
            annotations: [annotation],
            figures: counted ? [figure] : briefing.figures
          };
          const afresh = lintBriefing(structuredClone(briefing), texts, today);
          expect(lintBriefing(briefing, texts, today)).toEqual(afresh);
        }
      }
    ),
    { numRuns: bySize({ usual: 50, full: 1_000 }) }
  );
});

test('every clean passage holds something that a rule without care would find', () => {
  const careless =
    /likel|chance|certain|confiden|probab|possib|remote|\b(?:may|might|could)\b|\d|["“«]/iu;
  expect(clean.filter(({ text }) => !careless.test(text))).toEqual([]);
});

test('every rule for words has at least six faulty passages', () => {
  const rules = faulty.flatMap(({ finds }) => finds.map(([rule]) => rule));
  for (const rule of new Set(rules)) {
    expect(rules.filter((each) => each === rule).length).toBeGreaterThanOrEqual(6);
  }
  expect(new Set(rules).size).toBe(7);
});
