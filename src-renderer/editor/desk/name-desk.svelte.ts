/** The actors and issues of the open briefing: named, and made one where two are the same. Knows no DOM. */
import type { Actor, Issue } from '../../../src-main/domain/briefing/entries.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import { mergeActors, mergeIssues } from '../../../src-main/domain/ledger/merge-names.js';
import { namedEntries, namesakeOf } from '../../../src-main/domain/ledger/namesake.js';
import { sameName } from '../../../src-main/domain/text/fold-name.js';
import type { SelectedCell } from '../../positions/matrix/selected-cell.js';
import type { Namesakes } from '../../positions/names/namesakes.js';
import { setActor, setIssue } from '../edits/edits.js';
import type { OpenBriefing } from '../open/open-briefing.svelte.js';
import { named } from '../open/step-names.js';
import type { Messages } from './messages.svelte.js';

/** What of the desk is shown of a name. */
interface Shown {
  cell: SelectedCell | null;
  profile: Id | null;
}

export class NameDesk {
  #namesakes = $state.raw<Namesakes | null>(null);

  constructor(
    private readonly open: OpenBriefing,
    private readonly messages: Messages,
    private readonly shown: Shown
  ) {}

  /** Two that go by one name since one of them was given it: whether they are one is asked. `null` for none. */
  get namesakes(): Namesakes | null {
    return this.#namesakes;
  }

  /** They stay two. */
  keepBoth(): void {
    this.#namesakes = null;
  }

  setActor(id: Id, patch: Partial<Omit<Actor, 'id'>>): void {
    const asked = this.#namesakesBy(id, [patch.name ?? [], patch.aliases ?? []].flat());
    this.open.edit(named.namePart(id, patch), (b) => setActor(b, id, patch));
    this.#namesakes = asked;
  }

  setIssue(id: Id, patch: Partial<Omit<Issue, 'id'>>): void {
    const asked = this.#namesakesBy(id, [patch.wording ?? []].flat());
    this.open.edit(named.namePart(id, patch), (b) => setIssue(b, id, patch));
    this.#namesakes = asked;
  }

  /** They become one: under the name of the one that had it, or, where it is an alias, of the one that was given it. */
  mergeNamesakes(): void {
    if (!this.#namesakes) return;
    const { id, other, name } = this.#namesakes;
    if (sameName(this.#nameOf(id), name)) this.merge(other, id);
    else this.merge(id, other);
  }

  /** `gone` becomes one with `keep`. What is shown of it follows. */
  merge(keep: Id, gone: Id): void {
    const [kept, lost] = [this.#nameOf(keep), this.#nameOf(gone)];
    this.open.edit(named.namesMerged(keep, gone), (b) =>
      mergeIssues(mergeActors(b, keep, gone), keep, gone)
    );
    const follow = (id: Id) => (id === gone ? keep : id);
    const { cell, profile } = this.shown;
    if (cell) {
      this.shown.cell = { actor: follow(cell.actor), issue: cell.issue && follow(cell.issue) };
    }
    this.shown.profile = profile && follow(profile);
    this.#namesakes = null;
    const which = sameName(kept, lost) ? 'the two' : `“${lost}” into`;
    this.messages.show(`Merged ${which} “${kept}”. Undo takes them apart again.`);
  }

  /** @param names that it is to have; those that it has already are no news. */
  #namesakesBy(id: Id, names: readonly string[]): Namesakes | null {
    const { briefing } = this.open;
    for (const kind of ['actor', 'issue'] as const) {
      const own = namedEntries(briefing, kind).find((each) => each.id === id);
      if (!own) continue;
      const had = [own.name, ...own.aliases];
      for (const name of names.filter((each) => !had.some((one) => sameName(one, each)))) {
        const other = namesakeOf(briefing, kind, name, id);
        if (other) return { kind, name, id, other };
      }
    }
    return null;
  }

  #nameOf(id: Id): string {
    const { briefing } = this.open;
    const all = [...namedEntries(briefing, 'actor'), ...namedEntries(briefing, 'issue')];
    return all.find((each) => each.id === id)?.name ?? '';
  }
}
