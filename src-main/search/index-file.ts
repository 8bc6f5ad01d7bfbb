/** Opens the index's database, and makes it anew whenever it cannot be trusted: it is derived from the library. */
import { rmSync, existsSync } from 'node:fs';
import { patientlySync } from '../../src-host/disk/patiently.js';
import sqlite from 'node-sqlite3-wasm';

export type Database = InstanceType<typeof sqlite.Database>;
export type PreparedStatement = ReturnType<Database['prepare']>;

/** Grows when rows, words or tables are made differently; an index of another version is made anew. */
const indexVersion = 5;

/** What is known of positions; see positions-table.ts. */
const positionsSchema = `
  -- A briefing under a number that stays the same when the briefing is changed.
  CREATE TABLE ledger (key INTEGER PRIMARY KEY, id TEXT UNIQUE, hash TEXT);
  -- The names of an actor, one a line, its main one first; as the filters of a search look at them; and
  -- the others as they are spelt, one a line.
  CREATE TABLE actor (key INTEGER PRIMARY KEY, names TEXT UNIQUE, main TEXT, shown TEXT, facet TEXT,
    aliases TEXT);
  CREATE TABLE actor_name (name TEXT, actor INTEGER, PRIMARY KEY (name, actor)) WITHOUT ROWID;
  CREATE INDEX actor_name_by_actor ON actor_name (actor);
  CREATE TABLE issue (key INTEGER PRIMARY KEY, wording TEXT UNIQUE, shown TEXT, facet TEXT);
  CREATE TABLE has_actor (actor INTEGER, ledger INTEGER, PRIMARY KEY (actor, ledger)) WITHOUT ROWID;
  CREATE INDEX has_actor_by_ledger ON has_actor (ledger);
  CREATE TABLE has_issue (issue INTEGER, ledger INTEGER, PRIMARY KEY (issue, ledger)) WITHOUT ROWID;
  CREATE INDEX has_issue_by_ledger ON has_issue (ledger);
  -- A filled cell of a briefing's matrix with all its entries, as JSON.
  CREATE TABLE cell (key INTEGER PRIMARY KEY, ledger INTEGER, history TEXT);
  CREATE INDEX cell_by_ledger ON cell (ledger);
  -- Each stance that is in force in a cell, from one day to another, by its latest entry. Every question is
  -- answered by one of the indexes alone.
  CREATE TABLE period (
    ledger INTEGER, cell INTEGER, actor INTEGER, issue INTEGER, stance TEXT, since TEXT,
    first TEXT, past TEXT, entry INTEGER, reports INTEGER, origins INTEGER, dispute TEXT
  );
  CREATE INDEX period_by_ledger ON period (ledger, past, first, actor, issue, stance, since, dispute);
  CREATE INDEX period_by_issue ON period (issue, stance, since, past, first, actor, ledger);
  CREATE INDEX period_by_actor ON period (actor, since, stance, past, first, issue, ledger);
  CREATE INDEX period_by_stance ON period (stance, since, past, first, actor, ledger);
`;

const schema = `
  CREATE TABLE briefing (num INTEGER PRIMARY KEY, id TEXT UNIQUE, stamp TEXT, file TEXT, title TEXT);
  -- Words come folded and between spaces, and this tokenizer cuts at nothing else in them.
  CREATE VIRTUAL TABLE words USING fts5(head, body, content='', contentless_delete=1, tokenize='ascii');
  CREATE TABLE spelling (word TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE name (key INTEGER PRIMARY KEY, filter TEXT, folded TEXT, shown TEXT, UNIQUE (filter, folded));
  CREATE TABLE named (name INTEGER, num INTEGER, PRIMARY KEY (name, num)) WITHOUT ROWID;
  CREATE INDEX named_by_num ON named (num);
  CREATE TABLE position (num INTEGER, actor TEXT, issue TEXT, stance TEXT);
  CREATE INDEX position_by_num ON position (num);
  CREATE TABLE day (num INTEGER, first TEXT, last TEXT);
  CREATE INDEX day_by_num ON day (num);
  CREATE TABLE holds (kind INTEGER, num INTEGER, PRIMARY KEY (kind, num)) WITHOUT ROWID;
  CREATE INDEX holds_by_num ON holds (num);
  ${positionsSchema}
  PRAGMA user_version = ${indexVersion};
`;

/**
 * The caller holds the library's lock, so a lock left at the file is that of a process that has died,
 * and is taken away. `null` makes an index in memory.
 */
export function openIndexFile(file: string | null): Database {
  if (file !== null) {
    remove(`${file}.lock`);
    const opened = reopen(file);
    if (opened) return opened;
    for (const suffix of ['', '-journal', '-wal', '.lock']) remove(file + suffix);
  }
  const db = new sqlite.Database(file ?? ':memory:');
  prepare(db);
  db.exec(`BEGIN; ${schema} COMMIT`);
  return db;
}

function remove(path: string): void {
  patientlySync(() => rmSync(path, { recursive: true, force: true }));
}

/** `null` when the file is missing, spoilt or of another version. */
function reopen(file: string): Database | null {
  let db: Database | null = null;
  try {
    db = new sqlite.Database(file);
    prepare(db);
    const version = db.get('PRAGMA user_version')?.['user_version'];
    if (version === indexVersion) return db;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  db?.close();
  return null;
}

/** A process that dies leaves a journal, from which the next one rolls back. */
function prepare(db: Database): void {
  db.exec(`
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = TRUNCATE;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = MEMORY;
  `);
}

/** Verifies the index's file, and takes a spoilt one away: the next search makes it anew. */

/** A sentence on what was wrong; `null` when nothing was. The caller holds the library's lock. */
export function mendIndex(file: string): string | null {
  if (!existsSync(file)) return null;
  const database = openIndexFile(file);
  let isWhole: boolean;
  try {
    isWhole = database.get('PRAGMA integrity_check')?.['integrity_check'] === 'ok';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    isWhole = false;
  }
  database.close();
  if (isWhole) return null;
  remove(file);
  return 'The search index was damaged. It was taken away, and is made anew by the next search; it holds nothing that the briefings do not.';
}
