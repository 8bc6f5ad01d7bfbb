/** What a program that is going to be killed does, and what may be found afterwards. Pure but for the library given. */
import type { Briefing } from '../../../domain/briefing/briefing.js';
import type { Id } from '../../../domain/base/values.js';
import type { Library } from '../../library.js';
import { briefingWithOriginal, hash, text } from '../briefing.js';

/** A briefing as it must be found: its title and revision, or that it is in the bin; `null` for none. */
export interface Expected {
  readonly title: string;
  readonly revision: number;
  readonly deleted: boolean;
}

/** Printed before a deed and again once it is done, a line of JSON each. */
export interface Report {
  readonly phase: 'begin' | 'done';
  /** `null` for a deed that changes no briefing, such as a checkpoint. */
  readonly id: Id | null;
  readonly after: Expected | null;
}

export type State = Map<Id, Expected>;
export type Tell = (report: Report) => void;

export const deeds = [
  'edit',
  'edit',
  'edit',
  'create',
  'checkpoint',
  'version',
  'restore-version',
  'delete',
  'restore',
  'backup',
  'restore-backup'
] as const;

/** Beside the library: what is restored, and where backups are written to. */
export interface Archives {
  readonly restored: string;
  readonly written: string;
  /** What the first one holds. */
  readonly holds: readonly (readonly [Id, Expected])[];
}

/** Does one deed after the other, chosen by `random` (from 0 up to 1), until something ends it. */
export async function doWithoutEnd(
  library: Library,
  state: State,
  archives: Archives,
  random: () => number,
  tell: Tell
): Promise<never> {
  for (;;) {
    const deed = deeds[Math.floor(random() * deeds.length)]!;
    const ids = [...state.keys()];
    const id = ids[Math.floor(random() * ids.length)];
    await doOne(library, state, archives, deed, id ?? null, random, tell);
  }
}

async function doOne(
  library: Library,
  state: State,
  archives: Archives,
  deed: (typeof deeds)[number],
  id: Id | null,
  random: () => number,
  tell: Tell
): Promise<void> {
  const now = id === null ? null : (state.get(id) ?? null);
  const runAll = async (
    afters: readonly (readonly [Id | null, Expected | null])[],
    job: () => Promise<unknown>
  ) => {
    for (const [key, after] of afters) tell({ phase: 'begin', id: key, after });
    await job();
    for (const [key, after] of afters) {
      if (key && after) state.set(key, after);
      tell({ phase: 'done', id: key, after });
    }
  };
  const run = (key: Id | null, after: Expected | null, job: () => Promise<unknown>) =>
    runAll([[key, after]], job);
  if (deed === 'checkpoint') return run(null, null, () => library.checkpoint());
  if (deed === 'backup') return run(null, null, () => library.backUp(archives.written));
  if (deed === 'restore-backup') {
    // What is there stays as it is, and what is in the bin comes back as it was.
    const afters = archives.holds.map(([key, archived]) => {
      const there = state.get(key);
      return [key, there ? { ...there, deleted: false } : archived] as const;
    });
    return runAll(afters, () => library.restoreBackup(archives.restored));
  }
  if (deed === 'create' || id === null || now === null) {
    // A file of its own, so that each is written anew.
    const file = Buffer.alloc(20_000, `${random()}`);
    const made = briefingWithOriginal('Made', file);
    const briefing: Briefing = { ...made, bottomLine: 'x'.repeat(3_000) };
    const after = { title: 'Made', revision: 1, deleted: false };
    return run(briefing.id, after, async () => {
      await library.addOriginals({ [briefing.sources[0]!.original!.hash]: file });
      await library.create(briefing, { [hash]: text });
    });
  }
  if (now.deleted) {
    return run(id, { ...now, deleted: false }, () => library.restore(id));
  }
  switch (deed) {
    case 'edit': {
      const title = `Edit ${now.revision + 1}`;
      const after = { title, revision: now.revision + 1, deleted: false };
      const fields = { title, bottomLine: 'y'.repeat(now.revision % 5_000) };
      return run(id, after, () => library.save(id, now.revision, { fields }));
    }
    case 'version':
      return run(null, null, () => library.keepVersion(id, 'named', 'Kept'));
    case 'restore-version': {
      const [version] = await library.versions(id);
      if (!version) return undefined;
      const after = { title: version.title, revision: now.revision + 1, deleted: false };
      return run(id, after, () => library.restoreVersion(id, now.revision, version.key));
    }
    case 'delete':
      return run(id, { ...now, deleted: true }, () => library.delete(id));
    case 'restore':
      return undefined;
  }
}

/** What the library holds, as far as deeds change it. */
export async function stateOf(library: Library): Promise<State> {
  const state: State = new Map();
  for (const { id } of await library.list()) {
    const { briefing, revision } = await library.open(id);
    state.set(id, { title: briefing.title, revision, deleted: false });
  }
  for (const { summary } of await library.deleted()) {
    // Revisions of what is in the bin are seen when it comes back.
    state.set(summary.id, { title: summary.title, revision: 0, deleted: true });
  }
  return state;
}
