/** What a print page may ask, in the window's process and in one that only prints. */
import type { PrintHandlers } from '../edge/ipc.js';
import { jobOf, markFailed, markReady } from './print-jobs.js';

export const printHandlers: PrintHandlers = {
  'print.job': (caller) => jobOf(caller.contentsId),
  'print.ready': (caller) => {
    markReady(caller.contentsId);
    return null;
  },
  'print.failed': (caller, message) => {
    markFailed(caller.contentsId, message);
    return null;
  }
};
