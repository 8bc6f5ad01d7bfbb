/**
 * Is told of new rows by LISTEN. A server that hangs sends nothing and ends nothing, and the kernel goes
 * on answering for it: so it is asked now and then whether it is there.
 */
import type pg from 'pg';
import { ExpectedFailure } from '../../../domain/base/result.js';
import { backOff } from '../back-off.js';
import type { Watch } from '../carrier.js';
import { ask, endClient, type RelayConnections } from './connections.js';
import { relayFailure } from './failures.js';

export function watchRelay(
  connections: RelayConnections,
  library: string,
  onNews: () => void,
  onLost: (why: ExpectedFailure) => void
): Watch {
  const { patience, address } = connections;
  let isClosed = false;
  let isLost = false;
  let failures = 0;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  function after(ms: number, job: () => Promise<void>): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      // Whatever is no fault of the server is a bug, and ends the program as any other.
      void job();
    }, ms).unref();
  }

  async function connect(): Promise<void> {
    let mine: pg.Client | null = null;
    try {
      mine = await connections.connectClient();
      if (isClosed) return await endClient(mine);
      client = mine;
      mine.on('notification', () => onNews());
      mine.once('error', (error) => void lose(mine, error));
      mine.once('end', () => void lose(mine, new Error('Connection terminated')));
      await ask(mine, `LISTEN standpoint_${library}`, [], patience.answer);
    } catch (error) {
      return lose(mine, error);
    }
    if (isClosed || client !== mine) return;
    isLost = false;
    failures = 0;
    after(patience.ping, ping);
    // What came while nobody listened.
    onNews();
  }

  async function ping(): Promise<void> {
    const mine = client;
    if (!mine) return;
    try {
      await ask(mine, 'SELECT 1', [], patience.answer);
    } catch (error) {
      return lose(mine, error);
    }
    if (client === mine) after(patience.ping, ping);
  }

  async function lose(mine: pg.Client | null, error: unknown): Promise<void> {
    // Each way in which it ends tells of it.
    if (isClosed || client !== mine) return;
    clearTimeout(timer);
    client = null;
    const failure = relayFailure(error, address);
    if (!(failure instanceof ExpectedFailure)) throw failure;
    failures += 1;
    after(backOff(failures), connect);
    if (mine) await endClient(mine);
    if (isLost || isClosed) return;
    isLost = true;
    onLost(failure);
  }

  void connect();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      const last = client;
      client = null;
      if (last) void endClient(last);
    }
  };
}
