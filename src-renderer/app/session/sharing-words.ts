/** What is told of a shared library in the window: saved here and shared there are two states. Pure. */
import type { Moment } from '../../../src-main/domain/base/values.js';
import {
  type SharingState,
  type TeamPerson,
  type TeamState,
  unsentInWords
} from '../../../src-main/domain/program/team-state.js';
import { counted } from '../../../src-main/domain/text/joined-words.js';
import { personsDates } from '../../dates/persons-dates.svelte.js';

export interface SharingWords {
  /** A few words. */
  readonly short: string;
  /** What follows them where there is room; mostly empty. */
  readonly more: string;
  /** All there is to say, in sentences. */
  readonly whole: string;
}

/** @param awaySince since when the place is known to be out of reach; `null` while it is not. */
export function sharingInWords(
  { team, fault }: SharingState,
  awaySince: Date | null,
  now: Date
): SharingWords | null {
  if (!team) return fault === null ? null : { short: 'Not shared now', more: '', whole: fault };
  const standing = youIn(team)?.standing ?? 'member';
  if (standing === 'waiting') return waitingInWords(team);
  if (standing !== 'member') return goneInWords(team);
  const shared = lastShared(team, now);
  const unsent = unsentInWords(team);
  if (team.away !== null) {
    const since = ` since ${timeOf(awaySince ?? now, now)}`;
    const later =
      unsent === null
        ? 'Nothing of yours is waiting to be shared.'
        : `${unsent.what} ${unsent.isOne ? 'is' : 'are'} shared as soon as it can be reached again.`;
    return {
      short: 'Not reachable',
      more: since,
      whole: `Not reachable${since}. ${team.away} Everything is saved here. ${later} ${shared}`
    };
  }
  if (team.fault !== null) {
    return {
      short: 'Not shared now',
      more: '',
      whole: `${team.fault} Everything is saved here. ${shared}`
    };
  }
  if (unsent !== null) {
    const short = team.unsent > 0 ? counted(team.unsent, 'briefing') : unsent.what;
    return {
      short: `${short} to share`,
      more: '',
      whole: `Everything is saved here. ${unsent.what} ${unsent.isOne ? 'has' : 'have'} changes that the others do not have yet; Standpoint shares them by itself. ${shared}`
    };
  }
  return {
    short: 'All shared',
    more: team.waiting.length > 0 ? ', not all taken in' : '',
    whole: `Everything is saved here, and the others can have all of it${originalsToo(team)}. ${shared}`
  };
}

/** They follow what names them. */
function originalsToo({ originals }: TeamState): string {
  return originals === 0 ? '' : `; ${counted(originals, 'original file')} still on the way there`;
}

export function youIn({ people }: TeamState): TeamPerson | undefined {
  return people.find(({ isYou }) => isYou);
}

/** In the order in which they are to be seen: who waits first, who has gone last. */
export function peopleInOrder(people: readonly TeamPerson[]): readonly TeamPerson[] {
  const rank = { waiting: 0, member: 1, removed: 2, left: 2 };
  return people.toSorted(
    (a, b) => rank[a.standing] - rank[b.standing] || a.joinedAt.localeCompare(b.joinedAt)
  );
}

function waitingInWords({ name, people }: TeamState): SharingWords {
  const refusal = people.find(({ isYou }) => isYou)?.refusal;
  return {
    short: 'Waiting to be admitted',
    more: '',
    whole: refusal
      ? `You have asked to join “${name}”. ${refusal}`
      : `You have asked to join “${name}”. Its briefings come as soon as the Standpoint of a member has let you in.`
  };
}

function goneInWords({ name }: TeamState): SharingWords {
  return {
    short: 'Not shared any more',
    more: '',
    whole: `You are no longer a member of “${name}”. What you had so far stays here. Nothing more is sent or taken in.`
  };
}

function lastShared({ sharedAt }: TeamState, now: Date): string {
  return sharedAt === null
    ? 'Not everything has been shared from here yet.'
    : `All was shared last ${onOrAt(sharedAt, now)}.`;
}

function onOrAt(moment: Moment, now: Date): string {
  const then = new Date(moment);
  return isSameDay(then, now) ? `at ${clock(then)}` : `on ${personsDates.moment(moment)}`;
}

function timeOf(then: Date, now: Date): string {
  return isSameDay(then, now) ? clock(then) : personsDates.moment(then.toISOString());
}

function clock(then: Date): string {
  return then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
