/** What is said of a document that has more to tell than its one page holds. `over`: the beginnings of what runs over. */
import { ExpectedFailure } from '../domain/base/result.js';
import type { PaperSize } from '../domain/publication/edition.js';

export function tooLong(over: readonly string[], paper: PaperSize): ExpectedFailure {
  return new ExpectedFailure(
    'does-not-fit',
    `The brief does not fit on one page of ${paper}. What runs over: ${inShort(over)}. Leave out as much: the preview lists what stands on the page (on the command line: --leave-out). Nothing was written.`
  );
}

export function goesOn(over: readonly string[], paper: PaperSize): string {
  return `The changes do not fit on one page of ${paper}, so they go on overleaf. What runs over: ${inShort(over)}. For one page, tell them from a later day.`;
}

function inShort(over: readonly string[]): string {
  const shown = over.slice(0, 4).map((words) => `“${words}”`);
  const more = over.length > shown.length ? ` and ${over.length - shown.length} more` : '';
  return shown.join(', ') + more;
}
