/** Copied into the mutated sources: says which test file runs, to this thread and to what it starts. */
import { relative } from 'node:path';
import { expect } from 'vitest';

const path = expect.getState().testPath ?? '';
const file = relative(import.meta.dirname, path).replaceAll('\\', '/');
Reflect.set(globalThis, 'standpointMutantTest', file);
process.env.STANDPOINT_MUTANT_TEST = file;
