/** Nothing that a page does on the Chromium host reaches a network, not even this machine's own. */
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from './fixtures.js';
import {
  listAllProcesses,
  listBrowsers,
  listProcesses,
  listSocketInodes,
  test as base
} from './host-process.js';

interface Sink {
  readonly port: number;
  /** A line for each connection, request and datagram. */
  readonly hits: string[];
  /** Answers requests with this page from now on. */
  serve(html: string): void;
}

const test = base.extend<{ sink: Sink; otherSink: Sink }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern here.
  sink: async ({}, use) => openSink(use),
  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern here.
  otherSink: async ({}, use) => openSink(use)
});

async function openSink(use: (sink: Sink) => Promise<void>): Promise<void> {
  const hits: string[] = [];
  let page = '';
  const server: Server = createServer((request, response) => {
    hits.push(request.url!);
    response.setHeader('content-type', 'text/html').end(page);
  });
  server.on('connection', () => hits.push('connection'));
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket({ type: 'udp6' }, () => hits.push('datagram'));
  await new Promise<void>((resolve) => datagrams.bind(port, '::', resolve));
  await use({ port, hits, serve: (html) => (page = html) });
  datagrams.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/**
 * Sockets of the internet families that these processes hold, as /proc/net shows them. Only root may
 * look into a process in Chromium's sandbox: there it is those of this user that no other process holds.
 */
function listSockets(pids: readonly number[]): string[] {
  const held = pids.map(listSocketInodes);
  const ours = new Set(held.flatMap((inodes) => inodes ?? []));
  const known = new Set(listAllProcesses().flatMap((pid) => listSocketInodes(pid) ?? []));
  const mayBeHidden = held.includes(null);
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((family) =>
    readFileSync(`/proc/net/${family}`, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => {
        const [, , , , , , , uid, , inode = ''] = line.trim().split(/\s+/);
        if (ours.has(inode)) return true;
        // One that is closed already is nobody's, and has the number 0.
        return (
          mayBeHidden && uid === String(process.getuid!()) && inode !== '0' && !known.has(inode)
        );
      })
      .map((line) => `${family} ${line.trim()}`)
  );
}

function leakPage(...ports: number[]): string {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'];
  const targets = ports.flatMap((port) => hosts.map((host) => `to=http://${host}:${port}`));
  return `app://bundle/leak.html?${targets.join('&')}`;
}

test('a page without any policy reaches nothing, whatever it tries', async ({ start, sink }) => {
  const host = start({ env: { HOST_APP_POLICY: '', HOST_APP_URL: leakPage(sink.port) } });
  await host.sees('tried');
  expect(sink.hits).toEqual([]);
});

test('Chromium holds no network socket', { tag: '@rest' }, async ({ start }) => {
  const host = start();
  await host.sees('loaded');
  const processes = listProcesses(host.pid);
  expect(listBrowsers(host.pid)).toHaveLength(1);
  expect(listSockets(processes)).toEqual([]);
});

test(
  'the development server is let through, and nothing else on this machine',
  { tag: '@rest' },
  async ({ start, sink, otherSink }) => {
    const origin = `http://localhost:${sink.port}`;
    const leak = readFileSync(new URL('./host-app/page/leak.js', import.meta.url), 'utf8');
    sink.serve(`<!doctype html><body><script type="module">${leak}</script>`);
    const { search } = new URL(leakPage(otherSink.port));
    const host = start({
      env: { ELECTRON_RENDERER_URL: origin, HOST_APP_URL: `${origin}/${search}` }
    });
    await host.sees('tried');
    expect(sink.hits.length).toBeGreaterThan(1);
    expect(otherSink.hits).toEqual([]);
  }
);
