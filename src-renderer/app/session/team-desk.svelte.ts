/** What the window knows of the sharing of the open library. */
import {
  nothingShared,
  type SharingState,
  type TeamState
} from '../../../src-main/domain/program/team-state.js';
import { now } from '../../ui/clock.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { attempt, call } from './client.js';
import { sharingInWords, type SharingWords } from './sharing-words.js';

export class TeamDesk {
  #sharing = $state.raw<SharingState>(nothingShared);
  /** Since when its place is known to be out of reach. */
  #awaySince = $state.raw<Date | null>(null);

  constructor(private readonly toasts: Pick<Toasts, 'showFailure'>) {}

  /** `null` while the library is not shared. */
  get team(): TeamState | null {
    return this.#sharing.team;
  }

  /** Why it is not shared although it should be; `null` where nothing is wrong. */
  get fault(): string | null {
    return this.#sharing.fault;
  }

  /** `null` where there is nothing to say. */
  get words(): SharingWords | null {
    return sharingInWords(this.#sharing, this.#awaySince, now());
  }

  /** Reads it: at the start, and once another library is open. */
  async load(): Promise<void> {
    this.#awaySince = null;
    this.take((await attempt(this.toasts, () => call('team.state'))) ?? nothingShared);
  }

  take(sharing: SharingState, at = now()): void {
    this.#sharing = sharing;
    const isAway = sharing.team !== null && sharing.team.away !== null;
    this.#awaySince = isAway ? (this.#awaySince ?? at) : null;
  }
}
