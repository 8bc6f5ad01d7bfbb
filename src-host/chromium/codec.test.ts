import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codec } from './codec.js';
import { createPageBase64, createCodec } from '../page/codec.js';

const page = createCodec(createPageBase64());

/** Everything that may cross, nested. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.bigInt(),
    fc.date({ noInvalidDate: false }),
    fc.constantFrom(null, undefined, -0, NaN, Infinity),
    fc.uint8Array(),
    fc.float64Array(),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', '__proto__')), tie('value')),
    fc.array(fc.tuple(fc.string(), tie('value'))).map((entries) => new Map(entries)),
    fc.array(fc.string()).map((values) => new Set(values))
  )
})).value;

function send(value: unknown, from = codec, to = page): unknown {
  return to.decode(JSON.parse(JSON.stringify(from.encode(value))));
}

describe('codec', () => {
  it('gives back what went in, from the program to the page and from the page to the program', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(send(value)).toEqual(value);
        expect(send(value, page, codec)).toEqual(value);
      })
    );
  });

  it('keeps bytes exact beyond the page’s chunk of base64', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, i) => i % 251);
    expect(send(bytes)).toEqual(bytes);
    expect(send(bytes, page, codec)).toEqual(bytes);
  });

  it('carries a Buffer and a view as the bytes that they show', () => {
    expect(send(Buffer.from([1, 2, 3]).subarray(1))).toEqual(new Uint8Array([2, 3]));
    expect(send(new Uint8Array([1, 2, 3]).subarray(1).buffer)).toEqual(
      new Uint8Array([1, 2, 3]).buffer
    );
  });

  it('never lets a key change a prototype', () => {
    const got = send(JSON.parse('{"__proto__":{"polluted":true}}')) as { polluted?: boolean };
    expect(got.polluted).toBeUndefined();
    expect(Object.keys(got)).toEqual(['__proto__']);
  });

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['an instance of a class', new URL('https://example.com/')]
  ])('refuses %s', (_name, value) => {
    expect(() => codec.encode({ deep: [value] })).toThrow('could not be cloned');
  });

  it('refuses a value that contains itself', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    expect(() => codec.encode(cyclic)).toThrow(RangeError);
  });
});
