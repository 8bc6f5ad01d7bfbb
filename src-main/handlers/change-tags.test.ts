import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeTags } from './change-tags.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { openLibrary } from '../store/open-library.js';

test('tags are added to what lacks them, and taking it back leaves what was there before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'change-tags-'));
  const library = await openLibrary(join(folder, 'library'));
  try {
    const had = { ...emptyBriefing('Had one'), tags: ['sea', 'old'] };
    const none = emptyBriefing('Had none');
    for (const briefing of [had, none]) await library.create(briefing, {});
    const tagsOf = async () =>
      Promise.all([had, none].map(async ({ id }) => (await library.open(id)).briefing.tags));

    const add = ['sea', 'talks'];
    const undo = await changeTags(
      library,
      [had, none].map(({ id }) => ({ id, add, remove: [] }))
    );
    expect(await tagsOf()).toEqual([
      ['sea', 'old', 'talks'],
      ['sea', 'talks']
    ]);
    await changeTags(library, undo);
    expect(await tagsOf()).toEqual([['sea', 'old'], []]);
    expect(await changeTags(library, [{ id: none.id, add: [], remove: ['sea'] }])).toEqual([]);
  } finally {
    await library.close();
    await rm(folder, { recursive: true });
  }
});
