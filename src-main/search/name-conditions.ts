/** Which actors and issues of the index a name means: by their names, and by what a person has said of these. */
import {
  actorsOfName,
  type NamedActor,
  NameGroups,
  type NameKind,
  type Register
} from '../domain/ledger/register.js';
import type { Id } from '../domain/base/values.js';
import { foldName } from '../domain/text/fold-name.js';
import { type Condition, joined } from './find-briefings.js';
import type { Database } from './index-file.js';

/** What matters here of the register. */
export type Said = Pick<Register, 'joined' | 'parted'>;

export const anything: Condition = { sql: '', values: [] };

/** Of every actor that the name means. With a `briefing`, of the one that was parted from the others there. */
export function actorCondition(
  db: Database,
  name: string,
  said: Said,
  briefing: Id | null = null
): Condition {
  const groups = new NameGroups(said, 'actor');
  const folded = foldName(name);
  const { actors, names } = actorsOfName(folded, groups, (wanted) =>
    namedActors(
      ofNames(
        db,
        `SELECT DISTINCT actor.key, names, main FROM actor_name JOIN actor ON actor.key = actor
          WHERE name IN`,
        wanted
      )
    )
  );
  const own = briefing ? groups.groupOf(folded) : names;
  const keys = actors.map(({ key }) => ({ key }));
  return joined([among('actor', keys), whereParted(groups, 'actor', own, briefing)]);
}

function namedActors(rows: Rows): readonly NamedActor[] {
  return rows.map(({ key, names, main }) => ({
    key: key as number,
    main: main as string,
    names: (names as string).split('\n')
  }));
}

/** Every issue whose wording holds each of the words somewhere, and those that are joined to one of them. */
export function issueCondition(db: Database, words: string, said: Said): Condition {
  const groups = new NameGroups(said, 'issue');
  const folded = foldName(words).split(' ');
  const found = db.all(
    `SELECT key, wording FROM issue WHERE ${folded.map(() => 'instr(wording, ?)').join(' AND ')}`,
    folded
  );
  return among('issue', withJoined(db, found, groups));
}

/** The issue of this very wording, and those that are joined to it. */
export function wordingCondition(
  db: Database,
  wording: string,
  said: Said,
  briefing: Id | null
): Condition {
  const groups = new NameGroups(said, 'issue');
  const names = groups.groupOf(foldName(wording));
  const keys = ofNames(db, 'SELECT key FROM issue WHERE wording IN', names);
  return joined([among('issue', keys), whereParted(groups, 'issue', names, briefing)]);
}

type Rows = readonly Record<string, unknown>[];

function withJoined(db: Database, found: Rows, groups: NameGroups): Rows {
  const others = new Set(
    found.flatMap(({ wording }) => {
      const group = groups.groupOf(wording as string);
      return group.size > 1 ? [...group] : [];
    })
  );
  return [...found, ...ofNames(db, 'SELECT key FROM issue WHERE wording IN', others)];
}

function ofNames(db: Database, sql: string, names: Iterable<string>): Rows {
  const values = [...names];
  return values.length === 0 ? [] : db.all(`${sql} (${values.map(() => '?').join(', ')})`, values);
}

function among(column: NameKind, keys: Rows): Condition {
  return { sql: `${column} IN (${keys.map(({ key }) => Number(key)).join(', ')})`, values: [] };
}

/** Without the briefings in which one of the names is somebody else's; or in that one alone. */
function whereParted(
  groups: NameGroups,
  kind: NameKind,
  names: ReadonlySet<string>,
  briefing: Id | null
): Condition {
  if (briefing !== null) {
    return { sql: 'ledger = (SELECT key FROM ledger WHERE id = ?)', values: [briefing] };
  }
  const column = kind === 'actor' ? 'main' : 'wording';
  return joined(
    groups.partedInBriefings
      .filter(({ name }) => names.has(name))
      .map((each) => ({
        sql: `NOT (ledger IN (SELECT key FROM ledger WHERE id = ?)
          AND ${kind} IN (SELECT key FROM ${kind} WHERE ${column} = ?))`,
        values: [each.briefing, each.name]
      }))
  );
}

