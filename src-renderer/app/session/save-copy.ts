/** Writes what is open to a file, where the library does not take it: on a full disk, say. */
import type { OpenBriefing } from '../../editor/open/open-briefing.svelte.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call } from './client.js';
import { sentenceFor } from './sentence-for.js';

export async function saveCopy(open: OpenBriefing, toasts: Toasts): Promise<void> {
  // Annotations go where the typing has left their words.
  open.endTyping();
  try {
    const file = await call('briefing.saveCopy', open.briefing, open.texts);
    if (!file) return;
    toasts.show(
      `Saved a copy as ${file.name}. Dropped on this window, it brings everything back.`,
      {
        label: 'Show in folder',
        run: () => void call('file.showInFolder', file.token)
      }
    );
  } catch (error) {
    toasts.showFailure(sentenceFor(error));
  }
}
