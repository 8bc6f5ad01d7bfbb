/**
 * The Chromium process behind the windows. It starts with a fresh profile, so nothing outlives a run
 * and two runs never meet. Knows targets and sessions, not what they show.
 */
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Protocol } from 'devtools-protocol';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';
import { listChromiumFlags, type WindowPlace } from './chromium-flags.js';
import {
  DevToolsPipe,
  type Commands,
  type Exit,
  type Params,
  type ProtocolEvent,
  type Returned,
  explainEnd
} from './devtools-pipe.js';
import { hasSandboxHelper } from '../facts/find-chromium.js';
import { facts } from '../facts/host-facts.js';
import { getPath } from '../facts/paths.js';
import { makePrivateFolder, removeFolder } from '../disk/temporary-folder.js';
import { askedSwitches } from '../facts/switches.js';
import { tellIfSlow } from './tell-if-slow.js';

interface Awaited {
  readonly resolve: (session: DevtoolsSession) => void;
  readonly reject: (error: Error) => void;
}

/** A page of some Chromium. `gone` tells how that Chromium ended, or `null` if only the page closed. */
export class DevtoolsSession extends EventEmitter<
  ProtocolMapping.Events & { gone: [Exit | null] }
> {
  constructor(
    readonly browser: Browser,
    readonly targetId: string,
    readonly sessionId: string
  ) {
    super();
  }

  send<M extends keyof Commands>(method: M, params?: Params<M>): Promise<Returned<M>> {
    return this.browser.pipe.send(method, params, this.sessionId);
  }
}

let running: Browser | null = null;

/** `crash` is told once for each Chromium that ended by itself and not well. */
export const browserEvents = new EventEmitter<{ crash: [Exit] }>();

/** Opens a window that shows nothing yet. */
export function openSession(place: WindowPlace): Promise<DevtoolsSession> {
  if (running) return running.open(place);
  running = new Browser(place);
  return running.nextSession();
}

/** Resolves when Chromium has ended and its profile is removed. */
export async function closeBrowser(): Promise<void> {
  await running?.pipe.close();
}

process.on('exit', () => {
  running?.pipe.kill();
  running?.removeProfile();
});

/** Bytes in the path of a folder in which Chromium can still make its socket, of 108 with the rest and its end. */
const LONGEST_TEMP = 60;

class Browser {
  readonly pipe: DevToolsPipe;
  readonly #flags: readonly string[];
  /** Holds its profile and its temporary files. */
  readonly #folder = makeFolder();
  readonly #sessions = new Map<string, DevtoolsSession>();
  readonly #awaited: Awaited[] = [];

  constructor(place: WindowPlace) {
    this.#flags = this.#listFlags(place);
    this.pipe = new DevToolsPipe(facts.chromium!, this.#flags, this.#env);
    this.pipe.on('event', (event) => this.#handle(event));
    this.pipe.once('exit', (exit) => this.#end(exit));
    this.#tell('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }]
    });
    this.#tell('Browser.setDownloadBehavior', { behavior: 'deny' });
  }

  /** The page that Chromium opens next; it starts with a window. */
  nextSession(): Promise<DevtoolsSession> {
    return tellIfSlow(
      new Promise((resolve, reject) => this.#awaited.push({ resolve, reject })),
      () => `a page of a new Chromium (${this.pipe.describe()})`
    );
  }

  open(place: WindowPlace): Promise<DevtoolsSession> {
    const session = this.nextSession();
    // A tab's window would have an address bar, so a second start asks the running Chromium.
    spawn(facts.chromium!, this.#listFlags(place), { stdio: 'ignore', env: this.#env }).unref();
    return session;
  }

  /** What it would leave in the person's folders, or does not remove itself when it is killed, goes with its profile. */
  get #env(): NodeJS.ProcessEnv {
    const path = this.#folder;
    return {
      ...process.env,
      ...(Buffer.byteLength(path) <= LONGEST_TEMP && { TMPDIR: path }),
      // Else its crash reporter makes ~/.config/chromium, whatever the profile is.
      BREAKPAD_DUMP_LOCATION: path,
      // Else dconf, which tells it the desktop's theme, writes to ~/.cache.
      ...(!process.env.XDG_RUNTIME_DIR && { XDG_RUNTIME_DIR: path })
    };
  }

  removeProfile(): void {
    removeFolder(this.#folder);
  }

  #listFlags(place: WindowPlace): string[] {
    return listChromiumFlags({
      // Within the folder: Chromium makes again what it misses of this path, and never an empty folder
      // that would look like one that is just being made.
      profile: join(this.#folder, 'profile'),
      headless: facts.headless,
      noSandbox: facts.noSandbox || process.getuid?.() === 0,
      debuggingPort: facts.debuggingPort,
      devServer: facts.devServer,
      name: facts.name,
      asked: askedSwitches(),
      window: place
    });
  }

  /** Sends what fails only when this Chromium ends, which `exit` reports. */
  #tell<M extends keyof Commands>(method: M, params: Params<M>): void {
    this.pipe.send(method, params).catch(() => undefined);
  }

  #handle(event: ProtocolEvent): void {
    if (event.sessionId !== undefined) {
      this.#sessions.get(event.sessionId)?.emit(event.method, event.params as never);
    } else if (event.method === 'Target.attachedToTarget') {
      this.#attach(event.params);
    } else if (event.method === 'Target.detachedFromTarget') {
      const session = this.#sessions.get(event.params.sessionId);
      this.#sessions.delete(event.params.sessionId);
      session?.emit('gone', null);
    }
  }

  #attach({ sessionId, targetInfo }: Protocol.Target.AttachedToTargetEvent): void {
    const awaited = targetInfo.openerId ? undefined : this.#awaited.shift();
    if (!awaited) {
      // Not ours: a page tried to open a window, or Chromium did so by itself.
      // Left waiting it would hold up the page that opened it.
      this.pipe
        .send('Runtime.runIfWaitingForDebugger', undefined, sessionId)
        .catch(() => undefined);
      this.#tell('Target.closeTarget', { targetId: targetInfo.targetId });
      return;
    }
    const session = new DevtoolsSession(this, targetInfo.targetId, sessionId);
    this.#sessions.set(sessionId, session);
    awaited.resolve(session);
  }

  #end(exit: Exit): void {
    running = null;
    this.removeProfile();
    const why = explainEnd(this.pipe.lastLines, exit, {
      env: process.env,
      hasSandboxHelper: hasSandboxHelper(facts.chromium!)
    });
    for (const { reject } of this.#awaited.splice(0)) reject(new Error(why));
    const crashed = exit.code !== 0;
    if (crashed) browserEvents.emit('crash', exit);
    for (const session of this.#sessions.values()) session.emit('gone', crashed ? exit : null);
    this.#sessions.clear();
  }
}

/** Those that a killed run left. Only for the one program of this folder: a running one needs its own. */
export function removeOldProfiles(): void {
  removeFolder(profilesFolder());
}

function makeFolder(): string {
  const distrust = makePrivateFolder(profilesFolder());
  if (distrust !== null) throw new Error(distrust);
  return mkdtempSync(join(profilesFolder(), 'profile-'));
}

function profilesFolder(): string {
  return join(getPath('userData'), 'chromium');
}
