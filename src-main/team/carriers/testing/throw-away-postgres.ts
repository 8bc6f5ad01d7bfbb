/** A PostgreSQL for tests, started by scripts/testing/postgres.mjs, which ends it when we end, however we do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

declare module 'vitest' {
  interface ProvidedContext {
    /** The port of vitest.postgres.ts. */
    postgresDoor: number;
  }
}

export interface ServerFacts {
  readonly host: string;
  readonly port: number;
  readonly socketFolder: string;
  /** May do everything. */
  readonly role: string;
  readonly password: string;
  /** A file; `null` where there is no openssl, and so no TLS. */
  readonly rootCertificate: string | null;
  /** The file that the server's log goes to. */
  readonly log: string;
  readonly data: string;
  /** The folder of its own programs: another's may be too old for it. */
  readonly programs: string;
}

/** `missing` is a sentence without its full stop. */
export type StartedServer = ServerFacts | { readonly missing: string };

type Deed =
  'kill' | 'stop' | 'start' | 'freeze' | 'thaw' | `certificate ${'good' | 'expired' | 'other'}`;

export interface ThrowAwayServer {
  readonly facts: StartedServer;
  /** Resolves once it is done: after `start` it takes connections. */
  tell(deed: Deed): Promise<void>;
  end(): Promise<void>;
}

/**
 * @param durable what is committed survives a kill of the whole machine, as for tests that kill it
 * @param dataIn the folder that its data lie in, as on a small disk; `null` for that for temporary files
 */
export async function startPostgres({
  durable,
  dataIn = null
}: {
  durable: boolean;
  dataIn?: string | null;
}): Promise<ThrowAwayServer> {
  const script = join(import.meta.dirname, '../../../../scripts/testing/postgres.mjs');
  const args = [
    script,
    ...(durable ? ['durable'] : []),
    ...(dataIn === null ? [] : [`data=${dataIn}`])
  ];
  // In a group of its own: what interrupts us must not end it before its folder can be removed.
  const keeper = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: process.platform !== 'win32'
  });
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  const answer = async <T>() => {
    const { value } = (await lines.next()) as { value?: string };
    if (value === undefined) throw new Error('The throw-away PostgreSQL has ended');
    return JSON.parse(value) as T;
  };
  const facts = await answer<StartedServer>();
  return {
    facts,
    async tell(deed) {
      keeper.stdin.write(`${deed}\n`);
      const { error } = await answer<{ error?: string }>();
      if (error !== undefined) throw new Error(error);
    },
    end: () => endOf(keeper)
  };
}

function endOf(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    keeper.once('exit', () => resolve());
    keeper.stdin?.end();
  });
}
