/**
 * What a composed briefing holds, on texts of our own; each line with its words in the article.
 * Over 300 lines because every part is tried on a text of its own.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { WordsOfSources } from '../../domain/anchoring/lines-in-sources.js';
import { newId } from '../../domain/base/values.js';
import { Briefing } from '../../domain/briefing/briefing.js';
import { renderedSource, renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { type Article, noFacts } from '../../domain/program/article.js';
import { composeBriefing } from '../compose-briefing.js';
import { draftArticle } from '../draft-article.js';

const now = new Date('2025-08-17T09:00:00Z');
function compose(text: string, format: Article['format'] = 'text'): Briefing {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const article = { name: 'article', format, text, sha256 };
  return composeBriefing(article, { as: 'composed', draft: draftArticle(article) }, now).briefing;
}

function lines(briefing: Briefing, heading: string): readonly string[] {
  const card = briefing.cards.find((each) => each.heading === heading);
  return card ? renderMarkdown(card.body).text.split('\n').filter(Boolean) : [];
}

const report = `Harbour town votes on its bridge

By Ann Lee
Wednesday, 14 May 2025

[Photo: Ann Lee]

The bridge at dusk, seen here from the quay.

HARROW (Wire) — The council of Harrow voted on Tuesday to close the old bridge, after engineers found cracks in two of its piers. Traffic will be led over the northern road until a new bridge is built.

Sign up for our newsletter and never miss a story.

Mayor Joan Reed said that the decision had been made for safety alone. “Nobody wants a bridge that may fall,” Reed told reporters after the vote.

Share this article

Tom Hale, who leads the traders’ association, rejected the closure and warned that 40 per cent of the shops would lose their customers. People familiar with the plans said that the ministry had offered 12 million pounds for a new bridge.

The survey counted 8,400 vehicles a day on the old bridge. The bridge opened on 3 June 1931.

The ministry will decide on the money on 2 June 2025.

Reporting by Ann Lee; Editing by Tom Rowe
© 2025 The Harrow Post. All rights reserved.
`;

test('whoever is named by a transcript for words is no speaker without a name', () => {
  const briefing = compose(
    [
      'MR. LUNT: Good morning, your honors. I am here on behalf of the islands. The court should reverse the verdict.',
      'JUDGE CRUZ: Counsel, do you say that the origin of the fire is the crux of this case?',
      'MR. LUNT: I do, your honor. The origin was not determined at trial. The experts agreed that the fire started in the northeast quadrant of the living room. We think that the jury was misled by the slide.'
    ].join('\n\n')
  );
  expect(lines(briefing, 'Limits')).toEqual([
    'The article does not say on which day it was published.'
  ]);
});

test('a line of who said it keeps the quotation, which stands in the sentence before', () => {
  const briefing = compose(`Council votes on the bridge

The council of Harrow voted on Tuesday on the old bridge. It is closed from June.

“Will the new one be built by next year?” Mayor Joan Reed asked at a meeting on Thursday.

“The bridge costs too much!” An adviser in the ministry said at a summit on Thursday. The residents' group Clear Air Vorlin said it would go to court.

“It is ${'far, '.repeat(80)}too late.” Trader Tom Hale said at the meeting. He has not said whether he will sell. The Dockers' Community Union opposes it. "No bridge, no port," said its secretary, Eva Stahl.
`);
  const said = lines(briefing, 'Who says what').join('\n');
  const asked = '“Will the new one be built by next year?” Mayor Joan Reed asked at a meeting';
  expect(said).toContain(asked);
  expect(said).toContain(`Dockers' Community Union: "No bridge, no port," said its secretary`);
  // Too long to show with the quotation, and empty without it; what he did not say is the writer’s.
  expect(said).not.toContain('Hale');
  expect(lines(briefing, 'Limits')).toContain(
    'Speaker not named: “The bridge costs too much!” An adviser in the ministry said at a summit on Thursday.'
  );
});

describe('a report with all that its page prints around it', () => {
  const briefing = compose(report);

  test('the bottom line is its lead, without headline, dateline, caption or banner', () => {
    expect(briefing.title).toBe('Harbour town votes on its bridge');
    expect(briefing.bottomLine).toBe(
      'The council of Harrow voted on Tuesday to close the old bridge, after engineers found cracks in two of its piers. Traffic will be led over the northern road until a new bridge is built.'
    );
  });

  test('parts come in one order, unreviewed, and none is empty', () => {
    expect(briefing.cards.map(({ heading, reviewed }) => [heading, reviewed])).toEqual([
      ['Who says what', false],
      ['Figures', false],
      ['What happened', false],
      ['What comes next', false],
      ['Limits', false]
    ]);
    expect(Briefing.parse(briefing)).toEqual(briefing);
  });

  test('who says what names whoever says it once, in the article’s words', () => {
    expect(lines(briefing, 'Who says what')).toEqual([
      'Mayor Joan Reed said that the decision had been made for safety alone.',
      'Joan Reed: “Nobody wants a bridge that may fall,” Reed told reporters after the vote.',
      'Tom Hale, who leads the traders’ association, rejected the closure and warned that 40 per cent of the shops would lose their customers.'
    ]);
    expect(briefing.cards[0]?.body).toContain('- Mayor **Joan Reed** said');
  });

  test('a figure has what it measures beside it, and is marked', () => {
    expect(briefing.cards[1]?.body).toContain('The survey counted **8,400 vehicles a day**');
  });

  test('what happened and what comes next have their days', () => {
    expect(lines(briefing, 'What happened')).toEqual([
      '3 June 1931: The bridge opened on 3 June 1931.'
    ]);
    expect(lines(briefing, 'What comes next')).toEqual([
      expect.stringContaining('The ministry will decide on the money on 2 June 2025.')
    ]);
  });

  test('who speaks without a name is a limit', () => {
    expect(lines(briefing, 'Limits')).toEqual([
      'Speaker not named: People familiar with the plans said that the ministry had offered 12 million pounds for a new bridge.'
    ]);
  });

  test('nothing of what stands around the story is in it', () => {
    const whole = [briefing.bottomLine, ...briefing.cards.map(({ body }) => body)].join('\n');
    expect(whole).not.toMatch(/Photo|seen here|newsletter|Share|Editing|rights|HARROW|By Ann/);
  });
});

test.each<[what: string, text: string, limit: string]>([
  [
    'no day',
    'Talks resume\n\nThe two sides met on Friday in the capital, and they will meet again on Monday.',
    'The article does not say on which day it was published, so that “Friday” and “Monday” have no date.'
  ],
  [
    'another language',
    'Siguen las conversaciones\n\nLas dos partes se reunieron ayer en la capital y quieren reunirse de nuevo el lunes, dijo el ministro después de la sesión.',
    'The draft tells neither speakers nor events, since it reads English prose, and German and French in part.'
  ],
  [
    'a language that is read in part',
    'Die Gespräche gehen weiter\n\nDie beiden Seiten trafen sich gestern in der Hauptstadt und wollen sich am Montag wieder treffen, sagte der Minister nach dem Ende der Sitzung.',
    'The text reads as German. Direct quotations with their speakers, names, dates and figures are read in it. Other speech, positions and events are not.'
  ]
])('says as a limit: %s', (_, text, limit) => {
  expect(lines(compose(text), 'Limits')).toContain(limit);
});

test('says as a limit of which day the file is, where the article does not say its own', () => {
  const text = 'Talks resume\n\nThe two sides met on Friday in the capital.';
  const article = { name: 'a.pdf', format: 'text', text, sha256: '0'.repeat(64) } as const;
  const facts = { ...noFacts, made: '2026-11-30' };
  const draft = draftArticle({ ...article, facts });
  expect(draft.dates.map(({ value }) => value)).toEqual([null]);
  const { briefing } = composeBriefing({ ...article, facts }, { as: 'composed', draft }, now);
  expect(briefing.sources[0]?.published).toBeNull();
  expect(lines(briefing, 'Limits')).toContain(
    'The day of its file is 30 November 2026, which may be when somebody saved it.'
  );
});

/** In a report of that day, behind a lead that says none of it. */
const reported = (sentences: string) =>
  compose(
    `Harbour news of the week\n\n14 May 2025\n\nThe harbour of Varn had a busy week, as everybody could see from the quay.\n\nAda Holm leads the union. ${sentences}`
  );

