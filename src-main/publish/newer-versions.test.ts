/** Protects that no document prints words as evidence and keeps silent that a newer version of their source has them otherwise. */
import { describe, expect, test } from 'vitest';
import { describe as describeRange } from '../domain/anchoring/locate.js';
import { newAnnotation } from '../domain/briefing/annotation.js';
import { type Briefing, emptyBriefing } from '../domain/briefing/briefing.js';
import { newActor, newCard, newFigure, newIssue } from '../domain/briefing/entries.js';
import { newSource } from '../domain/briefing/source.js';
import { openContradictions } from '../domain/contradictions/find-contradictions.js';
import { correctedWords } from '../domain/contradictions/corrected-lines.js';
import { dismissContradiction } from '../domain/contradictions/settle.js';
import { entry } from '../domain/ledger/testing/ledger.js';
import { type Edition, fullEdition } from '../domain/publication/edition.js';
import { composePublication } from '../domain/publication/publication.js';
import { wordsIn } from '../domain/terms/printed/languages.js';
import { forReaders } from './formats.js';
import { ledgerAsCsv } from './ledger-csv.js';
import { plainFormats } from './testing/plain-formats.js';

const moment = '2025-03-03T09:00:00Z';
const said =
  'General Prelogar: “The plan would cancel half a trillion dollars in loans.” The states object.';
const corrected = said.replace('half a trillion', 'over 400 billion');
const [early, late] = ['a', 'b'].map((letter, index) =>
  newSource({
    ...{ text: letter.repeat(64), importedAt: moment, language: 'en' },
    ...{ title: `Transcript ${index + 1}`, published: index ? '2025-03-02' : '2025-02-28' }
  })
) as [ReturnType<typeof newSource>, ReturnType<typeof newSource>];
const texts = { [early.text]: said, [late.text]: corrected };
const words = '“The plan would cancel half a trillion dollars in loans.”';
const start = said.indexOf(words);
const quote = newAnnotation(
  { type: 'source', id: early.id, selectors: describeRange(said, start, start + words.length) },
  moment
);
const [actor, issue] = [newActor('Prelogar', 'person'), newIssue('Cancel the loans?')];
const briefing: Briefing = {
  ...emptyBriefing('Loans', new Date(moment)),
  language: 'en',
  sources: [early, { ...late, updates: early.id }],
  annotations: [quote],
  actors: [actor],
  issues: [issue],
  positions: [
    entry(1, { actor: actor.id, issue: issue.id, said: '2025-02-28', evidence: [quote.id] })
  ],
  figures: [{ ...newFigure('half a trillion dollars', 5e11), evidence: [quote.id] }]
};
const job = (edition: Partial<Edition> = {}, of: Briefing = briefing) =>
  forReaders({
    title: null,
    parts: [{ briefing: of, texts }],
    edition: { ...fullEdition, ...edition }
  });
const newer = 'The plan would cancel over 400 billion dollars in loans.';

describe.each(plainFormats)('%s', (_name, write) => {
  test.each(['full', 'audience'] as const)('says it beside the quote, for %s', async (profile) => {
    const told = await write(job({ profile }));
    expect(told).toContain('In the newer version (Transcript 2, 2 March 2025) these words read “');
    expect(told).toContain(newer);
    expect(told).toContain('changed in a newer version');
    expect(told).toContain('Source 2 is a newer version');
  });

  test.each(['de', 'fr', 'ar', 'ru', 'uk'])('says it in %s', async (language) => {
    const told = await write(job({}, { ...briefing, language }));
    expect(told).toContain(wordsIn(language).newerVersion.changed);
    expect(told).toContain(newer);
  });
});

describe.each(plainFormats)('%s', (_name, write) => {
  test.each(['full', 'audience'] as const)(
    'says it of a card and the bottom line, for %s',
    async (profile) => {
      const lines = { ...briefing, annotations: [], positions: [], figures: [] };
      const body = `- **Prelogar:** ${words}`;
      const told = await write(
        job(
          { profile },
          { ...lines, bottomLine: words, cards: [newCard('quote', { heading: 'Said', body })] }
        )
      );
      expect(told.match(/changed in a newer version(?! of)/gu)).toHaveLength(2);
      // Both wordings stand among the open points.
      expect(told).toContain(newer);
    }
  );
});

test('the ledger as a table has a column for it', () => {
  const [head, row] = ledgerAsCsv(job()).split('\r\n');
  expect(head).toContain('newer version');
  expect(row).toContain(newer);
});

test('the brief tells it of a quote, and counts it among what is open', () => {
  const { parts, edition } = job({ template: 'brief', profile: 'audience' });
  const [part] = parts;
  const { brief, openPoints } = composePublication(
    part!.briefing,
    part!.texts,
    edition,
    undefined,
    part
  );
  expect(brief?.quotes[0]?.newerVersion).toContain(newer);
  expect(openPoints).toBe(1);
});

test('what was dismissed is not told, for whomever it is printed', () => {
  const [open] = openContradictions(briefing, correctedWords(briefing, texts));
  const dismissed = dismissContradiction(briefing, open!, 'A slip.', new Date(moment));
  for (const profile of ['full', 'audience'] as const) {
    const [part] = job({ profile }, dismissed).parts;
    const { notes, openPoints } = composePublication(
      part!.briefing,
      part!.texts,
      { ...fullEdition, profile },
      undefined,
      part
    );
    expect(notes[0]?.newerVersion).toBe('');
    expect(openPoints).toBe(0);
  }
});
