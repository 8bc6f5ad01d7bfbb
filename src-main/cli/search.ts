/** `standpoint search`: which briefings hold some words. */
import { join } from 'node:path';
import { ExpectedFailure } from '../domain/base/result.js';
import type { SearchAnswer, SearchGroup } from '../domain/search/answer.js';
import { filterNames, isEmptyQuery, parseQuery } from '../domain/search/query.js';
import { type Library } from '../store/library.js';
import {
  type CliCommand,
  type Io,
  json,
  libraryAndJson,
  shown,
  text,
  UsageError,
  type OptionValues
} from './command.js';
import { closeLibrary, openNamed, readLibrary } from './use-library.js';

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
    // Opening one to write would make it.
    const there = await readLibrary(values, io, false, () => Promise.resolve(true));
    const answer = there ? await searchIn(values, io, asked, limit) : null;
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

/** On the library's own index where that may be written, else on one in memory. */
async function searchIn(
  values: OptionValues,
  io: Io,
  asked: string,
  limit: number
): Promise<SearchAnswer> {
  const { library: opened, file } = await openToIndex(values, io);
  try {
    // Only here: no other command pays for loading SQLite.
    const { searchLibrary } = await import('../libraries/search-library.js');
    return await searchLibrary(opened, file, asked, limit);
  } finally {
    await closeLibrary(opened, io);
  }
}

async function openToIndex(
  values: OptionValues,
  io: Io
): Promise<{ readonly library: Library; readonly file: string | null }> {
  try {
    const opened = await openNamed(values, io, 'write');
    return { library: opened, file: join(opened.folder, 'search.sqlite') };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    return { library: await openNamed(values, io, 'read'), file: null };
  }
}

function readLimit(given: string | null): number {
  if (given === null) return 50;
  const limit = Number(given);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new UsageError(`--limit is a number of briefings, not “${given}”.`);
}
