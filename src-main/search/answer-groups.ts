/** What a search shows of the briefings that it found: the best rows of each, and the words around the finds. */
import type { SearchGroup, SearchHit } from '../domain/search/answer.js';
import { findTerms, markTerms } from '../domain/search/find-terms.js';
import type { Query, Term } from '../domain/search/query.js';
import { cutSnippet } from '../domain/search/snippet.js';
import { type SearchRow, rowsOf } from './briefing-rows.js';
import type { BriefingLookup, Known } from './briefing-reader.js';
import { findRows, type FoundNums } from './find-briefings.js';
import type { Database } from './index-file.js';

const mostHits = 4;

export async function answerGroups(
  db: Database,
  query: Query,
  briefings: readonly Known[],
  found: FoundNums['rows'],
  read: BriefingLookup
): Promise<SearchGroup[]> {
  const rowsFound = new Map<number, number[]>();
  const nums = briefings.map(({ num }) => num);
  for (const { num, row } of findRows(db, query, nums, found)) {
    rowsFound.set(num, [...(rowsFound.get(num) ?? []), row]);
  }
  const groups: SearchGroup[] = [];
  for (const known of briefings) {
    const readable = await read(known);
    if (!readable) continue;
    const { briefing, textOf } = readable;
    const all = rowsOf(briefing, textOf);
    // A briefing that has changed since it was indexed has other rows: all of them are looked at.
    const numbers =
      briefing.modifiedAt === known.stamp ? (rowsFound.get(known.num) ?? []) : all.keys();
    const rows = wantedRows(query, all, numbers);
    const chosen = bestRows(rows, query.terms);
    groups.push({
      id: briefing.id,
      title: { text: briefing.title, marks: markTerms(briefing.title, query.terms) },
      modifiedAt: briefing.modifiedAt,
      hits: chosen.map((row) => hitOf(row, query.terms)),
      more: rows.length - chosen.length
    });
  }
  return groups;
}

/** The title is shown anyway. */
function wantedRows(
  { terms, filters: { kind } }: Query,
  all: readonly SearchRow[],
  numbers: Iterable<number>
): readonly SearchRow[] {
  const given =
    terms.length > 0 ? [...numbers].sort((a, b) => a - b).flatMap((row) => all[row] ?? []) : all;
  const rows = given.filter((row) => row.kind !== 'title');
  if (kind.length > 0) return rows.filter((row) => kind.includes(row.kind));
  return terms.length > 0 ? rows : [];
}

/** Those that hold most of the terms, in the order of the briefing. */
function bestRows(rows: readonly SearchRow[], terms: readonly Term[]): readonly SearchRow[] {
  if (rows.length <= mostHits) return rows;
  const ranked = rows
    .map((row, place) => ({ row, place, held: heldIn(row, terms) }))
    .sort((a, b) => b.held - a.held || a.place - b.place)
    .slice(0, mostHits);
  return ranked.sort((a, b) => a.place - b.place).map(({ row }) => row);
}

/** With one term every row holds it, and a long text need not be looked through. */
function heldIn({ head, body }: SearchRow, terms: readonly Term[]): number {
  if (terms.length < 2) return terms.length;
  const held = new Set<number>();
  for (const text of [head, body]) {
    for (const { term } of findTerms(text, terms)) {
      held.add(term);
      if (held.size === terms.length) return held.size;
    }
  }
  return held.size;
}

function hitOf({ kind, id, head, body }: SearchRow, terms: readonly Term[]): SearchHit {
  const heading = cutSnippet(head, terms);
  return {
    kind,
    id,
    head: { text: heading.text, marks: [...heading.marks] },
    snippet: cutSnippet(body, terms)
  };
}
