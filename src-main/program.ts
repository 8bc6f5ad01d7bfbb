/**
 * What a window is served with: the library, what answers the page's calls, and what is wired to what.
 * main.ts loads it while Chromium starts.
 */
import { join } from 'node:path';
import { removeLeftovers } from '../src-host/disk/temporary-folder.js';
import type { LogFile } from './disk/log-file.js';
import { app, type WindowSurface } from './edge/electron.js';
import { answerCalls } from './edge/answer-calls.js';
import { type AnswerCall, tell, tellOnClick } from './edge/ipc.js';
import { bundleOrigin } from './edge/protocol.js';
import type { SettingsFile } from './edge/settings.js';
import { createHandlers } from './handlers/handlers.js';
import { rescuedInWords, takeRescued } from './handlers/rescued.js';
import { viewerPrefix } from './handlers/viewer-files.js';
import type { OpenFiles } from './import/open-files.js';
import { firstFolder, openLibraries } from './libraries/open-libraries.js';
import { addSample, seedLibrary } from './libraries/seed-library.js';
import { isDamage } from './store/finding.js';
import type { Library } from './store/library.js';
import { libraryFolder } from './store/location.js';
import { isShared } from './team/is-shared.js';
import type { Ending, Flush, MainWindow } from './window/main-window.js';
import { showMenu } from './window/menu.js';
import { filesIn, libraryIn, tellOtherLibrary } from './window/start-arguments.js';
import type { StartWatch } from './window/start-watch.js';

export interface OpenProgram {
  readonly answer: AnswerCall;
  /** Another start of the program: its files are added, unless they are for another library. */
  takeStart(argv: readonly string[], cwd: string): void;
  close(): Promise<void>;
}

interface ProgramNeeds {
  /** The library's folder as the command line names it; `null` where it does not. */
  readonly named: string | null;
  readonly settings: SettingsFile;
  readonly log: LogFile;
  readonly flush: Flush;
  readonly ending: Ending;
  readonly files: OpenFiles;
  readonly window: MainWindow;
  readonly starting: StartWatch;
  /** Work that must end before the window may close. */
  readonly held: Set<Promise<unknown>>;
  /** Whether an upgrade has replaced the program's files since it was started. */
  readonly isReplaced: () => boolean;
  /** Where a development server serves the page; `undefined` where none does. */
  readonly devServer: string | undefined;
}

const samples = join(import.meta.dirname, '../../resources/samples');

/** Only a shared library pays for loading what seals and carries. */
const theTeam = () => import('./team/team.js');

/** Throws why the library cannot be opened. */
export async function openProgram(needs: ProgramNeeds): Promise<OpenProgram> {
  const { settings, window, starting, held, files, devServer } = needs;
  const home = libraryFolder(process.env);
  const folder = firstFolder(needs.named, settings, home);
  starting.waitFor(`the library in ${folder}`);
  const contents = () => window.current()?.webContents ?? null;
  const libraries = await openLibraries(folder, {
    settings,
    // What is found before the page listens it asks for itself.
    onFinding({ message }) {
      const page = contents();
      if (page) tell(page, 'notice', message);
    },
    onProgress(progress) {
      const page = contents();
      if (page) tell(page, 'searchProgress', progress);
    },
    onRows(rows) {
      const page = contents();
      if (page) tell(page, 'rowsChanged', rows);
    },
    onBriefing(changed) {
      const page = contents();
      if (page) tell(page, 'briefingChanged', changed);
    },
    onBroughtBack(briefing) {
      const page = contents();
      if (page) tell(page, 'broughtBack', briefing);
    },
    onRegister() {
      const page = contents();
      if (page) tell(page, 'registerChanged', null);
    },
    teams: {
      open: async (library) =>
        (await isShared(library.folder)) ? (await theTeam()).openTeam(library) : null,
      found: async (...given) => (await theTeam()).foundTeam(...given),
      join: async (...given) => (await theTeam()).joinTeam(...given)
    },
    onSharing(state) {
      const page = contents();
      if (page) tell(page, 'teamChanged', state);
    },
    // A folder that a person chose is hers to fill.
    seed: (made) => (folder === home ? seedLibrary(made, samples) : Promise.resolve())
  });
  const { library } = libraries;
  starting.waitFor('what an earlier run could not save');
  const rescued = await takeRescued(app.getPath('userData'));
  files.open(rescued);
  /** What the page is told once it listens; `null` from then on. */
  let untold: string[] | null = [
    ...settings.faults,
    ...(rescued.length > 0 ? [rescuedInWords(rescued)] : [])
  ];
  const showKeys = () =>
    showMenu((command) => {
      // A page that goes meanwhile takes no command.
      tellOnClick(existing(window.current()).webContents, 'command', command).catch(
        (error: unknown) => console.error(`${command} did not reach the page.`, error)
      );
    }, settings.get().keys);
  const handlers = createHandlers({
    libraries,
    settings,
    log: needs.log,
    flush: needs.flush,
    ending: needs.ending.signal,
    onChromiumHost: process.env['STANDPOINT_HOST'] === 'chromium',
    window: () => existing(window.current()),
    addSample: () => addSample(library, samples),
    showKeys,
    pageReady() {
      starting.end();
      welcomePage(library, window, libraries.onlyRead, untold ?? []);
      untold = null;
      files.listen(contents);
    },
    hold<T>(work: Promise<T>): Promise<T> {
      held.add(work);
      return work.finally(() => held.delete(work));
    }
  });
  showKeys();
  starting.waitFor('its page');
  removeLeftovers(viewerPrefix);
  // Tried again at the next start.
  library.tidy().catch((error: unknown) => console.error('The library was not tidied.', error));
  return {
    answer: answerCalls(
      handlers,
      (url) =>
        url.startsWith(`${bundleOrigin}/`) || (!!devServer && url.startsWith(`${devServer}/`)),
      (contentsId) => contentsId === window.current()?.webContents.id,
      needs.isReplaced
    ),
    takeStart(argv, cwd) {
      const refusal = tellOtherLibrary(libraryIn(argv, cwd), library.folder);
      const page = contents();
      if (refusal === null) files.open(filesIn(argv, cwd));
      else if (untold) untold.push(refusal);
      else if (page) tell(page, 'notice', refusal);
    },
    close: () => libraries.close()
  };
}

/** Tells the page what it missed. */
function welcomePage(
  library: Library,
  window: MainWindow,
  onlyRead: string | null,
  told: readonly string[]
): void {
  const page = existing(window.current()).webContents;
  window.pageReady();
  if (onlyRead) tell(page, 'notice', onlyRead);
  for (const sentence of told) tell(page, 'notice', sentence);
  for (const finding of library.findings) {
    // The page shows a report of the others.
    if (!isDamage(finding)) tell(page, 'notice', finding.message);
  }
}

function existing(window: WindowSurface | null): WindowSurface {
  if (!window) throw new Error('There is no window');
  return window;
}
