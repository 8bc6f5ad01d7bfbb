/**
 * One throw-away PostgreSQL for all tests of a run, started when the first of them asks for it. A test asks by
 * `sharedPostgres` of src-main/team/carriers/testing.
 */
import { createServer, type AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import {
  startPostgres,
  type ThrowAwayServer
} from './src-main/team/carriers/testing/throw-away-postgres.js';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<ThrowAwayServer> | null = null;
  const door = createServer((socket) => {
    server ??= startPostgres({ durable: false });
    void server.then(({ facts }) => socket.end(JSON.stringify(facts)));
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  door.unref();
  project.provide('postgresDoor', (door.address() as AddressInfo).port);
  return async () => {
    door.close();
    await (await server)?.end();
  };
}
