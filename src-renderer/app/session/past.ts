/** The ways back: versions of a briefing, and briefings in the bin. What fails is told, and gives `null`. */
import type { Id } from '../../../src-main/domain/base/values.js';
import type { VersionKey } from '../../../src-main/domain/briefing/version.js';
import type { DeletedBriefing } from '../../../src-main/domain/program/library-state.js';
import { versionTime } from '../../../src-main/domain/terms/version-words.js';
import type { BinActions, VersionActions } from '../../library/library-actions.js';
import type { ToastAction, Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call } from './client.js';
import type { Session } from './session.svelte.js';

export class Past implements BinActions {
  readonly #telling = <T>(act: () => Promise<T>) => attempt(this.toasts, act);

  constructor(
    private readonly session: Session,
    private readonly toasts: Toasts
  ) {}

  versionsOf(id: Id): VersionActions {
    return {
      list: async () => {
        await this.session.leave();
        return this.#telling(() => call('versions.list', id));
      },
      open: (key) => this.#telling(() => call('versions.open', id, key)),
      keep: async (name) => {
        if (!(await this.session.leave())) return;
        if (await this.#telling(() => call('versions.keep', id, name)))
          this.toasts.show(`Kept as “${name}”.`);
      },
      restore: (version) =>
        void this.#restore(id, version.key, `the version of ${versionTime(version)}`),
      copy: ({ key }) => void this.#copy(id, key)
    };
  }

  async #restore(id: Id, key: VersionKey, what: string): Promise<void> {
    const { open } = this.session;
    if (open?.briefing.id !== id || !(await this.session.leave())) return;
    await this.#telling(async () => {
      const { revision } = await call('briefing.read', id);
      await call('versions.restore', id, revision, key);
      await this.session.reopen(id);
      const before = (await call('versions.list', id)).find(({ kind }) => kind === 'restore');
      this.toasts.show(`Restored ${what}.`, ...(before ? [this.#wayBack(id, before.key)] : []));
    });
  }

  #wayBack(id: Id, key: VersionKey): ToastAction {
    return { label: 'Undo', run: () => void this.#restore(id, key, 'what was there before') };
  }

  async #copy(id: Id, key: VersionKey): Promise<void> {
    await this.#telling(async () => {
      const copy = await call('versions.copy', id, key);
      await this.session.refresh();
      await this.session.show(copy);
      this.toasts.show('Made a new briefing from the version.');
    });
  }

  deleted(): Promise<readonly DeletedBriefing[] | null> {
    return this.#telling(() => call('bin.list'));
  }

  async putBack(id: Id): Promise<void> {
    await this.#telling(() => call('briefing.restore', id));
    await this.session.refresh();
  }

  async removeForGood(ids: readonly Id[]): Promise<void> {
    await this.#telling(async () => {
      await call('bin.remove', [...ids]);
      this.toasts.show(
        ids.length === 1 ? 'Removed 1 briefing.' : `Removed ${ids.length} briefings.`
      );
    });
  }
}
