/** Protects: whatever members do in whatever order, all see the same of them and of recovery sheets. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bySize } from '../../../scripts/testing/by-size.mjs';
import { idOfInvitation } from './invitation.js';
import { topicOfMembers } from './keyring.js';
import { leave, remove } from './member-acts.js';
import { invitationIdOf } from './member-facts.js';
import type { MembersState } from './member-state.js';
import { Members } from './members.js';
import type { RecoverySecret } from './recovery-sheet.js';
import { RowFault } from './row-fault.js';
import { openRows } from './row.js';
import { at, type Desk, MadeTeam } from './testing/made-team.js';

const step = fc.tuple(
  fc.constantFrom('attend', 'attend', 'invite', 'remove', 'sheet', 'join', 'leave'),
  fc.nat(9),
  fc.nat(9)
);

it('all see the same members, and a withdrawn sheet lets nobody in any more', async () => {
  const history = fc.array(step, { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(history, fc.infiniteStream(fc.nat()), async (steps, keys) => {
      const { team, founder } = await MadeTeam.found();
      const desks = [founder, await team.add('B', founder), await team.add('C', founder)];
      const sheets = [team.founding.sheet];
      for (const [what, one, other] of steps) {
        const desk = desks[one % desks.length]!;
        // Each has read only what was there when it looked last.
        if (what === 'attend') await desk.attend();
        if (what === 'invite') desks.push(await team.add('D', desk));
        if (what === 'remove') desk.say(remove(desks[other % desks.length]!.device, 99, at));
        if (what === 'sheet') sheets.push(await desk.makeSheet());
        if (what === 'join')
          desks.push(await team.joinBySheet(sheets[other % sheets.length]!, 'E'));
        if (what === 'leave') desk.say(leave(at));
      }
      for (let round = 0; round < 3; round += 1) {
        for (const desk of desks) {
          await desk.read();
          if (desk.members.isMember(desk.device)) await desk.attend();
        }
      }
      const { state } = membersOf(team, desks);
      const before = standingsOf(state);
      // Those who belong to it agree, whatever they have read first.
      const members = desks.filter(
        ({ device }) => state.devices.get(device)?.standing === 'member'
      );
      for (const desk of members) expect(standingsOf(desk.members.state)).toEqual(before);

      // Of two who come by one sheet before anybody else has seen either, none can be told from the other.
      const isContested = state.sheetEntrants.size > 0;
      const thieves: Desk[] = [];
      for (const sheet of isContested ? [] : sheets) {
        if (isGoodSheet(state, sheet)) continue;
        const thief = await team.joinBySheet(sheet, 'thief');
        for (const desk of desks) thief.say(remove(desk.device, 0, at));
        thieves.push(thief);
      }
      const after = membersOf(team, [...desks, ...thieves], keys);
      expect(standingsOf(after.state)).toEqual(before);
    }),
    { numRuns: bySize({ usual: 6, full: 60 }) }
  );
});

/** Whether the sheet is good, so that who comes by it comes in. */
function isGoodSheet({ sheets }: MembersState, { identity }: RecoverySecret): boolean {
  const id = idOfInvitation(identity);
  const sheet = [...sheets.values()].find(({ publicKey }) => invitationIdOf(publicKey) === id);
  return sheet?.isGood === true;
}

/** As whoever had all keys would see them; with `keys` in another order. */
function membersOf(team: MadeTeam, desks: readonly Desk[], keys?: fc.Stream<number>): Members {
  const epochs = new Map(desks.flatMap(({ keyring }) => [...keyring.epochs]));
  const keyring = { ...team.firstKeyring, epochs };
  const about = team.rows.filter(({ topic }) => topic === topicOfMembers(keyring));
  const publicKeys = new Map(desks.map((desk) => [desk.device, desk.keys.publicKey]));
  const opened = about.flatMap((row) => {
    const of = (device: string) => publicKeys.get(device) ?? null;
    const read = openRows([row], keyring, of)[0]!;
    return read instanceof RowFault ? [] : [read];
  });
  const order = keys ? opened.map(() => keys.next().value as number) : [];
  const rows = opened.map((row, index) => ({ row, key: order[index] ?? index }));
  const sorted = rows.sort((a, b) => a.key - b.key).map(({ row }) => row);
  return Members.of(keyring.library, team.founding.sheet.founder).with(sorted);
}

const standingsOf = ({ devices, sheets }: MembersState) => [
  ...[...devices.values()].map(
    ({ device, standing, rank }) => `${device} ${standing} ${rank.join()}`
  ),
  ...[...sheets.values()].map(({ id, isGood }) => `${id} ${isGood}`).sort()
];
