/**
 * Takes from a page the ways to print itself: Chromium's dialog for it blocks the page, and is none of
 * the program's. Runs in every frame before any script of the page, as source text, so it stands alone.
 */
export function denyPrinting(): void {
  const fixed = { writable: false, configurable: false, enumerable: true };
  Object.defineProperty(window, 'print', { ...fixed, value: () => undefined });

  // Taken now: what the page changes later is not what is called here.
  const methodOf = (holder: object, name: string) =>
    Object.getOwnPropertyDescriptor(holder, name)?.value as (...args: unknown[]) => unknown;
  const { apply } = Reflect;
  const toText = String;
  const toLowerCase = methodOf(String.prototype, 'toLowerCase');
  const execute = methodOf(Document.prototype, 'execCommand');
  Object.defineProperty(Document.prototype, 'execCommand', {
    ...fixed,
    value(this: Document, command: unknown, ...rest: unknown[]) {
      // Once: an object may say something else the next time.
      const name = toText(command);
      return apply(toLowerCase, name, []) !== 'print' && apply(execute, this, [name, ...rest]);
    }
  });
}
