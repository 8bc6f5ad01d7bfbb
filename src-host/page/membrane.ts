/**
 * Lets two JavaScript worlds of one page call each other over a DOM node that both hold.
 *
 * Worlds share no objects: an event's `detail` is cloned on the way over. So functions and promises
 * travel as numbers and are rebuilt as stand-ins; of errors the words are rebuilt, as in Electron; all
 * else is cloned. Functions that have crossed are kept for the life of the page. Sent to both worlds as
 * source text, so it stands alone.
 */
interface Membrane {
  /** Hands `value` to the other world's `receive`. */
  give(value: unknown): void;
}

type Callable = (...args: unknown[]) => unknown;

/** @param strict whether an argument that Electron would not take, such as a proxy, throws a TypeError. */
export function createMembrane(
  node: EventTarget,
  side: 'page' | 'preload',
  receive: (value: unknown) => void,
  strict: boolean
): Membrane {
  type Message =
    | { readonly type: 'give'; readonly value: unknown }
    | { readonly type: 'call'; readonly id: number; readonly args: readonly unknown[] }
    | { readonly type: 'returned' | 'threw'; readonly value: unknown }
    | {
        readonly type: 'settled';
        readonly id: number;
        readonly ok: boolean;
        readonly value: unknown;
      };
  type Answer = Extract<Message, { type: 'returned' | 'threw' }>;

  const functions: Callable[] = [];
  const promised = new Map<number, PromiseWithResolvers>();
  let promises = 0;
  let answer: Answer | null = null;

  interface PromiseWithResolvers {
    readonly resolve: (value: unknown) => void;
    readonly reject: (reason: unknown) => void;
  }

  function tell(message: Message): void {
    node.dispatchEvent(new CustomEvent(side, { detail: message }));
  }

  /** Rebuilds arrays and plain objects with each part put through `change`. */
  function mapParts(value: unknown, change: (part: unknown) => unknown): unknown {
    if (Array.isArray(value)) return value.map(change);
    if (Object.prototype.toString.call(value) !== '[object Object]') return value;
    return Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, change(v)]));
  }

  /** Taking a proxy apart would make a plain object of it. */
  function refuseProxies(value: unknown): void {
    if (typeof value !== 'object' || value === null || value instanceof Promise) return;
    try {
      structuredClone(value);
    } catch {
      // Functions and promises cannot be cloned, and cross all the same.
      if (!holdsStandIn(value)) throw new TypeError('An object could not be cloned.');
      Object.values(value).forEach(refuseProxies);
    }
  }

  function holdsStandIn(value: unknown): boolean {
    if (typeof value === 'function' || value instanceof Promise) return true;
    return typeof value === 'object' && value !== null && Object.values(value).some(holdsStandIn);
  }

  function wrap(value: unknown): unknown {
    if (typeof value === 'function') return { $function: functions.push(value as Callable) - 1 };
    if (value instanceof Promise) {
      const id = ++promises;
      const settle = (ok: boolean) => (result: unknown) =>
        tell({ type: 'settled', id, ok, value: wrap(result) });
      value.then(settle(true), settle(false));
      return { $promise: id };
    }
    return mapParts(value, wrap);
  }

  function unwrap(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Error) return new Error(value.message);
    if ('$function' in value) {
      const id = value.$function as number;
      return (...args: unknown[]) => call(id, args);
    }
    if ('$promise' in value) {
      const id = value.$promise as number;
      return new Promise((resolve, reject) => promised.set(id, { resolve, reject }));
    }
    return mapParts(value, unwrap);
  }

  function call(id: number, args: unknown[]): unknown {
    if (strict) args.forEach(refuseProxies);
    answer = null;
    tell({ type: 'call', id, args: args.map(wrap) });
    const got = answer as Answer | null;
    if (got === null) throw new TypeError('An object could not be cloned.');
    if (got.type === 'threw') throw unwrap(got.value);
    return unwrap(got.value);
  }

  function answerCall(id: number, args: readonly unknown[]): Message {
    try {
      return { type: 'returned', value: wrap(functions[id]!(...args.map(unwrap))) };
    } catch (error) {
      return { type: 'threw', value: error };
    }
  }

  node.addEventListener(side === 'page' ? 'preload' : 'page', (event) => {
    const message = (event as CustomEvent<Message | null>).detail;
    // Null when the sender's value could not be cloned: it finds no answer and throws.
    if (message === null) return;
    switch (message.type) {
      case 'give':
        receive(unwrap(message.value));
        break;
      case 'call':
        tell(answerCall(message.id, message.args));
        break;
      case 'returned':
      case 'threw':
        answer = message;
        break;
      case 'settled': {
        const waiting = promised.get(message.id);
        promised.delete(message.id);
        waiting?.[message.ok ? 'resolve' : 'reject'](unwrap(message.value));
      }
    }
  });

  return { give: (value) => tell({ type: 'give', value: wrap(value) }) };
}
