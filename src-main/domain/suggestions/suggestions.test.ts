/** Suggestions, from draft to accepted entry. Over 300 lines because all of it needs the one draft. */
import { newActor, newDismissal } from '../briefing/entries.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Briefing, emptyBriefing } from '../briefing/briefing.js';
import { Draft } from './draft.js';
import { newId } from '../base/values.js';
import { positionMatrix } from '../ledger/ledger.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { acceptAll, acceptSuggestion } from './accept.js';
import type { Ground } from './enter.js';
import { fieldsOf, problemsOf, valuesOf } from './fields.js';
import { mergeSuggestedActors, splitActor, withJudgedActors } from './judged-actors.js';
import { listSuggestions } from './list-suggestions.js';
import { settle, settlementsOf, takeUpAgain } from './settled.js';
import { type Suggestion, type SuggestionKind, suggestionKinds } from './suggestion.js';
import { draft, spanOf, text } from './testing/draft.js';
import { newSource } from '../briefing/source.js';

const now = new Date('2025-05-01T10:00:00Z');
const source = newId();
const all = listSuggestions(draft, text, (range) => range);
const texts = { ['0'.repeat(64)]: text };
const ground: Ground = { source, text, suggestions: all, now };
const start: Briefing = {
  ...emptyBriefing('Talks', now),
  sources: [
    newSource({
      id: source,
      title: 'Talks',
      publisher: 'The Gazette',
      published: '2025-04-29',
      text: '0'.repeat(64),
      importedAt: now.toISOString()
    })
  ]
};

function one(kind: SuggestionKind, nth = 0): Suggestion {
  return all.filter((suggestion) => suggestion.kind === kind)[nth]!;
}

/** What the annotations with these ids say. */
function wordsOf({ annotations }: Briefing, ids: readonly string[]): readonly string[] {
  return annotations
    .filter(({ id }) => ids.includes(id))
    .map(({ target }) => target.selectors.quote.exact);
}

describe('the list', () => {
  test('the article’s draft is one, and every kind is suggested from it', () => {
    expect(Draft.parse(draft)).toEqual(draft);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(suggestionKinds));
  });

  test('shows the words as they stand, likely from 0.9, and nothing below 0.5', () => {
    for (const { words } of all) expect(text.slice(words.start, words.end)).toBe(words.text);
    expect(one('position')).toMatchObject({
      title: 'Ann Lee opposes cut to schools',
      grade: 'likely',
      rule: 'cue: rejects; cue: said'
    });
    expect(one('position', 1).grade).toBe('possible');
    expect(all.map(({ title }) => title)).not.toContain('council');
  });

  test('places hold no positions', () => {
    expect(all.map(({ title }) => title)).not.toContain('Capital');
  });

  test('whoever is no actor speaks where the words name him: “a clerk”, and not “she”', () => {
    const saidBy = (words: string) => {
      const quote = { ...draft.attributions[0]!, source: spanOf(words), actor: null };
      const alone = { ...draft, positions: [], positionChanges: [], attributions: [quote] };
      return listSuggestions(alone, text, (range) => range).find(({ kind }) => kind === 'quote');
    };
    expect(saidBy('a clerk')).toMatchObject({ speaker: 'a clerk', title: 'a clerk says' });
    expect(saidBy('she')).toMatchObject({ speaker: '', title: 'Someone not named says' });
  });

  test('every suggestion has a key of its own', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});

