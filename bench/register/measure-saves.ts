/** What the index adds to a saved edit: the same edits in two libraries, taking turns, one with its index on. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Briefing } from '../../src-main/domain/briefing/briefing.js';
import { watchedDisk } from '../../src-main/disk/testing/failing-disk.js';
import { searched } from '../../src-main/libraries/search-library.js';
import { watchLibrary } from '../../src-main/libraries/watch-library.js';
import { startSearch } from '../../src-main/search/start-search.js';
import { openLibrary } from '../../src-main/store/open-library.js';
import { median } from '../median.js';
import { serve, standpoint } from '../store/standpoint.js';

export interface SaveCost {
  /** Of one edit, with the index on; those of a checkpoint, once in a while, come beside. */
  readonly syncs: number;
  /** Milliseconds until an edit is saved, with the index on. */
  readonly median: number;
  /** Of that to the same without an index. */
  readonly ratio: number;
}

/** Enough for the index to take changes in many times meanwhile. */
const rounds = 3_000;

export async function measureSaves(
  folder: string,
  briefings: readonly Briefing[]
): Promise<SaveCost> {
  const [withIndex, without] = [join(folder, 'with-index'), join(folder, 'without')];
  for (const each of [withIndex, without]) {
    mkdirSync(each);
    await standpoint(each).fill(briefings);
  }
  let syncs = 0;
  const counting = watchedDisk((name, call, args) => {
    if (name === 'file.datasync' || name === 'file.sync') syncs += 1;
    return Promise.resolve(call(args));
  });
  // Both through such a disk, which costs a little itself.
  const plain = watchedDisk((_name, call, args) => Promise.resolve(call(args)));
  const library = await openLibrary(withIndex, { fs: counting });
  const search = startSearch(searched(library, join(withIndex, 'search.sqlite')));
  await search.upToDate();
  const sides = [
    { edits: serve(watchLibrary(library, (id) => search.changed(id))), times: [] as number[] },
    { edits: serve(await openLibrary(without, { fs: plain })), times: [] as number[] }
  ];
  const counted: number[] = [];
  for (let round = -briefings.length; round < rounds; round += 1) {
    const briefing = briefings[(round + briefings.length) % briefings.length]!;
    for (const side of round % 2 ? sides : sides.toReversed()) {
      const before = syncs;
      const begun = performance.now();
      await side.edits.edit(briefing, `A card that is edited, in round ${round}.`);
      if (round < 0) continue;
      side.times.push(performance.now() - begun);
      if (side === sides[0]) counted.push(syncs - before);
    }
  }
  await search.close();
  for (const { edits } of sides) await edits.close();
  const [ours, others] = sides.map(({ times }) => median(times));
  return { syncs: median(counted), median: ours!, ratio: ours! / others! };
}
