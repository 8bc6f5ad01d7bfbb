/** Starts desks: processes of their own, which hold libraries and do what they are told. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Answer, Deeds } from './desk.js';

type Deed = keyof Deeds;

export interface Desk {
  tell<D extends Deed>(
    deed: D,
    ...given: Parameters<Deeds[D]>
  ): Promise<Awaited<ReturnType<Deeds[D]>>>;
  /** Closes its libraries, and ends it. */
  end(): Promise<void>;
}

export interface Desks {
  start(): Desk;
  remove(): void;
}

/** Bundles the program of a desk as the product is bundled, so that both run the same code. */
export async function buildDesk(): Promise<Desks> {
  const place = mkdtempSync(join(tmpdir(), 'standpoint-desk-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    // As electron.vite.config.ts has it.
    define: { 'process.env.NODE_PG_FORCE_NATIVE': 'undefined' },
    build: {
      ssr: join(import.meta.dirname, 'desk.ts'),
      outDir: place,
      target: 'node20.19',
      rolldownOptions: { output: { entryFileNames: 'desk.mjs' } }
    }
  });
  return {
    start: () => startDesk(join(place, 'desk.mjs')),
    remove: () => rmSync(place, { recursive: true, force: true })
  };
}

function startDesk(program: string): Desk {
  const profile = process.env['STANDPOINT_BENCH_PROFILE'];
  const child = fork(program, {
    execArgv: ['--expose-gc', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  });
  const open = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  child.on('message', (answer: Answer) => {
    const asked = open.get(answer.number);
    open.delete(answer.number);
    if (answer.error === undefined) asked?.resolve(answer.value);
    else asked?.reject(new Error(answer.error));
  });
  child.once('exit', () => {
    for (const { reject } of open.values()) reject(new Error('A desk has ended'));
  });
  let last = 0;
  return {
    tell(deed, ...given) {
      const number = (last += 1);
      return new Promise((resolve, reject) => {
        open.set(number, { resolve: (value) => resolve(value as never), reject });
        child.send({ number, deed, given });
      });
    },
    end: () => endOf(child)
  };
}

function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
