/**
 * One start of the program for the tests of a spec file. Before each of them the program opens a fresh library
 * by its own way, its settings go back to those of a first start, and its page is loaded again.
 *
 * What does not go back: that a person has been in the sample, which editions she chose, and which libraries
 * she opened. A test that minds sets `ownStart`.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Bridge, MethodName, Methods, Value } from '../src-main/domain/api.js';
import {
  firstPreferences,
  type NewArticle,
  type ReadingPlace
} from '../src-main/domain/program/settings.js';
import type { z } from '../src-main/domain/base/zod.js';
import { removeHome } from './remove-home.js';

/** There is no such page: what the program shows instead works on nothing. */
const emptyPage = 'app://bundle/nothing';

const firstPlace: ReadingPlace = {
  view: 'brief',
  beside: false,
  share: 0.5,
  source: null,
  card: null,
  folded: [],
  briefingTop: null,
  sourceTop: null,
  seenAt: null
};

/** A program that runs, its page, and what ends it without a question. */
export interface Started {
  readonly electronApp: ElectronApplication;
  readonly page: Page;
  readonly end: () => Promise<void>;
}

/** The start that the tests of one file and of the same options share; of another file or options another. */
export class SharedStarts {
  #open: {
    readonly key: string;
    readonly home: string;
    readonly start: SharedStart;
    /** Folders of tests that used it. */
    readonly left: string[];
  } | null = null;

  /** @param startIn starts the program with its settings in a folder that is removed after its end. */
  async get(key: string, startIn: (home: string) => Promise<Started>): Promise<SharedStart> {
    if (this.#open?.key === key && (await this.#open.start.leave())) return this.#open.start;
    await this.end();
    const home = mkdtempSync(join(tmpdir(), 'standpoint-shared-'));
    const start = new SharedStart(await startIn(home));
    this.#open = { key, home, start, left: [] };
    await start.prepare();
    return start;
  }

  /** Removes the folder of a test, once no program works in it any more. */
  async remove(home: string): Promise<void> {
    if (this.#open) this.#open.left.push(home);
    else await removeHome(home);
  }

  async end(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    await open.start.end();
    for (const home of [open.home, ...open.left]) await removeHome(home);
  }
}

class SharedStart {
  readonly electronApp: ElectronApplication;
  readonly #page: Page;
  /** Playwright names it no more once it has ended. */
  readonly #process: ReturnType<ElectronApplication['process']>;
  readonly end: () => Promise<void>;
  #size: { readonly width: number; readonly height: number } | null = null;

  constructor({ electronApp, page, end }: Started) {
    this.electronApp = electronApp;
    this.#page = page;
    this.#process = electronApp.process();
    this.end = end;
  }

  /** Not once a test has ended the program, or closed its window. */
  get isRunning(): boolean {
    const { exitCode, signalCode } = this.#process;
    return exitCode === null && signalCode === null && !this.#page.isClosed();
  }

  /** What the program writes from now on goes there, until what this returns is called. */
  writeLogTo(log: string[]): () => void {
    const { stdout, stderr } = this.#process;
    const note = (data: Buffer) => void log.push(data.toString());
    const streams = [stdout, stderr];
    for (const stream of streams) stream?.on('data', note);
    return () => streams.forEach((stream) => stream?.off('data', note));
  }

  /**
   * Remembers what `openFresh` is to lead back to, and leaves the first page, which could not be told from the
   * one that `openFresh` loads.
   */
  async prepare(): Promise<void> {
    this.#size = await this.#page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await this.electronApp.evaluate(({ dialog, shell }) => {
      Object.assign(globalThis, { firstDialog: { ...dialog }, firstShell: { ...shell } });
    });
    await this.#load(emptyPage);
  }

  /** Leaves the page of the last test, which works on nothing then. @returns whether the program can go on. */
  async leave(): Promise<boolean> {
    if (!this.isRunning) return false;
    try {
      await this.#load(emptyPage);
      return true;
    } catch (error) {
      // A page that still loads something can refuse to go.
      console.error('The program is started anew.', error);
      return false;
    }
  }

  /** Opens the library in `folder` in place of another, with the settings of a first start but for `newArticle`. */
  async openFresh(folder: string, newArticle: NewArticle | null): Promise<void> {
    const page = this.#page;
    await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
    if (this.#size) await page.setViewportSize(this.#size);
    await this.#switchTo(folder);
    await this.#call('settings.setPreferences', {
      ...firstPreferences,
      ...(newArticle && { newArticle })
    });
    await this.#call('settings.setTheme', 'system');
    await this.#call('settings.setSpelling', { language: 'en-GB', words: [] });
    for (const { id } of await this.#call('library.list')) {
      await this.#call('settings.setPlace', id, firstPlace);
    }
    await this.#load('app://bundle/index.html');
  }

  /** By the program: to a page, every other address is closed. */
  async #load(address: string): Promise<void> {
    await this.electronApp.evaluate(
      ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]!.loadURL(url),
      address
    );
    // Playwright hears of it on a way of its own. The Chromium host shows another origin.
    const { pathname } = new URL(address);
    await this.#page.waitForURL((url) => url.pathname === pathname, { waitUntil: 'commit' });
  }

  async #switchTo(folder: string): Promise<void> {
    await this.electronApp.evaluate(({ dialog, shell }, filePath) => {
      const { firstDialog, firstShell } = globalThis as unknown as Record<string, object>;
      Object.assign(dialog, firstDialog);
      Object.assign(shell, firstShell);
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
      // An empty folder becomes a library.
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    }, folder);
    if (!(await this.#call('library.switch', null))) throw new Error(`${folder} was not opened`);
    await this.electronApp.evaluate(({ dialog }) => {
      Object.assign(dialog, (globalThis as unknown as Record<string, object>)['firstDialog']);
    });
  }

  /** What the page may ask of the program; an expected failure throws its sentence. */
  async #call<M extends MethodName>(
    method: M,
    ...args: z.input<Methods[M]['args']>
  ): Promise<Value<M>> {
    const result = await this.#page.evaluate(
      ([name, given]) => {
        const { standpoint } = window as unknown as { standpoint: Bridge };
        return standpoint.call(name, ...(given as never));
      },
      [method, args] as const
    );
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return result.value;
  }
}