describe('statements', () => {
  const wordsOffered = (draft: Draft, kind: SuggestionKind) =>
    listSuggestions(draft, text, (range) => range)
      .filter((suggestion) => suggestion.kind === kind)
      .map(({ words }) => words.text);

  test('are what actors say without a stance; words of a position are not offered once more', () => {
    expect(wordsOffered(draft, 'statement')).toEqual(['“We will not close a school,”']);
    const without = { ...draft, positions: [], positionChanges: [] };
    expect(wordsOffered(without, 'statement')).toEqual(
      draft.attributions.slice(0, 4).map(({ content }) => content[0]!.text)
    );
  });

  test('keep the whole sentences that no position rests on', () => {
    const both = spanOf('Lee left early. Bo Ray opposes the plan.');
    const evidence = spanOf('Bo Ray opposes the plan');
    const [position] = draft.positions;
    const told = {
      ...draft,
      attributions: [{ ...draft.attributions[1]!, content: [both] }],
      positions: [{ ...position!, evidence, attribution: 'q2' }],
      positionChanges: []
    };
    expect(wordsOffered(told, 'statement')).toEqual(['Lee left early.']);
  });

  test('are offered once where one person tells what another said', () => {
    const [outer, inner] = draft.attributions;
    const told = {
      ...draft,
      positions: [],
      positionChanges: [],
      attributions: [
        { ...inner!, nested: true, actor: 'a2', content: [spanOf('rejects any cut')] },
        outer!
      ]
    };
    expect(wordsOffered(told, 'statement')).toEqual([
      'the government rejects any cut to 40 schools'
    ]);
  });

  test('stand beside the positions of their sentence', () => {
    const starts = all
      .filter(({ kind }) => ['position', 'change', 'statement'].includes(kind))
      .map(({ words }) => words.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('enter with their actor and words, and with an issue and a stance as a position', () => {
    const briefing = acceptSuggestion(start, one('statement'), ground);
    const [statement] = briefing.statements;
    expect(statement).toMatchObject({
      actor: briefing.actors[0]!.id,
      text: '“We will not close a school,”',
      attribution: ['The Gazette']
    });
    expect(wordsOf(briefing, statement!.evidence)).toEqual(['“We will not close a school,”']);
    expect(briefing.positions).toEqual([]);
    const judged = acceptSuggestion(start, one('statement'), ground, {
      issue: 'School closures',
      stance: 'opposes'
    });
    expect(judged.statements).toEqual([]);
    expect(judged.positions).toMatchObject([{ stance: 'opposes', status: 'stated' }]);
    expect(wordsOf(judged, judged.positions[0]!.evidence)).toEqual([
      '“We will not close a school,”'
    ]);
  });
});

describe('accepting', () => {
  test('a position makes a ledger entry whose evidence is its words in the source', () => {
    const briefing = acceptSuggestion(start, one('position'), ground);
    const [position] = briefing.positions;
    expect(position).toMatchObject({
      stance: 'opposes',
      said: null,
      reported: '2025-04-29',
      attribution: ['The Gazette'],
      status: 'reported',
      confidence: null
    });
    expect(wordsOf(briefing, position!.evidence)).toEqual([
      'the government rejects any cut to 40 schools'
    ]);
    expect(briefing.actors).toMatchObject([
      { name: 'Ann Lee', type: 'person', aliases: ['Lee'], note: 'Prime Minister' }
    ]);
    expect(briefing.issues.map(({ wording }) => wording)).toEqual(['cut to schools']);
    expect(briefing.annotations[0]!.links).toEqual([{ type: 'position', id: position!.id }]);
  });

  test('takes the fields as they were changed, and keeps who is known', () => {
    const known = acceptSuggestion(start, one('actor'), ground);
    const briefing = acceptSuggestion(known, one('position'), ground, {
      issue: 'School closures',
      stance: 'conditional',
      condition: ' if there is money '
    });
    expect(briefing.actors).toHaveLength(1);
    expect(briefing.positions[0]).toMatchObject({
      actor: known.actors[0]!.id,
      stance: 'conditional',
      condition: 'if there is money'
    });
    const renamed = acceptSuggestion(known, one('position'), ground, { actor: 'The cabinet' });
    expect(renamed.actors.map(({ name }) => name)).toEqual(['Ann Lee', 'The cabinet']);
  });

  test('a name is whose it is however it is spelt, and a date is read as people write it', () => {
    const known = newActor('Erdoğan', 'person');
    const values = { actor: 'ERDOGAN', said: '16 August 2025' };
    const after = acceptSuggestion({ ...start, actors: [known] }, one('position'), ground, values);
    expect(after.actors).toEqual([known]);
    expect(after.positions[0]).toMatchObject({ actor: known.id, said: '2025-08-16' });
  });

  test('a condition is read from the words that name it', () => {
    const { positions } = acceptSuggestion(start, one('position', 2), ground);
    expect(positions[0]).toMatchObject({
      stance: 'conditional',
      condition: 'only if the money stays in the region'
    });
  });

  test('a change makes two entries, the later superseding the earlier, and settles both positions', () => {
    const briefing = acceptSuggestion(start, one('change'), ground);
    const [before, after] = briefing.positions;
    expect(before).toMatchObject({ stance: 'supports', supersedes: [] });
    expect(after).toMatchObject({
      stance: 'opposes',
      supersedes: [before!.id],
      actor: before!.actor
    });
    expect(wordsOf(briefing, after!.evidence)).toContain('had called');
    expect(positionMatrix(briefing, null)[0]!.cells[0]!.id).toBe(after!.id);
    const settled = settlementsOf(all, briefing, source, texts);
    expect([0, 1, 2].map((n) => settled.get(one('position', n).key))).toEqual([
      'accepted',
      'accepted',
      'open'
    ]);
  });

  test('a change takes the entry before it that was accepted already', () => {
    const briefing = acceptSuggestion(
      acceptSuggestion(start, one('position', 1), ground),
      one('change'),
      ground
    );
    expect(briefing.positions).toHaveLength(2);
    expect(briefing.positions[1]!.supersedes).toEqual([briefing.positions[0]!.id]);
  });

  test('figure, event, date and outcome enter with their evidence', () => {
    const chosen = (['figure', 'event', 'date', 'outcome'] as const).map((kind) => one(kind));
    const briefing = acceptAll(acceptSuggestion(start, one('actor'), ground), chosen, ground);
    expect(briefing.figures).toMatchObject([{ wording: '40 schools', value: 40, unit: 'schools' }]);
    // The number alone proves nothing: its evidence is the sentence.
    expect(wordsOf(briefing, briefing.figures[0]!.evidence)).toEqual([
      expect.stringMatching(/^[^.]*rejects any cut to 40 schools/)
    ]);
    expect(briefing.events).toMatchObject([
      { title: 'A second round', date: '2025-05-03', actors: [briefing.actors[0]!.id] },
      { date: null }
    ]);
    expect(briefing.outcomes).toMatchObject([{ likelihood: null }]);
    for (const { evidence } of [...briefing.events, ...briefing.outcomes])
      expect(evidence).toHaveLength(1);
  });

  test('constraint and quote become cards that read as the words', () => {
    const briefing = acceptAll(start, [one('constraint'), one('quote'), one('quote', 1)], ground);
    expect(briefing.cards.map(({ kind }) => kind)).toEqual(['constraint', 'quote', 'quote']);
    const read = briefing.cards.map(({ body }) => renderMarkdown(body).text);
    expect(read[0]).toBe('The council cannot spend more than it has.');
    expect(read[1]).toBe('“It is late,”\n— a clerk');
    // “Some” names nobody.
    expect(read[2]).toBe('that all is well');
  });

  test('any order of accepting gives a briefing that can be kept, and settles what was accepted', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all]), (chosen) => {
        const briefing = acceptAll(start, chosen, ground);
        expect(Briefing.parse(briefing)).toEqual(briefing);
        const settled = settlementsOf(all, briefing, source, texts);
        for (const { key } of chosen) expect(settled.get(key)).toBe('accepted');
        const evidence = new Set(briefing.annotations.map(({ id }) => id));
        const entries = [
          ...briefing.positions,
          ...briefing.statements,
          ...briefing.events,
          ...briefing.figures,
          ...briefing.outcomes
        ];
        for (const entry of entries)
          for (const id of entry.evidence) expect(evidence).toContain(id);
      })
    );
  });

  test('words that the rendered source does not show leave an entry without evidence', () => {
    const hidden = listSuggestions(draft, text, () => null);
    const briefing = acceptAll(start, hidden, { ...ground, suggestions: hidden });
    expect(briefing.annotations).toEqual([]);
    expect(Briefing.parse(briefing)).toEqual(briefing);
  });
});