test.each<[part: string, what: string, sentences: string, expected: readonly string[]]>([
  ['Figures', 'a share', 'Fares rose by 12 per cent.', ['Fares rose by 12 per cent.']],
  ['Figures', 'people', 'The strike cost 40 jobs in Varn.', ['The strike cost 40 jobs in Varn.']],
  ['Figures', 'no length of time', 'The trip took a 12-hour sail of 3 days.', []],
  ['Figures', 'no part of a name', 'Wave 1 cranes and Category 3 cranes stood idle.', []],
  ['Figures', 'no vague count', 'The talks failed for 14 reasons.', []],
  ['Figures', 'no line that leans on the one before', 'However, these rose by 12 per cent.', []],
  [
    'What happened',
    'an event with its day',
    'The new quay opened on 2 May 2025.',
    ['2 May 2025: The new quay opened on 2 May 2025.']
  ],
  ['What happened', 'nothing that is the rule', 'The ferry sails every Monday.', []],
  ['What happened', 'no “today” of these days', 'The old crane is still in use today.', []],
  [
    'What happened',
    'no day from which something holds',
    'An analysis of all trips since 1 January 2015 showed many delays.',
    []
  ],
  ['What happened', 'no decade', 'Ferries were slow in the 1930s.', []],
  ['What happened', 'no day of a who', 'Bo, who came on 3 May 2025, said he left.', []],
  [
    'What comes next',
    'a step of somebody',
    'The council will vote on 20 May 2025.',
    ['20 May 2025: The council will vote on 20 May 2025.']
  ],
  [
    'What comes next',
    'nothing that holds whenever, nor a plan that is only named',
    'Ferries are slow, although people are expected to pay. With us she speaks of keys to success, plan to implement her agenda, and fares.',
    []
  ],
  [
    'Who says what',
    'words that are said',
    'Ada Holm said that the strike was over.',
    ['Ada Holm said that the strike was over.']
  ],
  ['Who says what', 'no book that is written', 'Ada Holm wrote three novels about the sea.', []],
  ['Who says what', 'nothing that is only known', 'Ada Holm knew that the strike was over.', []],
  [
    'Who says what',
    'a pronoun, under the one who is named last',
    'Ada Holm met Per Dahl in Varn. He said that the strike was over.',
    ['Per Dahl: said that the strike was over.']
  ],
  [
    'Who says what',
    'no pronoun under somebody who is named only in a quotation',
    'Tom Hale came. “I trust Per Dahl,” a visitor said. It was late. He said that the strike was over.',
    []
  ]
])('%s: %s', (part, _, sentences, expected) => {
  expect(lines(reported(sentences), part)).toEqual(expected);
});

