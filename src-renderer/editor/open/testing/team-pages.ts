/** For tests: pages on two machines of a team, each with its own library, and what they hand on. */
import { type Briefing } from '../../../../src-main/domain/briefing/briefing.js';
import {
  applyChange,
  diffBriefing,
  isEmptyChange
} from '../../../../src-main/domain/change/change.js';
import {
  holdSameContent,
  sharingEntries
} from '../../../../src-main/domain/merge/merge-briefings.js';
import { SharedBriefing } from '../../../../src-main/domain/team/shared-briefing.js';
import type { TeamChange } from '../../../../src-main/domain/team/team-change.js';
import { OpenBriefing } from '../open-briefing.svelte.js';
import { testDisk } from './disk.js';

/** A machine of a team, as `settle-briefing.ts` brings its library and the others together. */
export class TeamPage {
  readonly open: OpenBriefing;
  readonly disk;
  readonly #device: string;
  #shared = SharedBriefing.empty;

  constructor(
    readonly name: string,
    start: Briefing,
    private readonly log: TeamChange[]
  ) {
    this.disk = testDisk(start);
    this.#device = name.charCodeAt(0).toString(16).padStart(32, '0');
    const by = { name, device: this.#device };
    const loaded = { briefing: structuredClone(start), revision: 1, texts: {} };
    this.open = new OpenBriefing(loaded, this.disk, null, () => by);
    this.exchange();
  }

  /** Hands on what the library holds, and brings into it what others did. */
  exchange(): void {
    const { state } = this.disk;
    const maker = { device: this.#device, author: this.name, at: new Date(0).toISOString() };
    const isFirst = this.#shared.briefing === null;
    if (!(isFirst && this.log.length > 0)) {
      const own = this.#shared.changeTo(state.briefing, maker);
      if (own) this.log.push(own);
    }
    const known = this.#shared.known;
    this.#shared = this.#shared.with(this.log);
    const target = this.#shared.briefing;
    if (!target || holdSameContent(target, state.briefing)) return;
    const change = diffBriefing(state.briefing, sharingEntries(state.briefing, target));
    if (isEmptyChange(change)) return;
    const fresh = this.log.filter(
      ({ device, n }) => device !== this.#device && n > (known[device] ?? 0)
    );
    state.briefing = applyChange(state.briefing, change, new Date(0));
    state.revision += 1;
    const authors = [...new Set(fresh.map(({ author }) => author))];
    this.open.takeIn({ revision: state.revision, change: structuredClone(change), authors });
  }
}
