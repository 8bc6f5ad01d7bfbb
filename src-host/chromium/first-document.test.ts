/** A page is not taken elsewhere before its first document is there, told or untold. */
import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import type { DevtoolsSession } from './browser.js';
import { waitForFirstDocument } from './first-document.js';

/** Answers where the page is with the addresses in turn, and the last for ever. */
function makeSession(...urls: readonly string[]) {
  const events = new EventEmitter();
  let asked = 0;
  const send = vi.fn(() => {
    const url = urls[Math.min(asked, urls.length - 1)];
    asked += 1;
    return Promise.resolve({ frameTree: { frame: { url } } });
  });
  const session = Object.assign(events, { send }) as unknown as DevtoolsSession;
  return { session, send, events };
}

/** What has been asked is answered, and whoever waits for the answer has gone on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a page that has its document is not waited for', async () => {
  const { session, send } = makeSession('data:text/html,start');
  await waitForFirstDocument(session, 60_000);
  expect(send).toHaveBeenCalledOnce();
});

test.each(['', ':'])('while its address is “%s”, it is waited for', async (empty) => {
  const { session, events } = makeSession(empty, empty, 'data:text/html,start');
  const arrived = vi.fn();
  const waiting = waitForFirstDocument(session, 60_000).then(arrived);
  await settle();
  events.emit('Page.lifecycleEvent', { name: 'commit' });
  await settle();
  expect(arrived).not.toHaveBeenCalled();
  events.emit('Page.frameNavigated', {});
  await waiting;
});

test('a document of which Chromium tells no more than that it has loaded is found', async () => {
  const { session, events, send } = makeSession(':', 'data:text/html,start');
  const waiting = waitForFirstDocument(session, 60_000);
  await settle();
  events.emit('Page.lifecycleEvent', { name: 'load' });
  await waiting;
  expect(send).toHaveBeenCalledTimes(2);
});

test('an event before the answer is not lost', async () => {
  const { session, events, send } = makeSession(':', 'data:text/html,start');
  const waiting = waitForFirstDocument(session, 60_000);
  events.emit('Page.frameNavigated', {});
  await waiting;
  expect(send).toHaveBeenCalledTimes(2);
});

test('silence ends the wait, so that the page is loaded all the same', async () => {
  const { session, events } = makeSession(':');
  await waitForFirstDocument(session, 20);
  expect(events.eventNames()).toEqual([]);
  const mute = Object.assign(new EventEmitter(), { send: () => new Promise(() => undefined) });
  await waitForFirstDocument(mute as unknown as DevtoolsSession, 20);
  expect(mute.eventNames()).toEqual([]);
});
