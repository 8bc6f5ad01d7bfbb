/**
 * Starts the real program as a person would. The tests of a file share one start: before each of them the
 * program opens a fresh copy of a library and loads its page again (shared-start.ts). A test that asks for
 * `launch`, or sets `ownStart`, starts the program itself, in a home folder of its own.
 * Tests import `test` and `expect` from here.
 */
import { cpSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
  type TestInfo
} from '@playwright/test';
import type { NewArticle } from '../src-main/domain/program/settings.js';
import { removeHome } from './remove-home.js';
import { SharedStarts } from './shared-start.js';
import { electronBinary, type HostName } from '../src-host/facts/choose-host.js';
import { firstPage } from './first-page.js';

export { expect };

/**
 * Less than a test may take, in ms: a start that hangs then fails by itself, and Playwright says how far
 * it came and all that the program wrote.
 */
const startLimit = 75_000;

/** What the program may take to end after a test, in ms. */
const endLimit = 30_000;

export const root = resolve(import.meta.dirname, '..');
export const hostBinary = join(root, 'out/host/bin.js');

export interface HostOptions {
  /** Whether the Chromium host imitates Electron. */
  likeElectron: boolean;
  /** The folder of the program to start. */
  program: string;
  /** The program's own arguments. */
  args: readonly string[];
  /**
   * What a new article becomes, in the settings of the first start; `null` for the program's own choice.
   * Most tests are about cards that hold all of an article.
   */
  newArticle: NewArticle | null;
  /**
   * Whether the first start makes the library, as a newcomer's does. Elsewhere it finds a copy of one that
   * such a start has made: the samples need not be read and indexed for each test.
   */
  newLibrary: boolean;
  /** Beside those of the test run; `undefined` takes one away. */
  env: Readonly<Record<string, string | undefined>>;
  /**
   * Whether `page` and `electronApp` are of a start of the test's own, with its settings in `home`, also where
   * it does not ask for `launch`.
   */
  ownStart: boolean;
}

export interface WorkerOptions {
  /** Set by the Playwright project. */
  host: HostName;
}

export interface WorkerFixtures {
  /** The folder of a library that a first start has made, with its index; to be copied. */
  madeLibrary: string;
  /** The program that tests of one file share. */
  sharedStarts: SharedStarts;
}

export interface Fixtures {
  /** Whether the menu is the system's, which tests reach by the program and not in the page. */
  nativeMenu: boolean;
  /** Files of the test; its library in the folder `library`. Of an own start also its settings and profile. */
  home: string;
  /** What the program has written so far, of all its starts. */
  programLog: string[];
  /** Starts the program, again on the same home if it has run before. The test's end ends it. */
  launch: (args?: readonly string[]) => Promise<ElectronApplication>;
  electronApp: ElectronApplication;
  page: Page;
}

