/** A program without a window: prints one page to the file that it is given, and ends. */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { app, BrowserWindow, session } = createRequire(import.meta.url)('electron');

// Not at the top level: as in Electron the program is ready only once this module has been evaluated.
void app.whenReady().then(print);

async function print() {
  const page = '<!doctype html><title>Alone</title><h1>Printed alone</h1>';
  const answer = () => new Response(page, { headers: { 'content-type': 'text/html' } });
  session.fromPartition('print').protocol.handle('app', answer);
  const window = new BrowserWindow({ show: false });
  await window.loadURL('app://bundle/print.html');
  await writeFile(process.argv[2], await window.webContents.printToPDF({ printBackground: true }));
  app.exit(0);
}
