/** One export from the window: told how far it is, stopped on request, and offered to be opened after. */
import type { ExportEnding, ExportStage } from '../../../src-main/domain/api.js';
import type { Id } from '../../../src-main/domain/base/id.js';
import type { Edition } from '../../../src-main/domain/publication/edition.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call, listen } from './client.js';

export const stageWords: Readonly<Record<ExportStage, string>> = {
  layout: 'laying out the pages',
  print: 'printing',
  finish: 'finishing the document',
  write: 'writing the file'
};

/** `attempt` shows what fails as a sentence. Settles when the file is written, refused or cancelled. */
export async function runExport(
  { id, title }: { readonly id: Id; readonly title: string },
  ending: ExportEnding,
  edition: Edition,
  toasts: Toasts,
  attempt: (act: () => Promise<unknown>) => Promise<void>
): Promise<void> {
  const busy = toasts.showBusy(`Exporting “${title}”…`, {
    label: 'Cancel',
    run: () => void attempt(() => call('export.cancel'))
  });
  const end = listen('exportStage', (stage) =>
    toasts.reword(busy, `Exporting “${title}”: ${stageWords[stage]}…`)
  );
  await attempt(async () => {
    const file = await call('briefing.export', id, ending, edition);
    if (!file) return;
    const { token, name } = file;
    toasts.show(
      `Exported ${name}.`,
      { label: 'Open', run: () => void attempt(() => call('file.open', token)) },
      { label: 'Show in folder', run: () => void attempt(() => call('file.showInFolder', token)) }
    );
  });
  end();
  toasts.dismiss(busy);
}
