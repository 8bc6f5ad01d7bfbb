/** Protects: who belongs to a library follows from the rows alone, and nobody gets in or back in by a trick. */
import { describe, expect, it } from 'vitest';
import { toBase64 } from './bytes.js';
import { makeDeviceKeys } from './device-keys.js';
import { decodeInvitation } from './invitation.js';
import { admitDevice, join, leave, newMemberId, remove, revoke } from './member-acts.js';
import { at, Desk, MadeTeam, namesOf as names } from './testing/made-team.js';
import { readerOf } from './wrap.js';

describe('joining', () => {
  it('gives the newcomer all keys, and the others its device', async () => {
    const { team, founder } = await MadeTeam.found();
    founder.write({ text: 'before' });
    const b = await team.add('B', founder);
    const taken = b.write({ text: 'hello' });
    expect((await founder.read()).taken).toContainEqual({ text: 'hello' });
    expect(b.members.isMember(taken.device)).toBe(true);
    expect(names(b)).toEqual(['A', 'B']);
    expect(b.members.state.founded?.name).toBe('Water');
  });

  it('takes nothing of a device before a member has admitted it', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.join(await founder.invite('B'));
    b.write({ text: 'too early' });
    const { taken, faults } = await founder.read();
    expect(taken).not.toContainEqual({ text: 'too early' });
    expect(faults.map(({ code }) => code)).toContain('unknown-device');
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'B']);
  });

  it('admits nobody by an invitation that two devices used, or that was revoked or has run out', async () => {
    const { team, founder } = await MadeTeam.found();
    const twice = await founder.invite('B');
    await team.join(twice);
    await team.join(twice);
    await founder.attend();
    expect(names(founder)).toEqual(['A']);
    const { state } = founder.members;
    expect(state.concerns.map(({ code }) => code)).toEqual(['used-twice']);
    expect(founder.members.waiting(at)[0]?.refusal).toMatch(/another device has used/);

    const line = await founder.invite('C');
    founder.say(revoke(decodeId(line, founder), at));
    await team.join(line);
    const late = await founder.invite('D');
    await team.join(late);
    await founder.attend('2026-04-01T00:00:00Z');
    expect(names(founder)).toEqual(['A']);
    const refusals = founder.members.waiting('2026-04-01T00:00:00Z').map(({ refusal }) => refusal);
    expect(refusals.join()).toMatch(/was revoked/);
    expect(refusals.join()).toMatch(/good until 2026-03-15/);
  });

  it('tells when a second device joins by an invitation that was used', async () => {
    const { team, founder } = await MadeTeam.found();
    const line = await founder.invite('B');
    const b = await team.join(line);
    await founder.attend();
    await team.join(line);
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'B']);
    expect(founder.members.state.concerns[0]).toMatchObject({
      code: 'used-twice',
      device: b.device
    });
  });

  it('does not admit who has seen that there is an invitation and does not have it', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const line = await founder.invite('C');
    const invitation = decodeId(line, founder);
    // B forges the first row of a new device, with another voucher.
    const keys = await makeDeviceKeys();
    const own = await readerOf(keys.reader.identity);
    const { content } = await join(
      keys,
      { library: b.keyring.library, identity: own.identity },
      false,
      { name: 'C', member: newMemberId() },
      at
    );
    const thief = new Desk(team, 'C', keys, b.members, b.keyring);
    thief.say({ ...content, invitation } as typeof content);
    await founder.attend();
    expect(founder.members.waiting(at)[0]?.refusal).toMatch(/without having the invitation/);
    // And who has it is not kept out by that.
    await team.join(line);
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'B', 'C']);
    // Where an accomplice admits it all the same, everybody is told.
    b.say(admitDevice(keys.device, at));
    await founder.read();
    expect(founder.members.state.concerns.map(({ code }) => code)).toContain('not-vouched');
  });
});

it('an invitation cannot be made under the name of another', async () => {
  const { team, founder } = await MadeTeam.found();
  const b = await team.add('B', founder);
  const other = await team.add('C', founder);
  await other.read();
  const id = decodeId(await other.invite('D'), other);
  // B is nearer to the founder than C, so that its word would count first.
  await b.read();
  await b.invite('E');
  const own = [...b.members.state.invitations.values()].find(({ fact }) => fact.person === 'E');
  const { publicKey, ...fact } = own!.fact;
  b.say({ ...fact, invitation: id, publicKey: toBase64(publicKey) });
  await founder.attend();
  expect(founder.members.state.invitations.get(id)?.fact.person).toBe('D');
});

