/** What each method of the IPC contract does, by passing it on to the feature that knows how. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { annotationHandlers } from './annotation-handlers.js';
import { rowOf } from '../libraries/watch-library.js';
import { openFile, openLink, pathOf, tokenFor } from '../edge/dialogs.js';
import { dragOut } from '../edge/drag-out.js';
import { emptyBriefing } from '../domain/briefing/briefing.js';
import { keepEdition } from '../domain/publication/edition.js';
import { app, shell } from '../edge/electron.js';
import { exportHandlers } from './export-handlers.js';
import { articleHandlers } from './article-handlers.js';
import type { Handlers } from '../edge/answer-calls.js';
import { libraryHandlers } from './library-handlers.js';
import { originalHandlers } from './original-handlers.js';
import { changeTags } from './change-tags.js';
import { pageHandlers } from './page-handlers.js';
import { previewHandlers } from './preview-handlers.js';
import { referenceHandlers } from './reference-handlers.js';
import { teamHandlers } from './team-handlers.js';
import { z } from '../domain/base/zod.js';
import { Licence } from '../domain/program/library-state.js';
import { ExpectedFailure } from '../domain/base/result.js';
import { done, type Program } from './program.js';
import { deviceOf, keepPlace, preferencesOf, readingPlaceOf } from '../edge/settings.js';
import type { Search } from '../search/start-search.js';
import type { Library } from '../store/library.js';

export function createHandlers(program: Omit<Program, 'library' | 'documents' | 'home'>): Handlers {
  const { settings, log, flush, window, libraries } = program;
  const { library, search } = libraries;
  const given: Program = {
    ...program,
    library,
    documents: app.getPath('documents'),
    home: app.getPath('userData')
  };

  return {
    'app.info': () => {
      program.pageReady();
      return {
        version: app.getVersion(),
        platform: process.platform,
        nativeMenu: !program.onChromiumHost,
        libraryFolder: library.folder,
        onlyRead: libraries.onlyRead !== null,
        releasesPage: RELEASES_PAGE || null
      };
    },
    'app.licences': () => readLicences(),
    'app.log': async () => ({ text: await log.read(), file: tokenFor(log.path) }),
    'app.reportFault': (where, what) => done(console.error(`${where}: ${what}`)),
    'app.quit': () => done(app.quit()),
    'settings.device': () => deviceOf(settings),
    'settings.preferences': () => preferencesOf(settings),
    'settings.setPreferences': (preferences) => {
      const before = settings.get().keys;
      settings.set(preferences);
      if (!isDeepStrictEqual(before, preferences.keys)) program.showKeys();
      return done();
    },
    'settings.setTheme': (theme) => done(settings.set({ theme })),
    'settings.place': (id) => readingPlaceOf(settings, id),
    'settings.setPlace': (id, place) => done(keepPlace(settings, id, place)),
    'settings.spelling': () => settings.get().spelling,
    'settings.setSpelling': (spelling) => done(settings.set({ spelling })),
    'settings.editions': () => settings.get().chosenEditions,
    'settings.keepEdition': (edition) =>
      done(settings.set({ chosenEditions: keepEdition(settings.get().chosenEditions, edition) })),
    'library.addSample': () => program.addSample(),
    'library.list': async () => (await library.list()).map(rowOf),
    'briefing.create': async () => {
      const briefing = emptyBriefing('');
      await library.create(briefing, {});
      return briefing.id;
    },
    'briefing.open': (id) => library.visit(id),
    'briefing.read': (id) => library.open(id),
    'briefing.save': (id, revision, change) => library.save(id, revision, change),
    'briefing.delete': (id) => library.delete(id).then(done),
    'briefing.restore': (id) => library.restore(id).then(done),
    ...articleHandlers(given),
    ...originalHandlers(given),
    ...exportHandlers(given),
    ...annotationHandlers(given),
    ...referenceHandlers(given),
    ...previewHandlers(given),
    ...pageHandlers(given),
    'file.open': (token) => openFile(pathOf(token)).then(done),
    'file.showInFolder': (token) => done(shell.showItemInFolder(pathOf(token))),
    'file.drag': (token) => dragOut(window().webContents, pathOf(token)).then(done),
    'link.open': (address) => openLink(window(), address).then(done),
    'flush.done': (saved) => done(flush.answer(saved)),
    ...versionHandlers(library),
    ...libraryHandlers(given),
    ...teamHandlers(given),
    'library.changeTags': (changes) => changeTags(library, changes),
    ...searchHandlers(search),
    'register.read': () => library.register(),
    'register.save': (revision, register) => library.saveRegister(revision, register)
  };
}

/** The methods of the contract that ask the search index. */
type SearchHandlers = Pick<
  Handlers,
  | 'library.search'
  | 'library.complete'
  | 'library.readIndex'
  | 'positions.across'
  | 'register.matrix'
>;

function searchHandlers(search: Search): SearchHandlers {
  return {
    'library.search': async (text, typing, limit, collection) => {
      const answer = await search.find(text, typing, limit, collection);
      // What is ranked is shown in groups; thousands of ids at every letter would be slow to send.
      return answer.terms.length > 0 ? { ...answer, ids: [] } : answer;
    },
    'library.complete': async (filter, typed) => [...(await search.complete(filter, typed))],
    'register.matrix': (query) => search.matrix(query),
    'positions.across': (query, limit) => search.positions(query, limit),
    'library.readIndex': (go) => done(go ? search.resume() : search.pause())
  };
}

/** What the page may do with versions and with the bin. */
type VersionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `versions.${string}` | `bin.${string}`>
>;

function versionHandlers(library: Library): VersionHandlers {
  return {
    'versions.list': async (id) => [...(await library.versions(id))],
    'versions.keep': (id, name) => library.keepVersion(id, 'named', name),
    'versions.keepUndone': (id, revision, change, name) =>
      library.keepUndone(id, revision, change, name).then(done),
    'versions.open': (id, key) => library.openVersion(id, key),
    'versions.restore': (id, revision, key) => library.restoreVersion(id, revision, key),
    'versions.copy': (id, key) => library.copyVersion(id, key),
    'bin.list': async () => [...(await library.deleted())],
    'bin.remove': (ids) => library.removeForGood(ids).then(done)
  };
}

/** The packages that the program is made of, and their licences, as the build has listed them. */
async function readLicences(): Promise<Licence[]> {
  const file = join(import.meta.dirname, '../licences.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ExpectedFailure(
      'not-found',
      'The list of licences is made by a build, and this Standpoint runs without one.'
    );
  });
  return z.array(Licence).parse(JSON.parse(text));
}
