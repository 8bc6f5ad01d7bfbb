/** What is said of a document that has more to tell than its one page holds, or signs that no font holds. `over`: the beginnings of what runs over. */
import { ExpectedFailure } from '../domain/base/result.js';
import type { PaperSize } from '../domain/publication/edition.js';

export function tooLong(over: readonly string[], paper: PaperSize): ExpectedFailure {
  return new ExpectedFailure(
    'does-not-fit',
    `${doesNotFit(over, paper)}Leave out as much: “Print or export” lists what stands on the page (on the command line: --leave-out). Nothing was written.`
  );
}

/** As `tooLong`, where nothing was to be written. */
export function tooLongToShow(over: readonly string[], paper: PaperSize): ExpectedFailure {
  return new ExpectedFailure(
    'does-not-fit',
    `${doesNotFit(over, paper)}Shorten it, or leave out parts of it in “Print or export”.`
  );
}

export function goesOn(over: readonly string[], paper: PaperSize): string {
  return `The changes do not fit on one page of ${paper}, so they go on overleaf. ${inShort(over)}For one page, choose a later first day.`;
}

const boxes = 'A screen reader passes over the signs that came out as empty boxes.';
const otherFont = 'Install a font that holds them, or write them in other letters';

export const notAccessible = `${boxes} The PDF therefore does not say that it is accessible (PDF/UA-1). ${otherFont}, and export again.`;

export function notArchival(): ExpectedFailure {
  return new ExpectedFailure(
    'not-archival',
    `This document cannot be kept as PDF/A-3u, so nothing was written. Some of its signs stand in no font of this computer. ${otherFont}. It can be written without that.`
  );
}

function doesNotFit(over: readonly string[], paper: PaperSize): string {
  return `The brief does not fit on one page of ${paper}. ${inShort(over)}`;
}

function inShort(over: readonly string[]): string {
  if (over.length === 0) return '';
  const shown = over.slice(0, 4).map((words) => `“${words}”`);
  const more = over.length > shown.length ? ` and ${over.length - shown.length} more` : '';
  return `What runs over: ${shown.join(', ')}${more}. `;
}
