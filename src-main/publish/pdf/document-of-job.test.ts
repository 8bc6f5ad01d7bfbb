/** Protects that what stands on a sheet goes to paper alone. */
import { expect, test } from 'vitest';
import { emptyBriefing } from '../../domain/briefing/briefing.js';
import { newCard } from '../../domain/briefing/entries.js';
import { fullEdition } from '../../domain/publication/edition.js';
import { documentOfJob } from './document-of-job.js';

test('a sheet carries no briefing in its PDF', () => {
  const cards = [newCard('summary', { heading: 'Sheet', body: '1  7K3M' })];
  const parts = [{ briefing: { ...emptyBriefing('Sheet'), cards }, texts: {} }];
  const job = { title: null, parts, edition: fullEdition };
  expect(documentOfJob(job).bundles).toHaveLength(1);
  const { bundles, title } = documentOfJob({ ...job, isSheet: true });
  expect([bundles, title]).toEqual([[], 'Sheet']);
});
