import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Bundle } from '../../domain/briefing/bundle.js';
import { readBundlesInWorker } from './bundles-in-worker.js';
import { pdfCarrying } from './testing/pdf.js';

const sample = Bundle.parse(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../resources/samples/alaska-summit.json'), 'utf8')
  )
);
const pdf = await pdfCarrying(sample);

test('work that is stopped ends with the reason, and the next is done all the same', async () => {
  const stop = new AbortController();
  const reason = new Error('Stopped');
  const work = readBundlesInWorker(pdf, { signal: stop.signal });
  stop.abort(reason);
  await expect(work).rejects.toBe(reason);
  await expect(readBundlesInWorker(pdf, { signal: stop.signal })).rejects.toBe(reason);
  expect(await readBundlesInWorker(pdf)).toMatchObject([{ genuine: true, profile: 'full' }]);
});

test('the thread that has done its work does the next', async () => {
  for (let time = 0; time < 3; time += 1) {
    expect(await readBundlesInWorker(pdf)).toMatchObject([{ genuine: true }]);
  }
});

test('what is no PDF fails, and the next is done all the same', async () => {
  await expect(readBundlesInWorker(new Uint8Array([37]))).rejects.toThrow();
  expect(await readBundlesInWorker(pdf)).toMatchObject([{ genuine: true }]);
});
