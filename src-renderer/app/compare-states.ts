/** Where comparisons get their states from: the library. */
import type { States } from '../compare/run-comparison.js';
import { call } from './client.js';

export const compareStates: States = {
  briefing: async (id) => (await call('briefing.open', id)).briefing,
  versions: (id) => call('versions.list', id),
  version: (id, key) => call('versions.open', id, key)
};
