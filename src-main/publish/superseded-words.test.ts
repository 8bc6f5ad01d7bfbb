/** A line that quotes what a newer position supersedes says so in every format, whoever reads it. */
import { describe, expect, test } from 'vitest';
import { describe as selectorsAt } from '../domain/anchoring/locate.js';
import { newId } from '../domain/base/values.js';
import { newAnnotation } from '../domain/briefing/annotation.js';
import { emptyBriefing, type Briefing } from '../domain/briefing/briefing.js';
import { newActor, newCard, newIssue } from '../domain/briefing/entries.js';
import { newSource } from '../domain/briefing/source.js';
import { entry } from '../domain/ledger/testing/ledger.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { documentOf } from '../domain/publication/document/document-of.js';
import { type Edition, fullEdition } from '../domain/publication/edition.js';
import { composePublication } from '../domain/publication/publication.js';
import { asMarkdown } from './briefing-markdown.js';
import { forReaders } from './formats.js';
import { plainFormats } from './testing/plain-formats.js';

const moment = '2025-03-10T09:00:00Z';
const hash = 'a'.repeat(64);
const text = 'He said the party supports the mine only on terms. It rained all day long.';
const words = 'the party supports the mine only on terms';
const source = newSource({ text: hash, importedAt: moment });
const at = text.indexOf(words);
const quote = newAnnotation(
  { type: 'source', id: source.id, selectors: selectorsAt(text, at, at + words.length) },
  moment
);
const actor = newActor('Petar Lindt', 'person');
const issue = newIssue('The mine');
const of = { actor: actor.id, issue: issue.id };
const was = entry(1, { ...of, id: newId(), stance: 'conditional', evidence: [quote.id] });
const now = entry(2, {
  ...{ ...of, id: newId(), stance: 'opposes', said: '2025-03-19', supersedes: [was.id] }
});
const line = 'He said the party supports the mine only on terms.';
const card = newCard('position', {
  heading: 'Who says what',
  body: `- **Petar Lindt:** ${line}\n- It rained all day long.`
});
const rain = 'It rained all day long';
const rendered = `Petar Lindt: ${line}\n${rain}.`;
const onRain = newAnnotation(
  {
    type: 'card',
    id: card.id,
    selectors: selectorsAt(rendered, rendered.indexOf(rain), rendered.indexOf(rain) + rain.length)
  },
  moment
);
const briefing: Briefing = {
  ...emptyBriefing('The mine'),
  language: 'en',
  bottomLine: line,
  cards: [card],
  sources: [source],
  actors: [actor],
  issues: [issue],
  annotations: [quote, { ...onRain, note: 'Check.' }],
  positions: [was, now]
};
const job = (edition: Partial<Edition> = {}, of = briefing): DocumentJob =>
  forReaders({
    title: null,
    parts: [{ briefing: of, texts: { [hash]: text } }],
    edition: { ...fullEdition, ...edition }
  });
const told = 'only on terms (since 19 March 2025 on “The mine”: opposes).';
const changed = 'What changed: Petar Lindt, since 19 March 2025 on “The mine”: opposes.';

describe.each(['full', 'audience'] as const)('for %s', (profile) => {
  test.each(plainFormats)(
    '%s marks it in the card, and tells it below the bottom line, which stays as it was written',
    async (_name, write) => {
      const written = await write(job({ profile }));
      expect(written.split(told)).toHaveLength(2);
      expect(written).toContain(changed);
      expect(written.indexOf(changed)).toBeGreaterThan(written.indexOf('only on terms.'));
    }
  );

  test('the one page marks it in its key point, proposed or chosen', () => {
    const chosen = newCard('fact', { body: rain, keyPoint: line });
    const brief = job(
      { profile, template: 'brief' },
      { ...briefing, cards: [card, { ...chosen, heading: 'Chosen' }] }
    );
    const { opening } = documentOf(brief).chapters[0]!;
    const points = opening.find(({ role }) => role === 'points');
    expect(JSON.stringify(points).split(told)).toHaveLength(3);
  });
});

test('marks behind it stand on the same words, and the briefing that goes along is as it was', () => {
  const { parts, edition } = job();
  const [{ card: printed, marks } = { card, marks: [] }] = composePublication(
    parts[0]!.briefing,
    parts[0]!.texts,
    edition
  ).cards;
  const before = printed.body.replace('**Petar Lindt:**', 'Petar Lindt:').replaceAll('- ', '');
  expect(marks.map(({ start, end }) => before.slice(start, end))).toEqual([rain]);
  expect(parts[0]!.briefing.cards[0]!.body).toBe(card.body);
});

test('nothing is marked once the newer position is quoted beside it, nor one that holds', () => {
  const beside = { ...now, evidence: [quote.id] };
  expect(asMarkdown(job({}, { ...briefing, positions: [was, beside] }))).not.toContain('since');
  expect(asMarkdown(job({}, { ...briefing, positions: [was] }))).not.toContain('since');
});

test('a newer position that is contested is told as that, behind its words and at the quote of the other', () => {
  const other = { ...was, id: newId(), supersedes: [], stance: 'supports' as const };
  const positions = [was, now, { ...other, contested: [now.id] }];
  const written = asMarkdown(job({}, { ...briefing, positions }));
  expect(written).toContain('on “The mine”: opposes, contested)');
  expect(written).toMatch(/Petar Lindt\S*: supports, contested/u);
});

test('a newer position of the same stance, or without a day, only supersedes', () => {
  const same = { ...now, stance: was.stance };
  const undated = { ...now, said: null };
  const of = (newer: typeof now) => asMarkdown(job({}, { ...briefing, positions: [was, newer] }));
  expect(of(same)).toContain('*What changed: Petar Lindt, superseded, 19 March 2025.*');
  expect(of(undated)).toContain('*What changed: Petar Lindt, superseded.*');
});

describe('a bottom line in the words of a source', () => {
  const ofDay = (published: string | null, bottomLine = `${rain}.`) =>
    asMarkdown(
      job({}, { ...briefing, bottomLine, cards: [], sources: [{ ...source, published }] })
    );
  const turned = `${rain}.\n\n*${changed}*`;

  test('tells of who turned since, which it cannot know', () => {
    expect(ofDay('2025-03-10')).toContain(turned);
  });

  test.each([
    ['of the same day or later', '2025-03-19', `${rain}.`],
    ['whose day is not known', null, `${rain}.`],
    ['that a person wrote', '2025-03-10', 'The party has turned.']
  ])('tells nothing %s', (_name, date, bottomLine) => {
    expect(ofDay(date, bottomLine)).not.toContain('What changed');
  });

  test('tells of one turn once, where its line is marked already', () => {
    expect(ofDay('2025-03-10', `${line} ${rain}.`).split('What changed')).toHaveLength(2);
  });
});
