/** What every format of a document must show on page one of the sample: the PDF is looked at in e2e/pdf.spec.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Bundle } from '../domain/briefing/bundle.js';
import { newKeyJudgement } from '../domain/briefing/entries.js';
import type { DocumentJob } from '../domain/publication/document-job.js';
import { fullEdition } from '../domain/publication/edition.js';
import { bundleOf } from './bundle-json.js';
import { plainFormats } from './testing/plain-formats.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
/** The sample as a raw draft that is handed up. */
const briefing: Bundle['briefing'] = {
  ...sample.briefing,
  language: 'en',
  bottomLineReviewed: false,
  cards: sample.briefing.cards.map((card, index) => ({
    ...card,
    reviewed: false,
    portionMark: index === 0 ? 'U' : ''
  })),
  submission: {
    to: 'The Minister',
    from: 'European Security Unit',
    copy: 'Press Office',
    decideBy: '2025-08-18',
    recommendation: 'agree to ask Washington in writing;\nnote that no text is public.',
    options: ['Wait for the result of the meeting.'],
    handling: 'Not to be copied.',
    clearance: 'Legal Adviser',
    contact: 'Duty officer'
  },
  keyJudgements: [
    {
      ...newKeyJudgement(sample.briefing.outcomes[0]!.id),
      because: 'Territory takes a referendum.',
      against: 'Moscow may freeze the front.',
      indicators: 'A written text.',
      gaps: 'The demands themselves.'
    }
  ]
};
const job: DocumentJob = {
  title: null,
  parts: [{ ...sample, briefing }],
  edition: { ...fullEdition, copyNumber: '3 of 12' }
};

/** Words of the sample, by what is looked for. */
const shown: readonly (readonly [string, string])[] = [
  ['a figure with its unit', '1.6 million civilians'],
  ['the day', '17 August 2025'],
  [
    'the marking with the copy',
    'For internal use · Author’s copy, with private notes · Copy 3 of 12'
  ],
  ['that it is not reviewed', 'Draft, not reviewed. 16 parts are unreviewed'],
  ['the mark of an unreviewed card', '· unreviewed'],
  ['the portion mark', 'The order of steps is reversed (U)'],
  ['the kind of paper', 'Submission for decision'],
  ['to whom', 'To: The Minister'],
  ['by when', 'Decide by: 18 August 2025'],
  ['what is asked', 'a) agree to ask Washington in writing;'],
  ['what is judged', '1. Likely: Disagreement over territory continues, by September 2025.'],
  ['how likely, by itself', 'Likelihood: Likely (55–80 %)'],
  ['how surely, by itself', 'Confidence: Moderate'],
  ['why', 'Because: Territory takes a referendum.'],
  ['what speaks against it', 'Against it: Moscow may freeze the front.'],
  ['what would change it', 'Would change it: A written text.'],
  ['what is not known', 'Not known: The demands themselves.'],
  ['an option', 'Wait for the result of the meeting.'],
  ['what it rests on', 'Sources: 4 sources of 2 origins'],
  ['who cleared it', 'Cleared by: Legal Adviser']
];

describe.each(plainFormats)('%s', (_format, write) => {
  let document = '';
  beforeAll(async () => {
    document = await write(job);
  });

  test.each(shown)('shows %s', (_what, words) => {
    expect(document.includes(words)).toBe(true);
  });
});

test('the bundle brings all of it back', () => {
  const back = Bundle.parse(JSON.parse(JSON.stringify(bundleOf(job.parts[0]!))));
  expect(back.briefing).toEqual(briefing);
});

test('older files, which know none of it, open', () => {
  const without = (entry: object, ...names: readonly string[]) =>
    Object.fromEntries(Object.entries(entry).filter(([name]) => !names.includes(name)));
  const old = without(briefing.keyJudgements[0]!, 'against', 'indicators', 'gaps');
  const cards = briefing.cards.map((card) => without(card, 'portionMark'));
  const back = Bundle.parse({ ...sample, briefing: { ...briefing, cards, keyJudgements: [old] } });
  expect(back.briefing.cards[0]?.portionMark).toBe('');
  expect(back.briefing.keyJudgements[0]).toMatchObject({ against: '', indicators: '', gaps: '' });
});
