/** A carrier on PostgreSQL: an append-only table a library, whose rows are numbered in the order in which they show. */
import { createHash } from 'node:crypto';
import { placeOf, type RelayAddress } from '../address.js';
import {
  type Carrier,
  checkFile,
  checkRows,
  type Cursor,
  filePart,
  type FileProgress,
  inBatches,
  mostFileBytes,
  namesAtOnce,
  type RowPage,
  type CarriedRow,
  usualPage,
  type Watch
} from '../carrier.js';
import { type Patience, RelayConnections, type AnswerRow } from './connections.js';
import { newerRelay, noLibrary, wrongFile } from './failures.js';
import { relayVersion } from './schema.js';
import { Watches } from '../watches.js';
import { watchRelay } from './watch.js';

/** Rows of one question, and bytes. */
const mostRows = 2_000;
const mostBytesAtOnce = 1024 * 1024;

/** What rows name the library by whose id is the first value of a question. */
const ownKey = '(SELECT key FROM standpoint.libraries WHERE id = $1)';

/** Resolves once the server has been asked whether it holds the library. @param library 32 hexadecimal digits */
export async function openRelay(
  address: RelayAddress,
  library: string,
  password: string | null,
  patience?: Patience
): Promise<Carrier> {
  const connections = new RelayConnections(address, password, patience);
  try {
    const [relay] = await connections.query('SELECT needs FROM standpoint.relay', []);
    if (Number(relay?.['needs']) > relayVersion) throw newerRelay(address);
    const relayCarrier = new Relay(connections, library);
    await relayCarrier.read(null, 1);
    return relayCarrier;
  } catch (error) {
    await connections.close();
    throw error;
  }
}

class Relay implements Carrier {
  readonly place: string;
  readonly #connections: RelayConnections;
  readonly #library: string;
  readonly #watches = new Watches();

  constructor(connections: RelayConnections, library: string) {
    this.#connections = connections;
    this.#library = library;
    this.place = placeOf(connections.address);
  }

