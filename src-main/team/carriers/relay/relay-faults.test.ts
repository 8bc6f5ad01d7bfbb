/** A server that dies, hangs, comes back or shows a certificate. It is one of this file alone, and keeps what it commits. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bySize } from '../../../../scripts/testing/by-size.mjs';
import type { ExpectedFailure } from '../../../domain/base/result.js';
import { backOff } from '../back-off.js';
import { openCarrier } from '../open-carrier.js';
import { readAll, rowsOf, told } from '../testing/make-carriers.js';
import { impatient, openImpatiently, refusalOf } from '../testing/refusals.js';
import {
  asAdmin,
  makeRelay,
  newName,
  orSayMissing,
  type TestRelay,
  withAdmin,
  withClient
} from '../testing/shared-postgres.js';
import { startPostgres } from '../testing/throw-away-postgres.js';

const keeper = await startPostgres({ durable: true });
const server = orSayMissing(keeper.facts, 'the tests of a relay that fails');
afterAll(() => keeper.end());

const kills = bySize({ usual: 2, full: 30 });

describe.runIf(server !== null)('a server that', () => {
  let relay: TestRelay;
  let member: string;

  beforeAll(async () => {
    relay = await makeRelay(server!);
    member = await relay.addMember();
  });
  beforeEach(() => keeper.tell('start'));

  /** However busy the machine is: a connection needs a new process of the server. */
  const patient = { ...impatient, connect: 20_000, answer: 20_000 };
  const open = (patience = patient) => openImpatiently(member, relay.library, patience);

  test('is killed and started again amid appends keeps every row that it acknowledged', async () => {
    const devices = [newName(), newName(), newName()];
    const acknowledged = new Map(devices.map((device) => [device, 0]));
    let isOver = false;
    // All are open before the first kill: whom it meets while opening is refused, as is right.
    const carriers = await Promise.all(devices.map(() => open()));
    const writers = devices.map(async (device, at) => {
      const carrier = carriers[at]!;
      for (let n = 1; !isOver;) {
        try {
          await carrier.append(rowsOf(device, n, 3));
          acknowledged.set(device, n + 2);
          n += 3;
        } catch (error) {
          // Nobody knows whether the last ones are held: they are appended again.
          expect(error).toMatchObject({ code: 'carrier-away' });
          await new Promise((resolve) => setTimeout(resolve, backOff(1)));
        }
      }
      await carrier.close();
    });
    const sum = () => [...acknowledged.values()].reduce((a, b) => a + b, 0);
    for (let kill = 1; kill <= kills; kill += 1) {
      const before = sum();
      while (sum() < before + 60) await new Promise((resolve) => setTimeout(resolve, 5));
      await keeper.tell('kill');
      await keeper.tell('start');
    }
    isOver = true;
    await Promise.all(writers);
    const reader = await open();
    const { rows } = await readAll(reader);
    for (const device of devices) {
      const held = rows.filter((row) => row.device === device);
      expect(held.length).toBeGreaterThanOrEqual(acknowledged.get(device)!);
      expect(told(held)).toEqual(told(rowsOf(device, 1, held.length)));
    }
    await reader.close();
  });

  test('hangs is noticed by who asks and by who only watches; once it goes on, all is told', async () => {
    const carrier = await open(impatient);
    const device = newName();
    await carrier.append(rowsOf(device, 1, 1));
    const lost: ExpectedFailure[] = [];
    let tell = (): void => undefined;
    const news = () => new Promise<void>((resolve) => (tell = resolve));
    let isNews = news();
    let isLost = (): void => undefined;
    const untilLost = new Promise<void>((resolve) => (isLost = resolve));
    const watch = carrier.watch(
      () => tell(),
      (why) => {
        lost.push(why);
        isLost();
      }
    );
    await isNews;
    await keeper.tell('freeze');
    try {
      await expect(carrier.append(rowsOf(device, 2, 1))).rejects.toMatchObject({
        code: 'carrier-away',
        message: expect.stringMatching(/does not answer in time\. What you wrote is kept/) as string
      });
      await untilLost;
      await expect(open(impatient)).rejects.toMatchObject({ code: 'carrier-away' });
      expect(lost.map(({ code }) => code)).toEqual(['carrier-away']);
    } finally {
      isNews = news();
      await keeper.tell('thaw');
    }
    await isNews;
    await carrier.append(rowsOf(device, 2, 1));
    expect(await carrier.held(device)).toBe(2);
    watch.close();
    await keeper.tell('freeze');
    await carrier.close();
    await keeper.tell('thaw');
  });

  test('is stopped is told once, and who watches is told of news once it is back', async () => {
    const carrier = await open();
    const lost: string[] = [];
    let tell = (): void => undefined;
    const news = () => new Promise<void>((resolve) => (tell = resolve));
    let isNews = news();
    const watch = carrier.watch(
      () => tell(),
      (why) => lost.push(why.message)
    );
    await isNews;
    await keeper.tell('stop');
    await expect(carrier.read(null)).rejects.toMatchObject({ code: 'carrier-away' });
    isNews = news();
    await keeper.tell('start');
    await isNews;
    // A connection that broke meanwhile is made anew by itself.
    const device = newName();
    isNews = news();
    await carrier.append(rowsOf(device, 1, 1));
    await isNews;
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatch(
      /^The server at 127\.0\.0\.1:\d+ \(database “team_\w+”\) .*\. What you wrote is kept on this computer\.$/
    );
    watch.close();
    await carrier.close();
  });

  test('cuts every connection costs nobody an append', async () => {
    const carrier = await open();
    const device = newName();
    for (let n = 1; n <= 5; n += 1) {
      await carrier.append(rowsOf(device, n, 1));
      await asAdmin(server!, 'postgres', [
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${relay.database}'`
      ]);
    }
    // Also while it is being answered: the append waits for a lock.
    const done = await withClient(relay.owner, async (client) => {
      await client.query('BEGIN; SELECT last FROM standpoint.libraries FOR UPDATE');
      const appended = carrier.append(rowsOf(device, 6, 1)).then(
        () => 'appended',
        (error: unknown) => error
      );
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
      await withAdmin(server!, async (admin) => {
        while ((await admin.query(cut)).rowCount !== 1);
      });
      await client.query('COMMIT');
      return appended;
    });
    expect(done).toBe('appended');
    expect(await carrier.held(device)).toBe(6);
    await carrier.close();
  });

  describe.runIf(server?.rootCertificate)('shows a certificate that', () => {
    /** By a name that the good certificate has. */
    const named = (query: string, host = 'localhost') =>
      `${member.replace('127.0.0.1', host)}?${query}`;
    const known = () =>
      `sslmode=verify-full&sslrootcert=${encodeURIComponent(server!.rootCertificate!)}`;

    const refusal = (address: string) => refusalOf(address, relay.library);

    async function under<T>(kind: 'expired' | 'other', work: () => Promise<T>): Promise<T> {
      await keeper.tell(`certificate ${kind}`);
      try {
        return await work();
      } finally {
        await keeper.tell('certificate good');
      }
    }

    test('fits is spoken to, and all of it under TLS', async () => {
      const carrier = await openCarrier(named(known()), { library: relay.library });
      const device = newName();
      await carrier.append(rowsOf(device, 1, 2));
      const { username } = new URL(member);
      await withAdmin(server!, async (admin) => {
        const { rows } = await admin.query(
          `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = '${username}'`
        );
        expect(rows).toEqual([{ ssl: true }]);
      });
      await carrier.close();
    });

    test('has expired is refused', async () => {
      const failure = await under('expired', () => refusal(named(known())));
      expect(failure).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/certificate that has expired\. Whoever runs it/) as string
      });
    });

    test.each(['localhost', '127.0.0.1'])(
      'is for another name than %s is refused',
      async (host) => {
        const failure = await under('other', () => refusal(named(known(), host)));
        expect(failure).toMatchObject({
          code: 'carrier-refuses',
          message: expect.stringContaining(`for another name than ${host}`) as string
        });
      }
    );

    test('is for a name is refused where the address is a number', async () => {
      expect(await refusal(named(known(), '127.0.0.1'))).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringContaining('for another name than 127.0.0.1') as string
      });
    });

    test('nobody known has issued is refused', async () => {
      expect(await refusalOf(named('sslmode=verify-full'), relay.library)).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/issuer this program does not know.*sslrootcert/) as string
      });
      expect(
        await refusalOf(named('sslmode=verify-full&sslrootcert=/nowhere.crt'), relay.library)
      ).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/\/nowhere\.crt, which cannot be read/) as string
      });
    });

    test('is never asked for, with encryption off, is refused where encryption was asked for', async () => {
      const settings = join(server!.data, 'postgresql.auto.conf');
      const before = await readFile(settings, 'utf8');
      await writeFile(settings, before.replace('ssl = on', 'ssl = off'));
      await keeper.tell('stop');
      await keeper.tell('start');
      const failure = await refusal(named(known()));
      await writeFile(settings, before);
      await keeper.tell('stop');
      await keeper.tell('start');
      expect(failure).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/offers no encryption.*nothing was sent/) as string
      });
    });
  });

  test('is not needed any more leaves nothing behind that keeps the program running', async () => {
    const carrier = await open();
    carrier.watch(
      () => undefined,
      () => undefined
    );
    await carrier.close();
    const { username } = new URL(member);
    const count = () =>
      withAdmin(server!, async (admin) => {
        const { rows } = await admin.query<{ n: string }>(
          `SELECT count(*) AS n FROM pg_stat_activity WHERE usename = '${username}'`
        );
        return Number(rows[0]!.n);
      });
    while ((await count()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