/** Puts rows of the index together that the register takes for one actor, or for one issue. */
export class IndexGroups {
  readonly #groups: NameGroups;
  readonly #briefings = new Map<number, Id>();
  /** SQL: the briefing of a row where that may part its name from others, else 0. */
  readonly ledger: string;

  constructor(
    private readonly db: Database,
    private readonly kind: NameKind,
    private readonly said: Said
  ) {
    this.#groups = new NameGroups(said, kind);
    for (const { briefing } of this.#groups.partedInBriefings) {
      const key = db.get('SELECT key FROM ledger WHERE id = ?', [briefing])?.['key'];
      if (typeof key === 'number') this.#briefings.set(key, briefing);
    }
    const ledgers = [...this.#briefings.keys()].join(', ');
    this.ledger = ledgers === '' ? '0' : `CASE WHEN ledger IN (${ledgers}) THEN ledger ELSE 0 END`;
  }

  /** Of each row, with the key of its actor or issue and its `ledger`: one and the same for what is one. */
  groupsOf(rows: Rows): readonly { readonly group: string; readonly shown: string }[] {
    const column = this.kind === 'actor' ? 'main' : 'wording';
    const keys = [...new Set(rows.map(({ key }) => Number(key)))];
    const names = new Map(
      this.db
        .all(
          `SELECT key, ${column} AS name, shown FROM ${this.kind} WHERE key IN (${keys.join(', ')})`
        )
        .map(({ key, name, shown }) => [key, { name: name as string, shown: shown as string }])
    );
    const first = this.kind === 'actor' ? sameActors(this.db, this.said) : null;
    return rows.map(({ key, ledger }) => {
      const { name, shown } = names.get(key as number) ?? { name: '', shown: '' };
      const briefing = this.#briefings.get(ledger as number);
      const apart = briefing ? this.#groups.keyIn(name, briefing) : null;
      // Of a name that is somebody else's in this briefing, and so in no group.
      if (apart !== null && apart !== this.#groups.keyOf(name)) return { group: apart, shown };
      const same = first?.get(key as number) ?? name;
      return { group: this.#groups.keyOf(same), shown };
    });
  }
}

/** By the key of each actor of the index, the main name of the one with which it is taken for one. */
type SameActors = ReadonlyMap<number, string>;

/** Made once for a state of index and register: it looks at every actor. */
const known = new WeakMap<
  Database,
  { readonly changes: unknown; readonly said: string; readonly same: SameActors }
>();

/**
 * Of each actor the first, by the alphabet, on whose page it stands. So an answer takes for one whom the
 * page does; of a long chain of aliases, of which no page has all, each is with one of its neighbours.
 */
function sameActors(db: Database, { joined, parted }: Said): SameActors {
  const changes = db.get('SELECT total_changes() AS changes')?.['changes'];
  const said = JSON.stringify([joined, parted]);
  const before = known.get(db);
  if (before?.changes === changes && before?.said === said) return before.same;
  const actors = namedActors(db.all('SELECT key, names, main FROM actor ORDER BY names'));
  const bearers = new Map<string, NamedActor[]>();
  for (const actor of actors) {
    for (const name of actor.names) {
      const others = bearers.get(name);
      if (others) others.push(actor);
      else bearers.set(name, [actor]);
    }
  }
  const bearing = (names: ReadonlySet<string>) => [
    ...new Set([...names].flatMap((name) => bearers.get(name) ?? []))
  ];
  const groups = new NameGroups({ joined, parted }, 'actor');
  const same = new Map<number, string>();
  for (const { key, main } of actors) {
    if (same.has(key)) continue;
    same.set(key, main);
    for (const other of actorsOfName(main, groups, bearing).actors) {
      if (!same.has(other.key)) same.set(other.key, main);
    }
  }
  known.set(db, { changes, said, same });
  return same;
}
