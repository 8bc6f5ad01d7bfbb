import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { openOrRead } from './open-libraries.js';

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'standpoint-open-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('a library that another Standpoint has open is open for reading, which says so', async () => {
  const first = await openOrRead(join(place, 'library'));
  expect(first.onlyRead).toBeNull();
  const briefing = emptyBriefing('Written by the first');
  await first.library.create(briefing, {});
  const second = await openOrRead(join(place, 'library'));
  expect(second.onlyRead).toMatch(/is open in another Standpoint\..*for reading only\.$/);
  expect((await second.library.list()).map(({ title }) => title)).toEqual(['Written by the first']);
  const save = second.library.save(briefing.id, 1, { fields: { title: 'By the second' } });
  await expect(save).rejects.toMatchObject({ code: 'read-only-library' });
  await second.library.close();
  await first.library.close();
  const third = await openOrRead(join(place, 'library'));
  expect(third.onlyRead).toBeNull();
  await third.library.close();
});

test('what is no library is refused', async () => {
  await expect(openOrRead(import.meta.filename)).rejects.toMatchObject({ code: 'not-a-library' });
});
