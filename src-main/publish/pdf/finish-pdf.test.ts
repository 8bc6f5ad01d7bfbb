/** Protects what is printed a second time: a contents list that pages ask for or do not, and a last page with little on it. */
import { PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { emptyBriefing } from '../../domain/briefing/briefing.js';
import { newCard } from '../../domain/briefing/entries.js';
import type { DocumentJob } from '../../domain/publication/document-job.js';
import { fullEdition } from '../../domain/publication/edition.js';
import { finishPdf, type Passes } from './finish-pdf.js';
import { element, taggedPdf } from './testing/tagged-pdf.js';

const cards = [1, 2, 3, 4, 5, 6].map((n) => newCard('note', { heading: `Card ${n}`, body: 'So.' }));
const job: DocumentJob = {
  title: null,
  parts: [{ briefing: { ...emptyBriefing('Talks', new Date(0)), cards }, texts: {} }],
  edition: fullEdition
};
const first: Passes = { numbered: false, relisted: false, scaled: false };

/** Pages of the size of A4, the last with words down to `lowest` points; `anchors` are those that a list would lead to. */
async function printed(count: number, lowest: number, anchors: boolean): Promise<Uint8Array> {
  const document = await taggedPdf(element('P', 'Words'));
  const { context, catalog } = document;
  const named: Record<string, unknown> = {};
  for (let number = 2; number <= count; number += 1) {
    const page = document.addPage([595, 842]);
    const y = number === count ? lowest : 70;
    const lines = ['/P <</MCID 0 >>BDC', 'BT', `1 0 0 1 60 ${y} Tm`, '<0001> Tj', 'ET', 'EMC'];
    page.node.set(PDFName.of('Contents'), context.register(context.stream(lines.join('\n'))));
    cards.forEach((_card, index) => (named[`card-${index + 1}`] = [page.ref, 'Fit']));
  }
  if (anchors) catalog.set(PDFName.of('Dests'), context.obj(named as never));
  return document.save({ useObjectStreams: false });
}

const low = 100;

test('more pages than are their own contents ask for a list; fewer than that for none', async () => {
  expect(await finishPdf(await printed(9, low, false), job, first)).toEqual({
    kind: 'relist',
    listed: true
  });
  expect(await finishPdf(await printed(8, low, true), job, first)).toEqual({
    kind: 'relist',
    listed: false
  });
});

test('a last page with little on it asks for another size; one with enough does not', async () => {
  const sparse = await finishPdf(await printed(4, 700, false), job, first);
  expect(sparse).toMatchObject({ kind: 'sparse', last: { pages: 4 } });
  if (sparse.kind !== 'sparse') throw new Error('It is sparse');
  expect(sparse.last.filled).toBeCloseTo((842 - 56.69 - 700) / (842 - 119.06), 2);
  expect(sparse.scale).toBeLessThan(1);
  const kept = finishPdf(await printed(4, 400, false), job, first);
  await expect(kept.then(({ kind }) => kind)).resolves.not.toBe('sparse');
});

test('the list comes first, and the size is asked for once', async () => {
  const pages = await printed(9, 700, false);
  expect(await finishPdf(pages, job, first)).toMatchObject({ kind: 'relist' });
  expect(await finishPdf(pages, job, { ...first, relisted: true })).toMatchObject({
    kind: 'sparse'
  });
  const settled = finishPdf(pages, job, { ...first, relisted: true, scaled: true });
  await expect(settled.then(({ kind }) => kind)).resolves.toBe('finished');
});
