/** Changes to another library: what is open is saved first, and what is shown is of the new one after. */
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call } from './client.js';
import { sentenceFor } from './sentence-for.js';
import type { Session } from './session.svelte.js';

export async function recentLibraries(toasts: Toasts): Promise<readonly string[]> {
  try {
    return await call('library.recent');
  } catch (error) {
    toasts.showFailure(sentenceFor(error));
    return [];
  }
}

/** A place in the list of `recentLibraries`; `null` asks for a folder. Returns whether another is open now. */
export async function switchLibrary(
  recent: number | null,
  session: Session,
  toasts: Toasts
): Promise<boolean> {
  if (!(await session.leave())) return false;
  const before = toasts.now;
  try {
    if (!(await call('library.switch', recent))) return false;
  } catch (error) {
    toasts.showFailure(sentenceFor(error));
    return false;
  }
  // What the other library has to say has come already, and stays.
  toasts.leave('library', before);
  await session.beginAnew();
  const [folder] = await recentLibraries(toasts);
  if (folder) toasts.show(`Opened the library in ${folder}.`);
  return true;
}
