/** What only a server can get wrong: order under many hands, versions, and being set back. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Carrier } from '../carrier.js';
import { openCarrier } from '../open-carrier.js';
import { readAll, rowsOf, server, told } from '../testing/make-carriers.js';
import {
  asAdmin,
  makeRelay,
  newName,
  type TestRelay,
  withClient
} from '../testing/shared-postgres.js';
import { prepareRelay } from './prepare.js';
import { steps } from './schema.js';

describe.runIf(server !== null)('a relay', () => {
  let relay: TestRelay;
  let carriers: Carrier[] = [];

  beforeAll(async () => {
    relay = await makeRelay(server!);
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

  const keyOf = (library: string) =>
    `(SELECT key FROM standpoint.libraries WHERE id = '${library}')`;

  /** As a backup of the moment after that row has it. */
  async function setBack(library: string, number: number): Promise<void> {
    await asAdmin(server!, relay.database, [
      'ALTER TABLE standpoint.rows DISABLE TRIGGER USER',
      `DELETE FROM standpoint.rows WHERE library = ${keyOf(library)} AND number > ${number}`,
      'ALTER TABLE standpoint.rows ENABLE TRIGGER USER',
      `UPDATE standpoint.libraries SET last = ${number} WHERE id = '${library}'`
    ]);
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
    await setBack(library, 2);
    // Others have written since, under numbers that were read already.
    await carrier.append(rowsOf(theirs, 1, 3));
    const page = await carrier.read(cursor);
    expect(page.isSetBack).toBe(true);
    expect(told(page.rows)).toEqual(told([...rowsOf(mine, 1, 2), ...rowsOf(theirs, 1, 3)]));
    await expect(carrier.append(rowsOf(mine, 5, 1))).rejects.toMatchObject({
      code: 'row-gap',
      held: 2
    });
    await carrier.append(rowsOf(mine, 3, 3));
    expect(told((await readAll(carrier, page.cursor)).rows)).toEqual(told(rowsOf(mine, 3, 3)));
  });

  test('set back, it is noticed also where the row that was read last came to the same number again', async () => {
    const library = await newLibrary();
    const carrier = await open(library);
    const [mine, theirs] = [newName(), newName()];
    await carrier.append(rowsOf(theirs, 1, 2));
    await carrier.append(rowsOf(mine, 1, 1));
    const { cursor } = await readAll(carrier);
    await setBack(library, 1);
    const other = newName();
    await carrier.append(rowsOf(other, 1, 1));
    await carrier.append(rowsOf(mine, 1, 1));
    const page = await carrier.read(cursor);
    expect(page.isSetBack).toBe(true);
    expect(told(page.rows)).toEqual(
      told([...rowsOf(theirs, 1, 1), ...rowsOf(other, 1, 1), ...rowsOf(mine, 1, 1)])
    );
    expect((await carrier.read(page.cursor)).isSetBack).toBe(false);
  });

  test('reading goes on over rows that somebody removed by hand', async () => {
    const library = await newLibrary();
    const carrier = await open(library);
    const device = newName();
    await carrier.append(rowsOf(device, 1, 4_500));
    await asAdmin(server!, relay.database, [
      'ALTER TABLE standpoint.rows DISABLE TRIGGER USER',
      `DELETE FROM standpoint.rows WHERE library = ${keyOf(library)} AND number BETWEEN 11 AND 4300`,
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
});
