/** The rows of a library as they lie on a real server or in a real folder, for whoever owns the place to change. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarriedRow } from '../../carriers/carrier.js';
import {
  encodeRow,
  encodeSegmentHead,
  layoutOf,
  rowsFile,
  segmentLines
} from '../../carriers/folder/layout.js';
import { addressOf, type TestRelay, withClient } from '../../carriers/testing/shared-postgres.js';

export interface RealRows {
  readonly name: string;
  /** In the order in which they are handed out. */
  read(): Promise<readonly CarriedRow[]>;
  /** These and no others, whatever triggers and rights say. */
  replace(rows: readonly CarriedRow[]): Promise<void>;
}

/** As who owns the server: what forbids changes there is switched off. */
export async function rowsOfServer(relay: TestRelay, library: string): Promise<RealRows> {
  const address = addressOf(relay.server, relay.database, relay.server);
  await withClient(address, async (client) => {
    await client.query('ALTER TABLE standpoint.rows DISABLE TRIGGER ALL');
    await client.query('ALTER TABLE standpoint.rows DROP CONSTRAINT rows_library_device_n_key');
  });
  const key = '(SELECT key FROM standpoint.libraries WHERE id = $1)';
  const plain = (uuid: unknown) => String(uuid).replaceAll('-', '');
  return {
    name: 'the table of a server, changed as its owner',
    read: () =>
      withClient(address, async (client) => {
        const found = await client.query<{
          device: string;
          n: number;
          topic: string;
          body: Buffer;
        }>(
          `SELECT device, n, topic, body FROM standpoint.rows WHERE library = ${key} ORDER BY number`,
          [library]
        );
        return found.rows.map(({ device, n, topic, body }) => ({
          device: plain(device),
          n,
          topic: plain(topic),
          bytes: new Uint8Array(body)
        }));
      }),
    replace: (rows) =>
      withClient(address, async (client) => {
        await client.query('BEGIN');
        await client.query(`DELETE FROM standpoint.rows WHERE library = ${key}`, [library]);
        for (const [at, { device, n, topic, bytes }] of rows.entries()) {
          await client.query(
            `INSERT INTO standpoint.rows (library, number, device, n, topic, body) VALUES (${key}, $2, $3, $4, $5, $6)`,
            [library, at + 1, device, n, topic, Buffer.from(bytes)]
          );
        }
        await client.query('UPDATE standpoint.libraries SET last = $2 WHERE id = $1', [
          library,
          rows.length
        ]);
        await client.query('COMMIT');
      })
  };
}

/** Whole lines with checksums that fit, as who knows the format would write them. */
export function rowsOfFolder(folder: string, library: string): RealRows {
  const layout = layoutOf(folder, library);
  return {
    name: 'the files of a shared folder, written anew with checksums that fit',
    async read() {
      const rows: CarriedRow[] = [];
      for (const device of (await readdir(layout.rows)).sort()) {
        for (const file of (await readdir(join(layout.rows, device))).sort()) {
          const bytes = await readFile(join(layout.rows, device, file));
          for (const line of segmentLines(bytes, device))
            if (line.kind === 'row') rows.push(line.row);
        }
      }
      return rows;
    },
    async replace(rows) {
      await rm(layout.rows, { recursive: true });
      await mkdir(layout.rows);
      for (const device of new Set(rows.map((row) => row.device))) {
        const lines = rows.filter((row) => row.device === device).map(encodeRow);
        const path = rowsFile(layout, device, 1);
        await mkdir(join(layout.rows, device));
        await writeFile(path, Buffer.concat([encodeSegmentHead(device, 1), ...lines]));
      }
    }
  };
}
