/** Protects: what the rows about members make is one and the same for all, and is there again from the recovery sheet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chains } from './chains.js';
import { makeDeviceKeys } from './device-keys.js';
import { openParcel, parcelNameOf } from './invitation.js';
import { topicOfMembers } from './keyring.js';
import { join, leave, makeEpoch, newMemberId, remove } from './member-acts.js';
import { Members } from './members.js';
import { identitiesOf, readMembers } from './read-members.js';
import { readRecoveryLines, recoveryLines } from './recovery-sheet.js';
import { openRow } from './row.js';
import { at, Desk, MadeTeam, namesOf as names } from './testing/made-team.js';
import { readerOf } from './wrap.js';

describe('the recovery sheet', () => {
  it('reads the library when all devices are lost, also after removals, and can remove any device', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    founder.say(remove(b.device, founder.chains.count(b.device), at));
    await founder.attend();
    const made = await founder.makeSheet();
    founder.write({ text: 'newest' });
    const sheet = readRecoveryLines(recoveryLines(made).join('\n'));
    const { recipient } = await readerOf(sheet.identity);
    const parcel = team.files.get(parcelNameOf(recipient)) ?? new Uint8Array();
    const keyring = await openParcel(parcel, sheet);
    const rows = team.rows.filter(({ topic }) => topic === topicOfMembers(keyring));
    const start = { members: Members.of(sheet.library, sheet.founder), keyring };
    const read = await readMembers(rows, start, new Map([['recovery', sheet.identity]]));
    expect(read.keyring.epochs.size).toBe(2);
    const opened = openRow(team.rows.at(-1)!, read.keyring, read.members.publicKeyOf);
    expect(opened.content).toEqual({ text: 'newest' });

    const device = await makeDeviceKeys();
    const person = { name: 'R', member: newMemberId() };
    const { content, keys } = await join(device, sheet, true, person, at);
    const desk = new Desk(team, 'R', keys, read.members, read.keyring);
    desk.say(content);
    desk.say(remove(founder.device, 4, at));
    expect(names(desk)).toEqual(['R']);
    await founder.read();
    expect(names(founder)).toEqual(['R']);
  });
});

describe('the fold', () => {
  it('comes out the same in whatever order, in whatever parts rows arrive, and after keeping', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const c = await team.add('C', b);
    await team.join(await c.invite('D'));
    const line = await b.invite('E');
    await team.join(line);
    await team.join(line);
    await founder.read();
    founder.say(remove(b.device, founder.chains.count(b.device), at));
    c.say(remove(b.device, 3, at));
    c.say(remove(founder.device, 1, at));
    await founder.attend();
    await c.attend();
    c.say(leave(at));
    await founder.attend();
    const topic = topicOfMembers(founder.keyring);
    const about = team.rows.filter((row) => row.topic === topic);
    const { members: whole } = founder;
    const opened = about.map((row) => openRow(row, founder.keyring, whole.publicKeyOf));
    const empty = () => Members.of(whole.library, whole.founder);
    const expected = empty().with(opened).state;
    const shuffled = fc.shuffledSubarray(opened, { minLength: opened.length });
    fc.assert(
      fc.property(shuffled, fc.nat(opened.length), (rows, cut) => {
        let members = empty().with(rows.slice(0, cut));
        void members.state;
        members = Members.decode(JSON.parse(JSON.stringify(members.encode())));
        const { state } = members.with([...rows.slice(cut), ...rows.slice(0, 3)]);
        expect({ ...state, wrapped: [] }).toEqual({ ...expected, wrapped: [] });
        expect(new Set(state.wrapped)).toEqual(new Set(expected.wrapped));
        expect([...state.devices.keys()]).toEqual([...expected.devices.keys()]);
      })
    );
    // Newcomers read rows in any order, too.
    const identities = identitiesOf(founder.keys);
    const start = { members: empty(), keyring: team.firstKeyring };
    const read = await readMembers(about.toReversed(), start, identities);
    expect(read.faults).toEqual([]);
    expect(read.members.state.devices).toEqual(expected.devices);
  });

  it('leaves out what a newer Standpoint says of members, and tells it', async () => {
    const { founder } = await MadeTeam.found();
    founder.say({ kind: 'members', did: 'painted', at } as never);
    expect(founder.members.state.concerns[0]?.code).toBe('unreadable');
    expect(names(founder)).toEqual(['A']);
  });

  it('takes the same one of two rows of one number for all', async () => {
    const { team, founder } = await MadeTeam.found();
    const keys = founder.members;
    const copy = new Desk(team, 'A', founder.keys, keys, founder.keyring);
    copy.chains = Chains.decode(founder.chains.encode());
    const ofBoth = [founder, copy].map((desk, at) => {
      const row = desk.say({ kind: 'members', did: 'left', at: `2026-03-0${at + 1}T00:00:00Z` });
      return openRow(row, founder.keyring, keys.publicKeyOf);
    });
    const encoded = (rows: typeof ofBoth) => JSON.stringify(keys.with(rows).encode());
    expect(encoded(ofBoth.toReversed())).toBe(encoded(ofBoth));
  });

  it('does not take keys from a member that are not those of the epoch', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const { content } = await makeEpoch(b.members, b.keyring, at);
    const another = await makeEpoch(b.members, b.keyring, at);
    if (content.did !== 'epoch' || another.content.did !== 'epoch') throw new Error('No epochs');
    b.say({ ...content, file: another.content.file });
    const rows = team.rows.filter(({ topic }) => topic === topicOfMembers(founder.keyring));
    const read = await readMembers(rows, founder, identitiesOf(founder.keys));
    expect(read.faults.map(({ code }) => code)).toEqual(['wrong-keys']);
    expect(read.keyring.epochs).toEqual(founder.keyring.epochs);
    // And goes on sealing with a key that it has.
    expect(founder.keyring.epochs.has(read.members.currentEpoch(read.keyring) ?? '')).toBe(true);
  });
});
