/**
 * One Chromium process, spoken to in the DevTools protocol over a pipe: file descriptors 3 and 4,
 * JSON ended by NUL. The pipe makes Chromium end when this process does, even by `kill -9`.
 * Knows nothing of windows.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';

export type Commands = ProtocolMapping.Commands;
export type Params<M extends keyof Commands> = Commands[M]['paramsType'][number];
export type Returned<M extends keyof Commands> = Commands[M]['returnType'];

/** A protocol event; `sessionId` is absent for those of the browser itself. */
export type ProtocolEvent = {
  [M in keyof ProtocolMapping.Events]: {
    readonly method: M;
    readonly params: ProtocolMapping.Events[M][0];
    readonly sessionId?: string;
  };
}[keyof ProtocolMapping.Events];

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Pending {
  readonly method: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

interface Events {
  event: [ProtocolEvent];
  exit: [Exit];
}

/** Lines of the browser's error output that are kept. */
const KEPT_LINES = 40;

/** How long a browser may take to close before it is killed. */
const CLOSE_LIMIT_MS = 5000;

/** How long the rest of its output may take once it has ended. */
const LAST_WORDS_LIMIT_MS = 1000;

export class DevToolsPipe extends EventEmitter<Events> {
  readonly #process: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #calls = 0;
  #exited = false;
  #groupEnded = false;
  #lastLines: readonly string[] = [];
  /** Where it listens for debuggers, as it says so itself, while that is held back. */
  #listening = '';
  #mayTellListening = false;

  /** @param env of the browser, in full. */
  constructor(executable: string, flags: readonly string[], env: NodeJS.ProcessEnv) {
    super();
    this.#process = spawn(executable, ['--remote-debugging-pipe', ...flags], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env,
      // A group of its own: Ctrl+C in the terminal is for this process, which then closes windows.
      detached: process.platform !== 'win32'
    });
    this.#process.on('error', (error) => this.#end({ code: 1, signal: null }, error.message));
    this.#process.on('exit', (code, signal) => {
      // What it said last is not read yet; its helpers would hold that open, and write on.
      this.kill();
      const end = () => this.#end({ code, signal }, 'Chromium ended');
      const limit = setTimeout(end, LAST_WORDS_LIMIT_MS);
      this.#process.once('close', () => {
        clearTimeout(limit);
        end();
      });
    });
    // The pipe breaks when Chromium ends; 'exit' tells the story.
    this.#writable.on('error', () => undefined);
    this.#readMessages(this.#process.stdio[4] as Readable);
    this.#readErrors(this.#process.stderr!);
  }

  get #writable(): Writable {
    return this.#process.stdio[3] as Writable;
  }

  /** Rejects when Chromium refuses the command or ends before it has answered. */
  send<M extends keyof Commands>(
    method: M,
    params?: Params<M>,
    sessionId?: string
  ): Promise<Returned<M>> {
    if (this.#exited) return Promise.reject(new Error(`${method}: Chromium has ended`));
    return new Promise((resolve, reject) => {
      const id = ++this.#calls;
      this.#pending.set(id, { method, resolve, reject });
      this.#writable.write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });
  }

  /** Commands that Chromium has not answered yet, and the latest that it said, for whoever waits. */
  describe(): string {
    const methods = [...this.#pending.values()].map(({ method }) => method);
    const unanswered = methods.length === 0 ? 'no answer is due' : `it owes ${methods.join(', ')}`;
    const last = this.#lastLines.at(-1);
    return last === undefined ? unanswered : `${unanswered}; it said last: ${last}`;
  }

  /** Resolves when the process is gone. */
  async close(): Promise<void> {
    if (this.#exited) return;
    const limit = setTimeout(() => this.kill(), CLOSE_LIMIT_MS);
    const exited = new Promise((resolve) => this.once('exit', resolve));
    // Chromium may end before it answers, which is what was asked for.
    this.send('Browser.close').catch(() => undefined);
    await exited;
    clearTimeout(limit);
  }

  /** Ends it at once, or what is left of it: its helpers outlive it for a moment, and would write on. */
  kill(): void {
    const { pid } = this.#process;
    // Once it has ended, and its group with it, the number may be that of another group.
    if (pid === undefined || this.#groupEnded) return;
    if (process.platform === 'win32') return void this.#process.kill('SIGKILL');
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      // Nobody is left of the group, or only those that wait to be reaped.
      if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }

  #end(exit: Exit, reason: string): void {
    if (this.#exited) return;
    this.#exited = true;
    this.kill();
    this.#groupEnded = true;
    for (const { method, reject } of this.#pending.values())
      reject(new Error(`${method}: ${reason}`));
    this.#pending.clear();
    this.emit('exit', exit);
  }

  #readMessages(stream: Readable): void {
    let parts: Buffer[] = [];
    stream.on('data', (data: Buffer) => {
      let start = 0;
      for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
        parts.push(data.subarray(start, end));
        this.#receive(JSON.parse(Buffer.concat(parts).toString()) as Answer | ProtocolEvent);
        parts = [];
        start = end + 1;
      }
      if (start < data.length) parts.push(data.subarray(start));
    });
  }

  #receive(message: Answer | ProtocolEvent): void {
    if (!('id' in message)) return void this.emit('event', message);
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending?.resolve(message.result as never);
  }

  /** Of its error output, the latest last. */
  get lastLines(): readonly string[] {
    return this.#lastLines;
  }

  /**
   * Says where it listens for debuggers, at once or when it does: a test that asked for a debugging port
   * reads its address from the error output. Until this is called that is held back, since a debugger
   * that comes to a page without a document waits for ever for one that it is not told of.
   */
  tellListening(): void {
    this.#mayTellListening = true;
    if (this.#listening) process.stderr.write(this.#listening);
    this.#listening = '';
  }

  #readErrors(stream: Readable): void {
    let line = '';
    const keep = (lines: readonly string[]) =>
      (this.#lastLines = [...this.#lastLines, ...lines].slice(-KEPT_LINES));
    stream.on('end', () => line && keep([line]));
    stream.on('data', (data: Buffer) => {
      const lines = (line + data.toString()).split('\n');
      line = lines.pop()!;
      keep(lines);
      for (const text of lines)
        if (text.startsWith('DevTools listening on ')) {
          this.#listening = `${text}\n`;
          if (this.#mayTellListening) this.tellListening();
        } else if (process.env.STANDPOINT_HOST_VERBOSE) process.stderr.write(`${text}\n`);
    });
  }
}

/** What the reason of a Chromium's end depends on, beside its own words. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the setuid helper lies beside this Chromium, by which it makes a sandbox without user namespaces. */
  readonly hasSandboxHelper: boolean;
}

/** Why a Chromium did not start, as a sentence. Pure. @param lines its error output, the latest last. */
export function explainEnd(
  lines: readonly string[],
  { code, signal }: Exit,
  { env, hasSandboxHelper }: Machine
): string {
  const says = (words: RegExp) => lines.some((line) => words.test(line));
  if (says(/missing x server|platform failed to initialize|cannot open display/i)) {
    const display = env['DISPLAY'] || env['WAYLAND_DISPLAY'];
    return display
      ? `Chromium did not start, since no display answers at ${display}.`
      : 'Chromium did not start, since there is no display.';
  }
  if (says(/no usable sandbox|(setuid|suid) sandbox|failed to move to new namespace/i)) {
    return hasSandboxHelper
      ? 'Chromium did not start, since this system lets it make no sandbox: it allows no user namespaces, and the helper chrome-sandbox, which is installed, gains no rights here. A container must be allowed one of them.'
      : 'Chromium did not start, since this system gives it no sandbox: it allows no user namespaces, and the helper chrome-sandbox is not installed. On Debian install the package chromium-sandbox.';
  }
  // What it says of a bus or a graphics card that is missing has never kept it from starting.
  const complaint =
    lines.findLast((line) => line.includes('FATAL') || /cannot open/i.test(line)) ??
    lines.findLast(isPlainWord);
  const how = signal === null ? `it ended with exit code ${code}` : `${signal} ended it`;
  return `Chromium did not start: ${complaint?.trim() ?? `${how}.`}`;
}

/** Said by the system or by a script that starts Chromium: its own lines begin with process and time in brackets. */
function isPlainWord(line: string): boolean {
  return line.trim() !== '' && !/^\[|warning|^libva|^MESA/i.test(line);
}
