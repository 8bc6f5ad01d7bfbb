/** The search of the library, with main behind it. */
import { SearchDesk } from '../../library/search-desk.svelte.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call } from './client.js';
import { sentenceFor } from './sentence-for.js';

export function openSearch(toasts: Toasts): SearchDesk {
  let told: number | null = null;

  /** One message, however often a letter is typed. */
  function tell(error: unknown): void {
    if (told !== null) toasts.dismiss(told);
    told = toasts.showFailure(sentenceFor(error));
  }

  return new SearchDesk(
    async (text, typing, limit) => {
      try {
        return await call('library.search', text, typing, limit);
      } catch (error) {
        tell(error);
        return null;
      }
    },
    (go) => void call('library.readIndex', go).catch(tell)
  );
}
