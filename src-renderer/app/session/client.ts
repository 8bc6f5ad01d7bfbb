/** The page's way to the main process. Knows no feature: it turns a failed `Result` into an error to catch. */
import type {
  Args,
  Bridge,
  EventName,
  Events,
  MethodName,
  Value
} from '../../../src-main/domain/api.js';
import type { Failure } from '../../../src-main/domain/base/result.js';

declare global {
  interface Window {
    readonly standpoint: Bridge;
  }
}

/** An expected failure of a call. Its message is a sentence for the person. */
export class CallFailed extends Error {
  readonly code: string;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallFailed';
    this.code = failure.code;
  }
}

export async function call<M extends MethodName>(method: M, ...args: Args<M>): Promise<Value<M>> {
  const result = await window.standpoint.call(method, ...args);
  if (!result.ok) throw new CallFailed(result.error);
  return result.value;
}

/** Returns the function that ends the subscription. */
export function listen<E extends EventName>(
  event: E,
  listener: (payload: Events[E]) => void
): () => void {
  return window.standpoint.on(event, listener);
}
