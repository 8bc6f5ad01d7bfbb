/** Calls between the program and the thread of the index, both ways over one port. */
import type { MessagePort, Worker } from 'node:worker_threads';

type Port = Pick<MessagePort | Worker, 'postMessage' | 'on'>;

type Methods = Readonly<Record<string, (...args: never[]) => unknown>>;
type Answer<M extends Methods, N extends keyof M> = Awaited<ReturnType<M[N]>>;

export type Call<M extends Methods> = <N extends keyof M & string>(
  name: N,
  ...args: Parameters<M[N]>
) => Promise<Answer<M, N>>;

type Message =
  | { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly error: string };

/** Serves `own` to the other side, and calls what that serves. What throws there rejects here, with its message. */
export function connect<Theirs extends Methods>(
  port: Port,
  own: Methods
): { readonly call: Call<Theirs>; readonly failAll: (error: Error) => void } {
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (e: Error) => void }
  >();
  let next = 0;

  async function serve(call: number, name: string, args: readonly unknown[]): Promise<void> {
    let message: Message;
    try {
      const method = own[name] as ((...args: readonly unknown[]) => unknown) | undefined;
      if (!method) throw new Error(`No method ${name}`);
      message = { answer: call, value: await method(...args) };
    } catch (error) {
      message = { answer: call, error: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(message);
  }

  port.on('message', (message: Message | null) => {
    // The thread is told to end: see `endWhenTold`.
    if (message === null) return;
    if ('call' in message) return void serve(message.call, message.name, message.args);
    const caller = waiting.get(message.answer);
    waiting.delete(message.answer);
    if ('error' in message) caller?.reject(new Error(message.error));
    else caller?.resolve(message.value as never);
  });

  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        waiting.set((next += 1), { resolve, reject });
        port.postMessage({ call: next, name, args });
      }),
    failAll(error) {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    }
  };
}
