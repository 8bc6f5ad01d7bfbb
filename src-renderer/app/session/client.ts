/** The page's way to the main process: a failed `Result` is an error to catch, and a sentence to tell. Knows no feature. */
import type {
  Args,
  Bridge,
  EventName,
  Events,
  MethodName,
  Value,
  WrittenFile
} from '../../../src-main/domain/api.js';
import { replacedInWords } from '../../../src-main/domain/program/replaced-program.js';
import type { Failure } from '../../../src-main/domain/base/result.js';
import { isPartGone, reportFault } from '../../ui/faults.js';
import type { ToastAction } from '../../ui/toasts/toasts.svelte.js';

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

/** What went wrong → the sentence that the person reads. What nobody expected is reported as well. */
export function sentenceFor(error: unknown): string {
  if (error instanceof CallFailed) return error.message;
  // To the log: the person can do nothing with what it says.
  reportFault('An act of the person', error);
  if (isPartGone(error)) return replacedInWords;
  return 'An error in Standpoint stopped this. What you wrote is kept. Try it again, or restart Standpoint.';
}

/** Where failures are told, such as `Toasts`. */
interface Telling {
  showFailure(sentence: string): unknown;
}

/** What fails is told as a sentence, and gives `null`. */
export async function attempt<T>(telling: Telling, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    telling.showFailure(sentenceFor(error));
    return null;
  }
}

/** What a message offers about a file that was just written. */
export function fileActions({ token, drags = false }: Omit<WrittenFile, 'name'>, telling: Telling) {
  const offer = (
    label: string,
    method: 'file.open' | 'file.showInFolder' | 'file.drag'
  ): ToastAction => ({
    label,
    run: () => void attempt(telling, () => call(method, token))
  });
  return {
    open: offer('Open', 'file.open'),
    show: offer('Show in folder', 'file.showInFolder'),
    /** None where the system's drag cannot be begun. */
    drag: drags ? [{ ...offer('Drag out', 'file.drag'), drags }] : []
  };
}
