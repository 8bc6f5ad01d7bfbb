/** How far something is that a person waits for, on the icon of the program: in the taskbar or the Dock. */
import type { ExportStage } from '../domain/api.js';
import type { WindowSurface } from './electron.js';

/** Takes how far the work is, from 0 to 1. What is less than before is not shown. */
type ShowPart = (part: number) => void;

/** Shows how far `work` is until it settles. Of several at once the one that moved last is shown. */
export async function onTaskbar<T>(
  window: Pick<WindowSurface, 'setProgressBar' | 'isDestroyed'>,
  work: (show: ShowPart) => Promise<T>
): Promise<T> {
  const set = (part: number) => {
    if (!window.isDestroyed()) window.setProgressBar(part);
  };
  let most = 0;
  try {
    return await work((part) => {
      if (part <= most) return;
      most = part;
      set(part);
    });
  } finally {
    // By its contract less than nothing takes the bar away.
    set(-1);
  }
}

/** By the time that each takes of a document of some ten pages. */
const begun: Readonly<Record<ExportStage, number>> = {
  layout: 0.1,
  finish: 0.7,
  write: 0.95
};

/** How far an export is, from 0 to 1, as a stage of the document begins that is `turn` of several, from 1. */
export function partOfExport(stage: ExportStage, turn = 1, of = 1): number {
  return (turn - 1 + begun[stage]) / of;
}
