/** What the print preview asks of the main process. */
import type { Id } from '../../../src-main/domain/base/id.js';
import type { PreviewActions } from '../../preview/preview-actions.js';
import { call, listen } from './client.js';
import { sentenceFor } from './sentence-for.js';

/**
 * Of briefings as they are in the library: what was written in the window is to be saved before.
 *
 * @param title of a book of them all; `null` for one briefing.
 */
export function previewActions(ids: readonly Id[], title: string | null): PreviewActions {
  return {
    make: (edition) => call('preview.make', [...ids], title, edition),
    cancel: () => void call('preview.cancel'),
    close: () => void call('preview.close'),
    exportShown: (token) => call('preview.export', token),
    print: (token) => call('preview.print', token),
    openFile: async ({ token }) => void (await call('file.open', token)),
    showInFolder: async ({ token }) => void (await call('file.showInFolder', token)),
    onStage: (listener) => listen('previewStage', listener),
    sentenceFor
  };
}
