/** lowdb as it comes: all briefings in one JSON file, written whole. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { type Briefing, summarise } from '../../src-main/domain/briefing/briefing.js';
import { type Rival, withBody } from './rival.js';

type All = Record<string, Briefing>;

export function stockLowdb(folder: string): Rival {
  const file = join(folder, 'briefings.json');
  return {
    name: 'lowdb JSONFile',
    async fill(briefings) {
      const all = Object.fromEntries(briefings.map((briefing) => [briefing.id, briefing]));
      await new Low<All>(new JSONFile<All>(file), all).write();
    },
    async open() {
      const low = new Low<All>(new JSONFile<All>(file), {});
      await low.read();
      return {
        list: () => {
          const summaries = Object.values(low.data).map(summarise);
          summaries.sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
          return Promise.resolve(summaries.length);
        },
        edit: (briefing, body) =>
          low.update((all) => void (all[briefing.id] = withBody(briefing, body))),
        bytes: () => Promise.resolve(null),
        close: () => Promise.resolve()
      };
    }
  };
}
