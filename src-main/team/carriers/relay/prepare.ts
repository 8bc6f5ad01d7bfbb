/** What the owner of a database does: makes it a relay, and lets people in and out. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { parseAddress, placeOf, type RelayAddress } from '../address.js';
import { carrierFailure, isName } from '../carrier.js';
import { type AnswerRow, RelayConnections } from './connections.js';
import { newerRelay } from './failures.js';
import { steps } from './schema.js';

/** A role that owns the database, or may make schemas in it; to let people in it may make roles too. */
export interface OwnerConnection {
  /** `postgres://…` */
  readonly address: string;
  /** Overrules that of the address. */
  readonly password?: string;
}

/**
 * What a member's role lets its sessions take, in milliseconds: who has appended, and does not end the
 * transaction, would keep everybody else from appending.
 */
const longestPause = 10_000;
const longestStatement = 300_000;

type Run = (text: string) => Promise<readonly AnswerRow[]>;

/**
 * Makes the database a relay, or brings one up to this program's version, and adds the library to it. Done
 * again it changes nothing. Throws an `ExpectedFailure`; nothing was changed then.
 *
 * @param known for tests: the steps that lead to each version
 */
export async function prepareRelay(
  owner: OwnerConnection,
  library: string,
  known = steps
): Promise<void> {
  checkLibrary(library);
  await asOwner(owner, async (run, address) => {
    await run('CREATE SCHEMA IF NOT EXISTS standpoint');
    for (let version = await versionOf(run); version !== known.length; version += 1) {
      if (version > known.length) throw newerRelay(address);
      await run(known[version]!);
      await run(`UPDATE standpoint.relay SET version = ${version + 1}`);
    }
    await run(`INSERT INTO standpoint.libraries (id) VALUES ('${library}') ON CONFLICT DO NOTHING`);
    await limitSessions(run);
  });
}

/**
 * Makes a role that may read and append the rows of one library, and nothing else. The password is made
 * here and told to nobody else: the server gets only what it can check it by.
 *
 * @param name becomes part of the role's name, which the server shows; may be empty
 */
