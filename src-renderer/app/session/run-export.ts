/** One export from the window: told how far it is, stopped on request, and offered to be opened after. */
import type { ExportShape, ExportStage, WrittenFile } from '../../../src-main/domain/api.js';
import type { Id } from '../../../src-main/domain/base/values.js';
import type { Edition } from '../../../src-main/domain/publication/edition.js';
import { partInWords } from '../../../src-main/domain/text/size-in-words.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call, fileActions, listen, sentenceFor } from './client.js';

const stageWords: Readonly<Record<ExportStage, string>> = {
  layout: 'laying out the pages',
  finish: 'finishing the document',
  write: 'writing the file'
};

export interface Export {
  readonly ids: readonly Id[];
  /** What is exported, within a sentence. */
  readonly what: string;
  readonly ending: string;
  readonly edition: Edition;
  readonly shape: ExportShape;
}

/**
 * Of briefings as they are in the library: what was written in the window is to be saved before. What
 * fails is shown as a sentence. Settles when the file is written, refused or cancelled.
 */
export async function runExport(
  { ids, what, ending, edition, shape }: Export,
  toasts: Toasts
): Promise<void> {
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      toasts.showFailure(sentenceFor(error));
    }
  };
  const doing = `Exporting ${what}${typeof shape === 'object' ? ' as a book' : ''}`;
  const busy = toasts.showBusy(`${doing}…`, {
    label: 'Cancel',
    run: () => void attempt(() => call('export.cancel'))
  });
  let turn = '';
  const ends = [
    listen('exportTurn', ({ number, of }) => {
      turn = ` (${number} of ${of})`;
      toasts.reword(busy, `${doing}${turn}…`);
    }),
    listen('originalProgress', ({ done, of }) =>
      toasts.reword(busy, `${doing}${turn}: fetching originals, ${partInWords(done, of)}…`)
    ),
    listen('exportStage', (stage) => toasts.reword(busy, `${doing}${turn}: ${stageWords[stage]}…`))
  ];
  await attempt(async () => {
    const written = await call('export.write', [...ids], ending, edition, shape);
    if (written) tellWritten(written, what, shape, toasts);
  });
  for (const end of ends) end();
  toasts.dismiss(busy);
}

/** Offers to open what was exported. */
export function tellWritten(
  written: WrittenFile,
  what: string,
  shape: ExportShape,
  toasts: Toasts
): void {
  const { name } = written;
  const { open, show, drag } = fileActions(written, toasts);
  if (shape === 'each') toasts.show(`Exported ${what} into ${name}.`, show);
  else
    toasts.show(`Exported ${shape === 'alone' ? '' : `${what} as `}${name}.`, open, show, ...drag);
}