describe('settling', () => {
  test('dismissed stays dismissed in a new draft, and can be taken up again', () => {
    const briefing = settle(start, one('outcome'), source, 'dismissed', now);
    const again = listSuggestions(structuredClone(draft), text, (range) => range);
    const of = (b: Briefing) => settlementsOf(again, b, source, texts).get(one('outcome').key);
    expect(of(briefing)).toBe('dismissed');
    expect(of(takeUpAgain(briefing, one('outcome'), source, texts))).toBe('open');
    expect(takeUpAgain(briefing, one('outcome'), source, texts).dismissals).toEqual([]);
  });

  test('one suggestion on the same words by another rule stays open', () => {
    const other: Suggestion = { ...one('outcome'), key: 'other', rule: 'another rule' };
    const briefing = settle(start, one('outcome'), source, 'dismissed', now);
    expect(settlementsOf([...all, other], briefing, source, texts).get(other.key)).toBe('open');
  });

  test('a statement that was set aside when it was offered as a quote stays away', () => {
    const { rule, words, key } = one('statement');
    const quote = { about: source, rule: `quote: ${rule}`, words: words.text };
    const dismissal = newDismissal('suggestion', quote, now);
    const briefing = { ...start, dismissals: [dismissal] };
    expect(settlementsOf(all, briefing, source, texts).get(key)).toBe('dismissed');
    const again = takeUpAgain(briefing, one('statement'), source, texts);
    expect(settlementsOf(all, again, source, texts).get(key)).toBe('open');
  });

  test('what was dismissed of another source does not count', () => {
    const briefing = settle(start, one('outcome'), newId(), 'dismissed', now);
    expect(settlementsOf(all, briefing, source, texts).get(one('outcome').key)).toBe('open');
  });

  test('an actor whom the briefing knows is settled', () => {
    const briefing = acceptSuggestion(start, one('position'), ground);
    expect(settlementsOf(all, briefing, source, texts).get(one('actor').key)).toBe('accepted');
  });
});

