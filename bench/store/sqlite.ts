/** better-sqlite3 with a write-ahead log and full synchronisation: one row a briefing, the list's fields in columns of their own. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type Briefing, summarise } from '../../src-main/domain/briefing/briefing.js';
import { type Rival, withBody } from './rival.js';

const version = '12.11.1';
/** Built on its first use only: it compiles for a minute, which no other work should have to wait for. */
export const rivals = resolve(import.meta.dirname, '../../.tsbuild/rivals');

interface Statement {
  readonly run: (...values: readonly unknown[]) => { readonly changes: number };
  readonly all: () => readonly unknown[];
}
interface Database {
  readonly pragma: (text: string) => unknown;
  readonly exec: (text: string) => unknown;
  readonly prepare: (text: string) => Statement;
  readonly close: () => unknown;
}

export function loadSqlite(): new (file: string) => Database {
  if (!existsSync(join(rivals, 'node_modules/better-sqlite3'))) {
    console.error(`Installing better-sqlite3 ${version} to measure against …`);
    mkdirSync(rivals, { recursive: true });
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const wanted = `better-sqlite3@${version}`;
    const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', rivals];
    execFileSync(npm, ['install', ...options, wanted], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const require = createRequire(join(rivals, 'here.js'));
  return require('better-sqlite3') as new (file: string) => Database;
}

const columns = 'id, title, bottomLine, tags, cards, annotations, positions, createdAt, modifiedAt';

export function sqlite(folder: string): Rival {
  const Sqlite = loadSqlite();
  const file = join(folder, 'briefings.sqlite');

  function openDatabase(): Database {
    const database = new Sqlite(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    return database;
  }

  return {
    name: 'better-sqlite3',
    fill(briefings) {
      const database = openDatabase();
      database.exec(
        `CREATE TABLE briefings (id TEXT PRIMARY KEY, revision INTEGER, title TEXT, bottomLine TEXT, tags TEXT,
          cards INTEGER, annotations INTEGER, positions INTEGER, createdAt TEXT, modifiedAt TEXT, data TEXT);
         CREATE INDEX latest ON briefings (modifiedAt DESC);
         BEGIN`
      );
      const insert = database.prepare(
        `INSERT INTO briefings (${columns}, revision, data) VALUES (?,?,?,?,?,?,?,?,?,1,?)`
      );
      for (const briefing of briefings) insert.run(...fieldsOf(briefing), JSON.stringify(briefing));
      database.exec('COMMIT');
      database.close();
      return Promise.resolve();
    },
    open() {
      const database = openDatabase();
      database.pragma('wal_autocheckpoint = 0');
      const list = database.prepare(`SELECT ${columns} FROM briefings ORDER BY modifiedAt DESC`);
      const update = database.prepare(
        `UPDATE briefings SET title = ?, bottomLine = ?, tags = ?, cards = ?, annotations = ?, positions = ?,
          createdAt = ?, modifiedAt = ?, data = ?, revision = revision + 1 WHERE id = ?`
      );
      return Promise.resolve({
        list: () =>
          Promise.resolve(
            (list.all() as { readonly tags: string }[]).map((row) => ({
              ...row,
              tags: JSON.parse(row.tags) as unknown
            })).length
          ),
        edit(briefing, body) {
          const next = { ...withBody(briefing, body), modifiedAt: new Date().toISOString() };
          const [id, ...fields] = fieldsOf(next);
          update.run(...fields, JSON.stringify(next), id);
          return Promise.resolve();
        },
        bytes: async () => (await stat(`${file}-wal`)).size,
        close: () => Promise.resolve(void database.close())
      });
    }
  };
}

function fieldsOf(briefing: Briefing): readonly unknown[] {
  const { id, title, bottomLine, tags, cards, annotations, positions, createdAt, modifiedAt } =
    summarise(briefing);
  const list = JSON.stringify(tags);
  return [id, title, bottomLine, list, cards, annotations, positions, createdAt, modifiedAt];
}
