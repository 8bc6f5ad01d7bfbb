/** A server that dies, hangs, comes back, refuses, or is none. The server is one of this file alone, and keeps what it commits. */
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ExpectedFailure } from '../../../domain/base/result.js';
import { parseAddress, type RelayAddress } from '../address.js';
import { backOff } from '../back-off.js';
import type { Carrier } from '../carrier.js';
import { openCarrier } from '../open-carrier.js';
import { readAll, rowsOf, told } from '../testing/make-carriers.js';
import {
  addressOf,
  asAdmin,
  makeRelay,
  newName,
  orSayMissing,
  type TestRelay,
  withClient
} from '../testing/shared-postgres.js';
import { startPostgres } from '../testing/throw-away-postgres.js';
import { openRelay } from './relay.js';

const keeper = await startPostgres({ durable: true });
const server = orSayMissing(keeper.facts, 'the tests of a relay that fails');
afterAll(() => keeper.end());

const kills = process.env['STANDPOINT_THOROUGH'] === '1' ? 30 : 2;

/** Short, so that a server that hangs is noticed at once. Milliseconds. */
const impatient = { connect: 1_500, answer: 1_500, ping: 200 };

describe.runIf(server !== null)('a server that', () => {
  let relay: TestRelay;
  let member: string;

  beforeAll(async () => {
    relay = await makeRelay(server!);
    member = await relay.addMember();
  });
  beforeEach(() => keeper.tell('start'));

  const open = (patience = impatient, address = member) =>
    openRelay(parseAddress(address) as RelayAddress, relay.library, null, patience);

  test('is killed and started again amid appends keeps every row that it acknowledged', async () => {
    const devices = [newName(), newName(), newName()];
    const acknowledged = new Map(devices.map((device) => [device, 0]));
    let isOver = false;
    const writers = devices.map(async (device) => {
      const carrier = await open({ ...impatient, connect: 20_000, answer: 20_000 });
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
    const carrier = await open();
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
      await expect(open()).rejects.toMatchObject({ code: 'carrier-away' });
      expect(lost.map(({ code }) => code)).toEqual(['carrier-away']);
      // To end does not wait for it either.
      const hanging = await Promise.race([carrier.read(null).catch(() => 'away'), 'still asking']);
      expect(hanging).toBe('still asking');
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
    expect(await carrier.held(device)).toBe(5);
    await carrier.close();
  });

  /** As who may do everything. */
  const withAdmin = <T>(work: (admin: pg.Client) => Promise<T>) =>
    withClient(addressOf(server!, 'postgres', server!), work);

  /** What opening says, whatever else may be wrong. */
  async function saying(
    address: string,
    library = relay.library
  ): Promise<{ code: string; message: string }> {
    try {
      const carrier = await openRelay(
        parseAddress(address) as RelayAddress,
        library,
        null,
        impatient
      );
      await carrier.close();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpectedFailure);
      return error as ExpectedFailure;
    }
    throw new Error('It was opened');
  }

  const secret = 'S3cret%2Fword';
  const withSecret = (address: string) => address.replace(/:[^:@]+@/, `:${secret}@`);

  test.each<[string, (member: string) => string, string, RegExp]>([
    [
      'is not there',
      (address) => address.replace(/:\d+\//, ':1/'),
      'carrier-away',
      /takes no connections: it is not running/
    ],
    [
      'has no such name',
      (address) => address.replace(/@[^/]+/, '@nowhere.invalid'),
      'carrier-away',
      /at nowhere\.invalid .*was not found/
    ],
    [
      'has no such socket',
      (address) => address.replace(/@[^/]+/, '@%2Fnowhere'),
      'carrier-away',
      /socket/
    ],
    [
      'does not know the password',
      withSecret,
      'carrier-refuses',
      /does not take the password of the role “standpoint_/
    ],
    [
      'is given no password',
      (address) => address.replace(/:[^:@]+@/, '@'),
      'carrier-refuses',
      /asks for the password of the role/
    ],
    [
      'does not know the role',
      (address) => address.replace(/\/\/[^:]+/, '//nobody'),
      'carrier-refuses',
      /does not take the password of the role “nobody”/
    ],
    [
      'has no such database',
      (address) => address.replace(/team_\w+$/, 'missing'),
      'carrier-refuses',
      /has no database “missing”/
    ],
    [
      'is no relay',
      () => addressOf(server!, 'postgres', server!),
      'no-team-library',
      /is no Standpoint relay/
    ]
  ])('%s says so in a sentence, without the password', async (_what, change, code, pattern) => {
    const address = change(member);
    const failure = await saying(address);
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(pattern);
    expect(failure.message).toMatch(/What you wrote is kept on this computer\.$/);
    const { password } = parseAddress(address) as RelayAddress;
    if (password) expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(password);
  });

  test('has the library of others only says that it has no such one', async () => {
    expect(await saying(member, newName())).toMatchObject({ code: 'no-team-library' });
  });

  test('has no room says so, and keeps what it had', async () => {
    const carrier = await open();
    const device = newName();
    await carrier.append(rowsOf(device, 1, 1));
    const before = await readAll(carrier);
    // As PostgreSQL says it; a disk that is full would take the tests of others down.
    await asAdmin(server!, relay.database, [
      `CREATE FUNCTION standpoint.full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = '53100'; END $$`,
      'CREATE TRIGGER full_disk BEFORE INSERT ON standpoint.rows EXECUTE FUNCTION standpoint.full()'
    ]);
    try {
      await expect(carrier.append(rowsOf(device, 2, 1))).rejects.toMatchObject({
        code: 'carrier-full',
        message: expect.stringMatching(/has no room left on its disk/) as string
      });
      expect(await readAll(carrier)).toEqual(before);
    } finally {
      await asAdmin(server!, relay.database, ['DROP TRIGGER full_disk ON standpoint.rows']);
    }
    await carrier.append(rowsOf(device, 2, 1));
    await carrier.close();
  });

  test('can only be read says so, and can be read', async () => {
    const carrier = await open();
    await asAdmin(server!, 'postgres', [
      `ALTER DATABASE ${relay.database} SET default_transaction_read_only = on`
    ]);
    try {
      const other = await open();
      expect((await other.read(null)).rows.length).toBeGreaterThan(0);
      await expect(other.append(rowsOf(newName(), 1, 1))).rejects.toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/can only be read/) as string
      });
      await other.close();
    } finally {
      await asAdmin(server!, 'postgres', [
        `ALTER DATABASE ${relay.database} RESET default_transaction_read_only`
      ]);
    }
    await carrier.close();
  });

  test('has too many connections, or is starting, says so and may be tried again', async () => {
    const { username } = new URL(member);
    await asAdmin(server!, 'postgres', [`ALTER ROLE ${username} CONNECTION LIMIT 0`]);
    const failure = await saying(member);
    await asAdmin(server!, 'postgres', [`ALTER ROLE ${username} CONNECTION LIMIT 20`]);
    expect(failure).toMatchObject({
      code: 'carrier-away',
      message: expect.stringMatching(/too many connections/) as string
    });
  });

  test('somebody keeps locked, and that gives a statement up, says so and may be tried again', async () => {
    const carrier = await open({ ...impatient, answer: 60_000 });
    await withClient(relay.owner, async (client) => {
      await client.query('BEGIN; SELECT last FROM standpoint.libraries FOR UPDATE');
      const refused = expect(carrier.append(rowsOf(newName(), 1, 1))).rejects.toMatchObject({
        code: 'carrier-away',
        message: expect.stringMatching(/took too long, and gave up/) as string
      });
      const cancel = `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
      await withAdmin(async (admin) => {
        while ((await admin.query(cancel)).rowCount !== 1);
      });
      await refused;
    });
    await carrier.append(rowsOf(newName(), 1, 1));
    await carrier.close();
  });

  test.each(['HTTP/1.1 400 Bad Request\r\n\r\n', '', 'N'])(
    'is no PostgreSQL but answers %j is refused, and nothing hangs',
    async (answer) => {
      const other = createServer((socket) => {
        socket.on('error', () => undefined);
        if (answer) socket.end(answer);
      }).listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      for (const query of ['', '?sslmode=verify-full']) {
        const failure = await saying(`postgres://role:${secret}@127.0.0.1:${port}/team${query}`);
        expect(failure.code).toMatch(/^carrier-(?:away|refuses)$/);
      }
      other.close();
    }
  );

  describe.runIf(server?.rootCertificate)('shows a certificate that', () => {
    /** By a name that the good certificate has. */
    const named = (query: string, host = 'localhost') =>
      `${member.replace('127.0.0.1', host)}?${query}`;
    const known = () =>
      `sslmode=verify-full&sslrootcert=${encodeURIComponent(server!.rootCertificate!)}`;

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
      await withAdmin(async (admin) => {
        const { rows } = await admin.query(
          `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = '${username}'`
        );
        expect(rows).toEqual([{ ssl: true }]);
      });
      await carrier.close();
    });

    test('has expired is refused', async () => {
      const failure = await under('expired', () => saying(named(known())));
      expect(failure).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/certificate that has expired\. Whoever runs it/) as string
      });
    });

    test.each(['localhost', '127.0.0.1'])(
      'is for another name than %s is refused',
      async (host) => {
        const failure = await under('other', () => saying(named(known(), host)));
        expect(failure).toMatchObject({
          code: 'carrier-refuses',
          message: expect.stringContaining(`for another name than ${host}`) as string
        });
      }
    );

    test('is for a name is refused where the address is a number', async () => {
      expect(await saying(named(known(), '127.0.0.1'))).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringContaining('for another name than 127.0.0.1') as string
      });
    });

    test('nobody known has issued is refused', async () => {
      expect(await saying(named('sslmode=verify-full'))).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/issuer this program does not know.*sslrootcert/) as string
      });
      expect(await saying(named('sslmode=verify-full&sslrootcert=/nowhere.crt'))).toMatchObject({
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
      const failure = await saying(named(known()));
      await writeFile(settings, before);
      await keeper.tell('stop');
      await keeper.tell('start');
      expect(failure).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringMatching(/offers no encryption.*nothing was sent/) as string
      });
    });
  });

  test('of the environment is not asked: neither for where to go nor for a password', async () => {
    const { port, password } = new URL(member);
    const address = member.replace(/:[^:@]+@/, '@');
    const environment = {
      PGPASSWORD: decodeURIComponent(password),
      PGHOST: '127.0.0.1',
      PGPORT: port,
      PGSSLMODE: 'no-verify'
    };
    const before = { ...process.env };
    Object.assign(process.env, environment);
    try {
      expect((await saying(address)).message).toMatch(/asks for the password/);
    } finally {
      for (const name of Object.keys(environment)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  test('is not needed any more leaves nothing behind that keeps the program running', async () => {
    const carrier: Carrier = await open();
    carrier.watch(
      () => undefined,
      () => undefined
    );
    await carrier.close();
    const { username } = new URL(member);
    const count = () =>
      withAdmin(async (admin) => {
        const { rows } = await admin.query<{ n: string }>(
          `SELECT count(*) AS n FROM pg_stat_activity WHERE usename = '${username}'`
        );
        return Number(rows[0]!.n);
      });
    while ((await count()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
