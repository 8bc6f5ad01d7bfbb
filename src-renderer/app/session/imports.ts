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
import { titleOfSource, type Source } from '../../../src-main/domain/briefing/source.js';
import { quoted } from '../../../src-main/domain/terms/terms.js';
import type { OpenBriefing } from '../../editor/open/open-briefing.svelte.js';
import { addSources, type ReadableSource, type SourcePlan } from './add-sources.js';
import { attempt, call } from './client.js';
import { inTurn } from './in-turn.js';
import { readDroppedFile, type DroppedFiles, type PastedArticle } from './dropped-and-pasted.js';
import { importInWords, isToRead, unfinishedInWords } from './import-words.js';
import type { Session } from './session.svelte.js';

/** A file or a text, which can be imported once more. */
interface Item extends ReadableSource {
  /** With `again` also when the library holds it already. `cancel` ends the waiting for its bytes. */
  readonly bring: (again: boolean, cancel: AbortSignal) => Promise<Imported>;
}

/** What articles become: briefings of their own, or sources of the one that is open. */
export type Destination = 'briefing' | 'source';

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

/** What an import asks of the window. */
export interface ImportPage {
  /** Has the field with the focus hand out what was typed. */
  readonly commitField: () => void;
  /** Rises with each letter that is typed. */
  readonly countOfInputs: () => number;
  /** Leads to a source of the open briefing. */
  readonly showSource: (id: Id) => void;
  /** Puts what came in into the collection that the library shows; the name of that, `null` for none. */
  readonly collect: (ids: readonly Id[]) => Promise<string | null>;
  /** Has the library show a briefing, whatever was searched for. */
  readonly unhide: (id: Id) => void;
}

export class Imports {
  /** One after the other: main stops what is under way when another begins. */
  #latest: Promise<void> = Promise.resolve();
  /** The message that offers to import once more what the library holds already, and says nothing else to read. */
  #offer = 0;

  constructor(
    private readonly session: Session,
    private readonly toasts: Toasts,
    private readonly page: ImportPage
  ) {}

  /** Asks for files. */
  async choose(to: Destination = 'briefing'): Promise<void> {
    await attempt(this.toasts, async () => this.opened(await call('article.choose'), to));
  }

  /** Files that main knows by their tokens. */
  opened(files: readonly ChosenFile[], to: Destination = 'briefing'): Promise<void> {
    const items = files.map(({ token, name }) => ({
      name,
      bring: (again: boolean) => call('article.importChosen', token, again),
      read: (briefing: Id) => call('source.readChosen', briefing, token)
    }));
    return this.#take({ items }, to);
  }

  dropped({ files, refused }: DroppedFiles, to: Destination = 'briefing'): Promise<void> {
    const items = files.map((file) => ({
      name: file.name,
      bring: (again: boolean, cancel: AbortSignal) => bringDropped(file, again, cancel),
      read: async (briefing: Id, cancel: AbortSignal) => {
        const bytes = await bytesOf(file, cancel);
        return bytes ? call('source.readFile', briefing, file.name, bytes) : unreadable(file.name);
      }
    }));
    return this.#take({ items, refused }, to);
  }

  text({ text, format }: PastedArticle, to: Destination = 'briefing'): Promise<void> {
    const bring = (again: boolean) => call('article.importText', text, format, again);
    const read = (briefing: Id) => call('source.readText', briefing, text, format);
    const names = { name: 'What was pasted', nameWithin: 'what was pasted' };
    return this.#take({ items: [{ ...names, bring, read }] }, to);
  }

  /** A source that another briefing has becomes one of the open briefing, too. */
  fromBriefing(other: Id, source: Pick<Source, 'id' | 'title'>): Promise<void> {
    const name = quoted(titleOfSource(source));
    const read = (briefing: Id) => call('source.readFrom', briefing, other, source.id);
    const { open } = this.session;
    return open ? this.#add({ items: [{ name, read }] }, open) : Promise.resolve();
  }

