/** A disk that fails at one step of the program's choosing: the test seam of the store. */
import type { FileHandle } from 'node:fs/promises';
import { disk, type FileSystem } from '../file-system.js';

export interface FailingDisk extends FileSystem {
  /** Every step taken since the last `arm`, by name, such as `rename` or `file.datasync`. */
  readonly steps: readonly string[];
  /** Lets the step of this number (from 0) fail; `null` lets all succeed. Starts counting anew. */
  arm(step: number | null): void;
}

/**
 * `SHORT` stands for a write that takes half of its bytes: `file.write` says so, `file.writeFile` and
 * `file.appendFile` report success.
 */
export type Fault = 'ENOSPC' | 'EIO' | 'EROFS' | 'EACCES' | 'SHORT';

type Call = (...args: never[]) => unknown;

export function failingDisk(fault: Fault): FailingDisk {
  const steps: string[] = [];
  let failing: number | null = null;
  const watched = watchedDisk(async (name, call, args) => {
    if (steps.push(name) - 1 !== failing) return call(args);
    if (fault === 'SHORT') return call(halved(name, args));
    if (name === 'file.close') await call(args);
    throw Object.assign(new Error(`${fault}: injected`), { code: fault, syscall: name });
  });
  return {
    ...watched,
    steps,
    arm(step) {
      failing = step;
      steps.length = 0;
    }
  };
}

/**
 * The real disk, every call of which goes through `around`, those on open files as `file.NAME`.
 * @param around is given what makes the call, which may be made with other arguments, or not at all.
 */
export function watchedDisk(
  around: (
    name: string,
    call: (args: readonly unknown[]) => unknown,
    args: readonly unknown[],
    file: FileHandle | null
  ) => Promise<unknown>
): FileSystem {
  function wrap(call: Call, name: string, owner: object, file: FileHandle | null) {
    return async (...args: unknown[]): Promise<unknown> => {
      const make = (given: readonly unknown[]) => call.apply(owner, given as never[]);
      const result = await around(name, make, args, file);
      return name === 'open' ? watch(result as FileHandle) : result;
    };
  }

  function watch(file: FileHandle): FileHandle {
    return new Proxy(file, {
      get(owner, key) {
        const value: unknown = Reflect.get(owner, key);
        if (typeof value !== 'function' || typeof key !== 'string') return value;
        return wrap(value as Call, `file.${key}`, owner, owner);
      }
    });
  }

  const calls = Object.entries(disk).filter(([, call]) => typeof call === 'function');
  return Object.fromEntries(
    calls.map(([name, call]) => [name, wrap(call as Call, name, disk, null)])
  ) as unknown as FileSystem;
}

function halved(name: string, args: readonly unknown[]): readonly unknown[] {
  if (name === 'file.writeFile' || name === 'file.appendFile') {
    const [bytes] = args as [Uint8Array];
    return [bytes.subarray(0, bytes.length / 2)];
  }
  if (name !== 'file.write') return args;
  const [bytes, offset, length, position] = args as [Uint8Array, number, number, number];
  return [bytes, offset, Math.ceil(length / 2), position];
}
