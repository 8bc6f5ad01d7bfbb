/** What a server that refuses, or is none, is said to do: a sentence, and never a password. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAddress, type RelayAddress } from '../address.js';
import { readAll, rowsOf, server } from '../testing/make-carriers.js';
import { impatient, openImpatiently, refusalOf } from '../testing/refusals.js';
import {
  addressOf,
  asAdmin,
  makeRelay,
  newName,
  type TestRelay,
  withAdmin,
  withClient
} from '../testing/shared-postgres.js';

describe.runIf(server !== null)('a server that', () => {
  let relay: TestRelay;
  let member: string;

  beforeAll(async () => {
    relay = await makeRelay(server!);
    member = await relay.addMember();
  });

  const patient = { ...impatient, connect: 20_000, answer: 20_000 };
  const open = (patience = patient) => openImpatiently(member, relay.library, patience);

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
    const failure = await refusalOf(address, relay.library);
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(pattern);
    expect(failure.message).toMatch(/What you wrote is kept on this computer\.$/);
    const { password } = parseAddress(address) as RelayAddress;
    if (password) expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(password);
  });

  test('has the library of others only says that it has no such one', async () => {
    expect(await refusalOf(member, newName())).toMatchObject({ code: 'no-team-library' });
  });

  test.runIf(process.platform !== 'win32')(
    'is to be checked by certificates out of a pipe is not asked, and nothing hangs',
    async () => {
      const pipe = join(await mkdtemp(join(tmpdir(), 'standpoint-relay-')), 'pipe');
      execFileSync('mkfifo', [pipe]);
      const failure = await refusalOf(
        `${member}?sslmode=verify-full&sslrootcert=${pipe}`,
        relay.library
      );
      await rm(dirname(pipe), { recursive: true });
      expect(failure).toMatchObject({
        code: 'carrier-refuses',
        message: expect.stringContaining(`names the certificates in ${pipe}`) as string
      });
    }
  );

  test.each([
    ['size', '4611686018427387904'],
    ['parts', '2147483647']
  ])('lies about the %s of a file is found out, or gives what it has', async (field, value) => {
    const carrier = await open();
    const [name, bytes] = [newName(), Buffer.from('shared')];
    await carrier.putFile(name, bytes);
    await asAdmin(server!, relay.database, [
      'ALTER TABLE standpoint.files DISABLE TRIGGER only_grows',
      `UPDATE standpoint.files SET ${field} = ${value} WHERE name = '${name}'`,
      'ALTER TABLE standpoint.files ENABLE TRIGGER only_grows'
    ]);
    const got = carrier.getFile(name);
    if (field === 'size') expect(await got).toEqual(bytes);
    else await expect(got).rejects.toMatchObject({ code: 'carrier-refuses' });
    await carrier.close();
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
    const failure = await refusalOf(member, relay.library);
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
      await withAdmin(server!, async (admin) => {
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
        const failure = await refusalOf(
          `postgres://role:${secret}@127.0.0.1:${port}/team${query}`,
          relay.library
        );
        expect(failure.code).toMatch(/^carrier-(?:away|refuses)$/);
      }
      other.close();
    }
  );

  test.each([
    ['in clear text', Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 3])],
    ['as MD5', Buffer.from([82, 0, 0, 0, 12, 0, 0, 0, 5, 1, 2, 3, 4])]
  ])('asks for the password %s gets nothing, also as often as it is asked', async (_how, asks) => {
    const got: Buffer[] = [];
    const other = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write(asks));
      socket.on('data', (bytes) => got.push(bytes));
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const failure = await refusalOf(
      `postgres://role:${secret}@127.0.0.1:${port}/team`,
      relay.library
    );
    expect(failure).toMatchObject({
      code: 'carrier-refuses',
      message: expect.stringMatching(/in a way that would tell it, so it was not sent/) as string
    });
    other.close();
    // What says who comes, and nothing behind it but a goodbye.
    const sent = Buffer.concat(got).toString('latin1');
    expect(sent).toContain('application_name');
    expect(sent).not.toContain(decodeURIComponent(secret));
    expect(sent).not.toMatch(/md5[0-9a-f]{32}/);
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
      expect((await refusalOf(address, relay.library)).message).toMatch(/asks for the password/);
    } finally {
      for (const name of Object.keys(environment)) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });
});
