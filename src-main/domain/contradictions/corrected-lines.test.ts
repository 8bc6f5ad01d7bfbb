/** Protects that a card that tells what a newer version of its source corrected is an open point until it is settled. */
import { describe, expect, test } from 'vitest';
import { type Briefing, emptyBriefing } from '../briefing/briefing.js';
import { newCard } from '../briefing/entries.js';
import { newSource } from '../briefing/source.js';
import { mendBriefing } from '../mend/mend-briefing.js';
import { correctedWords, LinesOfVersions } from './corrected-lines.js';
import { dismissContradiction } from './settle.js';
import { openContradictions } from './find-contradictions.js';
import { reportOpenPoints } from './report-open-points.js';

const moment = '2025-03-03T09:00:00Z';
const before =
  'The race is open. In the poll Sarvis stands at 13 percent of voters. The vote is on 4 May, says the board.';
const after = before.replace('13 percent', '16 percent');
const [one, two, three] = ['a', 'b', 'c'].map((letter, index) => ({
  ...newSource({ text: letter.repeat(64), importedAt: moment, title: `Poll ${index + 1}` }),
  published: `2025-03-0${index + 1}`
})) as [Briefing['sources'][number], Briefing['sources'][number], Briefing['sources'][number]];
const texts = { [one.text]: before, [two.text]: after, [three.text]: after };
const poll = 'In the poll Sarvis stands at 13 percent of voters.';
const newer = 'In the poll Sarvis stands at 16 percent of voters.';
const figures = newCard('fact', {
  heading: 'Figures',
  body: `- **Figure:** ${poll.replace('13', '**13**')}\n- The vote is on 4 May, says the board.`
});
const briefing: Briefing = {
  ...emptyBriefing('Race', new Date(moment)),
  cards: [figures],
  sources: [one, { ...two, updates: one.id }]
};
const found = (more: Partial<Briefing> = {}, of = texts) =>
  correctedWords({ ...briefing, ...more }, of);
const withBody = (body: string) => found({ cards: [{ ...figures, body }] });

test('a card that tells the older words is an open point that names it and both versions', () => {
  const [point, ...others] = reportOpenPoints(briefing, found());
  expect(others).toEqual([]);
  expect(point).toMatchObject({ kind: 'corrected', measures: 'Figures', order: 'earlier-first' });
  expect(point?.one).toMatchObject({ id: figures.id, words: poll, date: '2025-03-01' });
  expect(point?.one.quotes[0]?.source?.title).toBe('Poll 1');
  expect(point?.other).toMatchObject({ id: two.id, words: newer, date: '2025-03-02' });
});

describe('nothing is told', () => {
  test.each<[string, string]>([
    ['of a line that the newer version has too', '- The vote is on 4 May, says the board.'],
    ['of words of one’s own', '- Sarvis has 13 percent.'],
    ['where the newer words stand there', `- ${newer}`],
    ['where both wordings do', `- ${poll}\n- Now: ${newer}`]
  ])('%s', (_what, body) => expect(withBody(body)).toEqual([]));

  test('without a newer version, or of one whose text is not at hand', () => {
    expect(found({ sources: [one, two] })).toEqual([]);
    expect(found({}, { [one.text]: before })).toEqual([]);
  });

  test('where another source that nothing replaces has the words', () => {
    const same = { ...three, text: one.text };
    expect(found({ sources: [...briefing.sources, same] })).toEqual([]);
  });
});

test('the bottom line counts, words that are gone are told so, and of a chain the newest counts once', () => {
  const told = found({ cards: [], bottomLine: `So: ${poll}` });
  expect(told).toMatchObject([{ quoting: briefing.id, part: 'Bottom line', words: newer }]);
  const gone = { ...texts, [two.text]: 'The race is open. The vote is on 4 May, says the board.' };
  expect(found({}, gone)).toMatchObject([{ quoting: figures.id, words: '' }]);
  const chain = [one, { ...two, updates: one.id }, { ...three, updates: two.id }];
  const unchanged = { ...texts, [two.text]: `${before} More.` };
  const newest = found({ sources: chain }, unchanged);
  expect(newest).toMatchObject([{ quoting: figures.id, quote: poll, update: three.id }]);
});

test('a dismissal settles it, also after mending; so does a line that is written anew', () => {
  for (const whole of [briefing, { ...briefing, cards: [], bottomLine: poll }]) {
    const [open] = openContradictions(whole, correctedWords(whole, texts));
    const dismissed = mendBriefing(dismissContradiction(whole, open!, 'Kept.')).briefing;
    expect(dismissed.dismissals).toHaveLength(1);
    expect(openContradictions(dismissed, correctedWords(dismissed, texts))).toEqual([]);
  }
});

test('what did not change is the same list again, whatever is typed in other cards', () => {
  const lines = new LinesOfVersions(briefing.sources, texts);
  const first = lines.find(briefing);
  expect(first).toHaveLength(1);
  const typed = { ...briefing, cards: [figures, newCard('note', { body: 'Mine.' })] };
  expect(lines.find(typed)).toBe(first);
  expect(lines.find({ ...briefing, cards: [] })).toEqual([]);
});
