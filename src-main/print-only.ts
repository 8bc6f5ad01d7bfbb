/**
 * The program of a run that prints one job for the command line, without a window, and ends. The
 * folder that it is given holds the job, and gets the result.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { disk } from './disk/file-system.js';
import { DocumentJob } from './domain/publication/document-job.js';
import { app } from './edge/electron.js';
import { answerCalls } from './edge/answer-calls.js';
import { receiveCalls } from './edge/ipc.js';
import { printHandlers, isPrintPage } from './printing/print-jobs.js';
import {
  printFolderVariable,
  printJobFile,
  printRemarkFile,
  printResultFile
} from './printing/print-folder.js';
import { bundleOrigin, declareScheme, serveBundle } from './edge/protocol.js';
import { printBriefing } from './printing/print-briefing.js';
import { keepHeapsSmall } from './edge/small-heaps.js';

const folder = process.env[printFolderVariable];
if (!folder) throw new Error(`${printFolderVariable} names no folder`);
declareScheme();
keepHeapsSmall(app);
app.setPath('userData', folder);
app.setActivationPolicy?.('accessory');
endWithCaller();
// Closing the print page must not end the program before its result is written.
app.on('window-all-closed', () => undefined);
// Not awaited: Electron is ready only once this module has been evaluated to its end.
void app
  .whenReady()
  .then(() => print(folder))
  .then(
    () => app.exit(0),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      app.exit(1);
    }
  );

async function print(folder: string): Promise<void> {
  // The print page is light, whatever the window is.
  serveBundle(join(import.meta.dirname, '../renderer'), () => 'light');
  receiveCalls(
    answerCalls(
      printHandlers,
      (url) => url.startsWith(`${bundleOrigin}/`),
      (contentsId) => (isPrintPage(contentsId) ? 'print' : null)
    )
  );
  const job = DocumentJob.parse(JSON.parse(await readFile(join(folder, printJobFile), 'utf8')));
  const result = join(folder, printResultFile);
  let remark = '';
  const printed = await printBriefing(job, {
    onRemark: (words, rules) => (remark = [words, rules].filter(Boolean).join('\n')),
    // For the caller, who would take it for dead without a sign.
    onStage: (stage) => console.log(stage)
  });
  if (remark) await writeFile(join(folder, printRemarkFile), remark, { mode: 0o600 });
  await writeFile(`${result}.part`, printed, { mode: 0o600 });
  await disk.rename(`${result}.part`, result);
}

/** The caller holds the other end of stdin, which closes however it ends. A window's program has none on Windows. */
function endWithCaller(): void {
  if (process.platform === 'win32') return;
  process.stdin.once('close', () => app.exit(1)).resume();
}
