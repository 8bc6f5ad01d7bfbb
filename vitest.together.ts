/**
 * A test that shares its thread with others leaves that thread as it found it; one that cannot is listed in
 * vitest.config.ts, to have a thread of its own.
 */
import { afterAll, expect, vi } from 'vitest';

const { Uint8Array, ArrayBuffer, DecompressionStream, Date, setTimeout, fetch } = globalThis;
const found = { Uint8Array, ArrayBuffer, DecompressionStream, Date, setTimeout, fetch };

afterAll(() => {
  vi.useRealTimers();
  for (const [name, value] of Object.entries(found)) {
    expect(Reflect.get(globalThis, name), `globalThis.${name}, which this file changed`).toBe(
      value
    );
  }
});
