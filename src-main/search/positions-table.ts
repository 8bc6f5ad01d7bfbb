/**
 * The positions of all briefings in the index, so that a question about them opens none. An actor is
 * told by the names that it goes by in a briefing, an issue by its wording, both folded.
 */
import { createHash } from 'node:crypto';
import type { Briefing } from '../domain/briefing/briefing.js';
import { reportHistories } from '../domain/ledger/position-report.js';
import { foldName } from '../domain/text/fold-name.js';
import { foldFacet } from './facets.js';
import type { Database } from './index-file.js';

/** Stands in `past` for a period that lasts: after every day. */
export const never = '~';

/** In the place of a stance for a denial, which holds none. */
export const noStance = 'denied';

type Run = (sql: string, values: (string | number)[]) => void;

/** Puts the positions of a briefing in place of those that were there, unless they are the same. */
export function writePositions(db: Database, run: Run, briefing: Briefing): void {
  const histories = reportHistories(briefing);
  const actors = briefing.actors.map(({ id, name, aliases }) => ({
    id,
    ...namesOf(name, aliases)
  }));
  const issues = briefing.issues.map(({ id, wording }) => ({
    id,
    wording: foldName(wording),
    shown: wording
  }));
  const hash = createHash('sha256')
    .update(JSON.stringify([actors, issues, histories]))
    .digest('base64');
  const known = db.get('SELECT key, hash FROM ledger WHERE id = ?', [briefing.id]);
  if (known?.['hash'] === hash) return;
  if (known) removeRows(run, known['key'] as number);
  run(
    'INSERT INTO ledger (id, hash) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash',
    [briefing.id, hash]
  );
  const ledger = db.get('SELECT key FROM ledger WHERE id = ?', [briefing.id])?.['key'] as number;
  const actorKeys = new Map<string, number>();
  for (const { id, names, main, shown, facet, spelt } of actors) {
    const key = keyOf(db, run, 'actor', 'names', names.join('\n'), [main, shown, facet, spelt]);
    actorKeys.set(id, key);
    for (const name of names) run('INSERT OR IGNORE INTO actor_name VALUES (?, ?)', [name, key]);
    run('INSERT OR IGNORE INTO has_actor VALUES (?, ?)', [key, ledger]);
  }
  const issueKeys = new Map<string, number>();
  for (const { id, wording, shown } of issues) {
    const key = keyOf(db, run, 'issue', 'wording', wording, [shown, foldFacet(shown)]);
    issueKeys.set(id, key);
    run('INSERT OR IGNORE INTO has_issue VALUES (?, ?)', [key, ledger]);
  }
  for (const { history, periods } of histories) {
    run('INSERT INTO cell (ledger, history) VALUES (?, ?)', [ledger, JSON.stringify(history)]);
    const cell = db.get('SELECT last_insert_rowid() AS key')?.['key'] as number;
    for (const { entry, first, past, corroboration, dispute } of periods) {
      const standing = history.entries[entry];
      if (!standing) continue;
      run('INSERT INTO period VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
        ledger,
        cell,
        actorKeys.get(history.actor.id) ?? 0,
        issueKeys.get(history.issue.id) ?? 0,
        standing.status === 'denied' ? noStance : standing.stance,
        standing.since ?? '',
        first,
        past ?? never,
        entry,
        corroboration.reports,
        corroboration.origins,
        dispute ?? ''
      ]);
    }
  }
}

export function removePositions(db: Database, run: Run, id: string): void {
  const key = db.get('SELECT key FROM ledger WHERE id = ?', [id])?.['key'];
  if (typeof key !== 'number') return;
  removeRows(run, key);
  run('DELETE FROM ledger WHERE key = ?', [key]);
}

/** Names that no other briefing has go too, so that nothing is learnt from what is not there any more. */
function removeRows(run: Run, ledger: number): void {
  for (const table of ['period', 'cell']) run(`DELETE FROM ${table} WHERE ledger = ?`, [ledger]);
  const only = (what: 'actor' | 'issue') =>
    `SELECT ${what} FROM has_${what} AS here WHERE ledger = ?
      AND NOT EXISTS (SELECT 1 FROM has_${what} AS there WHERE there.${what} = here.${what} AND ledger <> ?)`;
  run(`DELETE FROM actor_name WHERE actor IN (${only('actor')})`, [ledger, ledger]);
  for (const what of ['actor', 'issue'] as const) {
    run(`DELETE FROM ${what} WHERE key IN (${only(what)})`, [ledger, ledger]);
    run(`DELETE FROM has_${what} WHERE ledger = ?`, [ledger]);
  }
}

function keyOf(
  db: Database,
  run: Run,
  table: 'actor' | 'issue',
  column: string,
  value: string,
  more: readonly string[]
): number {
  const find = () => db.get(`SELECT key FROM ${table} WHERE ${column} = ?`, [value])?.['key'];
  const known = find();
  if (typeof known === 'number') return known;
  run(`INSERT INTO ${table} VALUES (NULL, ?${', ?'.repeat(more.length)})`, [value, ...more]);
  return find() as number;
}

function namesOf(name: string, aliases: readonly string[]) {
  const main = foldName(name);
  const others = new Set(aliases.map(foldName));
  others.delete(main);
  return {
    main,
    names: [main, ...[...others].sort()],
    shown: name,
    facet: [name, ...aliases].map(foldFacet).join('|'),
    spelt: aliases.join('\n')
  };
}
