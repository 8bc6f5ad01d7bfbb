/** The throw-away PostgreSQL that all tests of a run share, and databases in it. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';
import { addRelayRole, prepareRelay } from '../relay/prepare.js';
import type { ServerFacts, StartedServer } from './throw-away-postgres.js';

/**
 * Started when the first test of a run asks. `null` where there is none, which is said once; the tests that need
 * it then do not run: `describe.runIf(server !== null)`.
 *
 * @param what would have been tested, as in “the tests of the relay”
 */
export async function sharedPostgres(what: string): Promise<ServerFacts | null> {
  const facts = JSON.parse(
    await text(connect(inject('postgresDoor'), '127.0.0.1'))
  ) as StartedServer;
  return orSayMissing(facts, what);
}

export function orSayMissing(facts: StartedServer, what: string): ServerFacts | null {
  if (!('missing' in facts)) return facts;
  console.warn(`${facts.missing}, so ${what} are left out.`);
  return null;
}

/** An address of the server with its password. @param query such as `?sslmode=verify-full` */
export function addressOf(
  { host, port }: Pick<ServerFacts, 'host' | 'port'>,
  database: string,
  { role, password }: { readonly role: string; readonly password: string },
  query = ''
): string {
  return `postgres://${role}:${encodeURIComponent(password)}@${host}:${port}/${database}${query}`;
}

export interface TestRelay {
  readonly server: ServerFacts;
  readonly database: string;
  /** `postgres://…` of who owns the database, with the password. */
  readonly owner: string;
  readonly library: string;
  /** `postgres://…` of a new role that is let in. */
  addMember(library?: string): Promise<string>;
}

export function newName(): string {
  return randomBytes(16).toString('hex');
}

/** A database of its own, made as docs/team-server.md says, with one library. */
export async function makeRelay(server: ServerFacts): Promise<TestRelay> {
  const name = `team_${randomBytes(6).toString('hex')}`;
  // Of digits alone: two hyphens would begin a comment.
  const password = randomBytes(12).toString('hex');
  const [first, rest] = await documentedStatements(name, password);
  await asAdmin(server, 'postgres', first);
  await asAdmin(server, name, rest);
  const owner = addressOf(server, name, { role: `${name}_owner`, password });
  const library = newName();
  await prepareRelay({ address: owner }, library);
  return {
    server,
    database: name,
    owner,
    library,
    addMember: async (of = library) =>
      addressOf(server, name, await addRelayRole({ address: owner }, of, ''))
  };
}

/** Statements of whoever may do everything. */
export async function asAdmin(
  server: ServerFacts,
  database: string,
  statements: readonly string[]
): Promise<void> {
  await withClient(addressOf(server, database, server), async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** As who may do everything, on no relay. */
export function withAdmin<T>(
  server: ServerFacts,
  work: (client: pg.Client) => Promise<T>
): Promise<T> {
  return withClient(addressOf(server, 'postgres', server), work);
}

export async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>
): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Those of the page for whoever runs a server, so that the page stays true: before and after `\connect`. */
async function documentedStatements(
  name: string,
  password: string
): Promise<readonly [string[], string[]]> {
  const page = join(import.meta.dirname, '../../../../docs/team-server.md');
  const sql = /```sql\n([\s\S]*?)```/.exec(await readFile(page, 'utf8'))?.[1] ?? '';
  const own = sql
    .replaceAll('standpoint_owner', `${name}_owner`)
    .replaceAll('standpoint_team', name)
    .replaceAll('A-LONG-PASSWORD', password);
  const [first = '', rest = ''] = own.split(/\\connect .*\n/);
  const statements = (text: string) =>
    text
      .replace(/--.*/g, '')
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean);
  return [statements(first), statements(rest)];
}
