/** Rows that the carrier has left out: it hands a device's rows out in their order, so one that waits for another tells of it. Pure. */
import type { CarriedRow } from './carriers/carrier.js';
import { shortDevice } from './sealing/row-fault.js';

/** @param count how many rows of a device were taken in. Returns sentences. */
export function gapsIn(
  waiting: readonly CarriedRow[],
  count: (device: string) => number
): readonly string[] {
  const first = new Map<string, number>();
  for (const { device, n } of waiting) first.set(device, Math.min(n, first.get(device) ?? n));
  return [...first].flatMap(([device, n]) => {
    const from = count(device) + 1;
    if (n <= from) return [];
    const rows = from === n - 1 ? `Row ${from}` : `Rows ${from} to ${n - 1}`;
    const were = from === n - 1 ? 'was' : 'were';
    return [
      `${rows} of device ${shortDevice(device)} ${were} not handed out, and later ones rest on that. What came before is whole; the later ones wait.`
    ];
  });
}
