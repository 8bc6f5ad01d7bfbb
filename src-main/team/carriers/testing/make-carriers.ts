/** The carriers that one table of tests runs on. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Carrier, RowPage, CarriedRow } from '../carrier.js';
import { prepareFolder } from '../folder/folder.js';
import { openCarrier } from '../open-carrier.js';
import { prepareRelay } from '../relay/prepare.js';
import { makeRelay, newName, sharedPostgres } from './shared-postgres.js';

export interface CarrierMaker {
  /** Another program on the same library. */
  open(): Promise<Carrier>;
  clean(): Promise<void>;
}

export const server = await sharedPostgres('the tests of a relay on PostgreSQL');

let relay: ReturnType<typeof makeRelay> | null = null;

/** By name. That of the relay is `null` where there is no server. */
export const makers: Readonly<Record<string, (() => Promise<CarrierMaker>) | null>> = {
  'a shared folder': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-carrier-'));
    const library = newName();
    await prepareFolder(folder, library);
    return {
      open: () => openCarrier(`folder:${folder}`, { library }),
      clean: () => rm(folder, { recursive: true, force: true })
    };
  },
  'a relay':
    server &&
    (async () => {
      // One database, in which each test has a library of its own.
      relay ??= makeRelay(server);
      const made = await relay;
      const library = newName();
      await prepareRelay({ address: made.owner }, library);
      return {
        open: async () => openCarrier(await made.addMember(library), { library }),
        clean: () => Promise.resolve()
      };
    })
};

/** Rows of a device, from the number `first`; what each holds says which it is. */
export function rowsOf(
  device: string,
  first: number,
  count: number,
  topic = 'a'.repeat(32)
): readonly CarriedRow[] {
  return Array.from({ length: count }, (_, i) => ({
    device,
    n: first + i,
    topic,
    bytes: Buffer.from(`${device} ${first + i} ${'x'.repeat((first + i) % 50)}`)
  }));
}

/** Page by page, to the end. */
export async function readAll(
  carrier: Carrier,
  cursor: string | null = null,
  most?: number
): Promise<{
  readonly rows: readonly CarriedRow[];
  readonly cursor: string;
  readonly pages: number;
}> {
  const rows: CarriedRow[] = [];
  let page: RowPage;
  let pages = 0;
  do {
    page = await carrier.read(cursor, most);
    rows.push(...page.rows);
    cursor = page.cursor;
    pages += 1;
  } while (!page.isEnd);
  return { rows, cursor, pages };
}

/** What a row is, to be compared: not whether its bytes are a `Buffer`. */
export function told(rows: readonly CarriedRow[]): readonly string[] {
  return rows.map(({ device, n, topic, bytes }) =>
    [device, n, topic, Buffer.from(bytes).toString('base64')].join(' ')
  );
}
