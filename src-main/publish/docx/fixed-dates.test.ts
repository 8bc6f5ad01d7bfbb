/** A Word document is a matter of its briefing, not of when it was written. */
import { afterEach, expect, test, vi } from 'vitest';
import { unpackDocx } from '../../article/docx/read-docx.js';
import { newCard } from '../../domain/briefing/entries.js';
import { fullEdition } from '../../domain/publication/edition.js';
import { makeBundle } from '../testing/bundle.js';
import { asDocx } from './briefing-docx.js';
import { withoutTimes } from './fixed-dates.js';

const made = makeBundle(2);
/** With what the library gives numbers of its own: links, lists and pictures would have random ones. */
const body =
  '[A link](https://example.org/a#b)\n\n1. One\n2. Two\n\n![x](data:image/gif;base64,R0lGODlhBQAHAIAAAAAAAP///ywAAAAABQAHAAACBYyPqcsFADs=)';
const bundle = {
  ...made,
  briefing: { ...made.briefing, cards: [newCard('fact', { body }), ...made.briefing.cards] }
};
const job = { title: null, parts: [bundle], edition: fullEdition };

afterEach(() => vi.useRealTimers());

async function writtenAt(moment: string): Promise<Uint8Array> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
  return asDocx(job);
}

test('the same briefing gives the same bytes on another day, and tells its own days', async () => {
  const one = await writtenAt('2025-08-17T10:00:00Z');
  const other = await writtenAt('2026-11-28T12:00:00Z');
  expect(Buffer.compare(one, other)).toBe(0);
  const core = Buffer.from(unpackDocx('a.docx', one)['docProps/core.xml']!).toString();
  expect(core).toContain(`>${bundle.briefing.modifiedAt}</dcterms:modified>`);
  expect(core).toContain('<dc:title>');
});

test('what is no zip file is not written', () => {
  expect(() => withoutTimes(new Uint8Array(100))).toThrow('without a directory');
});