export async function addRelayRole(
  owner: OwnerConnection,
  library: string,
  name: string
): Promise<{ readonly role: string; readonly password: string }> {
  checkLibrary(library);
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const role =
    ['standpoint', ...words].join('_').slice(0, 40) + `_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  await asOwner(owner, async (run, address) => {
    const [own] = await run(
      'SELECT rolcreaterole OR rolsuper AS may FROM pg_roles WHERE rolname = current_user'
    );
    if (own?.['may'] !== true) {
      throw carrierFailure(
        'carrier-refuses',
        `${placeOf(address)} does not let the role “${address.role}” make others. Whoever runs it can make one; then “standpoint team invite PERSON --owner ADDRESS --role ROLE” lets that in. Nothing was changed there.`
      );
    }
    await run(
      `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 20 PASSWORD '${scramVerifier(password)}'`
    );
    await admit(run, library, role);
  });
  return { role, password };
}

/** Lets a role in that is there already, as where the owner may make none. */
export async function admitRelayRole(
  owner: OwnerConnection,
  library: string,
  role: string
): Promise<void> {
  checkLibrary(library);
  await asOwner(owner, async (run, address) => {
    const [there] = await run(`SELECT 1 FROM pg_roles WHERE rolname = ${literal(role)}`);
    if (!there) {
      throw carrierFailure(
        'carrier-refuses',
        `${placeOf(address)} has no role “${role}” that could be let in. Whoever runs it has to make it first. Nothing was changed there.`
      );
    }
    await admit(run, library, role);
  });
}

/** Ends what a role has under way, such as a transaction that nobody else can pass. It may come in again. */
export async function endRelaySessions(owner: OwnerConnection, role: string): Promise<void> {
  await asOwner(owner, (run, address) => endSessions(run, address, role));
}

/** Keeps a role out of a library from now on; one that was made for it alone is removed. */
export async function removeRelayRole(
  owner: OwnerConnection,
  library: string,
  role: string
): Promise<void> {
  checkLibrary(library);
  const quoted = identifier(role);
  const isOurs = await asOwner(owner, async (run, address) => {
    await run(
      `DELETE FROM standpoint.members WHERE library = '${library}' AND role = ${literal(role)}`
    );
    const [left] = await run(`SELECT 1 FROM standpoint.members WHERE role = ${literal(role)}`);
    const [there] = await run(`SELECT 1 FROM pg_roles WHERE rolname = ${literal(role)}`);
    // The owner’s own role goes on owning the tables, and others may need it to let people in.
    if (left || !there || role === address.role) return false;
    await run(`REVOKE USAGE ON SCHEMA standpoint FROM ${quoted}`);
    await setConnect(run, 'REVOKE', role);
    await endSessions(run, address, role);
    return /^standpoint_(?:.*_)?[0-9a-f]{8}$/.test(role);
  });
  if (!isOurs) return;
  await asOwner(owner, async (run, address) => {
    await run(`ALTER ROLE ${quoted} NOLOGIN`);
    // One that came in again meanwhile.
    await endSessions(run, address, role);
  });
  // One that has made something of its own stays, and cannot come in.
  await asOwner(owner, (run) =>
    run(
      `DO $$ BEGIN DROP ROLE ${quoted}; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $$`
    )
  );
}

async function admit(run: Run, library: string, role: string): Promise<void> {
  await run(`GRANT USAGE ON SCHEMA standpoint TO ${identifier(role)}`);
  await setConnect(run, 'GRANT', role);
  await run(
    `INSERT INTO standpoint.members VALUES ('${library}', ${literal(role)}) ON CONFLICT DO NOTHING`
  );
  await limitSessions(run);
}

/** Of all roles that are let in, also those of before; those that this owner may not change stay as they are. */
async function limitSessions(run: Run): Promise<void> {
  await run(
    `DO $limit$ DECLARE one name; BEGIN
       FOR one IN SELECT DISTINCT role FROM standpoint.members WHERE role <> current_user LOOP
         BEGIN
           EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ${longestPause}', one);
           EXECUTE format('ALTER ROLE %I SET statement_timeout = ${longestStatement}', one);
         EXCEPTION WHEN insufficient_privilege OR undefined_object THEN NULL; END;
       END LOOP;
     END $limit$`
  );
}

/** As far as this owner may: sessions of a role that somebody else made may go on. */
async function endSessions(run: Run, { role: own }: RelayAddress, role: string): Promise<void> {
  if (role === own) return;
  // Who has the role may end its sessions; who may make roles may have it.
  await run(
    `DO $end$ BEGIN
       GRANT ${identifier(role)} TO CURRENT_USER;
       PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ${literal(role)};
     EXCEPTION WHEN insufficient_privilege OR undefined_object THEN NULL; END $end$`
  );
}

/** Everybody may connect unless that was taken from them, as docs/team-server.md advises. */
async function setConnect(run: Run, deed: 'GRANT' | 'REVOKE', role: string): Promise<void> {
  const [here] = await run('SELECT current_database() AS name');
  const database = identifier(String(here?.['name']));
  const towards = deed === 'GRANT' ? 'TO' : 'FROM';
  await run(`${deed} CONNECT ON DATABASE ${database} ${towards} ${identifier(role)}`);
}

async function versionOf(run: Run): Promise<number> {
  const [table] = await run(`SELECT to_regclass('standpoint.relay') IS NOT NULL AS there`);
  if (table?.['there'] !== true) return 0;
  const [relay] = await run('SELECT version FROM standpoint.relay');
  return Number(relay?.['version'] ?? 0);
}

async function asOwner<T>(
  { address, password }: OwnerConnection,
  work: (run: Run, address: RelayAddress) => Promise<T>
): Promise<T> {
  const parsed = parseAddress(address);
  if (parsed.kind !== 'relay') {
    throw carrierFailure('bad-address', 'This address is a folder’s, and not that of a server.');
  }
  const connections = new RelayConnections(parsed, password ?? null);
  try {
    return await connections.transact(async (run) => {
      // One owner after the other: two that change one list of grants at once fail.
      await run('SELECT pg_advisory_xact_lock(7236839110)');
      return work(run, parsed);
    });
  } finally {
    await connections.close();
  }
}

function checkLibrary(library: string): void {
  if (!isName(library)) throw new Error(`No id of a team library: ${library}`);
}

/** So that the password itself reaches no statement, and so no log of statements (RFC 5803). */
function scramVerifier(password: string): string {
  const rounds = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const hmac = (words: string) => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest();
  const parts = [stored, hmac('Server Key')].map((key) => key.toString('base64')).join(':');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${parts}`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
