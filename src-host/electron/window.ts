/** A window of the program: Electron's BrowserWindow as far as the surface asks for it. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { openSession, type DevtoolsSession } from '../chromium/browser.js';
import type { WindowPlace } from '../chromium/chromium-flags.js';
import { HostEvent } from './host-event.js';
import type { WindowSurface } from '../surface/surface.js';
import { HostContents } from './web-contents.js';

type Change = 'focus' | 'blur' | 'resize';

interface Events extends Record<Change, []> {
  'ready-to-show': [];
  close: [HostEvent];
  closed: [];
}

const open = new Set<HostWindow>();

/** Told when the last window has gone. */
export const windowEvents = new EventEmitter<{ 'all-closed': [] }>();

export class HostWindow extends EventEmitter<Events> implements WindowSurface {
  readonly webContents: HostContents;
  #bounds: Rectangle;
  #state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  #painted = false;
  #closed = false;
  /** The program has said where the window stands. */
  readonly #isPlaced: boolean;

  static getAllWindows(): HostWindow[] {
    return [...open];
  }

  /** Playwright finds a page's window by this. */
  static fromWebContents(contents: HostContents | null): HostWindow | null {
    return [...open].find((window) => window.webContents === contents) ?? null;
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options;
    this.#isPlaced = options.x !== undefined;
    this.#bounds = { x, y, width, height };
    this.webContents = new HostContents(
      {
        open: () => openSession(this.#choosePlace()),
        mayClose: () => this.#mayClose(),
        painted: () => this.#paint(),
        closed: () => this.#end(),
        noticed: (change) => void this.#notice(change)
      },
      webPreferences?.preload
    );
    open.add(this);
  }

  get id(): number {
    return this.webContents.id;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }

  /** Chromium shows a window as soon as it exists. */
  show(): void {}

  focus(): void {
    this.#command((session) => session.send('Page.bringToFront'));
  }

  close(): void {
    if (!this.#closed && this.#mayClose()) this.destroy();
  }

  destroy(): void {
    this.webContents.destroy();
    this.#end();
  }

  isVisible(): boolean {
    return this.#painted;
  }

  isDestroyed(): boolean {
    return this.#closed;
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  maximize(): void {
    this.#setState('maximized');
  }

  restore(): void {
    this.#setState('normal');
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  setFullScreen(isFull: boolean): void {
    this.#setState(isFull ? 'fullscreen' : 'normal');
  }

  setProgressBar(): void {}

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  /** A window that comes back after a crash stands where it stood. */
  #choosePlace(): WindowPlace {
    const { x, y, width, height } = this.#bounds;
    return { width, height, position: this.#isPlaced || this.#painted ? { x, y } : null };
  }

  #mayClose(): boolean {
    const event = new HostEvent();
    this.emit('close', event);
    return !event.defaultPrevented;
  }

  #paint(): void {
    if (this.#painted) return;
    this.#painted = true;
    this.emit('ready-to-show');
  }

  async #notice(change: Change): Promise<void> {
    const session = await this.webContents.session();
    const { targetId } = session;
    const { bounds } = await session.browser.pipe.send('Browser.getWindowForTarget', { targetId });
    this.#state = bounds.windowState ?? 'normal';
    const { left, top, width, height } = bounds;
    if (this.#state === 'normal')
      this.#bounds = { x: left!, y: top!, width: width!, height: height! };
    this.emit(change);
  }

  #setState(windowState: 'normal' | 'maximized' | 'fullscreen'): void {
    this.#state = windowState;
    this.#command(async ({ browser, targetId }) => {
      const { windowId } = await browser.pipe.send('Browser.getWindowForTarget', { targetId });
      await browser.pipe.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    });
  }

  /** A command to the window has no effect when the page goes meanwhile. */
  #command(run: (session: DevtoolsSession) => Promise<unknown>): void {
    this.webContents
      .session()
      .then(run)
      .catch(() => undefined);
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    open.delete(this);
    this.emit('closed');
    if (open.size === 0) windowEvents.emit('all-closed');
  }
}
