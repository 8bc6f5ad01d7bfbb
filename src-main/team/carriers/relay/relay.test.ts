/** What only a server can get wrong: order under many hands, rights, versions, and being set back. */
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
import { addRelayRole, prepareRelay, removeRelayRole } from './prepare.js';
import { steps } from './schema.js';

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

  test('of eight devices that append at once while three read page by page, no row is missed by any', async () => {
    const library = await newLibrary();
    const each = 400;
    const devices = Array.from({ length: 8 }, () => newName());
    const writers = devices.map(async (device) => {
      const carrier = await open(library);
      for (let n = 1; n <= each;) {
        // Now one by one, now several.
        const count = Math.min(1 + (n % 5), each - n + 1);
        await carrier.append(rowsOf(device, n, count));
        n += count;
      }
    });
    let isWriting = true;
    const readers = [1, 2, 3].map(async (reader) => {
      const carrier = await open(library);
      const seen: string[] = [];
      let cursor: string | null = null;
      for (let isLast = false; ;) {
        const { rows, cursor: next } = await readAll(carrier, cursor, 200 * reader);
        seen.push(...told(rows));
        cursor = next;
        if (isLast) return seen;
        isLast = !isWriting;
      }
    });
    await Promise.all(writers);
    isWriting = false;
    const all = devices.flatMap((device) => told(rowsOf(device, 1, each)));
    const [first, ...others] = await Promise.all(readers);
    expect(first!.toSorted()).toEqual(all.toSorted());
    // One order for all who read.
    for (const seen of others) expect(seen).toEqual(first);
  });

  test('two programs that append the same rows at the same moment append them once', async () => {
    const library = await newLibrary();
    const programs = await Promise.all([open(library), open(library), open(library)]);
    const rows = rowsOf(newName(), 1, 300);
    await Promise.all(programs.map((program) => program.append(rows)));
    expect(told((await readAll(programs[0])).rows)).toEqual(told(rows));
  });

  const library = '(SELECT id FROM standpoint.libraries LIMIT 1)';
  test.each([
    ['change a row', `UPDATE standpoint.rows SET body = 'x'`],
    ['remove a row', 'DELETE FROM standpoint.rows'],
    ['empty the table', 'TRUNCATE standpoint.rows'],
    [
      'insert a row beside append()',
      `INSERT INTO standpoint.rows VALUES (${library}, 9, gen_random_uuid(), 1, gen_random_uuid(), 'x')`
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
    await removeRelayRole({ address: relay.owner }, library, role);
  });

  test('a file that was broken off goes on where it was, and its parts do not mix with those of others', async () => {
    const library = await newLibrary();
    const [one, two] = [await open(library), await open(library)];
    const name = newName();
    const bytes = Buffer.alloc(4_500_000, 'one ');
    const stop = new AbortController();
    const tell = (done: number) => done > 2_000_000 && stop.abort();
    await expect(one.putFile(name, bytes, tell, stop.signal)).rejects.toThrow();
    const parts = () =>
      withClient(relay.owner, async (client) => {
        const { rows } = await client.query(
          `SELECT part, xmin FROM standpoint.file_parts WHERE name = '${name}'`
        );
        return rows as readonly unknown[];
      });
    const before = await parts();
    expect(before).toHaveLength(2);
    await two.putFile(name, bytes);
    const after = await parts();
    expect(after).toHaveLength(5);
    expect(after).toEqual(expect.arrayContaining([...before]));
    await one.putFile(name, Buffer.alloc(4_500_000, 'two '));
    expect(Buffer.from((await one.getFile(name))!).equals(bytes)).toBe(true);
  });

  test('set back to a backup, it is noticed, the rows come anew, and a device goes on at what is held', async () => {
    const library = await newLibrary();
    const carrier = await open(library);
    const [mine, theirs] = [newName(), newName()];
    await carrier.append(rowsOf(mine, 1, 4));
    const { cursor } = await readAll(carrier);
    // As a backup of the moment after the second row has it.
    await asAdmin(server!, relay.database, [
      'ALTER TABLE standpoint.rows DISABLE TRIGGER USER',
      `DELETE FROM standpoint.rows WHERE library = '${library}' AND number > 2`,
      'ALTER TABLE standpoint.rows ENABLE TRIGGER USER',
      `UPDATE standpoint.libraries SET last = 2 WHERE id = '${library}'`
    ]);
    // Others have written since, under numbers that were read already.
    await carrier.append(rowsOf(theirs, 1, 3));
    const page = await carrier.read(cursor);
    expect(page.isAnew).toBe(true);
    expect(told(page.rows)).toEqual(told([...rowsOf(mine, 1, 2), ...rowsOf(theirs, 1, 3)]));
    await expect(carrier.append(rowsOf(mine, 5, 1))).rejects.toMatchObject({
      code: 'row-gap',
      held: 2
    });
    await carrier.append(rowsOf(mine, 3, 3));
    expect(told((await readAll(carrier, page.cursor)).rows)).toEqual(told(rowsOf(mine, 3, 3)));
  });

  test('reading goes on over rows that somebody removed by hand', async () => {
    const library = await newLibrary();
    const carrier = await open(library);
    const device = newName();
    await carrier.append(rowsOf(device, 1, 4_500));
    await asAdmin(server!, relay.database, [
      'ALTER TABLE standpoint.rows DISABLE TRIGGER USER',
      `DELETE FROM standpoint.rows WHERE library = '${library}' AND number BETWEEN 11 AND 4300`,
      'ALTER TABLE standpoint.rows ENABLE TRIGGER USER'
    ]);
    const left = [...rowsOf(device, 1, 10), ...rowsOf(device, 4_301, 200)];
    expect(told((await readAll(carrier)).rows)).toEqual(told(left));
  });

  test('an older one is brought up to date and keeps its rows; two who prepare at once do it once', async () => {
    const own = await makeRelay(server!);
    const carrier = await openCarrier(await own.addMember(), { library: own.library });
    await carrier.append(rowsOf(newName(), 1, 3));
    const before = told((await readAll(carrier)).rows);
    const known = [...steps, 'CREATE TABLE standpoint.added (a int)'];
    const library = newName();
    await Promise.all([1, 2, 3].map(() => prepareRelay({ address: own.owner }, library, known)));
    expect(told((await readAll(carrier)).rows)).toEqual(before);
    const version = () =>
      withClient(
        own.owner,
        async (client) =>
          (await client.query('SELECT version, needs FROM standpoint.relay')).rows as unknown
      );
    expect(await version()).toEqual([{ version: 2, needs: 1 }]);

    await expect(prepareRelay({ address: own.owner }, newName())).rejects.toMatchObject({
      code: 'carrier-newer'
    });
    // A newer one that an older program may still use.
    expect((await carrier.read(null)).rows).toHaveLength(3);
    await asAdmin(server!, own.database, ['UPDATE standpoint.relay SET needs = 2']);
    await expect(
      openCarrier(await own.addMember(), { library: own.library })
    ).rejects.toMatchObject({
      code: 'carrier-newer',
      message: expect.stringMatching(/newer Standpoint\. Update this one/) as string
    });
    await carrier.close();
  });

  test('a step that fails leaves the relay as it was', async () => {
    const own = await makeRelay(server!);
    const known = [...steps, 'CREATE TABLE standpoint.added (a int)', 'SELECT 1/0'];
    await expect(prepareRelay({ address: own.owner }, newName(), known)).rejects.toThrow();
    const carrier = await openCarrier(await own.addMember(), { library: own.library });
    await carrier.append(rowsOf(newName(), 1, 1));
    await carrier.close();
    await withClient(own.owner, async (client) => {
      await expect(client.query('SELECT * FROM standpoint.added')).rejects.toThrow();
    });
  });

  test('the server’s log knows no password that was made for a member', async () => {
    const { role, password } = await addRelayRole({ address: relay.owner }, relay.library, 'log');
    const log = await readFile(server!.log, 'utf8');
    expect(log).toContain(`CREATE ROLE ${role}`);
    expect(log).not.toContain(password);
  });
});
