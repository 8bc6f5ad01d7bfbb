/** Where comparisons get their states from: the library, once what is open has been saved. */
import type { States } from '../../compare/run-comparison.js';
import { call } from './client.js';
import type { Session } from './session.svelte.js';

export function compareStates(session: Session): States {
  return {
    briefing: async (id) => {
      await session.leave();
      return (await call('briefing.read', id)).briefing;
    },
    versions: (id) => call('versions.list', id),
    version: (id, key) => call('versions.open', id, key)
  };
}
