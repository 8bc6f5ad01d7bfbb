/** Protects that each note of the sample is told once, and that every number at a claim can be looked up. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Bundle } from '../briefing/bundle.js';
import { cutByMarks } from './marks.js';
import { endNotes } from './end-notes.js';
import { composePublication } from './publication.js';

const sample = Bundle.parse(
  JSON.parse(readFileSync('resources/samples/alaska-summit.json', 'utf8'))
);
const publication = composePublication(sample.briefing, sample.texts);

test('numbers rise through the cards and the texts, as their words end', () => {
  const numbers = [...publication.cards, ...publication.texts].flatMap(({ marks }) =>
    cutByMarks(marks)
      .flatMap(({ end, marks: covering }) => covering.filter((mark) => mark.end === end))
      .flatMap(({ number }) => number ?? [])
  );
  expect(numbers.length).toBeGreaterThan(30);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(numbers[0]).toBe(1);
});

test('without texts, numbers rise through the claims', () => {
  const { matrix } = composePublication({ ...sample.briefing, cards: [] }, {});
  const met = matrix?.tables[0]?.groups.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ claim }) => claim?.evidence ?? []))
  );
  const numbers = [...new Set(met)];
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('what stands beside its words is told there, and at the end only where a claim rests on it', () => {
  const noted = publication.notes.filter(({ annotation }) => annotation.note.trim() !== '');
  const beside = new Set(noted.map(({ number }) => number));
  const { notes, elsewhere } = endNotes(publication, beside);
  for (const { number, toldBeside } of notes) expect(toldBeside).toBe(beside.has(number));
  expect(notes.length).toBeLessThan(publication.notes.length);
  const cited = publication.ledger.flatMap(({ claims }) => claims.flatMap((each) => each.evidence));
  for (const number of cited) expect(notes.map((note) => note.number)).toContain(number);
  expect(elsewhere).toMatch(/^\d/);
  expect(endNotes(publication, new Set())).toMatchObject({
    elsewhere: '',
    notes: publication.notes.map(({ number }) => ({ number, toldBeside: false }))
  });
});
