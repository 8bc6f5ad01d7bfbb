/** By which names the briefings in the index know whom and what a draft tells of. */
import type { Id } from '../domain/base/values.js';
import { NameGroups } from '../domain/ledger/register.js';
import { areAlike, readIssue } from '../domain/suggestions/alike-issues.js';
import type { LibraryNames, NamesQuery } from '../domain/suggestions/library-names.js';
import { distinctNames, foldName } from '../domain/text/fold-name.js';
import type { Database, PreparedStatement } from './index-file.js';
import type { Said } from './name-conditions.js';

interface Bearer {
  readonly key: number;
  readonly main: string;
  readonly shown: string;
  /** Folded. */
  readonly names: readonly string[];
  /** As they are spelt. */
  readonly aliases: readonly string[];
  /** SQL: the briefings in which its name is somebody else's. */
  readonly without: string;
}

/** Issues that are looked at for one wording. */
const mostIssues = 200;

export function askNames(
  db: Database,
  { briefing, actors, issues, surnames }: NamesQuery,
  said: Said
): LibraryNames {
  const own = Number(db.get('SELECT key FROM ledger WHERE id = ?', [briefing])?.['key'] ?? 0);
  const known = new KnownActors(db, actors, own, said);
  try {
    return {
      actors: actors.flatMap((asked) => known.actorOf(asked, briefing)),
      issues: issues.flatMap((wording) => issueOf(db, wording, own, said)),
      namesakes: surnames
        .filter((each) => known.areApart(each.surname, each.name))
        .map(({ id }) => id)
    };
  } finally {
    known.close();
  }
}

/** Briefings of one bearer up to which they are counted to choose a name. */
const enough = 100;
const all = -1;

class KnownActors {
  readonly #groups: NameGroups;
  /** By each name that somebody of the draft may go by. */
  readonly #byName = new Map<string, Bearer[]>();
  readonly #count: PreparedStatement;

