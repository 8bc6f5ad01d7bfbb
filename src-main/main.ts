/**
 * The entry of the program with a window. It loads no more than a window needs: Chromium starts and the
 * page comes in while the rest is loaded and the library opens. What is wired to what stands in program.ts.
 */
import { join } from 'node:path';
import { app, dialog } from './edge/electron.js';
import { commandOfPackaged } from './cli/way-in.js';
import { receiveCalls } from './edge/ipc.js';
import { bundleOrigin, declareScheme, serveBundle } from './edge/protocol.js';
import { noteProgram } from './edge/program-files.js';
import { openSettings, readSettings } from './edge/settings.js';
import { keepHeapsSmall } from './edge/small-heaps.js';
import { keepLog } from './disk/log-file.js';
import { createOpenFiles, type OpenFiles } from './import/open-files.js';
import type { OpenProgram } from './program.js';
import { homeFolder } from './store/location.js';
import {
  createFlush,
  createMainWindow,
  type Ending,
  listenForEnding
} from './window/main-window.js';
import {
  filesIn,
  libraryIn,
  tellMissingLibrary,
  tellOtherLibrary
} from './window/start-arguments.js';
import { type StartWatch, watchStart } from './window/start-watch.js';

const command = isPackedWithElectron() ? commandOfPackaged(process.argv.slice(1)) : null;
if (command) void runCommand(command);
else runWithWindow();

/** What Node runs has an entry of its own for commands (src-main/cli/standpoint.ts). */
function isPackedWithElectron(): boolean {
  return app.isPackaged && 'electron' in process.versions;
}

async function runCommand(args: readonly string[]): Promise<void> {
  const { runCommandLine } = await import('./cli/command-line.js');
  await runCommandLine(args, {
    err: (text) => void process.stderr.write(`${text}\n`),
    env: process.env,
    folder: process.cwd(),
    program: import.meta.dirname
  });
  app.exit(Number(process.exitCode ?? 0));
}

function runWithWindow(): void {
  const files = createOpenFiles();
  const ending = listenForEnding(
    () => app.quit(),
    (code) => app.exit(code)
  );
  const starting = watchStart();
  starting.waitFor('the host to be ready');
  declareScheme();
  keepHeapsSmall(app);
  let home;
  try {
    home = homeFolder(process.env);
  } catch (error) {
    return refuseToStart(error);
  }
  app.setPath('userData', home);
  // What Electron writes of its own, apart from the person's.
  app.setPath('sessionData', join(home, 'electron'));
  if (!app.requestSingleInstanceLock()) {
    // For whoever waits at a terminal: nothing else is to be seen of this start.
    const open = readSettings(settingsFile()).settings.openLibrary;
    const refusal =
      open === null ? null : tellOtherLibrary(libraryIn(process.argv, process.cwd()), open);
    console.error(
      refusal ?? 'Standpoint is running already. Its window has been given what you asked for.'
    );
    return refusal === null ? app.quit() : app.exit(1);
  }
  // Before anything is awaited: a file may be opened while the program still starts.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    files.open([path]);
  });
  files.open(filesIn(process.argv, process.cwd()));
  void app
    .whenReady()
    .then(() => start({ files, ending, starting }))
    .catch(refuseToStart);
}

function settingsFile(): string {
  return join(app.getPath('userData'), 'settings.json');
}

interface Start {
  readonly files: OpenFiles;
  readonly ending: Ending;
  readonly starting: StartWatch;
}

async function start({ files, ending, starting }: Start): Promise<void> {
  // A packaged program serves its own page, whatever its environment says.
  const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  /** Exports that are being written: the window stays until they are done. */
  const held = new Set<Promise<unknown>>();
  const isReplaced = noteProgram(import.meta.filename);
  const log = keepLog(join(app.getPath('userData'), 'standpoint.log'));
  const settings = openSettings(settingsFile());
  const named = libraryIn(process.argv, process.cwd());
  const missing = tellMissingLibrary(named);
  if (missing !== null) throw new Error(missing);

  let program: OpenProgram | null = null;
  const flush = createFlush();
  const window = createMainWindow({
    address: devServer ? `${devServer}/index.html` : `${bundleOrigin}/index.html`,
    settings,
    flush,
    ending,
    unfinished: () => Promise.allSettled(held),
    giveUp: refuseToStart
  });
  app.on('window-all-closed', () => {
    void Promise.resolve(program?.close()).finally(() => app.quit());
  });

  serveBundle(join(import.meta.dirname, '../renderer'), () => settings.get().theme);
  const opening = import('./program.js').then(({ openProgram }) =>
    openProgram({
      named,
      settings,
      log,
      flush,
      ending,
      files,
      window,
      starting,
      held,
      isReplaced,
      devServer
    })
  );
  app.on('second-instance', (_event, argv, cwd) => {
    window.raise();
    // That this start has failed is told by whoever awaits it below.
    void opening.then(
      (opened) => opened.takeStart(argv, cwd),
      () => undefined
    );
  });
  receiveCalls(opening.then(({ answer }) => answer));
  window.open();
  program = await opening;
}

function refuseToStart(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('Standpoint could not start', reason);
  app.exit(1);
}
