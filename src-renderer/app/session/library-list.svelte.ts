/**
 * The library's list: read as a whole now and then, and row by row as briefings change, by whatever
 * act. The row of the open briefing shows it as it stands in memory, and moves to its place in the
 * list when it is left, not under the hands of whoever writes.
 */
import {
  byLatestChange,
  type Briefing,
  summarise,
  type Summary
} from '../../../src-main/domain/briefing/briefing.js';
import type { Id } from '../../../src-main/domain/base/values.js';

/** `null` for a briefing that has gone from the list. */
type ChangedRows = readonly { readonly id: Id; readonly row: Summary | null }[];

export class LibraryList {
  #rows = $state.raw<readonly Summary[]>([]);
  /** The open one as it was saved last; `null` when it was not since it was opened. */
  #saved = $state.raw<Summary | null>(null);
  /** How many lists are under way: each may be older than a row that comes before it. */
  #underWay = 0;
  #late: ChangedRows = [];

  /** @param open the open briefing as it stands in memory. */
  constructor(private readonly open: () => Briefing | null) {}

  /** Latest change first; the open briefing as it was when it was opened. A new list whenever something of it changed. */
  get listed(): readonly Summary[] {
    return this.#rows;
  }

  /** The open briefing as it stands in memory, with the moment when it was saved last. */
  readonly current = $derived.by((): Summary | null => {
    const open = this.open();
    if (!open) return null;
    const row = summarise(open);
    const saved = this.#saved ?? this.#rows.find(({ id }) => id === row.id);
    return saved ? { ...row, modifiedAt: saved.modifiedAt } : row;
  });

  /** Latest change first; the open briefing as it stands in memory. */
  readonly shown = $derived.by((): readonly Summary[] => {
    const { current } = this;
    if (!current) return this.#rows;
    return this.#rows.map((row) => (row.id === current.id ? current : row));
  });

  async read(list: () => Promise<readonly Summary[]>): Promise<void> {
    this.#underWay += 1;
    try {
      this.#rows = await list();
      this.#saved = null;
      this.#put(this.#late);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#late = [];
    }
  }

  change(changed: ChangedRows): void {
    if (this.#underWay > 0) this.#late = [...this.#late, ...changed];
    this.#put(changed);
  }

  /** Before another briefing is open, or none. */
  leave(): void {
    const left = this.current;
    this.#saved = null;
    // Not one that has gone from the list meanwhile.
    if (left && this.#rows.some(({ id }) => id === left.id))
      this.#enter([{ id: left.id, row: left }]);
  }

  #put(changed: ChangedRows): void {
    const open = this.open()?.id;
    const saved = changed.findLast(({ id, row }) => id === open && row !== null);
    if (saved) this.#saved = saved.row;
    const isListed = this.#rows.some(({ id }) => id === open);
    this.#enter(changed.filter(({ id, row }) => id !== open || row === null || !isListed));
  }

  #enter(changed: ChangedRows): void {
    this.#rows = changeRows(this.#rows, changed);
  }
}

/** Latest change first; the later of two rows of one briefing counts. The very list that was given when nothing changes. */
function changeRows(rows: readonly Summary[], changed: ChangedRows): readonly Summary[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const last = new Map(changed.map(({ id, row }) => [id, row]));
  const isNews = ([id, row]: readonly [Id, Summary | null]) =>
    JSON.stringify(row) !== JSON.stringify(known.get(id) ?? null);
  const news = new Map([...last].filter(isNews));
  if (news.size === 0) return rows;
  const rest = rows.filter(({ id }) => !news.has(id));
  const fresh = [...news.values()].filter((row) => row !== null);
  return [...rest, ...fresh].sort(byLatestChange);
}
