/** `standpoint search`: which briefings hold some words. */
import type { SearchAnswer, SearchGroup } from '../domain/search/answer.js';
import { filterNames, isEmptyQuery, parseQuery } from '../domain/search/query.js';
import {
  type CliCommand,
  type Io,
  json,
  libraryAndJson,
  shown,
  text,
  UsageError
} from './command.js';
import { askLibraryIndex } from './use-library.js';

export const search: CliCommand = {
  name: 'search',
  usage: 'QUERY',
  summary: 'Finds the briefings that hold all words of QUERY, the best first',
  details: `Case and accents do not matter, and the last word need only begin so. Also: "a phrase",
begin*, and ${filterNames.map((name) => `${name}:`).join(' ')} with a value, such as actor:ukraine
stance:opposes date:2025-08. A word that occurs nowhere is taken for the nearest that does.
The JSON is described in docs/json.md.
--limit N shows at most N briefings (50).`,
  options: { ...libraryAndJson, limit: { type: 'string' } },
  arity: [1, null],
  async run({ positionals, values }, io) {
    const asked = positionals.join(' ');
    const query = parseQuery(asked, { typing: true });
    for (const complaint of query.complaints) io.err(`standpoint: ${complaint}`);
    if (isEmptyQuery(query)) throw new UsageError('the query holds no word to look for.');
    const limit = readLimit(text(values, 'limit'));
    const answer = await askLibraryIndex(values, io, null, (index, _said, read) =>
      index.find(asked, { typing: true, limit, within: null, read })
    );
    tellAnswer(answer, values['json'] === true, io);
    return 0;
  }
};

function tellAnswer(answer: SearchAnswer | null, asJson: boolean, io: Io): void {
  const { groups = [], corrections = [], ids = [] } = answer ?? {};
  for (const { from, to } of corrections) {
    io.err(`standpoint: “${from}” occurs nowhere; looked for “${to}”.`);
  }
  if (ids.length > groups.length) {
    io.err(`standpoint: ${ids.length} briefings were found; the first ${groups.length} are shown.`);
  }
  if (asJson) io.out(json(groups.map(forMachines)));
  else for (const group of groups) tellGroup(group, io);
}

function forMachines({ id, title, modifiedAt, hits, more }: SearchGroup): unknown {
  return {
    id,
    title: title.text,
    modifiedAt,
    hits: hits.map(({ kind, id: entry, head, snippet }) => ({
      kind,
      id: entry,
      heading: head.text,
      snippet: snippet.text,
      marks: snippet.marks
    })),
    more
  };
}

function tellGroup({ id, title, hits, more }: SearchGroup, io: Io): void {
  io.out(`${id}  ${shown(title.text) || 'Untitled'}`);
  for (const { kind, head, snippet } of hits) {
    io.out(`  ${kind}: ${[head.text, snippet.text].map(shown).filter(Boolean).join(' | ')}`);
  }
  if (more > 0) io.out(`  and ${more} more`);
}

function readLimit(given: string | null): number {
  if (given === null) return 50;
  const limit = Number(given);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new UsageError(`--limit is a number of briefings, not “${given}”.`);
}
