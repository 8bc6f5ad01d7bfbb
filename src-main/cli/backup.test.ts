import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Desk, finished, openDesk } from './desk.js';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.clear());

test('a library goes into one file and comes back, by restore or by import', async () => {
  const [id] = await desk.imported(finished);
  const path = join(desk.place, 'all.zip');
  expect(await desk.standpoint('backup', 'all.zip')).toEqual({
    code: 0,
    out: path,
    err: 'standpoint: 1 briefing written.'
  });
  for (const [command, folder] of [
    ['restore', 'one'],
    ['import', 'two']
  ] as const) {
    const { code, out } = await desk.standpoint(command, 'all.zip', '--library', folder);
    expect({ code, out }).toEqual({ code: 0, out: id });
    const shown = await desk.standpoint('show', id!, '--json', '--library', folder);
    expect(shown.out).toBe((await desk.standpoint('show', id!, '--json')).out);
  }
  const again = await desk.standpoint('restore', 'all.zip');
  expect(again).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining('1 there already') as string
  });
  expect(await desk.standpoint('restore', finished)).toMatchObject({ code: 1, out: '' });
});
