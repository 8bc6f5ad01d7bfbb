/** A list of briefings and what has changed in it → the list as it is now. Pure. */
import { byLatestChange, type Summary } from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/id.js';

/** `null` for a briefing that has gone from the list. */
export type ChangedRows = readonly { readonly id: Id; readonly row: Summary | null }[];

/** Latest change first; the later of two rows of one briefing counts. The very list that was given when nothing changes. */
export function changeRows(rows: readonly Summary[], changed: ChangedRows): readonly Summary[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const news = new Map(changed.map(({ id, row }) => [id, row]));
  for (const [id, row] of news) {
    if (JSON.stringify(row) === JSON.stringify(known.get(id) ?? null)) news.delete(id);
  }
  if (news.size === 0) return rows;
  const rest = rows.filter(({ id }) => !news.has(id));
  const fresh = [...news.values()].filter((row) => row !== null);
  return [...rest, ...fresh].sort(byLatestChange);
}
