/** The window that prints: what becomes of it, and of a document in it, when its page ends or the program quits. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { until } from '../../scripts/testing/until.mjs';
import { printHandlers } from './print-jobs.js';
import { closePrintWindow, openPrintWindow } from './print-window.js';

const host = vi.hoisted(() => ({ made: [] as unknown[] }));
vi.mock('../edge/electron.js', () => ({
  BrowserWindow: class {
    constructor() {
      const window = new FakeWindow();
      host.made.push(window);
      return window;
    }
  }
}));
vi.mock('../edge/protocol.js', () => ({ bundleOrigin: 'app://bundle' }));
vi.mock('../edge/window.js', () => ({ denyEscape: () => undefined, webPreferences: {} }));

let ids = 0;
class FakeWindow extends EventEmitter {
  #destroyed = false;
  readonly #contents = Object.assign(new EventEmitter(), { id: ++ids });
  get webContents() {
    // As Electron's.
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    return this.#contents;
  }
  isDestroyed = () => this.#destroyed;
  loadURL = () => Promise.resolve(printHandlers['print.ready']({ contentsId: this.#contents.id }));
  close() {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    this.emit('close', event);
    if (!event.prevented) this.destroy();
  }
  destroy() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('closed');
  }
}
const made = () => host.made as FakeWindow[];

beforeEach(() => void (host.made.length = 0));
afterEach(closePrintWindow);

it('stays open when all windows are closed at once, as Electron does at a quit', async () => {
  await openPrintWindow();
  made()[0]!.close();
  expect(made()[0]!.isDestroyed()).toBe(false);
});

it.each([
  ['is closed', (window: FakeWindow) => window.destroy(), 'its window was closed'],
  [
    'crashes',
    (window: FakeWindow) => window.webContents.emit('render-process-gone', {}, { reason: 'oom' }),
    'oom'
  ]
])(
  'tells whoever prints when it %s, and the next document gets another',
  async (_how, end, word) => {
    const first = await openPrintWindow();
    const told = vi.fn();
    first.onEnd = told;
    end(made()[0]!);
    expect(told.mock.calls).toEqual([[word]]);
    expect(made()[0]!.isDestroyed()).toBe(true);
    const second = await openPrintWindow();
    expect(second).not.toBe(first);
    expect(made()).toHaveLength(2);
  }
);

it('is not told that it ended when it was closed on purpose', async () => {
  const first = await openPrintWindow();
  const told = vi.fn();
  first.onEnd = told;
  closePrintWindow();
  await until(() => expect(made()[0]!.isDestroyed()).toBe(true));
  expect(told).not.toHaveBeenCalled();
});

it('listens as often after many documents as after one', async () => {
  for (let i = 0; i < 20; i++) (await openPrintWindow()).onEnd = () => undefined;
  expect(made()).toHaveLength(1);
  expect(made()[0]!.webContents.listenerCount('render-process-gone')).toBe(1);
});
