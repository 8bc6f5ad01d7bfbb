/** The names of an actor or an issue, and one matrix over many briefings, from the index alone. */
import type {
  AcrossQuery,
  KnownNames,
  LibraryMatrix,
  MatrixQuery
} from '../domain/ledger/across-briefings.js';
import type { Id } from '../domain/base/values.js';
import type { Stance } from '../domain/briefing/entries.js';
import { inForce } from './ask-positions.js';
import type { Database } from './index-file.js';
import { actorCondition, IndexGroups, type Said, wordingCondition } from './name-conditions.js';
import { noStance } from './positions-table.js';

/** Briefings listed that only name it; the count is of all. */
const mostMentions = 100;

/** `null` where neither one actor is asked about nor an issue by its whole wording. */
export function askKnownNames(
  db: Database,
  { actor, issue, isWording, briefing }: AcrossQuery,
  said: Said
): KnownNames | null {
  const kind = actor === null ? 'issue' : 'actor';
  const name = actor ?? (isWording ? issue : null);
  if (name === null) return null;
  const named = (kind === 'actor' ? actorCondition : wordingCondition)(db, name, said, briefing);
  const has = `has_${kind}`;
  const mentions = db.all(
    `SELECT DISTINCT ledger FROM ${has} WHERE ${named.sql}
      EXCEPT SELECT ledger FROM period WHERE ${named.sql}`,
    [...named.values, ...named.values]
  );
  return {
    kind,
    name,
    names: db
      .all(
        `SELECT min(shown) AS name, count(DISTINCT ledger) AS briefings
          FROM ${has} JOIN ${kind} ON ${kind}.key = ${kind} WHERE ${named.sql}
          GROUP BY ${kind === 'actor' ? 'main' : 'wording'} ORDER BY briefings DESC, name`,
        [...named.values]
      )
      .map((row) => ({ name: row['name'] as string, briefings: row['briefings'] as number })),
    mentions: db
      .all(
        `SELECT briefing.id, title FROM ledger JOIN briefing ON briefing.id = ledger.id
          WHERE key IN (${mentions.map(({ ledger }) => Number(ledger)).join(', ')})
          ORDER BY num DESC LIMIT ${mostMentions}`
      )
      .map(({ id, title }) => ({ id: id as Id, title: title as string })),
    mentioned: mentions.length
  };
}

/** What a cell tells of several. */
const disputes = ['contested', 'open'] as const;

/** Rows and columns of a matrix; more would be no overview. */
const [mostActors, mostIssues] = [60, 30];

type MatrixRow = readonly [
  actor: number,
  issue: number,
  stance: string,
  dispute: string | null,
  since: string,
  actorLedger: number,
  issueLedger: number
];

export function askMatrix(
  db: Database,
  { briefings, asOf }: MatrixQuery,
  said: Said
): Omit<LibraryMatrix, 'reading'> {
  const where = inForce(asOf);
  const [who, what] = [new IndexGroups(db, 'actor', said), new IndexGroups(db, 'issue', said)];
  const ids = briefings.map((id) => `'${id}'`).join(', ');
  // All in one text: handing over thousands of rows costs more than finding them, and so does grouping
  // them there. The ledgers that either may part a name in, else 0.
  const found = db.get(
    `SELECT json_group_array(
        json_array(actor, issue, stance, dispute, since, ${who.ledger}, ${what.ledger})) AS rows
      FROM period INDEXED BY period_by_ledger
      WHERE ledger IN (SELECT key FROM ledger WHERE id IN (${ids})) AND ${where.sql}`,
    [...where.values]
  );
  const rows = JSON.parse(found?.['rows'] as string) as readonly MatrixRow[];
  const actors = who.groupsOf(rows.map(([key, , , , , ledger]) => ({ key, ledger })));
  const issues = what.groupsOf(rows.map(([, key, , , , , ledger]) => ({ key, ledger })));
  const [shownActors, shownIssues] = [
    mostCounted(actors, mostActors),
    mostCounted(issues, mostIssues)
  ];
  const cells = new Map<string, { actor: number; issue: number; of: MatrixRow[] }>();
  for (const [i, row] of rows.entries()) {
    const actor = shownActors.places.get(actors[i]?.group ?? '');
    const issue = shownIssues.places.get(issues[i]?.group ?? '');
    if (actor === undefined || issue === undefined) continue;
    const cell = cells.get(`${actor} ${issue}`) ?? { actor, issue, of: [] };
    cell.of.push(row);
    cells.set(`${actor} ${issue}`, cell);
  }
  return {
    actors: shownActors.names,
    issues: shownIssues.names,
    more: { actors: shownActors.more, issues: shownIssues.more },
    cells: [...cells.values()].map(({ actor, issue, of }) => {
      const latest = of.toSorted(
        ([, , a, , x], [, , b, , y]) => y.localeCompare(x) || a.localeCompare(b)
      );
      return {
        actor,
        issue,
        stances: [
          ...new Set(
            latest.flatMap(([, , stance]) => (stance === noStance ? [] : (stance as Stance)))
          )
        ],
        dispute: disputes.find((one) => of.some(([, , , dispute]) => dispute === one)) ?? null,
        since: latest[0]?.[4] || null,
        positions: of.length
      };
    })
  };
}

/** The groups with most positions, by the name that most of these have. */
function mostCounted(
  rows: readonly { readonly group: string; readonly shown: string }[],
  most: number
) {
  const groups = new Map<string, { count: number; readonly names: Map<string, number> }>();
  for (const { group, shown } of rows) {
    const known = groups.get(group) ?? { count: 0, names: new Map<string, number>() };
    known.count += 1;
    known.names.set(shown, (known.names.get(shown) ?? 0) + 1);
    groups.set(group, known);
  }
  const sorted = [...groups].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  const shown = sorted.slice(0, most);
  const nameOf = (names: ReadonlyMap<string, number>) =>
    [...names].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
  return {
    names: shown.map(([, { names }]) => nameOf(names)),
    places: new Map(shown.map(([group], i) => [group, i])),
    more: sorted.length - shown.length
  };
}
