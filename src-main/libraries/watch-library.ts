/** A library that tells of all that changes in it, whoever changes it. */
import type { Id } from '../domain/base/values.js';
import type { Library } from '../store/library.js';
import type { Summary } from '../domain/briefing/briefing.js';

/** The same library in all else. Told once the change is safe on disk; `said` of one of the register. */
export function watchLibrary(
  library: Library,
  changed: (id: Id) => void,
  said: () => void = () => undefined
): Library {
  const telling =
    <A extends [Id, ...unknown[]], T>(method: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const value = await method(...args);
      changed(args[0]);
      return value;
    };
  const own: Partial<Library> = {
    async create(briefing, texts) {
      await library.create(briefing, texts);
      changed(briefing.id);
    },
    async createSample(briefing, texts) {
      await library.createSample(briefing, texts);
      changed(briefing.id);
    },
    save: telling((...args) => library.save(...args)),
    async saveRegister(...args) {
      const revision = await library.saveRegister(...args);
      said();
      return revision;
    },
    delete: telling((id) => library.delete(id)),
    restore: telling((id) => library.restore(id)),
    restoreVersion: telling((...args) => library.restoreVersion(...args)),
    async restoreBackup(source, stop) {
      const restored = await library.restoreBackup(source, stop);
      [...restored.added, ...restored.removed].forEach(changed);
      said();
      return restored;
    },
    async copyVersion(id, key) {
      const copy = await library.copyVersion(id, key);
      changed(copy);
      return copy;
    }
  };
  // Not a copy: what a library tells of itself changes while it is open.
  return Object.assign(Object.create(library) as Library, own);
}

/** Tells what the library's list is to show of briefings that have changed, whoever changed them. */

/** `row` is `null` for a briefing that is not listed any more. */
export interface ChangedRow {
  readonly id: Id;
  readonly row: Summary | null;
}

/** UTF-16 units of a bottom line: two lines of it are shown, and a page that lists thousands waits for every byte. */
const shownOfBottomLine = 160;

/** As a list shows it. */
export function rowOf(summary: Summary): Summary {
  return { ...summary, bottomLine: summary.bottomLine.slice(0, shownOfBottomLine) };
}

/**
 * Returns the function that takes the id of a briefing whose change is safe on disk. What comes in
 * one turn is told together; the latest state is told last.
 */
export function tellChangedRows(
  library: Pick<Library, 'list'>,
  tell: (rows: readonly ChangedRow[]) => void
): (id: Id) => void {
  const waiting = new Set<Id>();

  async function tellWaiting(): Promise<void> {
    const ids = [...waiting];
    waiting.clear();
    const rows = new Map((await library.list()).map((summary) => [summary.id, summary]));
    tell(
      ids.map((id) => {
        const summary = rows.get(id);
        return { id, row: summary ? rowOf(summary) : null };
      })
    );
  }

  return (id) => {
    waiting.add(id);
    if (waiting.size > 1) return;
    setImmediate(() => {
      // The page lists the library anew whenever it wants to be sure.
      tellWaiting().catch((error: unknown) => console.error('A row was not told.', error));
    });
  };
}
