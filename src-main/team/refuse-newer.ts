/** What a newer Standpoint wrote waits until this one is newer, too: to leave it out would set the libraries apart. */
import { z } from '../domain/base/zod.js';
import { currentSchema } from '../domain/briefing/migrations.js';
import { RowFault, shortDevice } from './sealing/row-fault.js';
import type { OpenedRow } from './sealing/row.js';

const Versioned = z.object({ schema: z.int() });

/** Throws `RowFault` with `newer-program`. */
export function refuseNewer({ head: { device, n }, content }: OpenedRow): void {
  if ((Versioned.safeParse(content).data?.schema ?? 0) <= currentSchema) return;
  const message = `Device ${shortDevice(device)} has a newer Standpoint, whose changes this one cannot read yet. They wait: update Standpoint here to take them in. All that is here stays as it is.`;
  throw new RowFault('newer-program', device, n, message);
}
