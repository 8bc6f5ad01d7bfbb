/** Members read their library and append to it, and can do nothing else. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Carrier } from '../carrier.js';
import { openCarrier } from '../open-carrier.js';
import { readAll, rowsOf, server, told } from '../testing/make-carriers.js';
import {
  addressOf,
  asAdmin,
  makeRelay,
  newName,
  type TestRelay,
  withClient
} from '../testing/shared-postgres.js';
import { addRelayRole, admitRelayRole, prepareRelay, removeRelayRole } from './prepare.js';

describe.runIf(server !== null)('a relay', () => {
  let relay: TestRelay;
  /** The address of one. */
  let member: string;
  let carriers: Carrier[] = [];

  beforeAll(async () => {
    relay = await makeRelay(server!);
    member = await relay.addMember();
  });
  afterEach(async () => {
    await Promise.all(carriers.map((carrier) => carrier.close()));
    carriers = [];
  });

  async function open(library = relay.library): Promise<Carrier> {
    const carrier = await openCarrier(await relay.addMember(library), { library });
    carriers = [...carriers, carrier];
    return carrier;
  }

  async function newLibrary(): Promise<string> {
    const library = newName();
    await prepareRelay({ address: relay.owner }, library);
    return library;
  }

  const key = '(SELECT key FROM standpoint.libraries LIMIT 1)';
  test.each([
    ['change a row', `UPDATE standpoint.rows SET body = 'x'`],
    ['remove a row', 'DELETE FROM standpoint.rows'],
    ['empty the table', 'TRUNCATE standpoint.rows'],
    [
      'insert a row beside append()',
      `INSERT INTO standpoint.rows (library, number, device, n, topic, body) VALUES (${key}, 9, gen_random_uuid(), 1, gen_random_uuid(), 'x')`
    ],
    ['lock the counter', 'SELECT last FROM standpoint.libraries FOR UPDATE'],
    ['lock the table', 'BEGIN; LOCK TABLE standpoint.rows IN SHARE MODE'],
    ['set the counter', 'UPDATE standpoint.libraries SET last = 0'],
    ['add a library', 'INSERT INTO standpoint.libraries VALUES (gen_random_uuid())'],
    ['see who is a member', 'SELECT * FROM standpoint.members'],
    [
      'make itself a member',
      'INSERT INTO standpoint.members SELECT id, session_user FROM standpoint.libraries'
    ],
    ['change parts of files', `UPDATE standpoint.file_parts SET body = ''`],
    ['remove files', 'DELETE FROM standpoint.files'],
    ['change the version', 'UPDATE standpoint.relay SET needs = 99'],
    ['turn row security off', 'ALTER TABLE standpoint.rows DISABLE ROW LEVEL SECURITY'],
    ['read past row security', 'SET row_security = off; SELECT * FROM standpoint.rows'],
    ['drop a trigger', 'DROP TRIGGER only_grows ON standpoint.rows'],
    [
      'put a function of its own in the place of append()',
      `CREATE OR REPLACE FUNCTION standpoint.my_libraries() RETURNS uuid[] LANGUAGE sql AS 'SELECT NULL::uuid[]'`
    ],
    ['make a table', 'CREATE TABLE standpoint.mine (a int)'],
    ['make a table in public', 'CREATE TABLE public.mine (a int)'],
    ['make a table for a moment', 'CREATE TEMPORARY TABLE mine (a int)'],
    ['make a schema', 'CREATE SCHEMA mine'],
    ['make a role', 'CREATE ROLE mine'],
    ['become the owner', 'SET ROLE standpoint_team_owner'],
    ['make a large object', 'SELECT lo_create(0)'],
    ['read a file of the server', `COPY (SELECT 1) TO '/tmp/standpoint-forbidden'`],
    ['run a program on the server', `COPY (SELECT 1) TO PROGRAM 'true'`]
  ])('a member cannot %s', async (_what, statement) => {
    const owned = statement.replace('standpoint_team_owner', `${relay.database}_owner`);
    const carrier = await openCarrier(member, { library: relay.library });
    carriers = [carrier];
    await carrier.append(rowsOf('9'.repeat(32), 1, 3));
    const before = told((await readAll(carrier)).rows);
    await withClient(member, async (client) => {
      await expect(client.query(owned)).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|0LP01|42704)$/) as string
      });
    });
    expect(told((await readAll(carrier)).rows)).toEqual(before);
    expect(before).toHaveLength(3);
  });

  test('a member sees nothing of another library, and appends nothing to it', async () => {
    const [mine, theirs] = [await newLibrary(), await newLibrary()];
    const carrier = await open(theirs);
    const name = newName();
    await carrier.append(rowsOf(newName(), 1, 3));
    await carrier.putFile(name, Buffer.from('theirs'));
    const address = await relay.addMember(mine);
    await withClient(address, async (client) => {
      for (const table of ['rows', 'files', 'file_parts']) {
        const { rows } = await client.query(`SELECT * FROM standpoint.${table}`);
        expect(rows, table).toEqual([]);
      }
      const { rows } = await client.query<{ id: string }>('SELECT id FROM standpoint.libraries');
      expect(rows.map(({ id }) => id.replaceAll('-', ''))).toEqual([mine]);
      const append = `SELECT standpoint.append('${theirs}', ARRAY['${name}']::uuid[], ARRAY[1], ARRAY['${name}']::uuid[], ARRAY[1], 'x')`;
      await expect(client.query(append)).rejects.toMatchObject({ code: 'SP001' });
      const part = `SELECT standpoint.append_file_part('${theirs}', '${newName()}', '${name}', 1, 1, 'x')`;
      await expect(client.query(part)).rejects.toMatchObject({ code: 'SP001' });
    });
    await expect(openCarrier(address, { library: theirs })).rejects.toMatchObject({
      code: 'no-team-library'
    });
  });

  test('what append() is given must fit together', async () => {
    const { library: mine } = relay;
    const id = newName();
    const call = (sizes: string, body: string, n = 1) =>
      `SELECT standpoint.append('${mine}', ARRAY['${id}']::uuid[], ARRAY[${n}], ARRAY['${id}']::uuid[], ${sizes}, ${body})`;
    await withClient(member, async (client) => {
      for (const wrong of [
        call('ARRAY[2]', `'x'`),
        call('ARRAY[1,0]', `'x'`),
        call('ARRAY[-1]', `'x'`),
        call('NULL', `'x'`)
      ]) {
        await expect(client.query(wrong)).rejects.toMatchObject({ code: 'SP004' });
      }
      await expect(client.query(call('ARRAY[0]', `''`))).rejects.toMatchObject({ code: '23514' });
      await expect(client.query(call('ARRAY[1]', `'x'`, 0))).rejects.toMatchObject({
        code: 'SP002'
      });
    });
  });

  test('not even the owner changes or removes a row by mistake', async () => {
    await withClient(relay.owner, async (client) => {
      for (const statement of [
        'DELETE FROM standpoint.rows',
        `UPDATE standpoint.rows SET body = 'x'`,
        'TRUNCATE standpoint.rows',
        'DELETE FROM standpoint.files'
      ]) {
        await expect(client.query(statement)).rejects.toMatchObject({ code: 'SP005' });
      }
    });
  });

  test('who was removed sees nothing and appends nothing from that moment, also on a connection that stands', async () => {
    const library = await newLibrary();
    const { role, password } = await addRelayRole({ address: relay.owner }, library, 'Møre & Cø');
    expect(role).toMatch(/^standpoint_[a-z0-9_]+_[0-9a-f]{8}$/);
    const address = addressOf(server!, relay.database, { role, password });
    const carrier = await openCarrier(address, { library });
    await carrier.append(rowsOf(newName(), 1, 1));
    await removeRelayRole({ address: relay.owner }, library, role);
    const removed = {
      code: 'carrier-refuses',
      message: expect.stringMatching(/removed/) as string
    };
    await expect(carrier.read(null)).rejects.toMatchObject(removed);
    await expect(carrier.append(rowsOf(newName(), 1, 1))).rejects.toMatchObject(removed);
    await carrier.close();
    await expect(openCarrier(address, { library })).rejects.toMatchObject({
      code: 'carrier-refuses'
    });
    expect(await mayLogIn(role)).toBeNull();
    await removeRelayRole({ address: relay.owner }, library, role);
  });

  test('a role is let in where it is there, and made by whom may make some; else that is told', async () => {
    const library = await newLibrary();
    const refused = (words: RegExp) => ({
      code: 'carrier-refuses',
      message: expect.stringMatching(words) as string
    });
    await expect(
      admitRelayRole({ address: relay.owner }, library, 'no "such" role')
    ).rejects.toMatchObject(refused(/has no role “no "such" role”/));
    const plain = `plain_${newName().slice(0, 8)}`;
    await asAdmin(server!, relay.database, [
      `CREATE ROLE ${plain} LOGIN PASSWORD 'plain'`,
      `GRANT CONNECT ON DATABASE ${relay.database} TO ${plain}`
    ]);
    const address = addressOf(server!, relay.database, { role: plain, password: 'plain' });
    await expect(addRelayRole({ address }, library, '')).rejects.toMatchObject(
      refused(/does not let the role “plain_.*” make others.*--role ROLE/)
    );
    await admitRelayRole({ address: relay.owner }, library, plain);
    const carrier = await openCarrier(address, { library });
    await carrier.append(rowsOf(newName(), 1, 1));
    await carrier.close();
  });

  test('a role that serves two libraries loses the one it is removed from, and one that we did not make stays', async () => {
    const [one, other] = [await newLibrary(), await newLibrary()];
    const role = `plain_${newName().slice(0, 8)}`;
    await asAdmin(server!, relay.database, [`CREATE ROLE ${role} LOGIN PASSWORD 'plain'`]);
    for (const library of [one, other])
      await admitRelayRole({ address: relay.owner }, library, role);
    const address = addressOf(server!, relay.database, { role, password: 'plain' });
    await removeRelayRole({ address: relay.owner }, one, role);
    await expect(openCarrier(address, { library: one })).rejects.toMatchObject({
      code: 'no-team-library'
    });
    const carrier = await openCarrier(address, { library: other });
    await carrier.append(rowsOf(newName(), 1, 1));
    await carrier.close();
    await removeRelayRole({ address: relay.owner }, other, role);
    expect(await mayLogIn(role)).toBe(true);
  });

  test('a removed role that owns something stays on the server, and cannot come in', async () => {
    const library = await newLibrary();
    const { role } = await addRelayRole({ address: relay.owner }, library, '');
    await asAdmin(server!, relay.database, [
      `CREATE TABLE public.${role} (a int)`,
      `ALTER TABLE public.${role} OWNER TO ${role}`
    ]);
    await removeRelayRole({ address: relay.owner }, library, role);
    expect(await mayLogIn(role)).toBe(false);
  });

  /** `null` where there is no such role. */
  function mayLogIn(role: string): Promise<boolean | null> {
    return withClient(relay.owner, async (client) => {
      const asked = 'SELECT rolcanlogin AS may FROM pg_roles WHERE rolname = $1';
      const { rows } = await client.query<{ may: boolean }>(asked, [role]);
      return rows[0]?.may ?? null;
    });
  }

  test('an owner who worked with the own role, and goes, stays the owner', async () => {
    const library = await newLibrary();
    const { username: role } = new URL(relay.owner);
    await admitRelayRole({ address: relay.owner }, library, role);
    await removeRelayRole({ address: relay.owner }, library, role);
    // It goes on letting others in.
    const carrier = await openCarrier(await relay.addMember(library), { library });
    await carrier.append(rowsOf(newName(), 1, 1));
    await carrier.close();
  });

  const limits = (address: string) =>
    withClient(address, async (client) => {
      const names = ['idle_in_transaction_session_timeout', 'statement_timeout'];
      const asked = names.map((name) => client.query<Record<string, string>>(`SHOW ${name}`));
      return (await Promise.all(asked)).flatMap(({ rows }) => Object.values(rows[0] ?? {}));
    });

  test('a session of a member’s role ends that keeps the others waiting, also of a role of before', async () => {
    expect(await limits(member)).toEqual(['10s', '5min']);
    const { username } = new URL(member);
    await asAdmin(server!, 'postgres', [`ALTER ROLE ${username} RESET ALL`]);
    expect(await limits(member)).not.toContain('10s');
    await prepareRelay({ address: relay.owner }, relay.library);
    expect(await limits(member)).toEqual(['10s', '5min']);
    // What the owner may not change keeps nobody from being invited.
    const foreign = `plain_${newName().slice(0, 8)}`;
    await asAdmin(server!, relay.database, [
      `CREATE ROLE ${foreign} SUPERUSER LOGIN PASSWORD 'plain'`,
      `INSERT INTO standpoint.members VALUES ('${relay.library}', '${foreign}')`
    ]);
    await addRelayRole({ address: relay.owner }, relay.library, '');
  });

  const [one, other] = [newName(), newName()];
  const appendOne = `SELECT standpoint.append(id, ARRAY['${one}']::uuid[], ARRAY[1], ARRAY['${other}']::uuid[], ARRAY[1], 'x') FROM standpoint.libraries`;

  test('a role is ended with what it keeps locked', async () => {
    const library = await newLibrary();
    const held = await addRelayRole({ address: relay.owner }, library, '');
    const culprit = addressOf(server!, relay.database, held);
    const carrier = await open(library);
    await withClient(culprit, async (client) => {
      const ended = new Promise((resolve) => client.on('error', resolve));
      await client.query('BEGIN');
      await client.query(appendOne);
      const waiting = carrier.append(rowsOf(newName(), 1, 1));
      await removeRelayRole({ address: relay.owner }, library, held.role);
      await ended;
      await waiting;
    });
    expect((await carrier.read(null)).rows).toHaveLength(1);
  });

  test('the server’s log knows no password that was made for a member', async () => {
    const { role, password } = await addRelayRole({ address: relay.owner }, relay.library, 'log');
    const log = await readFile(server!.log, 'utf8');
    expect(log).toContain(`CREATE ROLE ${role}`);
    expect(log).not.toContain(password);
  });
});
