/** A member: her program, which is killed and started again, and all that it has acknowledged. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command, Held, Start, Told } from './protocol.js';

interface Asked {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Milliseconds after which an answer is no more waited for: generous, as the machine may be busy. */
const patience = 240_000;

/** What her program said to a command. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly code: string | null
  ) {
    super(message);
  }
}

export class Member {
  /** Words that her library has told to be safe, each with how it came. */
  readonly acknowledged = new Map<string, string>();
  /** Words that an edit of hers may have taken out. */
  readonly gone = new Set<string>();
  /** What went wrong with her program, a sentence each. */
  readonly faults: string[] = [];
  ahead = 0;
  #life = 0;
  #child: ChildProcess | null = null;
  #isExpectedToEnd = false;
  #pending: readonly string[] = [];
  #deed = '';
  #asked = new Map<number, Asked>();
  #count = 0;
  #pause: number | null = null;
  #onStand: (() => void) | null = null;

  /** @param log the file that her program's own complaints go to */
  constructor(
    readonly person: string,
    readonly folder: string,
    private readonly program: string,
    private readonly seed: number,
    private readonly log: string
  ) {}

  async start(): Promise<void> {
    this.#life += 1;
    this.#isExpectedToEnd = false;
    const given: Start = {
      folder: this.folder,
      person: this.person,
      seed: this.seed + this.#life * 7_919,
      life: this.#life,
      ahead: this.ahead
    };
    const args = [this.program, JSON.stringify(given)];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child = child;
    // A program that is killed takes no more orders.
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (chunk) => appendFileSync(this.log, `${this.person}: ${chunk}`));
    const isReady = new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const told = JSON.parse(line) as Told;
        if ('ready' in told) resolve();
        else this.#hear(told);
      });
      child.once('exit', (code, signal) => {
        this.#ended(code, signal);
        reject(
          new Error(`The program of ${this.person} ended (${signal ?? code}); see ${this.log}`)
        );
      });
    });
    await isReady;
    if (this.#pause !== null) await this.work(this.#pause);
  }

  async ask<T>(command: Command): Promise<T> {
    const child = this.#child;
    if (child === null) throw new Refusal(`The program of ${this.person} does not run`, null);
    this.#count += 1;
    const id = this.#count;
    const answer = new Promise<unknown>((resolve, reject) =>
      this.#asked.set(id, { resolve, reject })
    );
    child.stdin?.write(`${JSON.stringify({ id, command })}\n`);
    const late = sleep(patience, null, { ref: false }).then(() => {
      throw new Error(`${this.person} has not answered “${command.do}” for ${patience / 1_000} s`);
    });
    return (await Promise.race([answer, late])) as T;
  }

  /** She edits until she rests, also after her program was killed and started again. */
  async work(pause: number): Promise<void> {
    this.#pause = pause;
    await this.ask({ do: 'work', pause });
  }

  async rest(): Promise<void> {
    this.#pause = null;
    await this.ask({ do: 'rest' });
  }

  held(): Promise<Held> {
    return this.ask({ do: 'held' });
  }

  get isRunning(): boolean {
    return this.#child !== null;
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#isExpectedToEnd = true;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async end(): Promise<void> {
    this.#isExpectedToEnd = true;
    const child = this.#child;
    if (child === null) return;
    const ended = once(child, 'exit');
    await this.ask({ do: 'end' });
    await ended;
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Resolves with true once it stands at the step, with false where it never came there within `most` milliseconds. */
  async standsAt(at: 'sealed' | 'sent', most: number): Promise<boolean> {
    const stands = new Promise<true>((resolve) => (this.#onStand = () => resolve(true)));
    await this.ask({ do: 'stand', at });
    return Promise.race([stands, sleep(most, false)]);
  }

  #hear(told: Exclude<Told, { ready: true }>): void {
    if ('begin' in told) {
      this.#pending = told.gone;
      this.#deed = told.deed;
    } else if ('done' in told) {
      this.acknowledged.set(told.done, this.#deed);
      this.#takeOut();
    } else if ('refused' in told) this.#pending = [];
    else if ('stands' in told) this.#onStand?.();
    else {
      const asked = this.#asked.get(told.re);
      this.#asked.delete(told.re);
      if ('error' in told) asked?.reject(new Refusal(told.error, told.code));
      else asked?.resolve(told.result);
    }
  }

  #takeOut(): void {
    for (const word of this.#pending) this.gone.add(word);
    this.#pending = [];
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    this.#child = null;
    // The edit that was under way may be safe, or not.
    this.#takeOut();
    for (const { reject } of this.#asked.values()) {
      reject(new Refusal(`The program of ${this.person} was ended`, null));
    }
    this.#asked.clear();
    if (this.#isExpectedToEnd) return;
    this.faults.push(`The program of ${this.person} ended by itself (${signal ?? code}).`);
  }
}
