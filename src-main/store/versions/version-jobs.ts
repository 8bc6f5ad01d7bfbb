/** What a library does with the versions of its briefings, and with its bin. */
import type { Briefing } from '../../domain/briefing/briefing.js';
import { collectionNames } from '../../domain/briefing/collections.js';
import { applyChange, diffBriefing } from '../../domain/change/change.js';
import { newId } from '../../domain/base/values.js';
import { mendBriefing } from '../../domain/mend/mend-briefing.js';
import { currentSchema } from '../../domain/briefing/migrations.js';
import { ageBin, listBin } from './bin.js';
import { removeFromBin } from './bin-moves.js';
import type { Library } from '../library.js';
import * as failures from '../library-failures.js';
import { entryFor } from '../list/list-rows.js';
import type { Parts } from '../open-parts.js';
import { removeUnfinished } from '../kept-by-hash.js';

type Jobs = Pick<
  Library,
  | 'versions'
  | 'keepVersion'
  | 'keepUndone'
  | 'openVersion'
  | 'restoreVersion'
  | 'copyVersion'
  | 'deleted'
  | 'removeForGood'
  | 'tidy'
>;

export function versionJobs(parts: Parts): Jobs {
  const { folder, files, log, versions, turns, summaries, now, reading, writing } = parts;
  const unread = 'the version could not be read';

  return {
    versions: (id) => reading('the versions could not be listed', () => versions.list(id)),
    openVersion: (id, key) => reading(unread, () => versions.open(id, key)),

    keepVersion: (id, kind, name) =>
      writing(id, 'the version was not kept', async () => {
        const stored = await files.read(id);
        await log?.append({ id, touched: true });
        return versions.keep(id, stored, kind, name);
      }),

    keepUndone: (id, baseRevision, change, name) =>
      writing(id, 'what was undone was not kept', async () => {
        const stored = await files.read(id);
        failures.refuseUnlessLatest(stored, baseRevision);
        const valid = failures.validChange(stored.briefing, change);
        const undone = applyChange(stored.briefing, valid, now());
        await log?.append({ id, touched: true });
        return versions.keep(id, { ...stored, briefing: undone }, 'undone', name);
      }),

    restoreVersion: (id, baseRevision, key) =>
      writing(id, 'the version was not restored', async () => {
        const current = await files.read(id);
        const { briefing, revision } = current;
        failures.refuseUnlessLatest(current, baseRevision);
        // It may have come in a backup.
        const { briefing: old } = mendBriefing((await versions.open(id, key)).briefing);
        await log?.append({ id, touched: true });
        await versions.keep(id, current, 'restore', '');
        const change = diffBriefing(briefing, sharing(briefing, old));
        const next = applyChange(briefing, change, now());
        const saved = { revision: revision + 1, schema: currentSchema, briefing: next };
        await files.write(id, saved, change);
        summaries.put(entryFor(revision + 1, next));
        return revision + 1;
      }),

    async copyVersion(id, key) {
      const { version, briefing } = await reading(unread, () => versions.open(id, key));
      const moment = now().toISOString();
      const copy: Briefing = {
        ...mendBriefing(briefing).briefing,
        id: newId(),
        title: `${briefing.title} (version of ${version.modifiedAt.slice(0, 10)})`.slice(-500),
        createdAt: moment,
        modifiedAt: moment
      };
      return writing(copy.id, 'the copy was not made', async () => {
        const valid = failures.validBriefing(copy);
        await files.write(copy.id, { revision: 1, schema: currentSchema, briefing: valid });
        summaries.put(entryFor(1, valid));
        return copy.id;
      });
    },

    deleted: () => reading('the bin could not be listed', () => listBin(folder, files)),

    removeForGood: (ids) =>
      reading('not all of them were removed', async () => {
        if (folder.readOnly) throw failures.readOnlyLibrary(folder.root, 'nothing was removed');
        await removeFromBin(parts, ids);
      }),

    tidy: () =>
      reading('the library was not tidied', async () => {
        if (folder.readOnly) return 0;
        await removeUnfinished(folder, turns);
        const over = await ageBin(folder, now());
        if (over.length > 0) await removeFromBin(parts, over);
        return over.length;
      })
  };
}

/** `old` with the very entries of `now` where both are the same, so that only what differs is saved. */
function sharing(now: Briefing, old: Briefing): Briefing {
  const shared: Record<string, unknown> = { ...old };
  for (const name of collectionNames) {
    const known = new Map<string, object>(now[name].map((entry) => [entry.id, entry]));
    shared[name] = old[name].map((entry) => {
      const same = known.get(entry.id);
      return same && JSON.stringify(same) === JSON.stringify(entry) ? same : entry;
    });
  }
  return shared as unknown as Briefing;
}
