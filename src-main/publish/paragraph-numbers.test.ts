/** A card leads to “¶4”, and the fourth paragraph of the printed source text bears that number, in every format. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { newCard } from '../domain/briefing/entries.js';
import { newSource } from '../domain/briefing/source.js';
import { fullEdition } from '../domain/publication/edition.js';
import { plainFormats } from './testing/plain-formats.js';

const moment = '2025-08-17T09:00:00Z';
const hash = 'a'.repeat(64);
const deck =
  'The council had said for months that the northern pier of the bridge would hold for another ten winters or more';
const texts = {
  text: `Bridge closed\n${deck}\n16 August 2025\n\nThe council closed the bridge.\n\nIt was old.`,
  markdown: `# Bridge closed\n\n- It rained.\n- It was **old**.\n\nThe council *closed* the bridge.`
};

test.each(
  plainFormats.flatMap(([name, write]) =>
    (['text', 'markdown'] as const).map((each) => [name, each, write] as const)
  )
)('%s, of %s', async (_name, format, write) => {
  const briefing = {
    ...emptyBriefing('Bridge', new Date(moment)),
    language: 'en',
    cards: [newCard('fact', { heading: 'Closed', body: '- The council closed the bridge.' })],
    sources: [{ ...newSource({ text: hash, importedAt: moment }), format }]
  };
  const part = { briefing, texts: { [hash]: texts[format] } };
  const document = await write({ title: null, parts: [part], edition: fullEdition });
  expect(document).toContain('· ¶4');
  expect(document.replaceAll('*', '')).toMatch(/¶4 ?The council closed the bridge\./u);
  expect(document).toMatch(/¶1 (?:# )?Bridge closed/u);
});
