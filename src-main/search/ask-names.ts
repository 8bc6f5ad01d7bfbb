/** By which names the briefings in the index know whom and what a draft tells of. */
import type { Id } from '../domain/base/values.js';
import { NameGroups } from '../domain/ledger/register.js';
import { areAlike, readIssue } from '../domain/news/alike-issues.js';
import type { LibraryNames, NamesQuery } from '../domain/suggestions/library-names.js';
import { distinctNames, foldName } from '../domain/text/fold-name.js';
import type { Database } from './index-file.js';
import type { Said } from './name-conditions.js';

interface Bearer {
  readonly key: number;
  readonly main: string;
  readonly shown: string;
  /** Folded. */
  readonly names: readonly string[];
  /** As they are spelt. */
  readonly aliases: readonly string[];
  /** Of other briefings that know it, in which its name is not somebody else's. */
  readonly briefings: number;
}

/** Issues that are looked at for one wording. */
const mostIssues = 200;

export function askNames(
  db: Database,
  { briefing, actors, issues }: NamesQuery,
  said: Said
): LibraryNames {
  const own = Number(db.get('SELECT key FROM ledger WHERE id = ?', [briefing])?.['key'] ?? 0);
  return {
    actors: actors.flatMap((asked) => actorOf(db, asked, briefing, own, said)),
    issues: issues.flatMap((wording) => issueOf(db, wording, own, said))
  };
}

/** None where several may be meant. */
function actorOf(
  db: Database,
  { id, names, isShort }: NamesQuery['actors'][number],
  briefing: Id,
  own: number,
  said: Said
): LibraryNames['actors'] {
  const groups = new NameGroups(said, 'actor');
  const folded = names.map(foldName);
  const [drafted] = folded;
  const isOther = groups.partedInBriefings.some(
    (each) => each.briefing === briefing && folded.includes(each.name)
  );
  if (isOther || drafted === undefined) return [];
  const seeds = new Set(folded.flatMap((name) => [...groups.groupOf(name)]));
  const apart = groups.apartFrom(seeds);
  const bearers = bearing(db, seeds, own, groups).filter(
    ({ main, briefings }) =>
      briefings > 0 && !apart.has(main) && (!isShort || groups.groupOf(drafted).has(main))
  );
  const all =
    oneActor(bearers, groups) ??
    oneActor(
      bearers.filter((b) => b.main === drafted),
      groups
    );
  const [first] = all ?? [];
  if (!all || !first) return [];
  const most = all.reduce((best, each) => (each.briefings > best.briefings ? each : best), first);
  const known = distinctNames([
    most.shown,
    ...all.flatMap((each) => [each.shown, ...each.aliases])
  ]);
  const counted = db.get(
    `SELECT count(DISTINCT ledger) AS count FROM has_actor
      WHERE actor IN (${all.map(({ key }) => key).join(', ')}) AND ledger <> ?`,
    [own]
  );
  // Of one row its own count leaves out where the name is somebody else's.
  const briefings = all.length === 1 ? most.briefings : Number(counted?.['count'] ?? 0);
  return [{ id, name: most.shown, aliases: known.slice(1), briefings }];
}

function bearing(
  db: Database,
  names: ReadonlySet<string>,
  own: number,
  groups: NameGroups
): readonly Bearer[] {
  const rows = db.all(
    `SELECT DISTINCT actor.key, names, main, shown, aliases FROM actor_name JOIN actor ON actor.key = actor
      WHERE name IN (${[...names].map(() => '?').join(', ')})`,
    [...names]
  );
  return rows.map((row) => {
    const main = row['main'] as string;
    const without = groups.partedInBriefings
      .filter(({ name }) => name === main)
      .map(({ briefing }) => `'${briefing}'`);
    const count = db.get(
      `SELECT count(*) AS count FROM has_actor WHERE actor = ? AND ledger <> ?
        AND ledger NOT IN (SELECT key FROM ledger WHERE id IN (${without.join(', ')}))`,
      [Number(row['key']), own]
    );
    return {
      key: Number(row['key']),
      main,
      shown: row['shown'] as string,
      names: (row['names'] as string).split('\n'),
      aliases: (row['aliases'] as string).split('\n').filter((alias) => alias !== ''),
      briefings: Number(count?.['count'] ?? 0)
    };
  });
}

/** All of them where they are one: each is joined to the first, or one goes by the other's name. */
function oneActor(bearers: readonly Bearer[], groups: NameGroups): readonly Bearer[] | null {
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
