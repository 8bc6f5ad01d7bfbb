/** A window that is going to be ended amid its work, and what is found in its library afterwards. */
import { EventEmitter, once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Args, Bridge, MethodName, OpenedBriefing, Value } from '../../src-main/domain/api.js';
import type { Result } from '../../src-main/domain/base/result.js';
import { isDamage } from '../../src-main/store/finding.js';
import { openLibrary } from '../../src-main/store/open-library.js';
import { firstPage } from '../first-page.js';
import { rows } from '../window.js';

declare global {
  interface Window {
    readonly standpoint: Bridge;
  }
}

export interface Kill {
  /** The program's own folder, used again by every kill; its library lies in `library`. */
  readonly home: string;
  /** From 1. Tells what one kill wrote from what another did. */
  readonly round: number;
  readonly launch: () => Promise<ElectronApplication>;
  /** Resolves when the kill is to come, asked for once the work is under way. */
  readonly moment: (work: Progress) => Promise<void>;
}

/** What one kill did: sentences about what was amiss, and how much was acknowledged before it. */
export interface Outcome {
  readonly faults: readonly string[];
  readonly acknowledged: number;
}

/** How far the work has come. */
export class Progress {
  /** The end has come: what is done from now on was not acknowledged. */
  isOver = false;
  #acknowledged = 0;
  readonly #events = new EventEmitter();

  /** How much the person was told is done. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  acknowledge(): void {
    if (this.isOver) return;
    this.#acknowledged += 1;
    this.#events.emit('more');
  }

  /** Resolves once so much was acknowledged. */
  async reached(count: number): Promise<void> {
    while (this.#acknowledged < count) await once(this.#events, 'more');
  }
}

export class AtWork extends Progress {
  private constructor(
    readonly app: ElectronApplication,
    readonly page: Page,
    private readonly kill: Kill
  ) {
    super();
  }

  static async start(kill: Kill): Promise<AtWork> {
    const app = await kill.launch();
    const page = await firstPage(app);
    await rows(page).first().waitFor();
    return new AtWork(app, page, kill);
  }

  /** Opens the first card for writing, at its beginning. */
  async beginWriting(): Promise<void> {
    await this.page.getByRole('list', { name: 'Cards' }).getByRole('listitem').first().focus();
    await this.page.keyboard.press('F2');
    await this.page.keyboard.press('ControlOrMeta+Home');
  }

  async saved(): Promise<void> {
    await this.page.getByText('Saved', { exact: true }).waitFor();
  }

  /** As the page asks main; rejects with the sentence of an expected failure. */
  async call<M extends MethodName>(method: M, ...args: Args<M>): Promise<Value<M>> {
    const result = await this.page.evaluate(
      ([name, given]) => {
        const bridge = window.standpoint as unknown as {
          call: (...all: unknown[]) => Promise<Result<unknown>>;
        };
        return bridge.call(name, ...given);
      },
      [method, args as unknown[]] as const
    );
    if (!result.ok) throw new Error(result.error.message);
    return result.value as Value<M>;
  }

  /** Every dialog that asks for a file is answered with this one. */
  async answerWith(path: string): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
    }, path);
  }

  /**
   * Goes on with `work` until the moment has come, then ends the program. What `work` was in the
   * middle of fails then, which is no fault. Resolves to the exit code; `null` when a signal ended it.
   */
  async endAmid(work: () => Promise<unknown>, signal: NodeJS.Signals): Promise<number | null> {
    const process = this.app.process();
    const ended = new Promise<number | null>((resolve) => process.once('close', resolve));
    const working = work().catch((error: unknown) => {
      if (!this.isOver) throw error;
    });
    await Promise.race([this.kill.moment(this), working]);
    this.isOver = true;
    process.kill(signal);
    const code = await ended;
    await working;
    return code;
  }
}

export interface Left {
  readonly briefings: readonly OpenedBriefing[];
  /** What a check says is wrong, before anything has opened the library to write, and after. */
  readonly wrong: readonly string[];
}

/** What is in the library now. */
export async function lookInto(folder: string): Promise<Left> {
  const wrong: string[] = [];
  const reader = await openLibrary(folder, { readOnly: true });
  wrong.push(...(await reader.check()).filter(isDamage).map(({ message }) => message));
  await reader.close();
  const library = await openLibrary(folder);
  try {
    const found = [...library.findings, ...(await library.check())];
    // The kernel may end a write between two pages; that save was not reported as done.
    const amiss = found.filter((each) => isDamage(each) && each.code !== 'unfinished-save');
    wrong.push(...amiss.map(({ message }) => message));
    const briefings: OpenedBriefing[] = [];
    for (const { id } of await library.list()) briefings.push(await library.open(id));
    return { briefings, wrong };
  } finally {
    await library.close();
  }
}

/** The words of every card and title. */
export function wordsIn({ briefings }: Left): string {
  return briefings
    .flatMap(({ briefing }) => [briefing.title, ...briefing.cards.map(({ body }) => body)])
    .join('\n');
}

/** Names of files in a folder that no finished export has. */
export function partsIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.') || name.endsWith('.tmp'));
}

export function libraryOf({ home }: Kill): string {
  return join(home, 'library');
}