describe('removal', () => {
  it('seals what follows so that the removed device cannot read it, and takes nothing more of it', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const c = await team.add('C', founder);
    b.write({ text: 'counts' });
    await founder.read();
    founder.say(remove(b.device, founder.chains.count(b.device), at));
    // Until there is a new key nothing is sealed.
    expect(founder.members.currentEpoch(founder.keyring)).toBeNull();
    await founder.attend();
    founder.write({ text: 'secret' });
    b.write({ text: 'too late' });
    const ofB = await b.read();
    expect(ofB.taken).not.toContainEqual({ text: 'secret' });
    expect(ofB.faults.map(({ code }) => code)).toContain('no-key');
    expect(b.members.state.devices.get(b.device)?.standing).toBe('removed');
    const ofC = await c.read();
    expect(ofC.taken).toContainEqual({ text: 'secret' });
    expect(ofC.taken).toContainEqual({ text: 'counts' });
    expect(ofC.taken).not.toContainEqual({ text: 'too late' });
    expect(ofC.faults.map(({ message }) => message).join()).toMatch(
      /was written after B’s device was removed/
    );
    expect(names(c)).toEqual(['A', 'C']);
  });

  it('lets count for all what a member took in before it heard of the removal', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const c = await team.add('C', founder);
    await founder.read();
    const upTo = founder.chains.count(b.device);
    b.write({ text: 'seen by C alone' });
    await c.read();
    c.write({ text: 'tells of it' });
    founder.say(remove(b.device, upTo, at));
    await founder.attend();
    const { faults } = await founder.read();
    expect(faults).toEqual([]);
    expect(founder.members.refusal(b.device, upTo + 1, 0)?.code).toBe('removed');
  });

  it('voids the invitations of who was removed, and has a new epoch for those who stay', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const line = await b.invite('D');
    await founder.read();
    founder.say(remove(b.device, founder.chains.count(b.device), at));
    // B goes on inviting, and admits for itself.
    const d = await team.join(line);
    b.say(admitDevice(d.device, at));
    const another = await b.invite('E');
    await team.join(another);
    await founder.attend();
    expect(names(founder)).toEqual(['A']);
    expect(
      founder.members
        .waiting(at)
        .map(({ refusal }) => refusal)
        .join()
    ).toMatch(/somebody who was removed/);
    founder.write({ text: 'secret' });
    expect((await d.read()).taken).not.toContainEqual({ text: 'secret' });
  });

  it('is only for who is nearer to the founder, so that two cannot remove each other', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const c = await team.add('C', founder);
    await b.read();
    b.say(remove(c.device, b.chains.count(c.device), at));
    c.say(remove(b.device, 1, at));
    c.say(remove(founder.device, 1, at));
    await founder.attend();
    await b.read();
    expect(names(founder)).toEqual(['A', 'B']);
    expect(names(b)).toEqual(['A', 'B']);
  });

  it('says so where somebody farther tried', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    b.say(remove(founder.device, 1, at));
    await founder.read();
    expect(names(founder)).toEqual(['A', 'B']);
    expect(founder.members.state.concerns[0]?.code).toBe('not-allowed');
  });

  it('ends in one epoch that both have when two remove at once, and reaches who was invited meanwhile', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const c = await team.add('C', founder);
    const d = await team.add('D', founder);
    await b.read();
    await c.read();
    const before = [...team.rows];
    // Three apart: the founder removes C, B removes D, and D's friend E was invited by B before.
    founder.say(remove(c.device, founder.chains.count(c.device), at));
    await founder.makeEpoch();
    const byFounder = team.rows.splice(before.length);
    const line = await b.invite('E');
    b.say(remove(d.device, b.chains.count(d.device), at));
    await b.makeEpoch();
    team.rows.push(...byFounder);
    const e = await team.join(line);
    for (const desk of [founder, b, e, founder, b, e]) await desk.attend();
    expect(names(founder)).toEqual(['A', 'B', 'E']);
    const epoch = founder.members.currentEpoch(founder.keyring);
    expect(epoch).not.toBeNull();
    for (const desk of [b, e]) expect(desk.members.currentEpoch(desk.keyring)).toBe(epoch);
    await c.read();
    await d.read();
    expect(c.keyring.epochs.has(epoch ?? '')).toBe(false);
    expect(d.keyring.epochs.has(epoch ?? '')).toBe(false);
    expect(e.keyring.epochs.size).toBe(founder.keyring.epochs.size);
    for (const desk of [founder, b, e]) expect(desk.members.owed(desk.keyring)).toEqual([]);
  });

  it('ends with a new epoch also where somebody leaves', async () => {
    const { team, founder } = await MadeTeam.found();
    const b = await team.add('B', founder);
    const old = founder.members.currentEpoch(founder.keyring);
    b.say(leave(at));
    await founder.attend();
    expect(names(founder)).toEqual(['A']);
    expect(founder.members.currentEpoch(founder.keyring)).not.toBe(old);
    expect(founder.members.state.devices.get(b.device)?.standing).toBe('left');
  });
});

function decodeId(line: string, desk: Desk): string {
  const { person } = decodeInvitation(line);
  const found = [...desk.members.state.invitations.values()].find(
    ({ fact }) => fact.person === person
  );
  return found?.id ?? '';
}
