/** What each method of the IPC contract does, by passing it on to the feature that knows how. */
import { annotationHandlers } from './annotation-handlers.js';
import { rowOf } from '../libraries/watch-library.js';
import { backupHandlers } from './backup-handlers.js';
import { openFile, openLink, pathOf, tokenFor } from '../edge/dialogs.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { keepEdition } from '../domain/publication/edition.js';
import { createDraftingHandlers } from './drafting-handlers.js';
import { app, shell, type WindowSurface } from '../edge/electron.js';
import { createExportHandlers } from './export-handlers.js';
import type { Flush } from '../window/main-window.js';
import { importHandlers } from './import-handlers.js';
import type { Handlers } from '../edge/ipc.js';
import type { OpenLibraries } from '../libraries/open-libraries.js';
import { libraryHandlers } from './library-handlers.js';
import { readLicences } from './licences.js';
import type { LogFile } from '../disk/log-file.js';
import { changeTags } from './change-tags.js';
import { createPreviewHandlers } from './preview-handlers.js';
import { printHandlers } from '../printing/print-jobs.js';
import { keepPlace, placeOf, type SettingsFile } from '../edge/settings.js';
import { searchPositions } from './search-positions.js';
import { reportHandlers } from './report-handlers.js';
import { WorkUnderWay } from './work-under-way.js';
import type { Search } from '../search/start-search.js';
import type { Library } from '../store/library.js';

export interface Collaborators {
  readonly libraries: OpenLibraries;
  readonly settings: SettingsFile;
  readonly log: LogFile;
  readonly flush: Flush;
  /** Aborts when the system tells the program to end. */
  readonly ending: AbortSignal;
  readonly onChromiumHost: boolean;
  /** The window in front of the person; throws when there is none. */
  readonly window: () => WindowSurface;
  readonly addSample: () => Promise<Id>;
  /** The page is up and listens. */
  readonly pageReady: () => void;
  /** Told of work that must end before the program does. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

export function createHandlers(program: Collaborators): Handlers {
  const { settings, log, flush, window, libraries } = program;
  const { library, search } = libraries;
  const underWay = new WorkUnderWay(
    program.ending,
    'The export was cancelled. Nothing was written, and what was there before is as it was.'
  );

  return {
    'app.info': () => {
      program.pageReady();
      return {
        version: app.getVersion(),
        platform: process.platform,
        nativeMenu: !program.onChromiumHost,
        libraryFolder: library.folder,
        onlyRead: libraries.onlyRead !== null
      };
    },
    'app.licences': () => readLicences(),
    'app.log': async () => ({ text: await log.read(), file: tokenFor(log.path) }),
    'app.reportFault': (_caller, where, what) => done(console.error(`${where}: ${what}`)),
    'app.quit': () => done(app.quit()),
    'settings.theme': () => settings.get().theme,
    'settings.setTheme': (_caller, theme) => done(settings.set({ theme })),
    'settings.place': (_caller, id) => placeOf(settings, id),
    'settings.setPlace': (_caller, id, place) => done(keepPlace(settings, id, place)),
    'settings.spelling': () => settings.get().spelling,
    'settings.setSpelling': (_caller, spelling) => done(settings.set({ spelling })),
    'settings.editions': () => settings.get().chosenEditions,
    'settings.keepEdition': (_caller, edition) =>
      done(settings.set({ chosenEditions: keepEdition(settings.get().chosenEditions, edition) })),
    'library.addSample': () => program.addSample(),
    'library.list': async () => (await library.list()).map(rowOf),
    'briefing.create': async () => {
      const briefing = emptyBriefing('');
      await library.create(briefing, {});
      return briefing.id;
    },
    'positions.across': (_caller, query) => searchPositions(library, query),
    'briefing.open': (_caller, id) => library.visit(id),
    'briefing.read': (_caller, id) => library.open(id),
    'briefing.save': (_caller, id, revision, change) => library.save(id, revision, change),
    'briefing.delete': (_caller, id) => library.delete(id).then(done),
    'briefing.restore': (_caller, id) => library.restore(id).then(done),
    ...importHandlers({ ...program, library }),
    ...createDraftingHandlers({ ...program, library }),
    ...createExportHandlers(
      { ...program, library, underWay },
      app.getPath('documents'),
      app.getPath('userData')
    ),
    ...annotationHandlers(window, app.getPath('documents')),
    ...createPreviewHandlers({ ...program, library }, app.getPath('documents')),
    'file.open': (_caller, token) => openFile(pathOf(token)).then(done),
    'file.showInFolder': (_caller, token) => done(shell.showItemInFolder(pathOf(token))),
    'link.open': (_caller, address) => openLink(window(), address).then(done),
    'flush.done': (_caller, saved) => done(flush.answer(saved)),
    ...versionHandlers(library),
    ...libraryHandlers(program, {
      own: app.getPath('userData'),
      documents: app.getPath('documents')
    }),
    'library.changeTags': (_caller, changes) => changeTags(library, changes),
    ...backupHandlers({ ...program, library }, app.getPath('documents')),
    ...reportHandlers({ ...program, library }),
    ...searchHandlers(search),
    ...printHandlers
  };
}

/** Nothing to return. Over IPC that is `null`, which survives every host's serialisation. */
function done(_result?: void): null {
  return null;
}

/** The methods of the contract that ask the search index. */
type SearchHandlers = Pick<Handlers, 'library.search' | 'library.complete' | 'library.readIndex'>;

function searchHandlers(search: Search): SearchHandlers {
  return {
    'library.search': async (_caller, text, typing, limit) => {
      const answer = await search.find(text, typing, limit);
      // What is ranked is shown in groups; thousands of ids at every letter would be slow to send.
      return answer.terms.length > 0 ? { ...answer, ids: [] } : answer;
    },
    'library.complete': async (_caller, filter, typed) => [
      ...(await search.complete(filter, typed))
    ],
    'library.readIndex': (_caller, go) => {
      if (go) search.resume();
      else search.pause();
      return null;
    }
  };
}

/** What the page may do with versions and with the bin. */
type VersionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `versions.${string}` | `bin.${string}`>
>;

function versionHandlers(library: Library): VersionHandlers {
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
