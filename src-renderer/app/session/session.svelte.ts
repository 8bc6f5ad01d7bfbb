/**
 * What the window works on: the library's list and the one open briefing. Every act of the person
 * that reaches the main process goes through here, and its failure becomes a message with a sentence.
 * Over 300 lines because what is open, left, deleted and taken in hangs together.
 */
import type { Events } from '../../../src-main/domain/api.js';
import { type Summary, titleOf } from '../../../src-main/domain/briefing/briefing.js';
import { countUnreviewedLines } from '../../../src-main/domain/briefing/reviewed.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import type { ReturnedCopy } from '../../../src-main/domain/program/imported.js';
import { namesInWords } from '../../editor/open/change-in-words.js';
import { LeftBriefings } from '../../editor/open/left-briefings.js';
import { OpenBriefing } from '../../editor/open/open-briefing.svelte.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call, fileActions } from './client.js';
import { briefingDisk, loadPlace } from './for-panes.js';
import { KeptPreferences } from './kept-preferences.svelte.js';
import { LibraryList } from './library-list.svelte.js';
import { mergeInto, type AfterMerge } from './merge-into.js';
import { TeamDesk } from './team-desk.svelte.js';

export class Session {
  #open = $state.raw<OpenBriefing | null>(null);
  readonly #left = new LeftBriefings();
  /** Those that are being deleted here. */
  #removing: readonly Id[] = [];
  /** By briefing the message that it was deleted, with the way back. */
  #deletions: Readonly<Record<Id, number>> = {};
  readonly list = new LibraryList(() => this.#open?.briefing ?? null);
  readonly preferences: KeptPreferences;
  readonly sharing: TeamDesk;
  #loaded = $state(false);
  /** Where the person was in the open briefing when it was left last. */
  #place: ReadingPlace | null = null;
  /** The latest revisions that others have made, by briefing. */
  #changed: Readonly<Record<Id, number>> = {};
  /** What was asked for last: a slow answer to an earlier wish must not replace it. */
  #wanted: Id | null = null;
  /** The message that the open briefing cannot be left. */
  #whyItStays = 0;
  /** The briefing that an article has just become: its suggestions are shown first. */
  #drafted: Id | null = null;
  /** Whether this window has made a briefing, of an article or empty. */
  #hasMade = $state(false);

  readonly #attempt = <T>(act: () => Promise<T>) => attempt(this.toasts, act);

  /** `toasts` are about the library. */
  constructor(
    private readonly toasts: Toasts,
    private readonly afterMerge: AfterMerge = () => []
  ) {
    this.preferences = new KeptPreferences(toasts);
    this.sharing = new TeamDesk(toasts);
  }

  /** It is time to ask for that name: this person has begun to write, and nobody asked her before. */
  get asksForAuthor(): boolean {
    const writes = this.#hasMade || (this.#open?.undoLabel ?? null) !== null;
    return writes && this.preferences.lacksAuthor;
  }

  /** What is shown first of a briefing that nobody has been in; of one that this window has just made, its article. */
  firstView({ briefing }: OpenBriefing): 'brief' | 'read' | 'new' {
    if (briefing.id !== this.#drafted) return 'brief';
    if (this.preferences.now.newArticle !== 'composed') return 'new';
    return countUnreviewedLines(briefing) > 0 ? 'read' : 'brief';
  }

  /** `false` until the library was listed for the first time. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** The library has no briefing: there is one thing to do. */
  get isEmpty(): boolean {
    return this.#loaded && !this.#open && this.briefings.length === 0;
  }

  get open(): OpenBriefing | null {
    return this.#open;
  }

  get place(): ReadingPlace | null {
    return this.#place;
  }

  /** The open briefing as it stands in memory. */
  get current(): Summary | null {
    return this.list.current;
  }

  /** Latest change first; the open briefing as it stands in memory. */
  get briefings(): readonly Summary[] {
    return this.list.shown;
  }

  /** As `LibraryList.listed`. */
  get listed(): readonly Summary[] {
    return this.list.listed;
  }

  async refresh(): Promise<void> {
    await this.#attempt(() => this.list.read(() => call('library.list')));
    this.#loaded = true;
  }

  async show(id: Id): Promise<void> {
    this.#wanted = id;
    if (this.#open?.briefing.id === id || !(await this.leave())) return;
    await this.#attempt(async () => {
      const [loaded, place] = await Promise.all([call('briefing.open', id), loadPlace(id)]);
      // What was written in the old one while the new one was read is to be safe, too.
      if (this.#wanted !== id || !(await this.leave())) return;
      if (this.#wanted !== id || this.#open?.briefing.id === id) return;
      this.#place = place;
      const left = this.#left.take(loaded);
      const open = new OpenBriefing(loaded, briefingDisk, left, () => this.preferences.by);
      this.#replace(open);
      // It was changed while it was read.
      if ((this.#changed[id] ?? 0) > loaded.revision) void open.takeLatest();
    });
  }

  /** Shows a briefing that an article has just become. */
  async showDrafted(id: Id): Promise<void> {
    this.#drafted = id;
    await this.show(id);
    this.#hasMade = true;
  }

  /**
   * Main has saved what others changed: who has that briefing open takes it in.
   *
   * @param commitField has the field with the focus hand out what was typed.
   */
  takeIn({ id, ...saved }: Events['briefingChanged'], commitField?: () => void): void {
    this.#changed = { ...this.#changed, [id]: saved.revision };
    if (this.#open?.briefing.id !== id) return;
    commitField?.();
    this.#open.takeIn(saved);
  }

  /** Saves what is open. Resolves to whether it may be left: `false` keeps it open, and says why. */
  async leave(): Promise<boolean> {
    const open = this.#open;
    this.toasts.dismiss(this.#whyItStays);
    if (!open || (await open.flush())) return true;
    const { reason, code } =
      open.saveState.kind === 'failed' ? open.saveState : { reason: '', code: null };
    const text = `“${titleOf(open.briefing)}” stays open, since its latest changes are not saved.`;
    const toast = (this.#whyItStays = this.toasts.showFailure(
      `${text} ${reason}`.trim(),
      code === 'stale-revision'
        ? { label: 'Reload without them', run: () => void this.#reload(open) }
        : { label: 'Retry', run: () => void open.retry() }
    ));
    open.closed.addEventListener('abort', () => this.toasts.dismiss(toast));
    return false;
  }

  /** Another library is open: nothing of the one before is shown any more. */
  async beginAnew(): Promise<void> {
    this.#replace(null);
    this.#left.clear();
    this.#changed = {};
    await Promise.all([this.refresh(), this.sharing.load()]);
    const latest = this.listed[0];
    if (latest) await this.show(latest.id);
  }

  /** Loads the open briefing anew: it was changed in the library. */
  async reopen(id: Id): Promise<void> {
    this.forget(id);
    await this.refresh();
    await this.show(id);
  }

  /** Gives up what is not saved, where it never can be, for what the library holds. */
  async #reload(open: OpenBriefing): Promise<void> {
    if (this.#open !== open) return;
    this.#replace(null);
    await this.show(open.briefing.id);
  }

  #replace(next: OpenBriefing | null): void {
    this.list.leave();
    if (this.#open !== next) this.toasts.leave('briefing');
    const left = this.#open?.left;
    if (left) this.#left.keep(left);
    this.#open?.close();
    this.#open = next;
  }

  /** What the list shows from now on, whoever changed it. Who has a briefing open that others deleted is told. */
  takeRows(rows: Events['rowsChanged']): void {
    this.list.change(rows);
    const open = this.#open;
    const id = open?.briefing.id;
    if (!open || !rows.some((each) => each.id === id && each.row === null)) return;
    if (this.#removing.includes(open.briefing.id)) return;
    const isSaved = open.saveState.kind === 'saved';
    const told = `“${titleOf(open.briefing)}” was deleted elsewhere, and is in the bin.`;
    const unsaved = ' What you wrote since is not saved until it is put back.';
    const back = { label: 'Put back', run: () => void this.#putBack(open) };
    if (isSaved) this.forget(open.briefing.id);
    this.toasts.showFailure(isSaved ? told : told + unsaved, back);
  }

  /** What others did has brought a briefing back that was deleted. */
  tellBroughtBack({ id, title, authors, isPutBack }: Events['broughtBack']): void {
    const show = { label: 'Show', run: () => void this.show(id) };
    const who = namesInWords(authors);
    const why = isPutBack
      ? `${who} put it back.`
      : `${who} had changed it without knowing that it was deleted. Delete it once more if it is to go.`;
    const deletion = this.#deletions[id];
    if (deletion !== undefined) this.toasts.dismiss(deletion);
    this.toasts.about('library').show(`“${titleOf({ title })}” is back from the bin: ${why}`, show);
  }

  async #putBack(open: OpenBriefing): Promise<void> {
    if (this.#open !== open) return this.restore(open.briefing.id);
    await this.#attempt(() => call('briefing.restore', open.briefing.id));
    await open.retry();
  }

  /** To the bin, without a word: whoever asks says it. */
  async removeSilently(id: Id): Promise<void> {
    this.#removing = [...this.#removing, id];
    try {
      await call('briefing.delete', id);
      this.forget(id);
    } finally {
      this.#removing = this.#removing.filter((each) => each !== id);
    }
  }

  /** The briefing has gone from the library: it is open no longer. */
  forget(id: Id): void {
    if (this.#open?.briefing.id === id) this.#replace(null);
  }

  async create(): Promise<void> {
    if (!(await this.leave())) return;
    await this.#enter(() => call('briefing.create'));
    this.#hasMade = true;
  }

  /** To the bin, with its latest changes; the message offers the way back. */
  async remove(id: Id): Promise<void> {
    const title = this.titleOf(id);
    if (this.#open?.briefing.id === id && !(await this.leave())) return;
    await this.#attempt(async () => {
      await this.removeSilently(id);
      await this.refresh();
      const undo = { label: 'Undo', run: () => void this.restore(id) };
      const told = this.toasts.show(`Deleted “${title}”.`, undo);
      this.#deletions = { ...this.#deletions, [id]: told };
    });
  }

  async restore(id: Id): Promise<void> {
    await this.#enter(() => call('briefing.restore', id).then(() => id));
  }

  /** Formatted words from the clipboard as Markdown; `null`, with a message, when that cannot be had. */
  toMarkdown(html: string): Promise<string | null> {
    return this.#attempt(() => call('article.toMarkdown', html));
  }

  /** Brings the sample briefing back, and shows it. */
  async openSample(): Promise<void> {
    await this.#enter(() => call('library.addSample'));
  }

  /** Shows a briefing that an act brings into the list. */
  async #enter(act: () => Promise<Id>): Promise<void> {
    await this.#attempt(async () => {
      const id = await act();
      await this.refresh();
      await this.show(id);
    });
  }

  /** Writes what is open to a file, where the library does not take it: on a full disk, say. */
  async saveCopy(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    // Annotations go where the typing has left their words.
    open.endTyping();
    const file = await this.#attempt(() => call('briefing.saveCopy', open.briefing, open.texts));
    if (!file) return;
    this.toasts.show(
      `Saved a copy as ${file.name}. Dropped on this window, it brings everything back.`,
      fileActions(file, this.toasts).show
    );
  }

  async openLink(address: string): Promise<void> {
    await this.#attempt(() => call('link.open', address));
  }

  /** As an edit of the open briefing, so that it can be undone. */
  async mergeCopy(copy: ReturnedCopy): Promise<void> {
    await this.#attempt(async () => {
      const { id } = copy.theirs;
      await this.show(id);
      const open = this.#open;
      if (open?.briefing.id !== id || !(await this.leave())) return;
      const { modifiedAt } = this.briefings.find((row) => row.id === id) ?? open.briefing;
      await mergeInto(open, copy, modifiedAt, this.toasts.about('briefing'), this.afterMerge);
    });
  }

  /** As the list has it. */
  titleOf(id: Id): string {
    return titleOf(this.briefings.find((briefing) => briefing.id === id) ?? { title: '' });
  }
}
