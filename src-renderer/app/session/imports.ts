/**
 * Articles and briefings on their way into the library, however they were given: one file after the other,
 * told how far it is, stopped on request, and summed up in one message.
 */
import type {
  ChosenFile,
  AlreadyHeld,
  Imported
} from '../../../src-main/domain/program/imported.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { ToastAction, Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call, sentenceFor } from './client.js';
import { readDroppedFile, type DroppedFiles, type PastedArticle } from './dropped-and-pasted.js';
import { importInWords, isToRead } from './import-words.js';
import type { Session } from './session.svelte.js';

/** A file or a text, which can be imported once more. */
interface Item {
  readonly name: string;
  /** With `again` also when the library holds it already. `cancel` ends the waiting for its bytes. */
  readonly bring: (again: boolean, cancel: AbortSignal) => Promise<Imported>;
}

interface Plan {
  readonly items: readonly Item[];
  /** Sentences of what cannot even be tried. */
  readonly refused?: readonly string[];
  readonly again?: boolean;
}

/** What has come of a plan so far. */
class Tally {
  readonly ids: Id[] = [];
  readonly held: AlreadyHeld[] = [];
  /** Those of `held` that can come in all the same. */
  readonly heldItems: Item[] = [];
  readonly refused: string[];
  readonly missing: string[] = [];
  readonly mended: string[] = [];
  readonly copies: NonNullable<Imported['copies']>[number][] = [];
  ended: { readonly cancelled: boolean; readonly reason: string } | null = null;
  left = 0;

  constructor(
    readonly asked: number,
    refused: readonly string[]
  ) {
    this.refused = [...refused];
  }

  add(item: Item, { ids, held = [], refused, missing, mended, copies = [] }: Imported): void {
    const merged = new Set(copies.map(({ theirs }) => theirs.id));
    this.ids.push(...ids.filter((id) => !merged.has(id)));
    this.held.push(...held.map((each) => ({ ...each, name: item.name })));
    if (held.some(({ importedAt }) => importedAt !== null)) this.heldItems.push(item);
    this.refused.push(...refused);
    this.missing.push(...(missing ?? []));
    this.mended.push(...(mended ?? []));
    this.copies.push(...copies);
  }
}

/** Milliseconds until an import that goes on says so: most are done by then. */
const quiet = 400;

export class Imports {
  /** One after the other: main stops what is under way when another begins. */
  #latest: Promise<void> = Promise.resolve();
  /** The message that offers to import once more what the library holds already, and says nothing else to read. */
  #offer = 0;

  /** @param commitField has the field with the focus hand out what was typed. */
  constructor(
    private readonly session: Session,
    private readonly toasts: Toasts,
    private readonly commitField: () => void
  ) {}

  /** Asks for files. */
  async choose(): Promise<void> {
    await attempt(this.toasts, async () => this.opened(await call('article.choose')));
  }

  /** Files that main knows by their tokens. */
  opened(files: readonly ChosenFile[]): Promise<void> {
    const items = files.map(({ token, name }) => ({
      name,
      bring: (again: boolean) => call('article.importChosen', token, again)
    }));
    return this.#queue({ items });
  }

  dropped({ files, refused }: DroppedFiles): Promise<void> {
    const items = files.map((file) => ({
      name: file.name,
      bring: (again: boolean, cancel: AbortSignal) => bringDropped(file, again, cancel)
    }));
    return this.#queue({ items, refused });
  }

  text({ text, format }: PastedArticle): Promise<void> {
    const bring = (again: boolean) => call('article.importText', text, format, again);
    return this.#queue({ items: [{ name: 'What was pasted', bring }] });
  }

  #queue(plan: Plan): Promise<void> {
    if (plan.items.length === 0 && !plan.refused?.length) return Promise.resolve();
    return (this.#latest = this.#latest.then(() => this.#import(plan)));
  }

  async #import({ items, refused = [], again = false }: Plan): Promise<void> {
    this.toasts.dismiss(this.#offer);
    const tally = new Tally(items.length + refused.length, refused);
    await attempt(this.toasts, async () => {
      // What an import keeps of a briefing before it is merged is to hold the last words, too.
      this.commitField();
      await this.session.leave();
      await this.#bringAll(items, again, tally);
      await this.session.refresh();
      for (const copy of tally.copies) await this.session.mergeCopy(copy);
      await this.#lead(tally);
      this.#say(tally);
    });
  }

  async #bringAll(items: readonly Item[], again: boolean, tally: Tally): Promise<void> {
    const cancel = new AbortController();
    const progress = new Progress(this.toasts, () => {
      cancel.abort();
      void attempt(this.toasts, () => call('import.cancel'));
    });
    for (const [i, { name }] of items.entries()) {
      const which = items.length > 1 ? `${i + 1} of ${items.length}: ` : '';
      progress.tell(`Importing ${which}${name}…`);
      try {
        cancel.signal.throwIfAborted();
        tally.add(items[i]!, await items[i]!.bring(again, cancel.signal));
      } catch (error) {
        const { aborted } = cancel.signal;
        tally.ended = { cancelled: aborted, reason: aborted ? '' : sentenceFor(error) };
        tally.left = items.length - i;
        break;
      }
    }
    progress.end();
  }

  #say(tally: Tally): void {
    const { ids, heldItems } = tally;
    const outcome = { ...tally, titles: ids.map((id) => this.session.titleOf(id)) };
    const text = importInWords(outcome);
    if (!text) return;
    const actions: ToastAction[] = [];
    if (ids.length > 0) actions.push({ label: 'Undo', run: () => void this.#takeBack(ids) });
    if (heldItems.length > 0) {
      const run = () => void this.#queue({ items: heldItems, again: true });
      actions.push({ label: 'Import again', run });
    }
    const toRead = isToRead(outcome);
    const toast = this.toasts[toRead ? 'showFailure' : 'show'](text, ...actions);
    if (heldItems.length > 0 && !toRead) this.#offer = toast;
  }

  /** To what came in last, else to what holds it already. */
  async #lead({ ids, held, copies, ended }: Tally): Promise<void> {
    const [came, there] = [ids.at(-1), held.at(-1)];
    // Whoever calls it off goes on where she was: suggestions would take the focus.
    if (came && ended?.cancelled) await this.session.show(came);
    else if (came) await this.session.showDrafted(came);
    else if (there && copies.length === 0) await this.session.show(there.id);
  }

  async #takeBack(ids: readonly Id[]): Promise<void> {
    for (const id of ids) await this.session.remove(id);
  }
}

/** The message of work that goes on, shown once it takes long enough to be read. */
class Progress {
  #text = '';
  #toast: number | null = null;
  readonly #timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly toasts: Toasts,
    cancel: () => void
  ) {
    this.#timer = setTimeout(() => {
      this.#toast = toasts.showBusy(this.#text, { label: 'Cancel', run: cancel });
    }, quiet);
  }

  tell(text: string): void {
    this.#text = text;
    if (this.#toast !== null) this.toasts.reword(this.#toast, text);
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#toast !== null) this.toasts.dismiss(this.#toast);
  }
}

async function bringDropped(file: File, again: boolean, cancel: AbortSignal): Promise<Imported> {
  const bytes = await Promise.race([readDroppedFile(file), rejectedBy(cancel)]);
  if (bytes) return call('article.importFile', file.name, bytes, again);
  const why = 'It may have been moved, or may not be yours to read.';
  return { ids: [], refused: [`${file.name} could not be read. ${why}`] };
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
