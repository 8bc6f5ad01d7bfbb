/** Devices of a team, and what their carrier keeps: what tests of replaying make their changes with. */
import { expect } from 'vitest';
import type { Briefing } from '../../briefing/briefing.js';
import { mendBriefing } from '../../mend/mend-briefing.js';
import { canonicalJson } from '../../merge/canonical-json.js';
import { type Edit, startingBriefing, wordsOf, Writer } from '../../merge/testing/edits.js';
import { HistoryNeeded } from '../history-needed.js';
import { SharedBriefing } from '../shared-briefing.js';
import { readTeamChange, type TeamChange } from '../team-change.js';

/** What all of them begin with. */
export const start = startingBriefing();

/** What a carrier keeps: over JSON, and read as something that nobody trusts. */
export class Log {
  readonly changes: TeamChange[] = [];

  add(change: TeamChange): TeamChange {
    const read = readTeamChange(JSON.parse(JSON.stringify(change)));
    if (!read.ok) throw new Error(read.error.message);
    this.changes.push(read.value);
    return read.value;
  }
}

export class Device {
  shared = SharedBriefing.empty;
  /** Words and entries that were taken out by somebody who saw them. */
  readonly taken = new Set<string>();
  readonly wrote = new Set<string>();
  readonly #writer: Writer;

  /** `name` is one letter. */
  constructor(
    readonly name: string,
    readonly log: Log,
    readonly clock: () => string = () => '2025-08-18T09:00:00.000Z'
  ) {
    this.#writer = new Writer(name);
  }

  get by() {
    const device = this.name.charCodeAt(0).toString(16).padStart(32, '0');
    return { device, author: `Person ${this.name}`, at: this.clock() };
  }

  write(made: readonly Edit[]): void {
    const before = this.shared.briefing;
    const after = before
      ? mendBriefing(this.#writer.write(before, made, this.clock())).briefing
      : start;
    this.change(after);
  }

  /** What she made of it stands there then, whatever was merged before. */
  change(after: Briefing): void {
    const before = this.shared.briefing;
    const change = this.shared.changeTo(after, this.by);
    if (!change) return;
    this.shared = this.shared.with([this.log.add(change)]);
    expect(contentOf(this.shared)).toBe(canonicalJson({ ...after, modifiedAt: '' }));
    expect(this.shared.changeTo(after, this.by)).toBeNull();
    const [was, is] = [thingsIn(before), thingsIn(after)];
    for (const thing of was) if (!is.has(thing)) this.taken.add(thing);
    for (const thing of is) this.wrote.add(thing);
  }

  receive(changes: readonly TeamChange[]): void {
    try {
      this.shared = this.shared.with(changes);
    } catch (error) {
      if (!(error instanceof HistoryNeeded)) throw error;
      this.shared = this.shared.withHistory(this.log.changes).with(changes);
    }
  }

  restart(): void {
    this.shared = SharedBriefing.decode(JSON.parse(JSON.stringify(this.shared.encode())));
  }
}

/** Words, and the ids of entries that are never to be lost. */
function thingsIn(briefing: Briefing | null): ReadonlySet<string> {
  if (!briefing) return new Set();
  const { positions, annotations } = briefing;
  return new Set([...wordsOf(briefing), ...[...positions, ...annotations].map(({ id }) => id)]);
}

export function contentOf({ briefing }: SharedBriefing): string {
  return canonicalJson({ ...briefing, modifiedAt: '' });
}