test('news of which the day is not known dates nothing', () => {
  const news = (day: string) =>
    lines(
      compose(
        `Harbour news of the week\n\n${day}The harbour of Varn was closed on Friday, as everybody could see from the quay.\n\nThe new quay opened on 2 May 2025.`
      ),
      'What happened'
    );
  expect(news('')).toEqual([]);
  expect(news('14 May 2025\n\n')).toContain('2 May 2025: The new quay opened on 2 May 2025.');
});

test.each([
  [
    'About 4,000 people demonstrated outside parliament, according to police.',
    'About 4,000 people demonstrated outside parliament, according to police'
  ],
  [
    'According to police, about 4,000 people demonstrated outside parliament.',
    'According to police, about 4,000 people demonstrated outside parliament.'
  ]
])('a figure keeps its source: %s', (sentence, line) => {
  const briefing = compose(
    `Cabinet backs mine\n\nThe cabinet of Harrow approved a mine on Monday. It was argued over for two years.\n\n${sentence}`
  );
  expect(lines(briefing, 'Who says what')).toEqual([sentence]);
  expect(lines(briefing, 'Figures')).toEqual([line]);
});

test('a body without its name stands in the words, and not before them', () => {
  const sentence = 'The Cabinet said that the bridge would be closed in May.';
  const said = (opening: string) =>
    lines(
      compose(`Bridge to close\n\n${opening} met on Monday. It rained all day.\n\n${sentence}`),
      'Who says what'
    );
  expect(said('The Cabinet')).toEqual([sentence]);
  expect(said('The Cabinet of Varnia')).toEqual([`Cabinet of Varnia: ${sentence}`]);
});

test('what is said in answers stands under the one who is interviewed, and only there', () => {
  const answers = (title: string) =>
    lines(
      compose(
        `${title}\n\nThe toll on the bridge of Varn was raised in March.\n\nWhat do you think of the toll?\n\nWell, we talked a lot. I think the toll is too high for the people of Varn.\n\nWho should pay?\n\nWe should ask the ferry companies to pay for the bridge. You know that.\n\nAnd when?\n\nIn May.`
      ),
      'Who says what'
    );
  expect(answers('An interview with Ada Holm')).toEqual([
    'Ada Holm: “I think the toll is too high for the people of Varn.”',
    'Ada Holm: “We should ask the ferry companies to pay for the bridge.”'
  ]);
  expect(answers('An interview with two ship owners')).toEqual([]);
});

