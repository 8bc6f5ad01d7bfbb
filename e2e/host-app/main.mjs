/** The smallest program that uses all of the host's surface; what it sees it keeps in `seen`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';

const { app, BrowserWindow, ipcMain, session } = createRequire(import.meta.url)('electron');

const origin = 'app://bundle';
const preload = join(import.meta.dirname, 'preload.cjs');
const types = { '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "worker-src 'self'; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; " +
  'trusted-types dompurify svelte-trusted-html standpoint-worker';

/** The network is to be shut even to a page whose policy would let it out. */
const policy = process.env.HOST_APP_POLICY ?? strictPolicy;

/** Tests read and set these by electronApp.evaluate. */
const state = (globalThis.hostApp = {
  seen: [],
  refuseClose: process.env.HOST_APP_REFUSE === '1',
  callers: []
});
const note = (what) => {
  state.seen.push(what);
  console.log(what);
};

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    show: false,
    webPreferences: { preload, sandbox: true, contextIsolation: true }
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(({ url }) => {
    note(`open ${url}`);
    return { action: 'deny' };
  });
  webContents.on('will-navigate', (event, url) => {
    note(`navigate ${url}`);
    event.preventDefault();
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    note(`page ${reason}`);
    webContents.reload();
  });
  window.on('ready-to-show', () => note('ready'));
  window.on('close', (event) => {
    note('close');
    if (state.refuseClose) event.preventDefault();
  });
  window.on('closed', () => note('closed'));
  void window.loadURL(process.env.HOST_APP_URL ?? `${origin}/index.html`);
  return window;
}

async function serve(request) {
  const { pathname } = new URL(request.url);
  const type = types[extname(pathname)] ?? 'text/plain';
  const headers = { 'content-type': type, 'content-security-policy': policy };
  try {
    const body = await readFile(join(import.meta.dirname, 'page', pathname));
    return new Response(body, { headers });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return new Response('Not found', { status: 404, headers });
  }
}

async function start() {
  session.fromPartition('host-app').protocol.handle('app', serve);
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('note', (_event, what) => note(what));
  ipcMain.handle('caller', ({ sender, senderFrame }) => {
    state.callers.push({ sender, senderFrame });
    return { id: sender.id, ...senderFrame };
  });
  ipcMain.handle('fail', (_event, why) => {
    throw new RangeError(why);
  });
  ipcMain.handle('hang', (event) => {
    state.hanging = event;
    return new Promise((resolve) => (state.release = resolve));
  });
  app.on('second-instance', (_event, argv, cwd) =>
    note(`second ${JSON.stringify({ args: argv.slice(2), cwd })}`)
  );
  app.on('child-process-gone', (_event, { reason }) => note(`browser ${reason}`));
  app.on('window-all-closed', () => app.quit());
  state.open = openWindow;
  openWindow();
}

app.setPath('userData', process.env.STANDPOINT_HOME);
// Not awaited: as in Electron the program is ready only once this module has been evaluated.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
