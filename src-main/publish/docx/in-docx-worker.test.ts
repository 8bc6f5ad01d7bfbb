/** The thread that writes Word documents: what it writes, what it may cost, and that it can be stopped. */
import { newCard } from '../../domain/briefing/entries.js';
import { expect, test } from 'vitest';
import { emptyBriefing } from '../../domain/briefing/briefing.js';
import { bundleSchema, type Bundle } from '../../domain/briefing/bundle.js';
import { fullEdition } from '../../domain/publication/edition.js';
import { writeInDocxWorker } from './in-docx-worker.js';

const edition = fullEdition;

/** One card with this text. */
function bundleOf(body: string): Bundle {
  const briefing = emptyBriefing('Large');
  const card = newCard('note', { heading: 'All of it', body });
  return { schema: bundleSchema, briefing: { ...briefing, cards: [card] }, texts: {} };
}

/** Nearly as many cells as a card can hold; each took ten kilobytes when they were all made at first. */
const table = `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(3_000)}`;

test('a table as large as a card can hold is written within a bound on memory', async () => {
  const document = await writeInDocxWorker(
    { title: null, parts: [bundleOf(table)], edition },
    undefined,
    200
  );
  expect(Buffer.from(document.subarray(0, 2)).toString()).toBe('PK');
});

test('what takes more is refused with a sentence', async () => {
  const task = { title: null, parts: [bundleOf(table)], edition };
  await expect(writeInDocxWorker(task, undefined, 8)).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/more than 8 MB of memory.*Nothing was written\.$/) as string
  });
});

test('it is stopped on request, before and amid the work', async () => {
  const task = { title: 'Two', parts: [bundleOf(table)], edition };
  const reason = new Error('enough');
  await expect(writeInDocxWorker(task, AbortSignal.abort(reason))).rejects.toBe(reason);
  const stop = new AbortController();
  const written = writeInDocxWorker(task, stop.signal);
  stop.abort(reason);
  await expect(written).rejects.toBe(reason);
});
