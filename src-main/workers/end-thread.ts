/**
 * How worker threads end: by themselves, when they are told that nothing more is to do. Electron has an open
 * crash where a program stops one after the other from outside (electron/electron#47986).
 */
import type { MessagePort, Worker } from 'node:worker_threads';

/** Told instead of a task. A thread that takes no tasks hears nothing, and ends once it has done its one. */
const noMore = null;

/** In a thread that takes messages: it ends once it is told to, and nothing else keeps it. */
export function endWhenTold(port: MessagePort): void {
  port.on('message', (message: unknown) => {
    if (message === noMore) port.close();
  });
}

/** In the thread: hands `work` one task after another, until the thread is told to end. */
export function takeTasks<T extends object>(port: MessagePort, work: (task: T) => void): void {
  endWhenTold(port);
  port.on('message', (task: T | typeof noMore) => {
    if (task !== noMore) work(task);
  });
}

/**
 * Ends a thread that has nothing to do. Resolves once it and its memory are gone.
 * @param patience milliseconds after which it is stopped from outside.
 */
export async function endThread(worker: Worker, patience = 1_000): Promise<void> {
  if (worker.threadId === -1) return;
  // Without a listener an error would end the program.
  worker.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.ref();
  worker.postMessage(noMore);
  const timer = setTimeout(() => void worker.terminate(), patience);
  await gone;
  clearTimeout(timer);
}
