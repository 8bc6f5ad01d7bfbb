/** The life of the program: start, second start, quitting, and what happens when Chromium dies. */
import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { browserEvents, closeBrowser, removeOldProfiles } from '../chromium/browser.js';
import { HostEvent } from './host-event.js';
import { facts } from '../facts/host-facts.js';
import { getPath, setPath } from '../facts/paths.js';
import { holdInstance } from '../instance/single-instance.js';
import type { AppSurface } from '../surface/surface.js';
import { appendSwitch } from '../facts/switches.js';
import { HostWindow, windowEvents } from './window.js';

interface Events {
  'window-all-closed': [];
  'before-quit': [HostEvent];
  'second-instance': [HostEvent, string[], string];
  /** Never on this host: the system hands files over as arguments. */
  'open-file': [HostEvent, string];
  'child-process-gone': [HostEvent, { type: 'Unknown'; reason: 'crashed' | 'killed' }];
}

class HostApp extends EventEmitter<Events> implements AppSurface {
  readonly getPath = getPath;
  readonly setPath = setPath;
  readonly commandLine = { appendSwitch };
  readonly isPackaged = facts.isPackaged;
  #holdsLock = false;
  #quitting = false;
  #exiting = false;
  #isReady = false;
  #tellReady = () => undefined as void;
  readonly #ready = new Promise<void>((resolve) => (this.#tellReady = resolve));

  /**
   * As in Electron only once the program's entry has been evaluated to its end: one that awaits this at
   * its top level waits for ever. Chromium starts with the first window.
   */
  whenReady(): Promise<void> {
    return this.#ready;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  /** The program's entry has been evaluated. */
  becomeReady(): void {
    this.#isReady = true;
    if (facts.likeElectron) leaveTraces(getPath('sessionData'));
    this.#tellReady();
  }

  addRecentDocument(): void {}

  /** No picture: a host that imitates Electron drags nothing, and tests see that it is asked to. */
  readonly getFileIcon = facts.likeElectron ? () => Promise.resolve({} as NativeImage) : undefined;

  getVersion(): string {
    return facts.version;
  }

  /** Ends the program with a sentence where it can neither be the first nor tell the first of this start. */
  requestSingleInstanceLock(): boolean {
    if (this.#holdsLock) return true;
    const outcome = holdInstance(
      getPath('userData'),
      ({ argv, cwd }) => this.emit('second-instance', new HostEvent(), [...argv], cwd),
      () => this.#exiting
    );
    if (outcome.is === 'failed') {
      console.error(outcome.why);
      process.exit(1);
    }
    this.#holdsLock = outcome.is === 'first';
    if (outcome.is === 'first' && outcome.alone) removeOldProfiles();
    return this.#holdsLock;
  }

  /** Closes all windows at once, as Electron does; one that refuses keeps the program running. */
  quit(): void {
    const event = new HostEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#quitting = true;
    for (const window of HostWindow.getAllWindows()) window.close();
    this.#quitting = false;
    if (HostWindow.getAllWindows().length === 0) this.exit(0);
  }

  /** Ends the program without a question, once Chromium is gone. */
  exit(code = 0): void {
    if (this.#exiting) return;
    this.#exiting = true;
    for (const window of HostWindow.getAllWindows()) window.destroy();
    void closeBrowser().finally(() => process.exit(code));
  }

  handleAllClosed(): void {
    if (this.#quitting || this.#exiting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  handleCrash(signal: NodeJS.Signals | null): void {
    if (this.#exiting) return;
    const reason = signal === 'SIGKILL' ? 'killed' : 'crashed';
    this.emit('child-process-gone', new HostEvent(), { type: 'Unknown', reason });
  }
}

/** What Electron's browser keeps there, of which a person's folder is to hold nothing. */
function leaveTraces(folder: string): void {
  for (const name of ['Cache', 'Code Cache', 'GPUCache', 'Local Storage'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['Local State', 'Preferences']) writeFileSync(join(folder, name), '{}');
}

export const app = new HostApp();

windowEvents.on('all-closed', () => app.handleAllClosed());
browserEvents.on('crash', ({ signal }) => app.handleCrash(signal));

/** The first signal quits as the user would, so that open work is kept; a second ends at once. */
function quitOnSignals(): void {
  let signalled = false;
  for (const [signal, number] of [
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15]
  ] as const)
    process.on(signal, () => {
      if (signalled) process.exit(128 + number);
      signalled = true;
      app.quit();
    });
}

quitOnSignals();
// As in Electron: it is told and the program goes on, where Node alone would end.
process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason));