describe('who is who', () => {
  const [lee, ray] = draft.actors;

  test('merged actors speak as one, and a known actor learns the names', () => {
    const known = acceptSuggestion(start, one('actor'), ground);
    const briefing = mergeSuggestedActors(known, source, ray!, lee!, now);
    const judged = withJudgedActors(draft, briefing.dismissals, source);
    expect(judged.actors.map(({ name }) => name)).not.toContain('Bo Ray');
    expect(judged.actors[0]!.aliases).toContain('Bo Ray');
    expect(judged.events[0]!.participants).toEqual(['a1']);
    expect(briefing.actors[0]!.aliases).toEqual(['Lee', 'Bo Ray']);
    expect(Draft.parse(judged)).toEqual(judged);
  });

  test('a name split off takes its own words along', () => {
    const briefing = splitActor(start, source, lee!, 'Lee', now);
    const judged = withJudgedActors(draft, briefing.dismissals, source);
    const other = judged.actors.find(({ name }) => name === 'Lee')!;
    expect(other.mentions.map(({ start: at }) => at)).toEqual([
      spanOf('Lee', 1).start,
      spanOf('Lee', 2).start
    ]);
    expect(judged.positions.map(({ actor }) => actor)).toEqual(['a1', other.id, 'a1']);
    expect(judged.actors[0]!.aliases).toEqual([]);
  });

  test('a name split off that somebody bears already is theirs: no two actors have one name', () => {
    const namesake = { ...ray!, name: 'LEE' };
    const two = { ...draft, actors: [lee!, namesake, ...draft.actors.slice(2)] };
    const briefing = splitActor(start, source, lee!, 'Lee', now);
    const judged = withJudgedActors(two, briefing.dismissals, source);
    expect(judged.actors.filter(({ name }) => /^lee$/i.test(name))).toHaveLength(1);
    expect(judged.positions.map(({ actor }) => actor)).toEqual(['a1', namesake.id, 'a1']);
  });

  test('judgements about another source do not count', () => {
    const { dismissals } = mergeSuggestedActors(start, newId(), ray!, lee!, now);
    expect(withJudgedActors(draft, dismissals, source)).toEqual(draft);
  });
});

describe('fields', () => {
  test('what is suggested can be accepted as it is', () => {
    for (const suggestion of all) {
      expect(problemsOf(fieldsOf(suggestion), valuesOf(suggestion))).toEqual({});
    }
  });

  test.each([
    ['position', { actor: ' ' }, 'actor'],
    ['position', { stance: 'conditional', condition: '' }, 'condition'],
    ['position', { said: 'Monday' }, 'said'],
    ['statement', { statement: '' }, 'statement'],
    ['statement', { issue: 'School closures' }, 'issue'],
    ['statement', { stance: 'opposes' }, 'issue'],
    ['figure', { value: 'forty' }, 'value'],
    ['actor', { name: 'x'.repeat(201) }, 'name'],
    ['event', { title: '' }, 'title']
  ] as const)('%s with %j has a problem with %s', (kind, values, name) => {
    const fields = fieldsOf(one(kind));
    expect(problemsOf(fields, { ...valuesOf(one(kind)), ...values })).toHaveProperty(name);
  });
});
