/** The composition root: what is wired to what. Everything else is in the modules named here. */
import { join } from 'node:path';
import { askAboutUnsaved, tellStartFailed } from './dialogs.js';
import { app, type WindowSurface } from './electron.js';
import { createFlush } from './flush.js';
import { createHandlers } from './handlers.js';
import { serveApi, tell } from './ipc.js';
import { showMenu } from './menu.js';
import { createOpenFiles } from './open-files.js';
import { bundleOrigin, declareScheme, serveBundle } from './protocol.js';
import { isPrintPage } from './publish/pdf/print-jobs.js';
import { addSample, seedLibrary } from './seed-library.js';
import { openSettings } from './settings.js';
import { openLibrary } from './store/library.js';
import { homeFolder, libraryFolder } from './store/location.js';
import { filesIn, libraryIn } from './start-arguments.js';
import { openWindow } from './window.js';

const onChromiumHost = process.env['STANDPOINT_HOST'] === 'chromium';
const devServer = process.env['ELECTRON_RENDERER_URL'];
const page = devServer ? `${devServer}/index.html` : `${bundleOrigin}/index.html`;
const samples = join(import.meta.dirname, '../../resources/samples');

declareScheme();
app.setPath('userData', homeFolder(process.env));
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start).catch(refuseToStart);
} else {
  // The first instance has been given our arguments and shows them.
  app.quit();
}

async function start(): Promise<void> {
  const folder = libraryIn(process.argv, process.cwd()) ?? libraryFolder(process.env);
  const library = await openLibrary(folder);
  await seedLibrary(library, samples);
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'));
  const flush = createFlush();
  let window: WindowSurface | null = null;
  const crashes: number[] = [];

  function currentWindow(): WindowSurface {
    if (!window) throw new Error('There is no window');
    return window;
  }

  function open(): void {
    window = openWindow(page, settings, {
      async mayClose(closing) {
        return (await flush.ask(closing)) || (await askAboutUnsaved(closing)) === 'close';
      },
      crashed(reason, windowGone) {
        console.error(`The window's page has gone (${reason}); it is opened again.`);
        crashes.push(Date.now());
        const often = crashes.filter((at) => at > Date.now() - 60_000).length > 3;
        if (often) return refuseToStart(new Error('Its page keeps crashing.'));
        if (windowGone) open();
        else currentWindow().webContents.reload();
      }
    });
  }

  const files = createOpenFiles(library, () => window);
  serveBundle(join(import.meta.dirname, '../renderer'));
  serveApi(
    createHandlers({
      library,
      settings,
      flush,
      onChromiumHost,
      window: currentWindow,
      addSample: () => addSample(library, samples),
      pageReady() {
        const contents = currentWindow().webContents;
        for (const { message } of library.findings) tell(contents, 'notice', message);
        files.pageReady();
      }
    }),
    (url) => url.startsWith(`${bundleOrigin}/`) || (!!devServer && url.startsWith(`${devServer}/`)),
    (contentsId) => {
      if (isPrintPage(contentsId)) return 'print';
      return contentsId === window?.webContents.id ? 'window' : null;
    }
  );
  showMenu((command) => tell(currentWindow().webContents, 'command', command));

  app.on('second-instance', (_event, argv, cwd) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    files.open(filesIn(argv, cwd));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    files.open([path]);
  });
  app.on('window-all-closed', () => void library.close().finally(() => app.quit()));
  files.open(filesIn(process.argv, process.cwd()));
  open();
}

function refuseToStart(error: unknown): void {
  tellStartFailed(error instanceof Error ? error.message : String(error));
  app.exit(1);
}
