/** Real threads: what matters is that they are gone, and that nobody stopped them from outside. */
import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { expect, type MockInstance, test, vi } from 'vitest';
import { awaitTask, type Task } from './await-task.js';
import { endThread, takeTasks } from './end-thread.js';
import { WaitingThread } from './waiting-thread.js';

/** What a thread does with messages, as `takeTasks` does, or otherwise. */
const threads = {
  takesTasks: `port.on('message', (task) => task === null ? port.close() : port.postMessage('done'))`,
  hasOne: `port.postMessage('done')`,
  hearsNothing: `port.on('message', () => port.postMessage('done'))`,
  breaks: `throw new RangeError('broken')`,
  worksOn: `for (;;);`
};

function start(kind: keyof typeof threads): {
  worker: Worker;
  terminate: MockInstance<Worker['terminate']>;
} {
  const begin = `const { parentPort: port } = require('node:worker_threads');`;
  const worker = new Worker(`${begin} ${threads[kind]};`, { eval: true });
  const terminate = vi.spyOn(worker, 'terminate');
  return { worker, terminate };
}

const task: Task<string, string> = { work: 'trial', answerIn: (message) => message };

function ask(worker: Worker, more: Partial<Task<string, string>> = {}): Promise<string> {
  const begin = () => {
    worker.postMessage({});
    return worker;
  };
  return awaitTask(begin, { ...task, ...more });
}

test.each(['takesTasks', 'hasOne'] as const)(
  'a thread that %s ends by itself after its work, and is gone with the answer',
  async (kind) => {
    const { worker, terminate } = start(kind);
    expect(await ask(worker)).toBe('done');
    expect(worker.threadId).toBe(-1);
    expect(terminate).not.toHaveBeenCalled();
  }
);

test('one that breaks ends by itself, and is gone with the error', async () => {
  const { worker, terminate } = start('breaks');
  await expect(ask(worker)).rejects.toThrow('broken');
  expect(worker.threadId).toBe(-1);
  expect(terminate).not.toHaveBeenCalled();
});

test('one that does not answer is stopped from outside', async () => {
  const { worker, terminate } = start('hearsNothing');
  await once(worker, 'online');
  await endThread(worker, 10);
  expect(worker.threadId).toBe(-1);
  expect(terminate).toHaveBeenCalledOnce();
});

test('one in the middle of its work is stopped at once: by the person, or by a limit', async () => {
  for (const by of ['person', 'limit'] as const) {
    const { worker, terminate } = start('worksOn');
    await once(worker, 'online');
    const stop = new AbortController();
    const asked = ask(worker, {
      signal: stop.signal,
      watch(fail) {
        if (by === 'limit') setImmediate(() => fail(new Error('limit')));
        return () => undefined;
      }
    });
    if (by === 'person') stop.abort(new Error('person'));
    await expect(asked).rejects.toThrow(by);
    expect(worker.threadId).toBe(-1);
    expect(terminate).toHaveBeenCalledOnce();
  }
});

test('a thread that has ended need not be told', async () => {
  const { worker, terminate } = start('hasOne');
  await once(worker, 'exit');
  await endThread(worker);
  expect(terminate).not.toHaveBeenCalled();
});

test('of two that have done their work one waits, and ends by itself when it has waited long enough', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const waiting = new WaitingThread(60_000);
    const first = start('takesTasks');
    const second = start('takesTasks');
    waiting.retire(first.worker);
    waiting.retire(second.worker);
    await once(second.worker, 'exit');
    expect(waiting.isThere).toBe(true);
    const gone = once(first.worker, 'exit');
    vi.advanceTimersByTime(60_000);
    await gone;
    expect(waiting.isThere).toBe(false);
    expect(first.terminate).not.toHaveBeenCalled();
    expect(second.terminate).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});

test('a thread takes tasks in order until it is told to end, and none is the sign for that', async () => {
  const { port1, port2 } = new MessageChannel();
  const taken: object[] = [];
  takeTasks(port1, (each) => taken.push(each));
  for (const message of [{ task: 1 }, { task: 2 }, null]) port2.postMessage(message);
  await once(port2, 'close');
  expect(taken).toEqual([{ task: 1 }, { task: 2 }]);
});