export const test = base.extend<Fixtures & HostOptions, WorkerFixtures & WorkerOptions>({
  host: ['chromium', { option: true, scope: 'worker' }],
  likeElectron: [false, { option: true }],
  nativeMenu: async ({ host, likeElectron }, use) => use(host === 'electron' || likeElectron),
  program: [root, { option: true }],
  args: [[], { option: true }],
  newArticle: ['cards', { option: true }],
  newLibrary: [false, { option: true }],
  env: [{}, { option: true }],
  ownStart: [false, { option: true }],

  madeLibrary: [
    async ({ host }, use) => {
      const home = mkdtempSync(join(tmpdir(), 'standpoint-made-'));
      await makeLibrary(await start(host, root, [], { STANDPOINT_HOME: home }));
      await use(join(home, 'library'));
      await removeHome(home);
    },
    { scope: 'worker', timeout: 90_000 }
  ],

  sharedStarts: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern here.
    async ({}, use) => {
      const starts = new SharedStarts();
      await use(starts);
      await starts.end();
    },
    { scope: 'worker', timeout: 90_000 }
  ],

  home: async ({ likeElectron, sharedStarts }, use) => {
    // For all that a test starts, by whatever way.
    if (likeElectron) process.env['STANDPOINT_HOST_LIKE'] = 'electron';
    else delete process.env['STANDPOINT_HOST_LIKE'];
    const home = mkdtempSync(join(tmpdir(), 'standpoint-e2e-'));
    await use(home);
    await sharedStarts.remove(home);
  },

  // eslint-disable-next-line no-empty-pattern -- Playwright wants a pattern here.
  programLog: async ({}, use, testInfo) => {
    const log: string[] = [];
    await use(log);
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('program.log', { body: log.join(''), contentType: 'text/plain' });
  },

  launch: async (
    { host, program, args, env, home, programLog, newArticle, newLibrary, madeLibrary },
    use
  ) => {
    const settings = join(home, 'settings.json');
    if (newArticle && !existsSync(settings)) {
      writeFileSync(settings, JSON.stringify({ newArticle }));
    }
    const library = join(home, 'library');
    if (!newLibrary && program === root && !existsSync(library))
      cpSync(madeLibrary, library, { recursive: true });
    const started: (() => Promise<void>)[] = [];
    await use(async (again = args) => {
      const electronApp = await start(host, program, again, { STANDPOINT_HOME: home, ...env });
      const { stdout, stderr } = electronApp.process();
      started.push(prepareEnd(electronApp));
      for (const stream of [stdout, stderr])
        stream?.on('data', (data: Buffer) => programLog.push(data.toString()));
      return electronApp;
    });
    for (const end of started) await end();
  },

  electronApp: async (
    {
      launch,
      ownStart,
      newLibrary,
      likeElectron,
      host,
      program,
      args,
      env,
      home,
      newArticle,
      sharedStarts,
      programLog
    },
    use,
    testInfo
  ) => {
    const isOwn = ownStart || newLibrary || program !== root || asksForLaunch(testInfo);
    if (isOwn) return use(await launch());
    const key = JSON.stringify([testInfo.file, host, likeElectron, args, Object.entries(env)]);
    const started = await sharedStarts.get(key, async (homeOfStart) => {
      const app = await start(host, program, args, { STANDPOINT_HOME: homeOfStart, ...env });
      return { electronApp: app, page: await firstPage(app), end: prepareEnd(app) };
    });
    const endLog = started.writeLogTo(programLog);
    // `launch` has put it there.
    await started.openFresh(join(home, 'library'), newArticle);
    await use(started.electronApp);
    endLog();
    if (testInfo.status !== testInfo.expectedStatus) await sharedStarts.end();
  },
  page: async ({ electronApp }, use) => use(await firstPage(electronApp))
});

/** The names between the braces of a test function's first parameter are the fixtures that it asks for. */
function asksForLaunch({ fn }: TestInfo): boolean {
  const [, names = ''] = /^[^{]*\{([^}]*)\}/.exec(String(fn)) ?? [];
  return names.split(',').some((name) => name.trim() === 'launch');
}

async function start(
  host: HostName,
  program: string,
  args: readonly string[],
  env: HostOptions['env']
): Promise<ElectronApplication> {
  const electronApp = await _electron.launch({
    executablePath: host === 'electron' ? electronBinary()! : hostBinary,
    args: [program, ...args],
    cwd: root,
    env: makeEnvironment(env),
    timeout: startLimit
  });
  // With a listener Playwright leaves the question before closing to the program.
  electronApp.context().on('dialog', () => undefined);
  return electronApp;
}

/** Ends the program once the samples are in the library and found in its index. */
async function makeLibrary(electronApp: ElectronApplication): Promise<void> {
  const page = await electronApp.firstWindow({ timeout: startLimit });
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('kind:source Alaska');
  const found = page.getByRole('listbox', { name: 'Search results' }).getByRole('group');
  await expect(found).toHaveCount(2);
  const ended = new Promise((resolve) => electronApp.process().once('close', resolve));
  electronApp.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await ended;
}

function makeEnvironment(
  changes: Readonly<Record<string, string | undefined>>
): Record<string, string> {
  const merged = Object.entries({ ...process.env, ...changes });
  return Object.fromEntries(
    merged.filter((entry): entry is [string, string] => entry[1] !== undefined)
  );
}

/**
 * Makes what ends the program without a question, unsaved work or not. One that the debugger cannot end is
 * killed, so that it does not take the tests after it along: how the program ends is what other tests ask.
 */
function prepareEnd(electronApp: ElectronApplication): () => Promise<void> {
  const process = electronApp.process();
  const ended = new Promise((resolve) => process.once('close', resolve));
  return async () => {
    // The program goes before it can answer, or has gone already.
    electronApp.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    const limit = setTimeout(() => {
      console.error(`The program was killed: it had not ended after ${endLimit / 1000} seconds.`);
      process.kill('SIGKILL');
    }, endLimit);
    await ended;
    clearTimeout(limit);
  };
}
