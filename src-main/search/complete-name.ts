/** The names of the library that fit what was typed into a filter. */
import { wordsIn } from '../domain/search/words.js';
import type { NameFilter } from './facets.js';
import type { Database } from './index-file.js';

const mostNames = 20;

/** Those of most briefings first; all for no letters. */
export function completeName(db: Database, filter: NameFilter, typed: string): readonly string[] {
  return db
    .all(
      `SELECT shown, count(*) AS count FROM name JOIN named ON named.name = name.key
        WHERE filter = ? AND instr(folded, ?) GROUP BY key ORDER BY count DESC, shown LIMIT ${mostNames}`,
      [filter, ` ${wordsIn(typed).join(' ')}`]
    )
    .map(({ shown }) => shown as string);
}
