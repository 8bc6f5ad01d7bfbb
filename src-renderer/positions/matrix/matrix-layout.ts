/** Which rows and columns the matrix has, in which order and groups. Pure. */
import {
  type Actor,
  type Issue,
  stances,
  type Stance,
  type Statement
} from '../../../src-main/domain/briefing/entries.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { foldName } from '../../../src-main/domain/text/fold-name.js';
import type { Id, PartialDate } from '../../../src-main/domain/base/values.js';
import { dayOfPosition } from '../../../src-main/domain/ledger/ledger.js';
import type { LedgerCell, LedgerIndex } from '../../../src-main/domain/ledger/ledger-index.js';

export interface MatrixOptions {
  /** Words that an actor's names or an issue's wording must have; empty for all. */
  readonly words: string;
  /** Only actors and issues where this stance is held. */
  readonly stance: Stance | null;
  /** An issue's id sorts the actors by their stance on it. */
  readonly sort: 'briefing' | 'name' | 'latest' | Id;
  readonly rows: 'none' | 'type' | 'tag' | 'speaks-for';
  readonly columns: 'none' | 'tag';
  /** Only what has changed since the end of this day; `null` for all. */
  readonly since: PartialDate | null;
}

export const plainMatrix: MatrixOptions = {
  words: '',
  stance: null,
  sort: 'briefing',
  rows: 'none',
  columns: 'none',
  since: null
};

export interface Group<T> {
  /** Empty where nothing is grouped. */
  readonly title: string;
  readonly members: readonly T[];
}

export interface MatrixLayout {
  readonly rows: readonly Group<Actor>[];
  readonly columns: readonly Group<Issue>[];
}

/** By actor, how many statements without a stance; who made none is missing. */
export function countStatements(
  statements: readonly Pick<Statement, 'actor'>[]
): ReadonlyMap<Id, number> {
  const counts = new Map<Id, number>();
  for (const { actor } of statements) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return counts;
}

const untagged = 'Without a tag';
const typeTitles: Readonly<Record<Actor['type'], string>> = {
  person: 'Persons',
  group: 'Groups',
  state: 'States',
  organisation: 'Organisations'
};

/**
 * Actors who hold nothing at any time and said nothing are left out, and issues on which nobody ever held anything. Who has several tags stands under
 * the first.
 *
 * @param changed the cells to which `since` leads; `null` where it asks for none.
 */
export function layOutMatrix(
  briefing: Pick<Briefing, 'actors' | 'issues' | 'statements'>,
  ledger: LedgerIndex,
  day: PartialDate | null,
  options: MatrixOptions,
  changed: readonly LedgerCell[] | null = null
): MatrixLayout {
  const active = new Set([...ledger.cells, ...briefing.statements].map(({ actor }) => actor));
  const moved = changed && new Set(changed.map(({ actor, issue }) => `${actor} ${issue}`));
  const holds = (actor: Id, issue: Id) =>
    (moved === null || moved.has(`${actor} ${issue}`)) &&
    (options.stance === null ||
      ledger.allAt(actor, issue, day).some(({ stance }) => stance === options.stance));

  const words = foldName(options.words).split(' ').filter(Boolean);
  const hasWords = (...names: readonly string[]) => {
    const text = foldName(names.join(' '));
    return words.every((word) => text.includes(word));
  };
  const all = briefing.actors.filter(({ id }) => active.has(id));
  const byActor = all.filter(({ name, aliases, tags }) => hasWords(name, ...aliases, ...tags));
  const byIssue = briefing.issues.filter(({ wording, tags }) => hasWords(wording, ...tags));
  // Words that are of actors leave the issues alone, and the other way round.
  const actors = byActor.length > 0 || byIssue.length === 0 ? byActor : all;
  const issues = byIssue.length > 0 || byActor.length === 0 ? byIssue : briefing.issues;

  const rows = actors.filter(({ id }) => issues.some((issue) => holds(id, issue.id)));
  const held = new Set(ledger.cells.map(({ issue }) => issue));
  const columns = issues.filter(
    ({ id }) => held.has(id) && actors.some((actor) => holds(actor.id, id))
  );
  return {
    rows: group(sortActors(rows, ledger, day, options.sort), rowTitle(briefing.actors, options)),
    columns: group(columns, ({ tags }) => (options.columns === 'tag' ? (tags[0] ?? untagged) : ''))
  };
}

function sortActors(
  actors: readonly Actor[],
  ledger: LedgerIndex,
  day: PartialDate | null,
  sort: MatrixOptions['sort']
): readonly Actor[] {
  if (sort === 'briefing') return actors;
  if (sort === 'name') return actors.toSorted((a, b) => a.name.localeCompare(b.name));
  if (sort === 'latest') {
    const latest = new Map<Id, string>();
    for (const position of ledger.asOf(day)) {
      const since = dayOfPosition(position) ?? '';
      if (since >= (latest.get(position.actor) ?? '')) latest.set(position.actor, since);
    }
    const of = ({ id }: Actor) => latest.get(id) ?? '';
    return actors.toSorted((a, b) => of(b).localeCompare(of(a)));
  }
  const rank = ({ id }: Actor) => {
    const stance = ledger.at(id, sort, day)?.stance;
    return stance ? stances.indexOf(stance) : stances.length;
  };
  return actors.toSorted((a, b) => rank(a) - rank(b));
}

function rowTitle(all: readonly Actor[], { rows }: MatrixOptions): (actor: Actor) => string {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const spokenFor = new Set(all.map(({ speaksFor }) => speaksFor));
  switch (rows) {
    case 'none':
      return () => '';
    case 'type':
      return ({ type }) => typeTitles[type];
    case 'tag':
      return ({ tags }) => tags[0] ?? untagged;
    case 'speaks-for':
      return ({ id, name, speaksFor }) =>
        (speaksFor && names.get(speaksFor)) ?? (spokenFor.has(id) ? name : 'Speak for themselves');
  }
}

/** In the order in which the groups first come up. */
function group<T>(members: readonly T[], titleOf: (member: T) => string): readonly Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const title = titleOf(member);
    const known = groups.get(title);
    if (known) known.push(member);
    else groups.set(title, [member]);
  }
  return [...groups].map(([title, all]) => ({ title, members: all }));
}