test('a headline that ends in a full stop is no bottom line', () => {
  const { bottomLine } = compose(
    'Council closes old bridge in Harrow.\n\nThe council of Harrow voted on Tuesday to close the old bridge, after engineers found cracks in two of its piers, which had been repaired three times before.'
  );
  expect(bottomLine).toMatch(/^The council of Harrow voted/);
});

test('a text of banners alone gives a briefing that says nothing', () => {
  const briefing = compose('This site uses cookies.\n\nShare this article\n\nAdvertisement');
  expect([briefing.bottomLine, briefing.cards.map(({ heading }) => heading)]).toEqual([
    '',
    ['Limits']
  ]);
});

const texts: readonly (readonly [name: string, text: string, format: Article['format']])[] = [
  ['report', report, 'text'],
  [
    'report in Markdown',
    report.replace('Joan Reed', '*Joan* [Reed](https://example.org)'),
    'markdown'
  ],
  ...[
    'wrapped-wire-report.txt',
    'court-report.txt',
    'interview.txt',
    'arabic.txt',
    'opinion.md'
  ].map(
    (name) =>
      [
        name,
        readFileSync(new URL(`../../../e2e/texts/${name}`, import.meta.url), 'utf8'),
        name.endsWith('.md') ? 'markdown' : 'text'
      ] as const
  ),
  [
    'sample',
    readFileSync(new URL('../../../resources/samples/alaska-summit.txt', import.meta.url), 'utf8'),
    'text'
  ]
];

test.each(texts)(
  '%s: every line leads to its words, and all of it is far shorter',
  (_, text, format) => {
    const briefing = compose(text, format);
    const words = new WordsOfSources([{ id: newId(), text: renderedSource({ format }, text) }]);
    const told = (card: Briefing['cards'][number]) => renderMarkdown(card.body).text.split('\n');
    for (const line of [
      ...briefing.cards.filter(({ heading }) => heading !== 'Limits').flatMap(told),
      renderMarkdown(briefing.bottomLine).text
    ]) {
      if (line.trim()) expect(words.find(line), line).not.toEqual([]);
    }
    expect(briefing.cards.flatMap(told).length).toBeLessThanOrEqual(30);
  }
);

test('whatever stands in an article, each line of its draft stands there word for word', () => {
  const sentence = fc.constantFrom(
    'Good morning, everyone.',
    'Mr. President, The toll rose by 12 per cent.',
    'Ada Holm said that the strike was over.',
    '“Nobody  won,” she told reporters on Monday.',
    'He also rejected the plan.',
    'What do you think?',
    'I think that we should pay 3 million crowns.',
    'The quay opened on 2 May 2025.',
    'The council will vote on 20 May 2025. [12]',
    'In this paper, we show that 40 people [3] left.',
    'VARN, 3 May (Wire) — The ferry_line stopped *again*.',
    'Thursday, March 13, 2025 The union voted.',
    'People familiar with the talks said that 400 jobs were at risk.',
    'Dear Ms Holm,',
    '1. Minutes were approved.',
    'Seven Days ... Seven Nights <b>won</b>.',
    'Photo: Ann Lee'
  );
  const gap = fc.constantFrom(' ', '\n', '\n\n', '\r\n\r\n', '  ');
  const article = fc
    .array(fc.tuple(sentence, gap), { minLength: 1, maxLength: 14 })
    .map((all) => all.flat().join(''));
  fc.assert(
    fc.property(article, (text) => {
      const briefing = compose(text);
      const inText = text.replace(/\s+/g, ' ');
      const labels = /^(?:[^:]{1,60}: )?/;
      for (const { heading, body } of briefing.cards) {
        if (heading === 'Limits') continue;
        for (const line of renderMarkdown(body).text.split('\n').filter(Boolean)) {
          const words = inText.includes(line)
            ? line
            : line.replace(labels, '').replace(/^“|”$/g, '');
          expect(inText).toContain(words);
        }
      }
    }),
    { numRuns: bySize({ usual: 60, full: 600 }) }
  );
});
