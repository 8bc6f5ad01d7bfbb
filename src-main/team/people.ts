/** Who shares a library, as a person sees it. Pure. */
import type { TeamState } from '../domain/program/team-state.js';
import type { Moment } from '../domain/base/values.js';
import type { Membership } from './membership.js';
import { recovery } from './sealing/member-facts.js';
import type { Members } from './sealing/members.js';

/** Whether the sheet with this secret brings the library back. Before anything was read, it does. */
export function isSheetGood(members: Members, identity: string): boolean {
  return members.state.founded === null || members.sheetOf(identity)?.isGood === true;
}

export function peopleOf(
  membership: Membership,
  now: Moment
): Pick<
  TeamState,
  'name' | 'hasSheet' | 'isSheetGood' | 'sheetAt' | 'you' | 'people' | 'invitations' | 'concerns'
> {
  const { members, device: you, faults, secrets } = membership;
  const { devices, invitations, founded, sheets } = members.state;
  const good = members.goodSheets();
  const days = (good.length > 0 ? good : [...sheets.values()]).map(({ at }) => at);
  const { sheet } = secrets;
  const known = [...devices.values()].map(({ device, person, standing, joinedAt, invitation }) => ({
    device,
    person,
    standing,
    isYou: device === you,
    isBySheet: invitation === recovery,
    mayRemove: members.mayRemove(you, device),
    joinedAt,
    lastChange: membership.changedAt(device),
    refusal: null
  }));
  const waiting = members.waiting(now).map(({ device, joined, refusal }) => ({
    device,
    person: joined.person,
    standing: 'waiting' as const,
    isYou: device === you,
    isBySheet: joined.invitation === recovery,
    mayRemove: members.mayRemove(you, device),
    joinedAt: joined.at,
    lastChange: null,
    refusal
  }));
  return {
    name: founded?.name ?? secrets.name,
    hasSheet: sheet !== null && isSheetGood(members, sheet.identity),
    // Before anything was read, none has been withdrawn.
    isSheetGood: founded === null || good.length > 0,
    sheetAt: days.toSorted().at(-1) ?? null,
    you,
    people: [...known, ...waiting],
    invitations: [...invitations.values()].map(({ id, fact, standing }) => ({
      id,
      person: fact.person,
      until: fact.until,
      standing: standing === 'open' && fact.until < now ? ('run-out' as const) : standing
    })),
    concerns: [...faults]
  };
}
