/** What the person does with several briefings at once, each with its way back. */
import type { TagChange } from '../../../src-main/domain/change/change.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { setDetails } from '../../editor/edits/edits.js';
import { named } from '../../editor/open/step-names.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call } from './client.js';
import type { Session } from './session.svelte.js';

export class ManyBriefings {
  readonly #attempt = (act: () => Promise<unknown>) => attempt(this.toasts, act);

  constructor(
    private readonly session: Session,
    private readonly toasts: Toasts
  ) {}

  /** To the bin. What fails half-way is told; what went before it can still be taken back. */
  async remove(ids: readonly Id[]): Promise<void> {
    const [only] = ids;
    if (only && ids.length === 1) return this.session.remove(only);
    const { open } = this.session;
    if (open && ids.includes(open.briefing.id) && !(await this.session.leave())) return;
    const removed: Id[] = [];
    await this.#attempt(async () => {
      for (const id of ids) {
        await this.session.removeSilently(id);
        removed.push(id);
      }
    });
    await this.session.refresh();
    if (removed.length === 0) return;
    this.toasts.show(`Deleted ${removed.length} briefings.`, {
      label: 'Undo',
      run: () => void this.#restore(removed)
    });
  }

  async #restore(ids: readonly Id[]): Promise<void> {
    await this.#attempt(async () => {
      for (const id of ids) await call('briefing.restore', id);
    });
    await this.session.refresh();
  }

  /** The open briefing is tagged as an edit of its own, the others where they lie. */
  async tag(ids: readonly Id[], tags: readonly string[]): Promise<void> {
    const { open } = this.session;
    const others = ids.filter((id) => id !== open?.briefing.id);
    await this.#attempt(async () => {
      const undo = await call(
        'library.changeTags',
        others.map((id) => ({ id, add: [...tags], remove: [] }))
      );
      const inOpen = open && ids.includes(open.briefing.id) ? this.#tagOpen(tags) : [];
      await this.session.refresh();
      this.toasts.show(`Tagged ${counted(ids)}.`, {
        label: 'Undo',
        run: () => void this.#untag(undo, open?.briefing.id ?? null, inOpen)
      });
    });
  }

  /** Returns the tags that it did not have. */
  #tagOpen(tags: readonly string[]): string[] {
    const { open } = this.session;
    const added = tags.filter((tag) => !open?.briefing.tags.includes(tag));
    if (added.length > 0) {
      open?.edit(named.detail('tags'), (b) => setDetails(b, { tags: [...b.tags, ...added] }));
    }
    return added;
  }

  /** `inOpen` are tags that were given to the briefing `id`, which may be open still or not. */
  async #untag(undo: readonly TagChange[], id: Id | null, inOpen: string[]): Promise<void> {
    const { open } = this.session;
    const rest = [...undo];
    if (id && inOpen.length > 0) {
      if (open?.briefing.id === id) {
        const without = (tag: string) => !inOpen.includes(tag);
        open.edit(named.detail('tags'), (b) => setDetails(b, { tags: b.tags.filter(without) }));
      } else rest.push({ id, add: [], remove: inOpen });
    }
    await this.#attempt(() => call('library.changeTags', rest));
    await this.session.refresh();
  }
}

function counted(ids: readonly Id[]): string {
  return ids.length === 1 ? 'the briefing' : `${ids.length} briefings`;
}
