/** What the page may do with versions and with the bin. */
import type { Handlers } from '../edge/ipc.js';
import type { Library } from '../store/library.js';

type VersionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `versions.${string}` | `bin.${string}`>
>;

export function versionHandlers(library: Library): VersionHandlers {
  return {
    'versions.list': async (_caller, id) => [...(await library.versions(id))],
    'versions.keep': (_caller, id, name) => library.keepVersion(id, 'named', name),
    'versions.keepUndone': async (_caller, id, revision, change, name) => {
      await library.keepUndone(id, revision, change, name);
      return null;
    },
    'versions.open': (_caller, id, key) => library.openVersion(id, key),
    'versions.restore': (_caller, id, revision, key) => library.restoreVersion(id, revision, key),
    'versions.copy': (_caller, id, key) => library.copyVersion(id, key),
    'bin.list': async () => [...(await library.deleted())],
    'bin.remove': async (_caller, ids) => {
      await library.removeForGood(ids);
      return null;
    }
  };
}
