/**
 * The page in a window: loading, navigation, IPC and crashes. It outlives its Chromium: after a crash
 * `reload` starts another. Over 300 lines because it is one object of Electron's.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron';
import type { Protocol } from 'devtools-protocol';
import type { DevtoolsSession } from '../chromium/browser.js';
import { codec } from '../chromium/codec.js';
import type { Exit } from '../chromium/devtools-pipe.js';
import { HostEvent } from './host-event.js';
import { callHandler } from './ipc-main.js';
import {
  makeReceive,
  WORLD,
  BINDING,
  makeMainScript,
  makePreloadScript
} from '../chromium/page-scripts.js';
import { waitForFirstDocument } from '../chromium/first-document.js';
import { navigate } from '../chromium/navigate.js';
import { tellIfSlow } from '../chromium/tell-if-slow.js';
import type { HostMessage, PageMessage } from '../page/preload-world.js';
import { answerRequest, toChromiumUrl, toProgramUrl, INTERCEPTED } from './protocol.js';
import type { ContextMenuParams, InvokeEvent, WebContentsSurface } from '../surface/surface.js';

/** What the page needs of its window. */
export interface Owner {
  open(): Promise<DevtoolsSession>;
  /** Whether the window may close; asks the program. */
  mayClose(): boolean;
  painted(): void;
  closed(): void;
  noticed(change: 'focus' | 'blur' | 'resize'): void;
}

type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse;

interface Events {
  'did-finish-load': [];
  'context-menu': [HostEvent, ContextMenuParams];
  'will-navigate': [HostEvent, string];
  'render-process-gone': [HostEvent, { reason: 'crashed' | 'killed'; exitCode: number }];
}

let contentsMade = 0;

export class HostContents extends EventEmitter<Events> implements WebContentsSurface {
  readonly id = ++contentsMade;
  readonly #owner: Owner;
  readonly #preload: string;
  #session: Promise<DevtoolsSession> | null = null;
  #targetId: string | null = null;
  /** The isolated world of the document now shown. */
  #context: number | null = null;
  #url = '';
  #zoomLevel = 0;
  #ordered: Promise<unknown> = Promise.resolve();
  /** CSS pixels of the page before it was first zoomed. */
  #unzoomed: { readonly width: number; readonly height: number } | null = null;
  /** Where the host itself is taking the page, or `null`; and what it was last given there. */
  #destination: string | null = null;
  #given = '';
  /** The document asks before it goes because another is to come, not because the window closes. */
  #leaving = false;
  #destroyed = false;
  #openHandler: OpenHandler = () => ({ action: 'deny' });

  constructor(owner: Owner, preload: string | undefined) {
    super();
    this.#owner = owner;
    this.#preload = preload ? readFileSync(preload, 'utf8') : '';
  }

  get targetId(): string | null {
    return this.#targetId;
  }

  /** The page, opened on first use and again after its Chromium has ended. */
  session(): Promise<DevtoolsSession> {
    this.#session ??= this.#owner.open().then((session) => this.#attach(session));
    return this.#session;
  }

  /** Resolves when the page has loaded; rejects when it cannot be shown. */
  async load(url: string): Promise<void> {
    const session = await this.session();
    this.#destination = toChromiumUrl(url);
    const { pipe } = session.browser;
    await tellIfSlow(
      navigate(session, this.#destination),
      () => `Chromium to load ${url} (${pipe.describe()})`
    );
  }

  reload(): void {
    // Nobody waits for the outcome: a page that cannot be shown says so itself.
    this.load(toProgramUrl(this.#url)).catch((error: unknown) => console.error(error));
  }

  send(channel: string, ...args: unknown[]): void {
    this.#tell({ type: 'event', channel, args: codec.encode(args) });
  }

  startDrag(): void {}

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Chromium's switches shut WebRTC for every page, whatever is asked. */
  setWebRTCIPHandlingPolicy(): void {}

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Runs `expression` beside the preload, out of the page's reach, as if the user had clicked. */
  async evaluate(expression: string): Promise<Protocol.Runtime.RemoteObject> {
    const session = await this.session();
    if (this.#context === null) throw new Error('The page is not loaded.');
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: this.#context,
      awaitPromise: true,
      userGesture: true
    });
    if (exceptionDetails)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  }

  /** An editing command, as a menu gives it to the field that has the focus. */
  edit(command: string): void {
    const event = { type: 'rawKeyDown' as const, commands: [command] };
    this.#order((session) => session.send('Input.dispatchKeyEvent', event));
  }

  /** @param change of the level, of which each whole one is a fifth larger, as in Electron. */
  zoom(change: (level: number) => number): void {
    this.#order(async (session) => {
      this.#zoomLevel = change(this.#zoomLevel);
      const factor = 1.2 ** this.#zoomLevel;
      if (this.#zoomLevel === 0) return session.send('Emulation.clearDeviceMetricsOverride');
      const { cssVisualViewport: seen } = await session.send('Page.getLayoutMetrics');
      const whole = { width: seen.clientWidth, height: seen.clientHeight };
      this.#unzoomed ??= whole;
      return session.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(this.#unzoomed.width / factor),
        height: Math.round(this.#unzoomed.height / factor),
        deviceScaleFactor: factor,
        mobile: false
      });
    });
  }

  /** After those before it. Has no effect when the page goes meanwhile. */
  #order(run: (session: DevtoolsSession) => Promise<unknown>): void {
    this.#ordered = this.#ordered
      .then(() => this.session())
      .then(run)
      .catch(() => undefined);
  }

