/** Saves the open briefing in the library; what fails says what the person can do. */
import type { BriefingDisk } from '../../editor/open/saving.svelte.js';
import { call, CallFailed } from './client.js';
import { sentenceFor } from './sentence-for.js';

export const disk: BriefingDisk = {
  save: (...change) => attempt(() => call('briefing.save', ...change)),
  async keepUndone(...state) {
    await attempt(() => call('versions.keepUndone', ...state));
  }
};

async function attempt<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof CallFailed)) throw new Error(sentenceFor(error), { cause: error });
    if (error.code !== 'stale-revision') throw error;
    // Nothing that is written here can be saved over it any more.
    const message = `${error.message} Copy what you wrote last to another place, then choose Save and “Reload without them”.`;
    throw new CallFailed({ code: error.code, message });
  }
}
