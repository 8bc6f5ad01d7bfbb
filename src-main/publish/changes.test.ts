/** Word, the web page and Markdown tell what changed as the printed page of changes does, in its order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import type { Version } from '../domain/briefing/version.js';
import { type CitedPosition, countsOfChanges } from '../domain/publication/changes.js';
import { basisOfHeld, comparedInWords } from '../domain/publication/changes-in-words.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition, type Edition } from '../domain/publication/edition.js';
import { composePublication } from '../domain/publication/publication.js';
import { conditionAfter } from '../domain/terms/condition-words.js';
import { en } from '../domain/terms/printed/en.js';
import { stanceSigns } from '../domain/terms/terms.js';
import { plainFormats } from './testing/plain-formats.js';

function heldInWords(held: CitedPosition): string {
  const { stance, condition } = held.position;
  const told = `${stanceSigns[stance]} ${en.stances[stance]}, ${basisOfHeld(held, en)}`;
  return condition ? `${told}, ${conditionAfter(en.ifLabel, condition)}` : told;
}

const now = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
const [first, ...cards] = now.briefing.cards;
const [likely, ...outcomes] = now.briefing.outcomes;
const [figure, ...figures] = now.briefing.figures;
/** With two words more in a card, another likelihood, another number, and quotes that went. */
const earlier: Bundle['briefing'] = {
  ...now.briefing,
  cards: [{ ...first!, body: `${first!.body} And more.` }, ...cards],
  outcomes: [{ ...likely!, likelihood: 'remote' }, ...outcomes],
  figures: [{ ...figure!, wording: 'over 70%', value: 70 }, ...figures],
  positions: now.briefing.positions.map((each, place) =>
    place === 2 ? { ...each, evidence: [...each.evidence, ...figure!.evidence] } : each
  )
};
const version: Version = {
  key: '0000000001-hourly-00000000',
  kind: 'hourly',
  name: '',
  title: '',
  revision: 1,
  keptAt: '2025-08-18T12:00:00Z',
  modifiedAt: '2025-08-18T12:00:00Z',
  by: null
};
const written = {
  before: { briefing: earlier, version },
  after: { briefing: now.briefing, version: null }
};

type Days = Pick<Edition, 'since' | 'template'>;
const jobOf = (days: Days, asWritten = false): DocumentJob => ({
  title: null,
  parts: [{ ...now, ...(asWritten && { written }) }],
  edition: { ...fullEdition, ...days }
});
const published = ({ parts, edition }: DocumentJob) =>
  composePublication(parts[0]!.briefing, parts[0]!.texts, edition, parts[0]!.written);

/** Throws with what is missing, or stands before what it should follow. */
function expectInOrder(document: string, expected: readonly string[]): void {
  let at = 0;
  for (const words of expected) {
    const line = words.replace(/\s+/gu, ' ').trim();
    const found = document.indexOf(line, at);
    if (found < 0) expect([line, document.slice(at, at + 400)]).toEqual([line, 'as it follows']);
    at = found + line.length;
  }
}

describe.each(plainFormats)('%s', (_format, write) => {
  test('a full briefing has a section of them before its cards', async () => {
    const job = jobOf({ template: 'full', since: '2025-08-14' });
    const { changes, cards } = published(job);
    expectInOrder(await write(job), [
      en.headings.changes,
      'After 14 August 2025, up to what is last known:',
      `${en.enumerated(countsOfChanges(changes!, en))}.`,
      comparedInWords(changes!, en),
      ...changes!.positions.flatMap(({ wording, changes: told }) => [
        wording,
        ...told.flatMap(({ actorName, kind, before, after }) => [
          actorName,
          en.changeKinds[kind],
          ...[before, after].flatMap((held) => (held ? heldInWords(held) : []))
        ])
      ]),
      en.changeLists.figures,
      'New: over 80%',
      en.changeLists.events,
      `${en.sourcesLabel} New: `,
      cards[0]!.heading
    ]);
  });

  test('what versions tell of cards, outcomes, figures and lost quotes is there', async () => {
    const document = await write(jobOf({ template: 'full', since: '2025-08-18' }, true));
    expectInOrder(document, [
      'Compared: the briefing as it was written by 18 August 2025',
      en.evidenceTakenAway,
      'Changed',
      'almost no chance, 1–5 %',
      '→',
      'over 70% → over 80%',
      `${en.cardsLabel} ${first!.heading}: 2 words taken out`
    ]);
  });

  test('a page of changes has nothing else, and tells every quote whole and where it stands', async () => {
    const job = jobOf({ template: 'changes', since: '2025-08-14' });
    const { changes, notes } = published(job);
    const document = await write(job);
    expect(document).toContain('Changes since 14 August 2025');
    const quotes = changes!.positions.flatMap(({ changes: told }) =>
      told.flatMap(({ after }) => after?.quotes.filter(({ again }) => !again) ?? [])
    );
    expect(quotes.length).toBeGreaterThan(10);
    expectInOrder(
      document,
      quotes.map(({ number, words }) => `${number} ${en.quoted(words)}`)
    );
    expect(document).toContain(`${en.whereQuotesStand} 1`);
    expect(notes.length).toBeGreaterThan(0);
    for (const words of [en.headings.notes, en.bottomLine, 'fairly reliable'])
      expect(document).not.toContain(words);
  });
});
