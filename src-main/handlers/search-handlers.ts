/** The methods of the contract that ask the search index. */
import type { Handlers } from '../edge/ipc.js';
import type { Search } from '../search/start-search.js';

type SearchHandlers = Pick<Handlers, 'library.search' | 'library.complete' | 'library.readIndex'>;

export function searchHandlers(search: Search): SearchHandlers {
  return {
    'library.search': async (_caller, text, typing, limit) => {
      const answer = await search.find(text, typing, limit);
      // What is ranked is shown in groups; thousands of ids at every letter would be slow to send.
      return answer.terms.length > 0 ? { ...answer, ids: [] } : answer;
    },
    'library.complete': async (_caller, filter, typed) => [
      ...(await search.complete(filter, typed))
    ],
    'library.readIndex': (_caller, go) => {
      if (go) search.resume();
      else search.pause();
      return null;
    }
  };
}