  async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
    const session = await this.session();
    const asked = { expression, userGesture, awaitPromise: true, returnByValue: true };
    return (await session.send('Runtime.evaluate', asked)).result.value;
  }

  /** Shows one of the host's own dialogs; resolves to its answer, rejects when the page goes. */
  async ask(dialog: string): Promise<unknown> {
    return (await this.evaluate(dialog)).value;
  }

  /** Closes the page without asking. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#context = null;
    // A page whose Chromium has ended is closed already.
    this.#session
      ?.then(({ browser, targetId }) => browser.pipe.send('Target.closeTarget', { targetId }))
      .catch(() => undefined);
  }

  async #attach(session: DevtoolsSession): Promise<DevtoolsSession> {
    const { targetId } = session;
    this.#targetId = targetId;
    session.once('gone', (exit) => this.#lose(exit));
    session.on('Fetch.requestPaused', (paused) => {
      this.#answer(session, paused).catch((error: unknown) => console.error(error));
    });
    session.on('Runtime.executionContextCreated', ({ context }) => this.#enter(session, context));
    session.on('Runtime.executionContextsCleared', () => (this.#context = null));
    session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      if (executionContextId === this.#context)
        this.#receive(JSON.parse(payload) as PageMessage, executionContextId);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#url = frame.url;
    });
    // The first is told when the page asks to go elsewhere, the second when Chromium does.
    session.on('Page.frameRequestedNavigation', ({ frameId }) => this.#leave(frameId === targetId));
    session.on('Page.frameStartedNavigating', ({ frameId }) => this.#leave(frameId === targetId));
    session.on('Page.frameClearedScheduledNavigation', () => (this.#leaving = false));
    session.on('Page.frameStoppedLoading', () => (this.#leaving = false));
    session.on('Page.lifecycleEvent', (event) => {
      if (event.frameId === targetId) this.#follow(event);
    });
    session.on('Page.windowOpen', ({ url }) => this.#openWindow(url));
    session.on('Page.javascriptDialogOpening', ({ type }) => this.#answerDialog(session, type));
    session.on('Inspector.targetCrashed', () => this.#crash('crashed', 1));
    const { pipe } = session.browser;
    await tellIfSlow(
      preparePage(session, this.#preload),
      () => `Chromium to prepare its page (${pipe.describe()})`
    );
    await waitForFirstDocument(session);
    pipe.tellListening();
    return session;
  }

  /** The page's own alert, confirm and prompt are dismissed: they are not part of the surface. */
  #answerDialog(session: DevtoolsSession, type: Protocol.Page.DialogType): void {
    const accept = type === 'beforeunload' && (this.#leaving || this.#owner.mayClose());
    // Fails when the page has gone meanwhile, and the question with it.
    session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
  }

  #enter(session: DevtoolsSession, context: Protocol.Runtime.ExecutionContextDescription): void {
    const frame = context.auxData as { frameId?: string } | undefined;
    if (context.name !== WORLD || frame?.frameId !== session.targetId) return;
    this.#context = context.id;
    // Under load Chromium tells a page's address only after the page has called, or never.
    const here = `${context.origin}/`;
    if (!this.#url.startsWith(here) && this.#given.startsWith(here)) this.#url = this.#given;
    // Chromium asks before closing only what the user has touched; an untouched page may hold work too.
    this.evaluate('0').catch(() => undefined);
  }

  #leave(isTopFrame: boolean): void {
    this.#leaving ||= isTopFrame;
  }

  #follow({ name }: Protocol.Page.LifecycleEventEvent): void {
    if (this.#url.startsWith('data:') || this.#url.startsWith('about:')) return;
    if (name === 'firstPaint' || name === 'load') this.#owner.painted();
    if (name === 'load') this.emit('did-finish-load');
  }

  async #answer(
    session: DevtoolsSession,
    paused: Protocol.Fetch.RequestPausedEvent
  ): Promise<void> {
    const { requestId, frameId, resourceType, request } = paused;
    if (resourceType === 'Document' && frameId === session.targetId) {
      const asked = request.url === this.#destination || request.url === this.#url;
      const errorReason = 'Aborted';
      if (!asked && !this.#mayNavigate(request.url))
        return void (await session.send('Fetch.failRequest', { requestId, errorReason }));
      this.#destination = null;
      this.#given = request.url;
    }
    await answerRequest(session, paused);
  }

  #mayNavigate(url: string): boolean {
    const event = new HostEvent();
    this.emit('will-navigate', event, toProgramUrl(url));
    return !event.defaultPrevented;
  }

  #receive(message: PageMessage, context: number): void {
    switch (message.type) {
      case 'invoke':
        void this.#invoke(message, context);
        break;
      case 'open':
        this.#openWindow(message.url);
        break;
      case 'menu':
        this.emit('context-menu', new HostEvent(), paramsOf(message));
        break;
      default:
        this.#owner.noticed(message.type);
    }
  }

  async #invoke(call: PageMessage & { type: 'invoke' }, context: number): Promise<void> {
    const args = codec.decode(call.args) as unknown[];
    const { id, channel } = call;
    let reply: HostMessage;
    try {
      const value = codec.encode(await callHandler(channel, this.#describeCaller(context), args));
      reply = { type: 'reply', id, ok: true, value };
    } catch (error) {
      reply = { type: 'reply', id, ok: false, message: (error as Error).message };
    }
    // A document that has gone meanwhile waits for nothing.
    if (this.#context === context) this.#tell(reply);
  }

  #describeCaller(context: number): InvokeEvent {
    const frame = { url: toProgramUrl(this.#url), parent: null };
    const isThere = () => this.#context === context;
    return {
      sender: this,
      get senderFrame() {
        return isThere() ? frame : null;
      }
    };
  }

  #tell(message: HostMessage): void {
    if (this.#context !== null) this.evaluate(makeReceive(message)).catch(() => undefined);
  }

  /** No window is opened whatever the program answers; it may show the address elsewhere. */
  #openWindow(url: string): void {
    this.#openHandler({
      url: toProgramUrl(url),
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' }
    });
  }

  #lose(exit: Exit | null): void {
    this.#session = this.#targetId = this.#context = null;
    if (this.#destroyed) return;
    if (!exit) this.#owner.closed();
    else this.#crash(exit.signal === 'SIGKILL' ? 'killed' : 'crashed', exit.code ?? 1);
  }

  #crash(reason: 'crashed' | 'killed', exitCode: number): void {
    this.#context = null;
    this.emit('render-process-gone', new HostEvent(), { reason, exitCode });
  }
}

function paramsOf({
  isEditable,
  selectionText
}: PageMessage & { type: 'menu' }): ContextMenuParams {
  const isSelected = selectionText !== '';
  const editFlags = {
    canCut: isEditable && isSelected,
    canCopy: isSelected,
    canPaste: isEditable,
    canSelectAll: true
  };
  return { isEditable, selectionText, editFlags };
}

/** Makes a fresh page one of the program's: watched, served by us, and with its preload, of which it is given the source text. */
async function preparePage(session: DevtoolsSession, preload: string): Promise<void> {
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Inspector.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Fetch.enable', { patterns: INTERCEPTED }),
    session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: makeMainScript() }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: WORLD,
      source: makePreloadScript(preload)
    }),
    session.send('Runtime.runIfWaitingForDebugger')
  ]);
}
