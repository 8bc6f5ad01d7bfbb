/** A disk that fails at one step of the program's choosing: the test seam of the store. */
import type { FileHandle } from 'node:fs/promises';
import { disk, type FileSystem } from './file-system.js';

export interface FailingDisk extends FileSystem {
  /** Every step taken since the last `arm`, by name, such as `rename` or `file.datasync`. */
  readonly steps: readonly string[];
  /** Lets the step of this number (from 0) fail; `null` lets all succeed. Starts counting anew. */
  arm(step: number | null): void;
}

/** `SHORT` stands for a write that reports success after half of its bytes. */
export type Fault = 'ENOSPC' | 'EIO' | 'EROFS' | 'EACCES' | 'SHORT';

export function failingDisk(fault: Fault): FailingDisk {
  const steps: string[] = [];
  let failing: number | null = null;

  function wrap(call: (...args: never[]) => unknown, name: string, owner: object) {
    return async (...args: never[]): Promise<unknown> => {
      const now = steps.push(name) - 1 === failing;
      if (now && fault === 'SHORT' && name === 'file.writeFile') {
        const [bytes] = args as unknown as [Uint8Array];
        return call.call(owner, ...([bytes.subarray(0, bytes.length / 2)] as unknown as never[]));
      }
      if (now && fault !== 'SHORT') {
        if (name === 'file.close') await call.call(owner, ...args);
        throw Object.assign(new Error(`${fault}: injected`), { code: fault, syscall: name });
      }
      const result = await call.call(owner, ...args);
      return name === 'open' ? tap(result as FileHandle) : result;
    };
  }

  function tap(file: FileHandle): FileHandle {
    return new Proxy(file, {
      get(owner, key) {
        const value: unknown = Reflect.get(owner, key);
        if (typeof value !== 'function' || typeof key !== 'string') return value;
        return wrap(value as (...args: never[]) => unknown, `file.${key}`, owner);
      }
    });
  }

  const calls = Object.entries(disk).filter(([, call]) => typeof call === 'function');
  return {
    ...(Object.fromEntries(
      calls.map(([name, call]) => [name, wrap(call as (...args: never[]) => unknown, name, disk)])
    ) as unknown as FileSystem),
    steps,
    arm(step) {
      failing = step;
      steps.length = 0;
    }
  };
}
