/** Merges a copy that came back into the open briefing, and says what came of it. */
import type { Id, Moment } from '../../../src-main/domain/base/values.js';
import type { ReturnedCopy } from '../../../src-main/domain/program/imported.js';
import { holdSameContent, mergeBriefings } from '../../../src-main/domain/merge/merge-briefings.js';
import type { VersionKey } from '../../../src-main/domain/briefing/version.js';
import type { OpenBriefing } from '../../editor/open/open-briefing.svelte.js';
import { named, type StepName } from '../../editor/open/step-names.js';
import type { ToastAction, Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call } from './client.js';

export interface MergeReport {
  /** The first card with what both sides changed; `null` where there was no such thing. */
  readonly note: Id | null;
  /** What the briefing was before; `null` where no such version was kept. */
  readonly before: VersionKey | null;
}

/** What the person may want to see next. */
export type AfterMerge = (merged: MergeReport) => readonly ToastAction[];

/** The briefing is saved, at `savedAt` for the last time. */
export async function mergeInto(
  open: OpenBriefing,
  { theirs, base, name }: ReturnedCopy,
  savedAt: Moment,
  toasts: Toasts,
  afterMerge: AfterMerge
): Promise<void> {
  const ours = { ...open.briefing, modifiedAt: savedAt };
  const { briefing, clashes, note } = mergeBriefings(base, ours, theirs);
  if (holdSameContent(briefing, open.briefing)) {
    toasts.show(`${name} holds nothing that is not here already.`);
    return;
  }
  // The import has kept what it was.
  const before = (await call('versions.list', theirs.id)).find(({ kind }) => kind === 'import');
  const step = named.copyMerged(name);
  open.edit(step, () => briefing);
  const settle =
    clashes.length > 0
      ? ` What both sides changed (${clashes.length}) stands in ${clashes.length === 1 ? 'a note card' : 'note cards'} at the end.`
      : '';
  toasts.show(
    `Merged ${name}.${settle}`,
    { label: 'Undo', run: () => takeBack(open, step, toasts) },
    ...afterMerge({ note, before: before?.key ?? null })
  );
}

/** A merge changes too much to be taken back from among what was written after it. */
function takeBack(open: OpenBriefing, step: StepName, toasts: Toasts): void {
  if (open.isLatest(step)) open.undo();
  else {
    toasts.show(
      'More was written after the merge, and undoing it would lose that. Versions has the briefing as it was before the import.'
    );
  }
}
