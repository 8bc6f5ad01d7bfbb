/** A library that tells of every briefing that changes in it, whoever changes it. */
import type { Id } from '../domain/base/id.js';
import type { Library } from '../store/library.js';

/** The same library in all else. Told once the change is safe on disk. */
export function watchLibrary(library: Library, changed: (id: Id) => void): Library {
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
    delete: telling((id) => library.delete(id)),
    restore: telling((id) => library.restore(id)),
    restoreVersion: telling((...args) => library.restoreVersion(...args)),
    async restoreBackup(source, stop) {
      const restored = await library.restoreBackup(source, stop);
      [...restored.added, ...restored.removed].forEach(changed);
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
