/** A small article and its draft by hand, for tests: one suggestion at least of every kind. */
import type { Draft, Span } from '../draft.js';

export const text =
  'Talks resume in the capital\n\n' +
  'Prime Minister Ann Lee said on Monday that the government rejects any cut to 40 schools. ' +
  '“We will not close a school,” she told reporters. Before the vote, Lee had called the cut “a good idea”. ' +
  'Now she would agree only if the money stays in the region. ' +
  'The council cannot spend more than it has. A second round may follow on 3 May 2025. Lee left early. ' +
  'Bo Ray opposes the plan. “It is late,” a clerk said. Some say that all is well.';

/** The nth place of `words`, from 0. */
export function spanOf(words: string, nth = 0, within = text): Span {
  let start = -1;
  for (let i = 0; i <= nth; i += 1) start = within.indexOf(words, start + 1);
  if (start < 0) throw new Error(`The text does not say “${words}” ${nth + 1} times`);
  return { start, end: start + words.length, text: words };
}

const mention = (words: string, kind: 'name' | 'title+name' | 'pronoun', nth = 0) => ({
  ...spanOf(words, nth),
  kind
});

export const draft: Draft = {
  schema: 'briefing-draft/1',
  offsets: 'utf16',
  source: { path: 'a.txt', sha256: '0'.repeat(64), length: text.length },
  language: { code: 'en', confidence: 1, suggestions: true },
  title: spanOf('Talks resume in the capital'),
  dek: null,
  summary: [],
  cards: [],
  actors: [
    {
      id: 'a1',
      type: 'person',
      name: 'Ann Lee',
      aliases: ['Lee'],
      titles: ['Prime Minister'],
      mentions: [
        mention('Prime Minister Ann Lee', 'title+name'),
        mention('she', 'pronoun'),
        mention('Lee', 'name', 1),
        mention('Lee', 'name', 2)
      ],
      confidence: 0.94
    },
    {
      id: 'a2',
      type: 'person',
      name: 'Bo Ray',
      aliases: [],
      titles: [],
      mentions: [mention('Bo Ray', 'name')],
      confidence: 0.6
    },
    {
      id: 'a3',
      type: 'place',
      name: 'Capital',
      aliases: [],
      titles: [],
      mentions: [mention('capital', 'name')],
      confidence: 0.95
    },
    {
      id: 'a4',
      type: 'organisation',
      name: 'council',
      aliases: [],
      titles: [],
      mentions: [mention('council', 'name')],
      confidence: 0.4
    }
  ],
  attributions: [
    {
      id: 'q1',
      source: spanOf('Prime Minister Ann Lee'),
      cue: spanOf('said'),
      content: [spanOf('the government rejects any cut to 40 schools')],
      actor: 'a1',
      time: spanOf('Monday'),
      kind: 'indirect',
      nested: false,
      hedges: [],
      rule: 'cue: said',
      confidence: 0.98
    },
    {
      id: 'q2',
      source: spanOf('she'),
      cue: spanOf('told'),
      content: [spanOf('“We will not close a school,”')],
      actor: 'a1',
      time: null,
      kind: 'direct',
      nested: false,
      hedges: [],
      rule: 'cue: told',
      confidence: 0.95
    },
    {
      id: 'q3',
      source: spanOf('Lee', 1),
      cue: spanOf('had called'),
      content: [spanOf('the cut “a good idea”')],
      actor: 'a1',
      time: null,
      kind: 'mixed',
      nested: false,
      hedges: [],
      rule: 'cue: called',
      confidence: 0.8
    },
    {
      id: 'q4',
      source: spanOf('she', 1),
      cue: spanOf('would agree'),
      content: [spanOf('only if the money stays in the region')],
      actor: 'a1',
      time: null,
      kind: 'indirect',
      nested: false,
      hedges: [],
      rule: 'cue: agree',
      confidence: 0.7
    },
    {
      id: 'q5',
      source: spanOf('a clerk'),
      cue: spanOf('said', 1),
      content: [spanOf('“It is late,”')],
      actor: null,
      time: null,
      kind: 'direct',
      nested: false,
      hedges: [],
      rule: 'cue: said',
      confidence: 0.95
    },
    {
      id: 'q6',
      source: spanOf('Some'),
      cue: spanOf('say', 0),
      content: [spanOf('that all is well')],
      actor: null,
      time: null,
      kind: 'indirect',
      nested: false,
      hedges: [],
      rule: 'cue: say',
      confidence: 0.95
    },
    {
      id: 'q7',
      source: null,
      cue: spanOf('opposes'),
      content: [spanOf('the plan')],
      actor: null,
      time: null,
      kind: 'indirect',
      nested: false,
      hedges: [],
      rule: 'cue: opposes',
      confidence: 0.6
    }
  ],
  positions: [
    {
      id: 'p1',
      actor: 'a1',
      issue: 'cut to schools',
      stance: 'opposes',
      statement: 'the government rejects any cut to 40 schools',
      evidence: spanOf('the government rejects any cut to 40 schools'),
      attribution: 'q1',
      time: spanOf('Monday'),
      why: ['cue: rejects'],
      confidence: 0.93
    },
    {
      id: 'p2',
      actor: 'a1',
      issue: 'cut to schools',
      stance: 'supports',
      statement: 'the cut “a good idea”',
      evidence: spanOf('the cut “a good idea”'),
      attribution: 'q3',
      time: null,
      why: ['cue: had called'],
      confidence: 0.7
    },
    {
      id: 'p3',
      actor: 'a1',
      issue: 'money',
      stance: 'conditional',
      statement: 'only if the money stays in the region',
      evidence: spanOf('only if the money stays in the region'),
      attribution: 'q4',
      time: null,
      why: ['condition: only if'],
      confidence: 0.6
    }
  ],
  positionChanges: [
    {
      marker: spanOf('had called'),
      actor: 'a1',
      issue: 'cut to schools',
      before: 'p2',
      after: 'p1',
      confidence: 0.65
    }
  ],
  figures: [
    {
      ...spanOf('40 schools'),
      value: 40,
      unit: 'schools',
      approx: null,
      measures: 'schools to be cut',
      date: null,
      confidence: 0.95
    }
  ],
  dates: [
    { ...spanOf('Monday'), value: null, anchor: 'none' },
    { ...spanOf('3 May 2025'), value: '2025-05-03', anchor: 'explicit' }
  ],
  events: [
    {
      ...spanOf('A second round'),
      date: spanOf('3 May 2025'),
      future: true,
      participants: ['a1', 'a2']
    }
  ],
  constraints: [spanOf('The council cannot spend more than it has.')],
  outcomes: [spanOf('A second round may follow on 3 May 2025.')]
};
