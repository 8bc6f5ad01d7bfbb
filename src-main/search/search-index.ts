/**
 * The index of a library: says what it lacks, takes briefings in, and answers queries. Runs wherever
 * it may block: in a worker of the program, in the command line's own process.
 */
import { compareText } from '../domain/base/compare-text.js';
import type { Id } from '../domain/base/values.js';
import type { SearchAnswer } from '../domain/search/answer.js';
import type {
  AcrossAnswer,
  AcrossQuery,
  LibraryMatrix,
  MatrixQuery
} from '../domain/ledger/across-briefings.js';
import type { LibraryNames, NamesQuery } from '../domain/suggestions/library-names.js';
import { isEmptyQuery, parseQuery, type Query } from '../domain/search/query.js';
import { askNames } from './ask-names.js';
import { askKnownNames, askMatrix } from './ask-pages.js';
import { askPositions } from './ask-positions.js';
import { answerGroups } from './answer-groups.js';
import type { Known, Listed, BriefingLookup } from './briefing-reader.js';
import { completeName, type NameFilter } from './facets.js';
import { correctTerms } from './correct-terms.js';
import { findNums, type FoundNums, nothingFound } from './find-briefings.js';
import { type Database, openIndexFile } from './index-file.js';
import type { Said } from './name-conditions.js';
import { BriefingWriter, type Indexable } from './write-briefing.js';

export class SearchIndex {
  readonly #db: Database;
  readonly #writer: BriefingWriter;
  /** Numbers kept for briefings that were found missing: the newest has the greatest. */
  readonly #planned = new Map<Id, number>();
  /** What is in the index, by number; `null` until it is needed. */
  #known: Map<number, Known> | null = null;
  #next: number;

  /** `null` makes an index in memory. The caller holds the library's lock, or gives `null`. */
  constructor(file: string | null) {
    this.#db = openIndexFile(file);
    this.#writer = new BriefingWriter(this.#db);
    this.#next = 1 + Number(this.#db.get('SELECT max(num) AS num FROM briefing')?.['num'] ?? 0);
  }

  /** Drops what the library does not have any more. Returns what is to be put in, newest first. */
  reconcile(library: readonly Listed[]): readonly Id[] {
    const known = new Map<string, string>();
    for (const { id, stamp } of this.#db.all('SELECT id, stamp FROM briefing')) {
      known.set(id as string, stamp as string);
    }
    const there = new Set<string>(library.map(({ id }) => id));
    this.remove([...known.keys()].filter((id) => !there.has(id)) as Id[]);
    const missing = library
      .filter(({ id, stamp }) => known.get(id) !== stamp)
      .sort((a, b) => compareText(a.stamp, b.stamp))
      .map(({ id }) => id);
    for (const id of missing) this.#planned.set(id, this.#next++);
    return missing.reverse();
  }

  /** All or none of them. */
  put(entries: readonly Omit<Indexable, 'num'>[]): void {
    this.#inTransaction(() => {
      for (const entry of entries) {
        const num = this.#planned.get(entry.briefing.id) ?? this.#next++;
        this.#writer.write({ ...entry, num });
      }
    });
    for (const { briefing } of entries) this.#planned.delete(briefing.id);
    // A few hundred bytes a briefing, which a search needs at every letter.
    this.#known = null;
  }

  remove(ids: readonly Id[]): void {
    if (ids.length === 0) return;
    this.#inTransaction(() => ids.forEach((id) => this.#writer.remove(id)));
    this.#known = null;
  }

  /** At most `limit` groups, of the briefings `within`; `null`: of all. What it has not read yet it does not find; `reading` is `null`. */
  async find(
    text: string,
    {
      typing,
      limit,
      within,
      read
    }: {
      typing: boolean;
      limit: number;
      within: readonly Id[] | null;
      read: BriefingLookup;
    }
  ): Promise<SearchAnswer> {
    const asked = parseQuery(text, { typing });
    const first = this.#findNums(asked, within);
    // Where all words are found together, each of them occurs.
    const { terms, corrections } =
      first.nums.length > 0
        ? { terms: asked.terms, corrections: [] }
        : correctTerms(this.#db, asked.terms);
    const query = { ...asked, terms };
    const found = corrections.length > 0 ? this.#findNums(query, within) : first;
    const known = (this.#known ??= this.#readKnown());
    return {
      total: found.nums.length,
      ids: found.nums.flatMap((num) => known.get(num)?.id ?? []),
      groups: await answerGroups(
        this.#db,
        query,
        found.nums.slice(0, limit).flatMap((num) => known.get(num) ?? []),
        found.rows,
        read
      ),
      capped: found.capped,
      terms: terms.map(({ words, prefix }) => ({ words: [...words], prefix })),
      corrections,
      complaints: asked.complaints,
      reading: null
    };
  }

  /** Names that a filter can ask for and that hold these letters, those of most briefings first. */
  complete(filter: NameFilter, typed: string): readonly string[] {
    return completeName(this.#db, filter, typed);
  }

  /** At most `limit` positions; `null`: all. `within` are the briefings of the collection. What it has not read yet it does not know; `reading` is `null`. */
  positions(
    query: AcrossQuery,
    said: Said,
    limit: number | null,
    within: readonly Id[] | null = null
  ): AcrossAnswer {
    const search = parseQuery(query.search);
    const nums = isEmptyQuery(search) ? null : this.#findNums(search, within).nums;
    return {
      ...askPositions(this.#db, query, said, limit, nums, within),
      known: askKnownNames(this.#db, query, said),
      reading: null
    };
  }

  matrix(query: MatrixQuery, said: Said): LibraryMatrix {
    return { ...askMatrix(this.#db, query, said), reading: null };
  }

  /** How the other briefings name whom and what a draft tells of. What it has not read yet it does not know. */
  names(query: NamesQuery, said: Said): LibraryNames {
    return askNames(this.#db, query, said);
  }

  close(): void {
    this.#writer.close();
    this.#db.close();
  }

  #findNums(query: Query, within: readonly Id[] | null): FoundNums {
    return isEmptyQuery(query) ? nothingFound : findNums(this.#db, query, within);
  }

  #readKnown(): Map<number, Known> {
    const rows = this.#db.all('SELECT num, id, stamp, file FROM briefing') as unknown as Known[];
    return new Map(rows.map((row) => [row.num, row]));
  }

  #inTransaction(job: () => void): void {
    this.#db.exec('BEGIN');
    try {
      job();
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }
}
