/**
 * What pdf.js has no setting for, done from outside. It changes what is global in its thread, which is
 * the conversion's own.
 */

/** Bytes: pdf.js asks for powers of two. No page, font or table of objects needs more for its words. */
export const mostAtOnce = 2 ** 25;

let isRefused = false;
let listener: (warning: string) => void = () => undefined;

/** Whether something would have unpacked to more than may be in one piece; the question forgets it. */
export function wasTooLarge(): boolean {
  const was = isRefused;
  isRefused = false;
  return was;
}

/** It tells some things by warnings alone. What nobody listens for is for its authors. */
export function hearWarnings(hear: (warning: string) => void): void {
  listener = hear;
}

const { warn } = console;
console.warn = (...words: unknown[]) => {
  const [text] = words;
  if (typeof text === 'string' && text.startsWith('Warning: ')) listener(text);
  else warn(...words);
};

/** It unpacks into buffers that it makes twice as long until all is in, be it gigabytes of blanks. */
globalThis.Uint8Array = new Proxy(Uint8Array, {
  construct(target, args: unknown[]): object {
    const [length] = args;
    if (typeof length === 'number' && length > mostAtOnce) {
      isRefused = true;
      throw new Error(`More than ${mostAtOnce} bytes in one piece`);
    }
    return Reflect.construct(target, args) as object;
  }
});
/** The system's own way to unpack collects all of it before anyone can say no; without it pdf.js does it itself. */
Reflect.deleteProperty(globalThis, 'DecompressionStream');

/** Node 20 lacks it, and pdf.js makes fonts with it. */
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: () => ArrayBuffer };
buffers.transferToFixedLength ??= function (this: ArrayBuffer) {
  return this.slice(0);
};
