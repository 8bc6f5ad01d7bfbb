/** Drafting as the main process does it. */
import type { Drafter, DraftRequest } from '../../suggestions/suggestion-actions.js';
import { call, listen } from './client.js';
import { sentenceFor } from './sentence-for.js';

export const drafter: Drafter = {
  async draft({ briefing, source, asEnglish, published, onProgress }: DraftRequest) {
    const end = listen('draftProgress', onProgress);
    try {
      return await call('draft.source', briefing, source, asEnglish, published);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      throw Object.assign(new Error(sentenceFor(error)), { code });
    } finally {
      end();
    }
  },
  cancel: () => void call('draft.cancel')
};
