/** Puts a briefing into the tables of the index, and takes it out. The caller holds the transaction. */
import type { Briefing } from '../domain/briefing.js';
import { wordsIn } from '../domain/search/words.js';
import { rowsOf, type TextOf } from './briefing-rows.js';
import { facetsOf } from './facets.js';
import type { Database } from './index-file.js';
import { kindNumber, mostRows, rowNumber, rowsOfNum } from './row-number.js';

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
  readonly #insertRow;
  readonly #insertSpelling;
  readonly #insertName;
  readonly #insertNamed;
  #spellings = new Set<string>();

  constructor(private readonly db: Database) {
    this.#insertRow = db.prepare('INSERT INTO words (rowid, head, body) VALUES (?, ?, ?)');
    this.#insertSpelling = db.prepare('INSERT OR IGNORE INTO spelling VALUES (?)');
    this.#insertName = db.prepare(
      'INSERT OR IGNORE INTO name (filter, folded, shown) VALUES (?, ?, ?)'
    );
    this.#insertNamed = db.prepare(
      'INSERT OR IGNORE INTO named SELECT key, ? FROM name WHERE filter = ? AND folded = ?'
    );
  }

  /** What the index held of the briefing before goes. */
  write({ num, stamp, file, briefing, textOf }: Indexable): void {
    this.remove(briefing.id);
    const { db } = this;
    db.run('INSERT INTO briefing VALUES (?, ?, ?, ?)', [num, briefing.id, stamp, file]);
    const rows = rowsOf(briefing, textOf).slice(0, mostRows);
    for (const [i, { kind, head, body }] of rows.entries()) {
      const number = rowNumber(num, kind, i);
      this.#insertRow.run([number, this.#folded(head), this.#folded(body)]);
    }
    for (const kind of new Set(rows.map((row) => row.kind))) {
      db.run('INSERT INTO holds VALUES (?, ?)', [kindNumber(kind), num]);
    }
    this.#writeFacets(num, briefing);
  }

  remove(id: string): void {
    const num = this.db.get('SELECT num FROM briefing WHERE id = ?', [id])?.['num'];
    if (typeof num !== 'number') return;
    this.db.run('DELETE FROM words WHERE rowid BETWEEN ? AND ?', [...rowsOfNum(num)]);
    for (const table of ['briefing', 'named', 'position', 'day', 'holds']) {
      this.db.run(`DELETE FROM ${table} WHERE num = ?`, [num]);
    }
  }

  close(): void {
    for (const statement of [
      this.#insertRow,
      this.#insertSpelling,
      this.#insertName,
      this.#insertNamed
    ]) {
      statement.finalize();
    }
  }

  #folded(text: string): string {
    const words = wordsIn(text);
    for (const word of words) this.#remember(word);
    return words.join(' ');
  }

  /** Numbers, and words too short to tell a slip in them, are nothing to correct a query to. */
  #remember(word: string): void {
    if (word.length < 3 || this.#spellings.has(word) || /\p{N}/u.test(word)) return;
    if (this.#spellings.size >= mostRemembered) this.#spellings.clear();
    this.#spellings.add(word);
    this.#insertSpelling.run([word]);
  }

  #writeFacets(num: number, briefing: Briefing): void {
    const { names, positions, days } = facetsOf(briefing);
    for (const { filter, folded, shown } of names) {
      this.#insertName.run([filter, folded, shown]);
      this.#insertNamed.run([num, filter, folded]);
    }
    for (const { actor, issue, stance } of positions) {
      this.db.run('INSERT INTO position VALUES (?, ?, ?, ?)', [num, actor, issue, stance]);
    }
    for (const { first, last } of days) {
      this.db.run('INSERT INTO day VALUES (?, ?, ?)', [num, first, last]);
    }
  }
}
