/** What the filters of a search look at: names, positions and days of a briefing, apart from its words. Pure. */
import type { Briefing } from '../domain/briefing/briefing.js';
import type { Id } from '../domain/base/values.js';
import { dayOfPosition } from '../domain/ledger/ledger.js';
import type { Stance } from '../domain/briefing/entries.js';
import { type DaysAsked, daysOf } from '../domain/search/query.js';
import { searchWords } from '../domain/search/words.js';
import type { Database } from './index-file.js';

/** The filters that are by name. */
export type NameFilter = 'actor' | 'issue' | 'tag';

export interface Name {
  readonly filter: NameFilter;
  readonly shown: string;
  /** As `foldName` makes it. */
  readonly folded: string;
}

interface Facets {
  readonly names: readonly Name[];
  /** Who holds which stance on what, all names of the actor together. */
  readonly positions: readonly {
    readonly actor: string;
    readonly issue: string;
    readonly stance: Stance;
  }[];
  /** The days that the briefing speaks of: its own, those of its sources, positions and events. */
  readonly days: readonly DaysAsked[];
}

/** Words between spaces, so that whole words, and their beginnings, can be found inside. */
export function foldFacet(name: string): string {
  return ` ${searchWords(name).join(' ')} `;
}

export function facetsOf(briefing: Briefing): Facets {
  const actors = new Map(briefing.actors.map((actor) => [actor.id, actor]));
  const issues = new Map(briefing.issues.map((issue) => [issue.id, issue]));
  const allNames = (id: Id) => {
    const actor = actors.get(id);
    return actor ? [actor.name, ...actor.aliases].map(foldFacet).join('|') : '';
  };
  const days = [
    ...known([briefing.date]).map(daysOf),
    ...known(briefing.sources.map(({ published }) => published)).map(daysOf),
    ...known(briefing.positions.map(dayOfPosition)).map(daysOf),
    ...briefing.events.flatMap(({ date, until }) =>
      date === null ? [] : [{ first: daysOf(date).first, last: daysOf(until ?? date).last }]
    )
  ];
  return {
    names: [
      ...briefing.actors.flatMap(({ name, aliases }) =>
        [name, ...aliases].map((each) => named('actor', each))
      ),
      ...briefing.issues.map(({ wording }) => named('issue', wording)),
      ...tagsOf(briefing).map((tag) => named('tag', tag))
    ].filter(({ folded }) => folded.trim() !== ''),
    positions: briefing.positions.map(({ actor, issue, stance }) => ({
      actor: allNames(actor),
      issue: foldFacet(issues.get(issue)?.wording ?? ''),
      stance
    })),
    days: days.length > 0 ? days : [daysOf(briefing.createdAt.slice(0, 10))]
  };
}

function named(filter: NameFilter, shown: string): Name {
  return { filter, shown, folded: foldFacet(shown) };
}

function tagsOf({ tags, annotations, actors, issues }: Briefing): readonly string[] {
  return [...tags, ...[...annotations, ...actors, ...issues].flatMap((each) => each.tags)];
}

function known<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value) => value !== null);
}

/** The names of the library that fit what was typed into a filter. */
const mostNames = 20;

/** Those of most briefings first; all for no letters. */
export function completeName(db: Database, filter: NameFilter, typed: string): readonly string[] {
  return db
    .all(
      `SELECT shown, count(*) AS count FROM name JOIN named ON named.name = name.key
        WHERE filter = ? AND instr(folded, ?) GROUP BY key ORDER BY count DESC, shown LIMIT ${mostNames}`,
      [filter, ` ${searchWords(typed).join(' ')}`]
    )
    .map(({ shown }) => shown as string);
}
