/** What is said of the library in a window, while others of a team say something too. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok } from '../../../src-main/domain/base/result.js';
import { newId } from '../../../src-main/domain/base/values.js';
import {
  emptyRegister,
  joinNames,
  putInCollection,
  type Register
} from '../../../src-main/domain/ledger/register.js';
import type { ToastAction, Toasts } from '../../ui/toasts/toasts.svelte.js';
import { RegisterDesk } from './register.svelte.js';

let kept: { revision: number; register: Register };
/** Said by others before the next save gets there. */
let between: (() => void) | null;
const told: (string | ToastAction | undefined)[] = [];
const toasts = {
  show: (...said: [string, ToastAction]) => void told.push(...said),
  showFailure: (sentence: string) => void told.push(sentence)
} as unknown as Toasts;
const before: unknown = Reflect.get(globalThis, 'window');

beforeEach(() => {
  kept = { revision: 0, register: emptyRegister };
  between = null;
  const call = (method: string, base: number, register: Register) => {
    if (method === 'register.read') return Promise.resolve(ok(kept));
    between?.();
    if (base !== kept.revision) {
      return Promise.resolve(fail('stale-revision', 'It has been changed elsewhere.'));
    }
    kept = { revision: base + 1, register };
    return Promise.resolve(ok(kept.revision));
  };
  vi.stubGlobal('window', { standpoint: { call } });
});
// A test beside this one may still use it.
afterEach(() => void vi.stubGlobal('window', before));

const [first, second] = [newId(), newId()];
const elsewhere = (edit: (said: Register) => Register) => () => {
  kept = { revision: kept.revision + 1, register: edit(kept.register) };
};

test('a change is made on top of what others have said meanwhile, and taking it back leaves that', async () => {
  const desk = new RegisterDesk(toasts);
  await desk.load();
  await desk.change((said) => putInCollection(said, 'Talks', [first]), 'Put.');
  between = () => {
    elsewhere((said) => putInCollection(said, 'Talks', [second]))();
    between = null;
  };
  const join = (said: Register) => joinNames(said, 'actor', ['US', 'America']);
  expect(await desk.change(join, 'Joined.')).toBe(true);
  const both = [{ name: 'Talks', briefings: [first, second] }];
  expect(desk.register).toMatchObject({ collections: both, joined: [{ one: 'america' }] });
  expect(kept.register).toEqual(desk.register);
  (told.at(-1) as ToastAction).run();
  await desk.load();
  expect(kept.register).toMatchObject({ collections: both, joined: [] });
});

test('where others are quicker each time it is told, and what is kept is shown', async () => {
  const desk = new RegisterDesk(toasts);
  await desk.load();
  between = elsewhere((said) => putInCollection(said, 'Talks', [first]));
  const join = (said: Register) => joinNames(said, 'actor', ['US', 'America']);
  expect(await desk.change(join, 'Joined.')).toBe(false);
  expect(desk.register).toEqual(kept.register);
  expect(desk.register.joined).toEqual([]);
  expect(told.at(-1)).toBe('It has been changed elsewhere.');
});