  /** To the briefing that is open as this is called, whichever is open when its turn comes. */
  #take(plan: Plan, to: Destination): Promise<void> {
    const { open } = this.session;
    return to === 'briefing' || !open ? this.#queue(plan) : this.#add(plan, open);
  }

  #add(plan: SourcePlan, open: OpenBriefing): Promise<void> {
    const { toasts } = this;
    const { commitField, countOfInputs, showSource } = this.page;
    const inputs = countOfInputs();
    const leads = (id: Id) =>
      this.session.open === open && countOfInputs() === inputs && showSource(id);
    return (this.#latest = this.#latest.then(() =>
      addSources(plan, open, { toasts, commitField, showSource: leads, note: this.#note })
    ));
  }

  #queue(plan: Plan): Promise<void> {
    if (plan.items.length === 0 && !plan.refused?.length) return Promise.resolve();
    return (this.#latest = this.#latest.then(() => this.#import(plan)));
  }

  async #import({ items, refused = [], again = false }: Plan): Promise<void> {
    this.toasts.dismiss(this.#offer);
    const tally = new Tally(items.length + refused.length, refused);
    const inputs = this.page.countOfInputs();
    await attempt(this.toasts, async () => {
      // What an import keeps of a briefing before it is merged is to hold the last words, too.
      this.page.commitField();
      await this.session.leave();
      await this.#bringAll(items, again, tally);
      await this.session.refresh();
      const collection = await this.page.collect(tally.ids);
      for (const copy of tally.copies) await this.session.mergeCopy(copy);
      // Also of a briefing that is as it was an import may have brought a text that was missing.
      await this.session.open?.readMissingTexts();
      // Whoever writes meanwhile goes on where she is.
      const isWriting = this.page.countOfInputs() !== inputs;
      if (!isWriting) await this.#lead(tally);
      this.#say(tally, collection, isWriting);
    });
  }

  /** Of an import that the end of the program cut off, at the start after it. */
  tellUnfinished(): void {
    const unfinished = this.session.preferences.takeUnfinishedImport();
    if (unfinished) this.toasts.showFailure(unfinishedInWords(unfinished));
  }

  readonly #note = (names: readonly string[]) => this.session.preferences.noteImport(names);

  async #bringAll(items: readonly Item[], again: boolean, tally: Tally): Promise<void> {
    const bring = async (item: Item, cancel: AbortSignal) =>
      tally.add(item, await item.bring(again, cancel));
    const ended = await inTurn(this.toasts, 'Importing', items, bring, this.#note);
    if (!ended) return;
    tally.ended = ended;
    tally.left = ended.left;
  }

  #say(tally: Tally, collection: string | null, isToLead: boolean): void {
    const { ids, heldItems } = tally;
    const outcome = { ...tally, collection, titles: ids.map((id) => this.session.titleOf(id)) };
    const text = importInWords(outcome);
    if (!text) return;
    const actions: ToastAction[] = [];
    if (isToLead && ids.length > 0)
      actions.push({ label: 'Open', run: () => void this.#lead(tally) });
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
    const led = came ?? there?.id;
    if (led) this.page.unhide(led);
    // Whoever calls it off goes on where she was: suggestions would take the focus.
    if (came && ended?.cancelled) await this.session.show(came);
    else if (came) await this.session.showDrafted(came);
    else if (there && copies.length === 0) await this.session.show(there.id);
  }

  async #takeBack(ids: readonly Id[]): Promise<void> {
    for (const id of ids) await this.session.remove(id);
  }
}

/** `null` where it cannot be read. Rejects when it is cancelled. */
async function bytesOf(file: File, cancel: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  return Promise.race([readDroppedFile(file), rejectedBy(cancel)]);
}

async function bringDropped(file: File, again: boolean, cancel: AbortSignal): Promise<Imported> {
  const bytes = await bytesOf(file, cancel);
  if (bytes) return call('article.importFile', file.name, bytes, again);
  return { ids: [], refused: [unreadable(file.name)] };
}

function unreadable(name: string): string {
  return `${name} could not be read. It may have been moved, or you may not be allowed to read it.`;
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
