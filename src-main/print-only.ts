/** The composition root of a run that prints one job for the command line, without a window, and ends. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PrintJob } from './api.js';
import { app } from './electron.js';
import { serveApi } from './ipc.js';
import { printHandlers } from './print-handlers.js';
import { printJobFile, printRemarkFile, printResultFile } from './print-folder.js';
import { bundleOrigin, declareScheme, serveBundle } from './protocol.js';
import { printBriefing } from './publish/pdf/print-briefing.js';
import { isPrintPage } from './publish/pdf/print-jobs.js';

/** `program` is where the built program lies. Ends the process. */
export async function printOnly(folder: string, program: string): Promise<void> {
  declareScheme();
  app.setPath('userData', folder);
  await app.whenReady();
  serveBundle(join(program, '../renderer'));
  serveApi(
    printHandlers,
    (url) => url.startsWith(`${bundleOrigin}/`),
    (contentsId) => (isPrintPage(contentsId) ? 'print' : null)
  );
  // Closing the print page must not end the program before its result is written.
  app.on('window-all-closed', () => undefined);
  try {
    const job = PrintJob.parse(JSON.parse(await readFile(join(folder, printJobFile), 'utf8')));
    const result = join(folder, printResultFile);
    let remark = '';
    const printed = await printBriefing(job, { onOverflow: (words) => (remark = words) });
    if (remark) await writeFile(join(folder, printRemarkFile), remark, { mode: 0o600 });
    await writeFile(`${result}.part`, printed, { mode: 0o600 });
    await rename(`${result}.part`, result);
    app.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    app.exit(1);
  }
}
