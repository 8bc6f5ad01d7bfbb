/** `standpoint search`: which briefings hold some words. */
import type { Summary } from '../domain/briefing.js';
import { wordsOf } from '../search/fold.js';
import { type Hit, searchBriefing } from '../search/search-briefing.js';
import type { Library } from '../store/library.js';
import { type Command, json as jsonOption, library, UsageError } from './command.js';
import { json, shown } from './io.js';
import { readLibrary } from './use-library.js';

type Found = Pick<Summary, 'id' | 'title'> & Hit;

export const search: Command = {
  name: 'search',
  usage: 'QUERY',
  summary: 'Finds the briefings that hold all words of QUERY, titles first',
  details: 'Case and accents do not matter, and a part of a word is enough.',
  options: { ...library, ...jsonOption },
  arity: [1, null],
  async run({ positionals, values }, io) {
    const words = wordsOf(positionals.join(' '));
    if (words.length === 0) throw new UsageError('the query holds no word to look for.');
    const found = await readLibrary(values, io, [], (opened) => searchAll(opened, words));
    if (values['json']) io.out(json(found));
    else {
      for (const { id, title, place, snippet } of found) {
        io.out(`${id}  ${shown(title) || 'Untitled'}`);
        if (place !== 'title') io.out(`  ${place}: ${shown(snippet)}`);
      }
    }
    return 0;
  }
};

async function searchAll(opened: Library, words: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const { id } of await opened.list()) {
    const { briefing } = await opened.open(id);
    const hit = searchBriefing(briefing, words);
    if (hit) found.push({ id, title: briefing.title, ...hit });
  }
  return found.sort((a, b) => b.rank - a.rank);
}
