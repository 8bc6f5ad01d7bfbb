/** The composition root: what is wired to what. Everything else is in the modules named here. */
import { join } from 'node:path';
import { removeLeftovers } from '../src-host/disk/temporary-folder.js';
import { tellStartFailed } from './edge/dialogs.js';
import { app, type WindowSurface } from './edge/electron.js';
import {
  listenForEnding,
  createFlush,
  createMainWindow,
  type MainWindow
} from './window/main-window.js';
import { createHandlers } from './handlers/handlers.js';
import { serveApi, tell } from './edge/ipc.js';
import { keepLog } from './disk/log-file.js';
import { showMenu } from './window/menu.js';
import { createOpenFiles } from './import/open-files.js';
import { firstFolder, openLibraries } from './libraries/open-libraries.js';
import { bundleOrigin, declareScheme, serveBundle } from './edge/protocol.js';
import { printFolderPrefix } from './printing/print-folder.js';
import { isPrintPage } from './printing/print-jobs.js';
import { closePrintWindows } from './printing/print-window.js';
import { rescuedInWords, takeRescued } from './handlers/rescued.js';
import { addSample, findSample, seedLibrary } from './libraries/seed-library.js';
import { openSettings } from './edge/settings.js';
import { isDamage } from './store/finding.js';
import type { Library } from './store/library.js';
import { keepHeapsSmall } from './edge/small-heaps.js';
import { homeFolder, libraryFolder } from './store/location.js';
import { filesIn, libraryIn, tellMissingLibrary } from './window/start-arguments.js';
import { watchStart } from './window/start-watch.js';
import { viewerPrefix } from './handlers/viewer-files.js';

const onChromiumHost = process.env['STANDPOINT_HOST'] === 'chromium';
const devServer = process.env['ELECTRON_RENDERER_URL'];
const page = devServer ? `${devServer}/index.html` : `${bundleOrigin}/index.html`;
const samples = join(import.meta.dirname, '../../resources/samples');

const starting = watchStart();
starting.waitFor('the host to be ready');
const files = createOpenFiles();
const ending = listenForEnding(
  () => app.quit(),
  (code) => app.exit(code)
);
/** Exports that are being written: the window stays until they are done. */
const held = new Set<Promise<unknown>>();

declareScheme();
keepHeapsSmall(app);
app.setPath('userData', homeFolder(process.env));
if (app.requestSingleInstanceLock()) {
  // Before anything is awaited: a file may be opened while the program still starts.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    files.open([path]);
  });
  files.open(filesIn(process.argv, process.cwd()));
  void app.whenReady().then(start).catch(refuseToStart);
} else {
  // For whoever waits at a terminal: nothing else is to be seen of this start.
  console.error('Standpoint is running already. Its window has been given what you asked for.');
  app.quit();
}

async function start(): Promise<void> {
  const log = keepLog(join(app.getPath('userData'), 'standpoint.log'));
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'));
  const flush = createFlush();
  const window = createMainWindow({
    address: page,
    settings,
    flush,
    ending,
    unfinished: () => Promise.allSettled(held),
    giveUp: refuseToStart,
    // It counts as open, and would keep the program alive.
    closed: closePrintWindows
  });
  app.on('second-instance', (_event, argv, cwd) => {
    window.raise();
    files.open(filesIn(argv, cwd));
  });

  const named = libraryIn(process.argv, process.cwd());
  const missing = tellMissingLibrary(named);
  if (missing !== null) throw new Error(missing);
  const folder = firstFolder(named, settings, libraryFolder(process.env));
  starting.waitFor(`the library in ${folder}`);
  const libraries = await openLibraries(folder, {
    settings,
    // What is found before the page is up it asks for itself.
    onFinding({ message }) {
      const contents = window.current()?.webContents;
      if (contents) tell(contents, 'notice', message);
    },
    onProgress: (progress) => {
      const contents = window.current()?.webContents;
      if (contents) tell(contents, 'searchProgress', progress);
    },
    onRows: (rows) => {
      const contents = window.current()?.webContents;
      if (contents) tell(contents, 'rowsChanged', rows);
    },
    seed: (made) => seedLibrary(made, samples)
  });
  const { library } = libraries;
  starting.waitFor('what an earlier run could not save');
  const rescued = await takeRescued(app.getPath('userData'));
  files.open(rescued);

  const showKeys = () =>
    showMenu(
      (command) => tell(existing(window.current()).webContents, 'command', command),
      settings.get().keys
    );
  serveBundle(join(import.meta.dirname, '../renderer'));
  serveApi(
    createHandlers({
      libraries,
      settings,
      log,
      flush,
      ending: ending.signal,
      onChromiumHost,
      window: () => existing(window.current()),
      addSample: () => addSample(library, samples),
      findSample: () => findSample(library, samples),
      pageReady: () =>
        welcomePage(library, window, libraries.onlyRead, [
          ...settings.faults,
          ...(rescued.length > 0 ? [rescuedInWords(rescued)] : [])
        ]),
      showKeys,
      hold
    }),
    (url) => url.startsWith(`${bundleOrigin}/`) || (!!devServer && url.startsWith(`${devServer}/`)),
    (contentsId) => {
      if (isPrintPage(contentsId)) return 'print';
      return contentsId === window.current()?.webContents.id ? 'window' : null;
    }
  );
  showKeys();
  app.on('window-all-closed', () => {
    void libraries.close().finally(() => app.quit());
  });
  starting.waitFor('its page');
  window.open();
  for (const prefix of [viewerPrefix, printFolderPrefix]) removeLeftovers(prefix);
  // Tried again at the next start.
  library.tidy().catch((error: unknown) => console.error('The library was not tidied.', error));
}

/** Tells the page what it missed, and lets files come in. */
function welcomePage(
  library: Library,
  window: MainWindow,
  onlyRead: string | null,
  told: readonly string[]
): void {
  const contents = existing(window.current()).webContents;
  starting.end();
  window.pageReady();
  if (onlyRead) tell(contents, 'notice', onlyRead);
  for (const sentence of told) tell(contents, 'notice', sentence);
  for (const finding of library.findings) {
    // The page shows a report of the others.
    if (!isDamage(finding)) tell(contents, 'notice', finding.message);
  }
  files.listen(() => window.current()?.webContents ?? null);
}

function hold<T>(work: Promise<T>): Promise<T> {
  held.add(work);
  return work.finally(() => held.delete(work));
}

function existing(window: WindowSurface | null): WindowSurface {
  if (!window) throw new Error('There is no window');
  return window;
}

function refuseToStart(error: unknown): void {
  tellStartFailed(error instanceof Error ? error.message : String(error));
  app.exit(1);
}