  async append(rows: readonly CarriedRow[]): Promise<void> {
    checkRows(rows);
    for (const batch of inBatches(rows, mostBytesAtOnce, mostRows)) {
      const bodies = Buffer.concat(batch.map(({ bytes }) => bytes));
      const values = [
        this.#library,
        batch.map(({ device }) => device),
        batch.map(({ n }) => n),
        batch.map(({ topic }) => topic),
        batch.map(({ bytes }) => bytes.length),
        bodies
      ];
      await this.#connections.query(
        'SELECT standpoint.append($1, $2, $3, $4, $5, $6)',
        values,
        bodies.length
      );
    }
  }

  async held(device: string): Promise<number> {
    const [row] = await this.#connections.query(
      `SELECT max(n) AS held FROM standpoint.rows WHERE library = ${ownKey} AND device = $2`,
      [this.#library, device]
    );
    return Number(row?.['held'] ?? 0);
  }

  async read(cursor: Cursor | null, mostBytes = usualPage): Promise<RowPage> {
    const from = readCursor(cursor);
    const found = await this.#page(from.number, mostBytes);
    // The row that was read last is the same, or there was none.
    if (from.number === 0 || found.mark === from.mark) return found.page;
    const { page } = await this.#page(0, mostBytes);
    return { ...page, isSetBack: true };
  }

  async #page(after: number, mostBytes: number): Promise<{ page: RowPage; mark: string }> {
    const rows = await this.#connections.query(
      `SELECT library.last, mark.device AS mark_device, mark.n AS mark_n,
         extract(epoch FROM mark.at) AS mark_at,
         page.number, page.device, page.n, page.topic, extract(epoch FROM page.at) AS at,
         encode(page.body, 'base64') AS body
       FROM standpoint.libraries library
       LEFT JOIN standpoint.rows mark ON mark.library = library.key AND mark.number = $2
       LEFT JOIN (
         SELECT *, sum(octet_length(body)) OVER (ORDER BY number ROWS UNBOUNDED PRECEDING) AS bytes
         FROM (
           SELECT number, device, n, topic, at, body FROM standpoint.rows
           WHERE library = ${ownKey} AND number > $2 AND number <= $2::bigint + ${mostRows}
         ) AS next
       ) AS page ON page.bytes <= $3 OR page.bytes = octet_length(page.body)
       WHERE library.id = $1 ORDER BY page.number`,
      [this.#library, after, mostBytes],
      mostBytes
    );
    const [first] = rows;
    if (!first) throw noLibrary(this.#connections.address);
    const read = first['number'] === null ? [] : rows;
    const mark = markOf(first['mark_device'], first['mark_n'], first['mark_at']);
    const last = read.at(-1);
    const newest = Number(first['last']);
    // Numbers have no gaps, so a stretch of them bounds the work; over one that was made by hand it goes on.
    const number = Number(last?.['number'] ?? Math.max(after, Math.min(after + mostRows, newest)));
    const page: RowPage = {
      rows: read.map(rowOf),
      cursor: `${number} ${last ? markOf(last['device'], last['n'], last['at']) : number === after ? mark : noMark}`,
      isEnd: number >= newest,
      isSetBack: false,
      faults: []
    };
    return { page, mark };
  }

  async readTopic(topic: string): Promise<readonly CarriedRow[]> {
    const found: CarriedRow[] = [];
    for (let after = 0; ;) {
      const rows = await this.#connections.query(
        `SELECT number, device, n, topic, encode(body, 'base64') AS body FROM (
           SELECT *, sum(octet_length(body)) OVER (ORDER BY number ROWS UNBOUNDED PRECEDING) AS bytes
           FROM (
             SELECT number, device, n, topic, body FROM standpoint.rows
             WHERE library = ${ownKey} AND topic = $2 AND number > $3 ORDER BY number LIMIT ${mostRows}
           ) AS next
         ) AS page WHERE bytes <= $4 OR bytes = octet_length(body) ORDER BY number`,
        [this.#library, topic, after, usualPage],
        usualPage
      );
      if (rows.length === 0) return found;
      found.push(...rows.map(rowOf));
      after = Number(rows.at(-1)!['number']);
    }
  }

  async putFile(
    name: string,
    bytes: Uint8Array,
    onProgress?: FileProgress,
    stop?: AbortSignal
  ): Promise<void> {
    checkFile(name, bytes);
    stop?.throwIfAborted();
    if (await this.#fileParts(name)) return onProgress?.(bytes.length, bytes.length);
    const upload = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const parts = Math.max(1, Math.ceil(bytes.length / filePart));
    const there = new Set(await this.#partsOf(name, upload));
    // The last one goes once more where all are there: it is what makes the file whole.
    for (let part = 1; part <= parts; part += 1) {
      stop?.throwIfAborted();
      const body = Buffer.from(bytes.subarray((part - 1) * filePart, part * filePart));
      if (!there.has(part) || part === parts) {
        await this.#connections.query(
          'SELECT standpoint.append_file_part($1, $2, $3, $4, $5, $6)',
          [this.#library, name, upload, part, parts, body],
          body.length
        );
      }
      onProgress?.(Math.min(part * filePart, bytes.length), bytes.length);
    }
  }

  async getFile(
    name: string,
    onProgress?: FileProgress,
    stop?: AbortSignal
  ): Promise<Uint8Array | null> {
    stop?.throwIfAborted();
    const file = await this.#fileParts(name);
    if (!file) return null;
    if (file.parts > mostFileBytes / filePart) throw wrongFile(this.#connections.address);
    const got: Buffer[] = [];
    let done = 0;
    for (let part = 1; part <= file.parts; part += 1) {
      stop?.throwIfAborted();
      const [row] = await this.#connections.query(
        `SELECT encode(body, 'base64') AS body FROM standpoint.file_parts
         WHERE library = $1 AND name = $2 AND upload = $3 AND part = $4`,
        [this.#library, name, file.upload, part],
        filePart
      );
      // Removed by whoever runs the server: it can be put again by none, but its loss can be told.
      if (!row) return null;
      const bytes = bytesOf(row);
      done += bytes.length;
      if (done > mostFileBytes) throw wrongFile(this.#connections.address);
      got.push(bytes);
      onProgress?.(done, file.size);
    }
    return Buffer.concat(got);
  }

  async fileNames(after: string | null): Promise<readonly string[]> {
    const rows = await this.#connections.query(
      `SELECT name FROM standpoint.files WHERE library = $1 AND ($2::uuid IS NULL OR name > $2)
       ORDER BY name LIMIT ${namesAtOnce}`,
      [this.#library, after]
    );
    return rows.map((row) => nameOf(row['name']));
  }

  watch(...tell: Parameters<Carrier['watch']>): Watch {
    return this.#watches.add(watchRelay(this.#connections, this.#library, ...tell));
  }

  async close(): Promise<void> {
    this.#watches.close();
    await this.#connections.close();
  }

  async #fileParts(name: string) {
    const [row] = await this.#connections.query(
      'SELECT upload, parts, size FROM standpoint.files WHERE library = $1 AND name = $2',
      [this.#library, name]
    );
    if (!row) return null;
    return {
      upload: String(row['upload']),
      parts: Number(row['parts']),
      size: Number(row['size'])
    };
  }

  async #partsOf(name: string, upload: string): Promise<readonly number[]> {
    const rows = await this.#connections.query(
      'SELECT part FROM standpoint.file_parts WHERE library = $1 AND name = $2 AND upload = $3',
      [this.#library, name, upload]
    );
    return rows.map((row) => Number(row['part']));
  }
}

function rowOf(row: AnswerRow): CarriedRow {
  return {
    device: nameOf(row['device']),
    n: Number(row['n']),
    topic: nameOf(row['topic']),
    bytes: bytesOf(row)
  };
}

function bytesOf(row: AnswerRow): Buffer {
  return Buffer.from(String(row['body']), 'base64');
}

/** Of a `uuid`. */
function nameOf(uuid: unknown): string {
  return String(uuid).replaceAll('-', '');
}

/** Of a number under which there is no row. */
const noMark = '-';

/**
 * By which a row is known again after the server was set back. With when it came: after a backup the same row may
 * come to the same number, behind others. Not its bytes, whose hash would have to be computed for every page.
 */
function markOf(device: unknown, n: unknown, at: unknown): string {
  return device === null ? noMark : [nameOf(device), n, at].join('.');
}

function readCursor(cursor: Cursor | null): { readonly number: number; readonly mark: string } {
  const [, number, mark] = /^(\d+) (\S+)$/.exec(cursor ?? '0 -') ?? [];
  // That of another carrier: from the beginning, as anew.
  return number === undefined
    ? { number: 1, mark: 'none' }
    : { number: Number(number), mark: mark! };
}