  constructor(
    private readonly db: Database,
    actors: NamesQuery['actors'],
    private readonly own: number,
    said: Said
  ) {
    this.#groups = new NameGroups(said, 'actor');
    this.#count = db.prepare(
      `SELECT count(*) AS count FROM (
        SELECT 1 FROM has_actor WHERE actor = ? AND ledger <> ${own} LIMIT ?)`
    );
    const names = new Set(actors.flatMap((asked) => [...this.#seedsOf(asked)]));
    for (const row of this.#rowsOf([...names])) {
      const name = row['name'] as string;
      const bearers = this.#byName.get(name) ?? [];
      this.#byName.set(name, [...bearers, this.#bearer(row)]);
    }
  }

  close(): void {
    this.#count.finalize();
  }

  /** None where several may be meant. */
  actorOf(asked: NamesQuery['actors'][number], briefing: Id): LibraryNames['actors'] {
    const groups = this.#groups;
    const folded = asked.names.map(foldName);
    const [drafted] = folded;
    const isOther = groups.partedInBriefings.some(
      (each) => each.briefing === briefing && folded.includes(each.name)
    );
    if (isOther || drafted === undefined) return [];
    const seeds = this.#seedsOf(asked);
    const apart = groups.apartFrom(seeds);
    const found = new Map<number, Bearer>();
    for (const name of seeds) {
      for (const bearer of this.#byName.get(name) ?? []) {
        const isMeant = !asked.isShort || groups.groupOf(drafted).has(bearer.main);
        if (isMeant && !apart.has(bearer.main)) found.set(bearer.key, bearer);
      }
    }
    const counted = [...found.values()]
      .map((bearer) => ({ ...bearer, briefings: this.#countOf(bearer, enough) }))
      .filter(({ briefings }) => briefings > 0);
    const one =
      oneActor(counted, groups) ??
      oneActor(
        counted.filter(({ main }) => main === drafted),
        groups
      );
    const [first] = one ?? [];
    if (!one || !first) return [];
    const most = one.reduce((best, each) => (each.briefings > best.briefings ? each : best), first);
    const [name = '', ...aliases] = distinctNames([
      most.shown,
      ...one.flatMap((each) => [each.shown, ...each.aliases])
    ]);
    return [{ id: asked.id, name, aliases, briefings: this.#countTogether(one) }];
  }

  /** Whether a person has said that the two are not one. */
  areApart(one: string, other: string): boolean {
    return this.#groups.isApart(foldName(one), foldName(other));
  }

  #seedsOf({ names }: NamesQuery['actors'][number]): ReadonlySet<string> {
    return new Set(names.flatMap((name) => [...this.#groups.groupOf(foldName(name))]));
  }

  #rowsOf(names: readonly string[]) {
    return this.db.all(
      `SELECT name, actor.key, names, main, shown, aliases
        FROM actor_name JOIN actor ON actor.key = actor
        WHERE name IN (${names.map(() => '?').join(', ')})`,
      [...names]
    );
  }

  #bearer(row: Record<string, unknown>): Bearer {
    const main = row['main'] as string;
    return {
      key: Number(row['key']),
      main,
      shown: row['shown'] as string,
      names: (row['names'] as string).split('\n'),
      aliases: (row['aliases'] as string).split('\n').filter((alias) => alias !== ''),
      without: this.#groups.partedInBriefings
        .filter(({ name }) => name === main)
        .map(({ briefing }) => `'${briefing}'`)
        .join(', ')
    };
  }

  /** Of other briefings that know the bearer, in which its name is not somebody else's. */
  #countOf(bearer: Bearer, most: number): number {
    const row =
      bearer.without === ''
        ? this.#count.get([bearer.key, most])
        : this.db.get(`SELECT count(*) AS count FROM (${this.#ledgersOf(bearer)} LIMIT ${most})`);
    return Number(row?.['count'] ?? 0);
  }

  #countTogether(bearers: readonly (Bearer & { readonly briefings: number })[]): number {
    const [first] = bearers;
    if (first && bearers.length === 1) {
      return first.briefings < enough ? first.briefings : this.#countOf(first, all);
    }
    // Each briefing once, also one that knows two of them. `UNION` takes each row once.
    const ledgers = bearers.map((bearer) => this.#ledgersOf(bearer)).join(' UNION ');
    return Number(this.db.get(`SELECT count(*) AS count FROM (${ledgers})`)?.['count'] ?? 0);
  }

  #ledgersOf({ key, without }: Bearer): string {
    const parted =
      without === '' ? '' : ` AND ledger NOT IN (SELECT key FROM ledger WHERE id IN (${without}))`;
    return `SELECT ledger FROM has_actor WHERE actor = ${key} AND ledger <> ${this.own}${parted}`;
  }
}

/** All of them where they are one: each is joined to the first, or one goes by the other's name. */
function oneActor<B extends Bearer>(
  bearers: readonly B[],
  groups: NameGroups
): readonly B[] | null {
  const [first, ...others] = bearers;
  if (!first) return null;
  const areOne = others.every(
    ({ main, names }) =>
      groups.keyOf(main) === groups.keyOf(first.main) ||
      names.includes(first.main) ||
      first.names.includes(main)
  );
  return areOne ? bearers : null;
}

/** The wording that most briefings have for it; none where several issues may be meant. */
function issueOf(db: Database, wording: string, own: number, said: Said): LibraryNames['issues'] {
  const groups = new NameGroups(said, 'issue');
  const wanted = readIssue(wording);
  const joined = [...groups.groupOf(wanted.folded)];
  const exact = db.all(
    `SELECT key, wording, shown FROM issue WHERE wording IN (${joined.map(() => '?').join(', ')})`,
    joined
  );
  const [longest] = [...wanted.words].sort((a, b) => b.length - a.length);
  const found =
    exact.length > 0 || longest === undefined
      ? exact
      : db
          .all(
            `SELECT key, wording, shown FROM issue WHERE instr(wording, ?) LIMIT ${mostIssues}`,
            [longest]
          )
          .filter(({ shown }) => areAlike(readIssue(shown as string), wanted));
  const issues = found
    .filter((row) => !groups.isApart(wanted.folded, row['wording'] as string))
    .map((row) => ({
      group: groups.keyOf(row['wording'] as string),
      shown: row['shown'] as string,
      briefings: Number(
        db.get('SELECT count(*) AS count FROM has_issue WHERE issue = ? AND ledger <> ?', [
          Number(row['key']),
          own
        ])?.['count'] ?? 0
      )
    }))
    .filter(({ briefings }) => briefings > 0)
    .sort((a, b) => b.briefings - a.briefings);
  const [first] = issues;
  const isOne = issues.every(({ group }) => group === first?.group);
  return first && isOne && first.shown !== wording ? [{ wording, known: first.shown }] : [];
}
