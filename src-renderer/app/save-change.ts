/** Saves a change of the open briefing in the library; what fails says what the person can do. */
import type { SaveChange } from '../editor/open-briefing.svelte.js';
import { call, CallFailed } from './client.js';
import { sentenceFor } from './sentence-for.js';

export const saveChange: SaveChange = async (id, revision, change) => {
  try {
    return await call('briefing.save', id, revision, change);
  } catch (error) {
    if (!(error instanceof CallFailed)) throw new Error(sentenceFor(error), { cause: error });
    if (error.code !== 'stale-revision') throw error;
    // Nothing that is written here can be saved over it any more.
    const message = `${error.message} Copy what you wrote last to another place, then choose Save and “Reload without them”.`;
    throw new CallFailed({ code: error.code, message });
  }
};
