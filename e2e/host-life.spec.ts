/** How the Chromium host starts, ends and survives: signals, crashes, second starts, leftovers. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from './fixtures.js';
import { hostApp } from './host-app.js';
import { isRunning, listBrowsers, listProcesses, test, type HostProcess } from './host-process.js';

test.use({ program: hostApp });

function browserOf(host: HostProcess): number {
  return listBrowsers(host.pid)[0]!;
}

test('SIGTERM closes the windows as a person would, and leaves nothing behind', async ({
  start,
  home,
  temp
}) => {
  const person = join(home, 'person');
  mkdirSync(person);
  // As a session without systemd has it, and no folders but those of the home.
  const unset = {
    XDG_RUNTIME_DIR: undefined,
    XDG_CONFIG_HOME: undefined,
    XDG_CACHE_HOME: undefined
  };
  const host = start({ env: { HOME: person, ...unset } });
  await host.sees('loaded');
  const processes = listProcesses(host.pid);
  host.kill('SIGTERM');
  expect(await host.exit).toBe(0);
  expect(host.output).toContain('close\nclosed\n');
  expect(processes.length).toBeGreaterThan(3);
  await expect.poll(() => processes.filter(isRunning)).toEqual([]);
  expect(readdirSync(join(home, 'chromium'))).toEqual([]);
  expect(readdirSync(temp)).toEqual([]);
  // Mesa and Fontconfig keep there what all programs of the person share.
  const shared = /^\.cache($|\/(mesa_shader_cache|fontconfig))/;
  const left = readdirSync(person, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => !shared.test(path))).toEqual([]);
});

test(
  'a window that refuses to close survives the first signal; a second ends at once',
  { tag: '@rest' },
  async ({ start }) => {
    const host = start({ env: { HOST_APP_REFUSE: '1' } });
    await host.sees('loaded');
    const processes = listProcesses(host.pid);
    host.kill('SIGTERM');
    await host.sees('close\n');
    expect(isRunning(browserOf(host))).toBe(true);
    host.kill('SIGINT');
    expect(await host.exit).toBe(130);
    await expect.poll(() => processes.filter(isRunning)).toEqual([]);
  }
);

test(
  'kill -9 takes Chromium along and does not block the next start',
  { tag: '@rest' },
  async ({ start }) => {
    const host = start();
    await host.sees('loaded');
    const processes = listProcesses(host.pid);
    host.kill('SIGKILL');
    await start().sees('loaded');
    await expect.poll(() => processes.filter(isRunning)).toEqual([]);
  }
);

test(
  'what a kill left is removed by the next start, and nobody else can reach it',
  { tag: '@rest' },
  async ({ start, home, temp }) => {
    const env = { STANDPOINT_HOME: join(home, 'new') };
    const profiles = () => [...readdirSync(join(home, 'new/chromium')), ...readdirSync(temp)];
    const killed = start({ env });
    await killed.sees('loaded');
    const left = profiles();
    expect(left).toHaveLength(1);
    const browser = browserOf(killed);
    for (const folder of ['new', 'new/chromium', 'new/running'])
      expect([folder, statSync(join(home, folder)).mode & 0o777]).toEqual([folder, 0o700]);
    killed.kill('SIGKILL');
    await killed.exit;
    // While it dies it may make again what the next start has removed.
    await expect.poll(() => isRunning(browser)).toBe(false);
    expect(profiles()).toEqual(left);
    await start({ env }).sees('loaded');
    expect(profiles()).toHaveLength(1);
    expect(profiles().filter((name) => left.includes(name))).toEqual([]);
  }
);

test(
  'a second start hands over its arguments and folder, and ends',
  { tag: '@rest' },
  async ({ start }) => {
    const first = start();
    await first.sees('loaded');
    const second = start({ args: ['--flag', 'an article.txt'] });
    expect(await second.exit).toBe(0);
    const { args } = JSON.parse(/second (.*)/.exec(first.output)![1]!) as { args: string[] };
    expect(args).toEqual(['--flag', 'an article.txt']);
  }
);

test(
  'a start during another’s end waits for it and then runs',
  { tag: '@rest' },
  async ({ start }) => {
    const first = start();
    await first.sees('loaded');
    first.kill('SIGTERM');
    await first.sees('closed');
    const second = start();
    await second.sees('loaded');
    expect(await first.exit).toBe(0);
  }
);

test('of many starts at once exactly one runs', { tag: '@rest' }, async ({ start }) => {
  const starts = Array.from({ length: 4 }, () => start());
  const winner = await Promise.any(starts.map((host) => host.sees('loaded').then(() => host)));
  const others = starts.filter((host) => host !== winner);
  expect(await Promise.all(others.map((host) => host.exit))).toEqual([0, 0, 0]);
  expect(isRunning(winner.pid)).toBe(true);
});

test(
  'a crashed Chromium is reported and its window opens again in a new one',
  { tag: '@rest' },
  async ({ start }) => {
    const host = start();
    await host.sees('loaded');
    const browser = browserOf(host);
    process.kill(browser, 'SIGKILL');
    await host.sees('browser killed\npage killed\n');
    await host.sees('loaded', 2);
    expect(browserOf(host)).not.toBe(browser);
  }
);

test(
  'a crashed page is reported and can be loaded again',
  { tag: '@rest' },
  async ({ page, electronApp }) => {
    await page.getByRole('heading').waitFor();
    const session = await page.context().newCDPSession(page);
    // The page goes before it can answer.
    session.send('Page.crash').catch(() => undefined);
    await expect
      .poll(() => electronApp.evaluate(() => globalThis.hostApp.seen.filter((x) => x !== 'ready')))
      .toEqual(['loaded', 'page crashed', 'loaded']);
  }
);

test(
  'a refused quit keeps the program; app.exit asks nobody and gives its code',
  { tag: '@rest' },
  async ({ electronApp, page }) => {
    await page.getByRole('heading').waitFor();
    await electronApp.evaluate(({ app }) => {
      app.once('before-quit', (event) => event.preventDefault());
      app.quit();
      globalThis.hostApp.refuseClose = true;
      app.quit();
    });
    await expect(page.getByRole('heading')).toBeVisible();
    const exit = new Promise((resolve) => electronApp.process().once('exit', resolve));
    electronApp.evaluate(({ app }) => app.exit(7)).catch(() => undefined);
    expect(await exit).toBe(7);
  }
);

test('without Chromium it says so and exits with 3', { tag: '@rest' }, async ({ start }) => {
  const host = start({ env: { STANDPOINT_CHROMIUM: '/nowhere/chromium' } });
  expect(await host.exit).toBe(3);
  expect(host.output).toBe(
    'STANDPOINT_CHROMIUM names /nowhere/chromium, which is not there or is a snap.\n'
  );
});
