/** Since when a place is out of reach, as the window has seen it. */
import { expect, test, vi } from 'vitest';
import { fail, ok } from '../../../src-main/domain/base/result.js';
import { nothingShared, type SharingState } from '../../../src-main/domain/program/team-state.js';
import { TeamDesk } from './team-desk.svelte.js';

const shared = (away: string | null): SharingState => ({
  fault: null,
  team: {
    name: 'Ferry team',
    place: 'The folder /media/shared',
    isOnServer: false,
    hasSheet: true,
    isSheetGood: true,
    sheetAt: null,
    you: 'a',
    people: [],
    invitations: [],
    unsent: 0,
    originals: 0,
    waiting: [],
    sharedAt: null,
    away,
    fault: null,
    concerns: [],
    isRegisterUnsent: false
  }
});
const time = (hour: number) => new Date(new Date().setHours(hour, 5, 0, 0));

test('the time stands from the first time that it could not be reached until it can again', () => {
  const desk = new TeamDesk({ showFailure: () => 0 });
  expect(desk.words).toBeNull();
  desk.take(shared(null), time(8));
  expect(desk.words?.short).toBe('All shared');
  desk.take(shared('It does not answer.'), time(9));
  desk.take(shared('It does not answer, still.'), time(10));
  expect(desk.words?.more).toContain(' since 09:05');
  desk.take(shared(null), time(11));
  desk.take(shared('It does not answer.'), time(12));
  expect(desk.words?.more).toContain(' since 12:05');
});

test('another library begins anew, and one whose sharing cannot be asked for shows none', async () => {
  const tell = vi.fn();
  const desk = new TeamDesk({ showFailure: tell });
  desk.take(shared('It does not answer.'), time(9));
  const answers = [ok(shared(null)), fail('internal', 'A fault.')];
  // Of a test beside this one, which may still use it.
  const before: unknown = Reflect.get(globalThis, 'window');
  vi.stubGlobal('window', { standpoint: { call: () => Promise.resolve(answers.shift()) } });
  await desk.load();
  expect(desk.words?.short).toBe('All shared');
  await desk.load();
  expect(desk.team).toBeNull();
  expect(tell).toHaveBeenCalledWith('A fault.');
  desk.take(nothingShared);
  expect(desk.words).toBeNull();
  vi.stubGlobal('window', before);
});
