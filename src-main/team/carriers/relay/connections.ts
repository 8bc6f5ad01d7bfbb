/**
 * Connections to a relay. Owner of `pg`. Nothing of the environment (PGHOST, PGPASSWORD, a file of
 * passwords) says where to go or with what: only the address that a person named.
 */
import type { EventEmitter } from 'node:events';
import pg from 'pg';
import { readRegularFile } from '../../../disk/regular-file.js';
import { carriedCertificates, placeOf, type RelayAddress } from '../address.js';
import { carrierFailure } from '../carrier.js';
import { asksForPlainPassword, isBrokenConnection, relayFailure } from './failures.js';

/** Milliseconds. */
export interface Patience {
  /** For a connection to stand. */
  readonly connect: number;
  /** For an answer, beside the time that its bytes may take. */
  readonly answer: number;
  /** Between questions whether the server is still there, while nothing else is asked. */
  readonly ping: number;
}

export const usualPatience: Patience = { connect: 10_000, answer: 30_000, ping: 20_000 };

/** Bytes a millisecond of the slowest line that is waited for. */
const slowest = 8;
/** One for edits, so that they need not wait for a file, and for as many files at once. */
const mostConnections = 3;
/** What the server itself lets a statement take at most: ours has been given up by then. */
const longestStatement = 300_000;
const longestLock = 20_000;
const idleAfter = 60_000;
const graceAtEnd = 1_000;
/** Those of a whole system have a quarter of that. */
const rootLimit = { most: 1024 * 1024, what: 'a file of certificates' };

type Value = string | number | Buffer | readonly number[] | readonly string[] | null;

/** Texts, mostly: `pg` reads answers as text alone, and `bigint` as text too. So bytes are asked for in base64. */
export type AnswerRow = Readonly<Record<string, unknown>>;

export class RelayConnections {
  readonly address: RelayAddress;
  readonly patience: Patience;
  readonly #config: Promise<pg.ClientConfig>;
  #pool: pg.Pool | null = null;
  readonly #open = new Set<pg.Client>();

  /** @param password overrules that of the address; `null` for none. */
  constructor(address: RelayAddress, password: string | null, patience = usualPatience) {
    this.address = address;
    this.patience = patience;
    this.#config = configFor(address, password ?? address.password, patience);
    // It is told at the first question.
    this.#config.catch(() => undefined);
  }

  /**
   * Throws as `relayFailure` says. A question on a connection that has broken meanwhile is put once more
   * on a new one: whatever we ask may be asked twice.
   *
   * @param bytes that go there or may come from there
   */
  async query(text: string, values: readonly Value[], bytes = 0): Promise<readonly AnswerRow[]> {
    for (let isFirst = true; ; isFirst = false) {
      try {
        const pool = await this.#ready();
        return await ask(pool, text, values, this.patience.answer + bytes / slowest);
      } catch (error) {
        if (!isFirst || !isBrokenConnection(error)) throw relayFailure(error, this.address);
      }
    }
  }

  /** `work` within one transaction, which is kept only when it resolves. Simple text may be several statements. */
  async transact<T>(
    work: (run: (text: string) => Promise<readonly AnswerRow[]>) => Promise<T>
  ): Promise<T> {
    try {
      const pool = await this.#ready();
      const client = await pool.connect();
      let failure: Error | undefined;
      try {
        const run = (text: string) => ask(client, text, [], this.patience.answer);
        await run('BEGIN');
        const result = await work(run);
        await run('COMMIT');
        return result;
      } catch (error) {
        failure = error as Error;
        throw error;
      } finally {
        // A connection that is thrown away takes its transaction with it.
        client.release(failure);
      }
    } catch (error) {
      throw relayFailure(error, this.address);
    }
  }

  /** A connection of the caller's own, who closes it by `endClient`. Throws as `relayFailure` says. */
  async connectClient(): Promise<pg.Client> {
    const client = new ScramClient(await this.#config);
    this.#track(client);
    // Told to whoever asks next, and by `end`.
    client.on('error', () => undefined);
    try {
      return await client.connect();
    } catch (error) {
      await endClient(client);
      throw relayFailure(error, this.address);
    }
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    if (!pool) return;
    this.#pool = null;
    await inTime(pool.end());
    // A server that does not answer would keep them for ever.
    for (const client of this.#open) destroy(client);
  }

  async #ready(): Promise<pg.Pool> {
    const config = await this.#config;
    if (this.#pool) return this.#pool;
    const pool = new pg.Pool({
      ...config,
      Client: ScramClient,
      max: mostConnections,
      idleTimeoutMillis: idleAfter,
      allowExitOnIdle: true
    });
    // An idle connection that ends is replaced at the next question.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => this.#track(client as pg.Client));
    return (this.#pool = pool);
  }

  #track(client: pg.Client): void {
    this.#open.add(client);
    client.once('end', () => this.#open.delete(client));
  }
}

/**
 * Gives the password to no server: by SCRAM it proves to know it, and asks the same of the server. Where
 * another way is asked for, which would tell it, the connection fails.
 */
class ScramClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const { connection } = this as unknown as { connection: EventEmitter };
    for (const asked of ['authenticationCleartextPassword', 'authenticationMD5Password']) {
      // Before `pg` itself hears of it, which then takes the password from here.
      connection.on(asked, () => {
        Object.assign(this, { password: () => Promise.reject(new Error(asksForPlainPassword)) });
      });
    }
  }
}

/** Puts one question. Throws what `pg` says. @param most milliseconds */
export async function ask(
  client: pg.Pool | pg.ClientBase,
  text: string,
  values: readonly Value[],
  most: number
): Promise<readonly AnswerRow[]> {
  const query = { text, values: [...values], query_timeout: most };
  const { rows } = (await client.query(query)) as { rows: AnswerRow[] };
  return rows;
}

/** Ends a connection politely where the server lets us, and else at once. */
export async function endClient(client: pg.Client): Promise<void> {
  await inTime(client.end());
  destroy(client);
}

async function configFor(
  address: RelayAddress,
  password: string | null,
  { connect }: Patience
): Promise<pg.ClientConfig> {
  const { host, port, database, role: user, rootCertificates, tls } = address;
  return {
    host,
    port,
    database,
    user,
    // Not as a value: for an empty one the environment and a file of passwords would be asked.
    password: () => password ?? '',
    ssl: tls && {
      rejectUnauthorized: true,
      ...(rootCertificates && { ca: await readRoot(address, rootCertificates) })
    },
    application_name: 'Standpoint',
    options: '-c client_min_messages=warning -c idle_in_transaction_session_timeout=30000',
    connectionTimeoutMillis: connect,
    statement_timeout: longestStatement,
    lock_timeout: longestLock,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000
  };
}

/** In PEM. Throws `carrier-refuses` where the file cannot be read. */
export async function readRoot(address: RelayAddress, file: string): Promise<string> {
  try {
    return carriedCertificates(file) ?? (await readRegularFile(file, rootLimit)).toString();
  } catch {
    throw carrierFailure(
      'carrier-refuses',
      `The address of ${placeOf(address).toLowerCase()} names the certificates in ${file}, which cannot be read here. Put that file there, or name another one with --certificates FILE, as for “standpoint team join” and “standpoint team update”. An invitation that is made now brings the certificates itself. Nothing was sent.`
    );
  }
}

/** Whether it came in time or not, and however it ended: afterwards nothing is left of it. */
async function inTime(end: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, graceAtEnd);
  });
  await Promise.race([end.catch(() => undefined), late]);
  clearTimeout(timer);
}

function destroy(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}
