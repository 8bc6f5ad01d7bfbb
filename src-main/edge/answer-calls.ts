/**
 * The one place where a page's call enters the main process: who may call, with what, and what goes
 * back are checked here, so handlers need not.
 */
import type { z } from '../domain/base/zod.js';
import { methods, type MethodName, type Methods, type Value } from '../domain/api.js';
import { ExpectedFailure, fail, ok, type Result } from '../domain/base/result.js';
import { replacedInWords } from '../domain/program/replaced-program.js';
import type { InvokeEvent } from './electron.js';
import type { AnswerCall } from './ipc.js';

export type Handlers = {
  readonly [M in MethodName]: (
    ...args: z.output<Methods[M]['args']>
  ) => Value<M> | Promise<Value<M>>;
};

/**
 * Answers the methods of api.ts.
 *
 * A caller that is not a top frame of a page of ours, or a page that may call nothing, gets a
 * rejection: that is an attack or a bug, never a state to handle. Expected failures come back as a
 * `Result`; anything else is logged and comes back as `internal`, without its message, since that
 * may hold paths.
 *
 * @param mayCall whether the page with this `webContents` id is the window's.
 * @param isReplaced whether the program's files are others by now than those that it was started from.
 */
export function answerCalls(
  handlers: Handlers,
  isOurs: (url: string) => boolean,
  mayCall: (contentsId: number) => boolean,
  isReplaced: () => boolean = () => false
): AnswerCall {
  return async (event, method, args) => {
    const name = checkCaller(event, method, isOurs, mayCall);
    const parsed = methods[name].args.safeParse(args);
    if (!parsed.success) throw new Error(`Bad arguments for ${name}: ${parsed.error.message}`);
    try {
      const handler = handlers[name] as (...args: unknown[]) => unknown;
      const value = await handler(...parsed.data);
      return ok(methods[name].result.parse(value));
    } catch (error) {
      return failureOf(name, error, isReplaced());
    }
  };
}

function checkCaller(
  event: InvokeEvent,
  method: unknown,
  isOurs: (url: string) => boolean,
  mayCall: (contentsId: number) => boolean
): MethodName {
  const frame = event.senderFrame;
  if (!frame || frame.parent || !isOurs(frame.url)) {
    throw new Error(`Call refused from ${frame?.url ?? 'a frame that has gone'}`);
  }
  if (typeof method !== 'string' || !Object.hasOwn(methods, method)) {
    throw new Error('No such method');
  }
  if (!mayCall(event.sender.id)) throw new Error(`${method} is not for this page`);
  return method as MethodName;
}

function failureOf(method: MethodName, error: unknown, isReplaced: boolean): Result<never> {
  if (error instanceof ExpectedFailure) return fail(error.code, error.message);
  console.error(`${method} failed:`, error);
  if (isReplaced) return fail('program-replaced', replacedInWords);
  return fail(
    'internal',
    'An error occurred in Standpoint. What you wrote is kept; please try again.'
  );
}
