/** Puts a briefing into the tables of the index, and takes it out. The caller holds the transaction. */
import type { Briefing } from '../domain/briefing/briefing.js';
import { searchWords } from '../domain/search/words.js';
import {
  rowsOf,
  type TextOf,
  kindNumber,
  mostRows,
  rowNumber,
  rowsOfNum
} from './briefing-rows.js';
import { facetsOf } from './facets.js';
import type { Database, PreparedStatement } from './index-file.js';
import { removePositions, writePositions } from './positions-table.js';

export interface Indexable {
  /** A greater one for a newer briefing; never used before. */
  readonly num: number;
  /** Changes whenever the briefing does. */
  readonly stamp: string;
  /** Where it lies, relative to the library. */
  readonly file: string;
  readonly briefing: Briefing;
  readonly textOf: TextOf;
}

/** Spellings remembered as written already, so that most words cost no statement. */
const mostRemembered = 50_000;

export class BriefingWriter {
  /** Prepared once, by their SQL. */
  readonly #statements = new Map<string, PreparedStatement>();
  #spellings = new Set<string>();

  constructor(private readonly db: Database) {}

  /** What the index held of the briefing before goes. */
  write({ num, stamp, file, briefing, textOf }: Indexable): void {
    this.#removeRows(briefing.id);
    this.#run('INSERT INTO briefing VALUES (?, ?, ?, ?, ?)', [
      num,
      briefing.id,
      stamp,
      file,
      briefing.title
    ]);
    const rows = rowsOf(briefing, textOf).slice(0, mostRows);
    for (const [i, { kind, head, body }] of rows.entries()) {
      const number = rowNumber(num, kind, i);
      this.#run('INSERT INTO words (rowid, head, body) VALUES (?, ?, ?)', [
        number,
        this.#folded(head),
        this.#folded(body)
      ]);
    }
    for (const kind of new Set(rows.map((row) => row.kind))) {
      this.#run('INSERT INTO holds VALUES (?, ?)', [kindNumber(kind), num]);
    }
    this.#writeFacets(num, briefing);
    writePositions(this.db, this.#run, briefing);
  }

  remove(id: string): void {
    this.#removeRows(id);
    removePositions(this.db, this.#run, id);
  }

  /** All but its positions, which seldom change with the rest. */
  #removeRows(id: string): void {
    const num = this.db.get('SELECT num FROM briefing WHERE id = ?', [id])?.['num'];
    if (typeof num !== 'number') return;
    this.#run('DELETE FROM words WHERE rowid BETWEEN ? AND ?', [...rowsOfNum(num)]);
    for (const table of ['briefing', 'named', 'position', 'day', 'holds']) {
      this.#run(`DELETE FROM ${table} WHERE num = ?`, [num]);
    }
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.finalize();
  }

  readonly #run = (sql: string, values: (string | number)[]): void => {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.db.prepare(sql)));
    statement.run(values);
  };

  #folded(text: string): string {
    const words = searchWords(text);
    for (const word of words) this.#remember(word);
    return words.join(' ');
  }

  /** Numbers, and words too short to tell a slip in them, are nothing to correct a query to. */
  #remember(word: string): void {
    if (word.length < 3 || this.#spellings.has(word) || /\p{N}/u.test(word)) return;
    if (this.#spellings.size >= mostRemembered) this.#spellings.clear();
    this.#spellings.add(word);
    this.#run('INSERT OR IGNORE INTO spelling VALUES (?)', [word]);
  }

  #writeFacets(num: number, briefing: Briefing): void {
    const { names, positions, days } = facetsOf(briefing);
    for (const { filter, folded, shown } of names) {
      this.#run('INSERT OR IGNORE INTO name (filter, folded, shown) VALUES (?, ?, ?)', [
        filter,
        folded,
        shown
      ]);
      this.#run(
        'INSERT OR IGNORE INTO named SELECT key, ? FROM name WHERE filter = ? AND folded = ?',
        [num, filter, folded]
      );
    }
    for (const { actor, issue, stance } of positions) {
      this.#run('INSERT INTO position VALUES (?, ?, ?, ?)', [num, actor, issue, stance]);
    }
    for (const { first, last } of days) {
      this.#run('INSERT INTO day VALUES (?, ?, ?)', [num, first, last]);
    }
  }
}
