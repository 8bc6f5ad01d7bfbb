/** Protects: who was removed does not come back by a recovery sheet, and nobody else is kept out by that. */
import { describe, expect, it } from 'vitest';
import { toBase64 } from './bytes.js';
import { Chains } from './chains.js';
import { publicKeyOfSeed } from './device-keys.js';
import { voucherSeedOf } from './invitation.js';
import { admitDevice, leave, remove } from './member-acts.js';
import { type MemberContent, recovery } from './member-facts.js';
import type { RecoverySecret } from './recovery-sheet.js';
import { at, type Desk, MadeTeam, namesOf as names } from './testing/made-team.js';
import { readerOf } from './wrap.js';

async function removeFrom(desk: Desk, gone: Desk): Promise<void> {
  await desk.attend();
  desk.say(remove(gone.device, desk.chains.count(gone.device), at));
  await desk.attend();
}

const codes = (desk: Desk) => desk.members.state.concerns.map(({ code }) => code);
const hasGoodSheet = (desk: Desk) => desk.members.goodSheets().length > 0;

async function stated(
  sheet: RecoverySecret,
  desk: Desk,
  after: readonly string[]
): Promise<MemberContent> {
  const { recipient } = await readerOf(sheet.identity);
  const publicKey = toBase64(publicKeyOfSeed(voucherSeedOf(sheet.identity)));
  const epochs = [...desk.keyring.epochs.keys()];
  const said = { recipient, publicKey, epochs, after: [...after], instead: [] };
  return { kind: 'members', did: 'sheet', at, ...said };
}

async function three() {
  const { team, founder } = await MadeTeam.found();
  const b = await team.add('B', founder);
  const c = await team.add('C', founder);
  for (const desk of [founder, b, c]) await desk.attend();
  return { team, founder, b, c, old: team.founding.sheet };
}

describe('after a removal', () => {
  it('the old sheet reads nothing new, and lets nobody in, wherever that is looked at', async () => {
    const { team, founder, b, c, old } = await three();
    expect(hasGoodSheet(founder)).toBe(true);
    await removeFrom(founder, b);
    founder.write({ text: 'secret' });
    expect(hasGoodSheet(founder)).toBe(false);
    expect(codes(founder)).toEqual(['no-sheet']);
    const again = await team.joinBySheet(old, 'B again');
    const { faults } = await again.read();
    expect(faults.map(({ code }) => code)).toContain('no-key');
    // It says what the sheet could do before.
    again.say(remove(founder.device, 1, at));
    again.say(admitDevice(again.device, at));
    for (const desk of [founder, c, again]) await desk.attend();
    await again.read();
    for (const desk of [founder, c, again]) expect(names(desk)).toEqual(['A', 'C']);
    expect(founder.members.waiting(at)[0]?.refusal).toMatch(/sheet that is not good any more/);
    const newest = founder.members.currentEpoch(founder.keyring)!;
    expect(again.keyring.epochs.has(newest)).toBe(false);
    // What was written before stays readable: the keys were there.
    expect(again.keyring.epochs.size).toBe(1);
  });

  it('a new sheet reads all, takes the library over and can remove any device, its maker’s too', async () => {
    const { team, founder, b, c } = await three();
    await removeFrom(founder, b);
    const sheet = await founder.makeSheet();
    await founder.attend();
    founder.write({ text: 'newest' });
    expect([hasGoodSheet(founder), codes(founder)]).toEqual([true, []]);
    const r = await team.joinBySheet(sheet, 'R');
    expect((await r.read()).taken).toContainEqual({ text: 'newest' });
    r.say(remove(founder.device, r.chains.count(founder.device), at));
    r.say(remove(c.device, r.chains.count(c.device), at));
    for (const desk of [r, founder, c]) await desk.attend();
    for (const desk of [r, founder]) expect(names(desk)).toEqual(['R']);
    // Whose laptop was lost could have had the sheet; R, who came by it, stays.
    expect(hasGoodSheet(r)).toBe(false);
    await team.joinBySheet(sheet, 'thief');
    await r.attend();
    expect(r.members.state.concerns.map(({ code }) => code)).toContain('no-sheet');
  });

  it('who came by the sheet before stays, with all that was done by it', async () => {
    const { team, founder, b, c, old } = await three();
    const r = await team.joinBySheet(old, 'R');
    await c.attend();
    await b.attend();
    r.say(remove(founder.device, 5, at));
    // C removes whom it invited itself.
    const d = await team.add('D', c);
    await removeFrom(c, d);
    for (const desk of [r, c, r]) await desk.attend();
    for (const desk of [r, c]) {
      expect(names(desk)).toEqual(['B', 'C', 'R']);
      expect(codes(desk)).not.toContain('doubtful-sheet');
      expect(hasGoodSheet(desk)).toBe(false);
    }
  });

  it('who came by it unseen by the remover waits, and comes in by hand, below who lets it in', async () => {
    const { team, founder, b, c, old } = await three();
    const before = [...team.rows];
    await removeFrom(founder, b);
    const byFounder = team.rows.splice(before.length);
    const r = await team.joinBySheet(old, 'R');
    await c.attend();
    expect(names(c)).toContain('R');
    team.rows.push(...byFounder);
    for (const desk of [founder, c, r]) await desk.attend();
    for (const desk of [founder, c, r]) expect(names(desk)).toEqual(['A', 'C']);
    founder.say(admitDevice(r.device, at));
    r.say(remove(founder.device, 1, at));
    for (const desk of [founder, c, r]) await desk.attend();
    for (const desk of [founder, c, r]) {
      expect(names(desk)).toEqual(['A', 'C', 'R']);
      expect(codes(desk)).toContain('doubtful-sheet');
    }
  });

  it('of two that remove at once neither has made a good sheet; a third one is', async () => {
    const { team, founder, b, c } = await three();
    const d = await team.add('D', c);
    await founder.attend();
    const before = [...team.rows];
    founder.say(remove(b.device, founder.chains.count(b.device), at));
    const one = await founder.makeSheet();
    const byFounder = team.rows.splice(before.length);
    c.say(remove(d.device, c.chains.count(d.device), at));
    await c.makeSheet();
    team.rows.push(...byFounder);
    for (const desk of [founder, c, founder, c]) await desk.attend();
    for (const desk of [founder, c]) expect(hasGoodSheet(desk)).toBe(false);
    await founder.makeSheet();
    for (const desk of [founder, c, founder]) await desk.attend();
    for (const desk of [founder, c]) expect(hasGoodSheet(desk)).toBe(true);
    await team.joinBySheet(one, 'D again');
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'C']);
    expect(founder.members.needsEpoch).toBe(false);
  });

  it('nobody who only left, or who was refused at the door, has withdrawn it', async () => {
    const { team, founder, b, old } = await three();
    const twice = await founder.invite('E');
    const [stranger] = [await team.join(twice), await team.join(twice)];
    await founder.read();
    founder.say(remove(stranger.device, 0, at));
    expect(founder.members.waiting(at)).toHaveLength(1);
    b.say(leave(at));
    await founder.attend();
    expect(hasGoodSheet(founder)).toBe(true);
    await team.joinBySheet(old, 'R');
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'C', 'R']);
  });

  it('a newer sheet takes the place of the old one, which gets no keys from then on', async () => {
    const { team, founder, c, old } = await three();
    await founder.makeSheet();
    await founder.attend();
    await team.joinBySheet(old, 'finder');
    await founder.attend();
    await c.attend();
    for (const desk of [founder, c]) expect(names(desk)).toEqual(['A', 'B', 'C']);
    const epoch = founder.members.currentEpoch(founder.keyring)!;
    expect(founder.members.state.epochs.get(epoch)?.holders.has(recovery)).toBe(false);
  });
});

describe('by tricks', () => {
  it('who was removed makes no sheet, and makes none good again', async () => {
    const { team, founder, b, old } = await three();
    const own = await b.makeSheet();
    await removeFrom(founder, b);
    b.say(await stated(old, b, [b.device]));
    const late = await b.makeSheet();
    for (const sheet of [own, late, old]) await team.joinBySheet(sheet, 'B again');
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'C']);
    expect(hasGoodSheet(founder)).toBe(false);
  });

  it('a sheet that claims to know of its maker’s own removal ends with it all the same', async () => {
    const { team, founder, b, old } = await three();
    // What was sealed and never handed over: it states the sheet itself.
    const known = team.rows.length;
    const { chains, members } = b;
    const before = chains.encode();
    const sheet = await b.makeSheet();
    team.rows.splice(known);
    [b.chains, b.members] = [Chains.decode(before), members];
    b.say(await stated(sheet, b, [b.device]));
    const unharmed = await founder.read();
    expect(unharmed.faults).toEqual([]);
    await removeFrom(founder, b);
    await team.joinBySheet(sheet, 'B again');
    await team.joinBySheet(old, 'B again');
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'C']);
  });

  it('no member makes a withdrawn sheet good by stating it anew', async () => {
    const { team, founder, b, c, old } = await three();
    await removeFrom(founder, b);
    await c.attend();
    c.say(await stated(old, c, [b.device]));
    await team.joinBySheet(old, 'B again');
    for (const desk of [founder, c]) await desk.attend();
    for (const desk of [founder, c]) {
      expect(names(desk)).toEqual(['A', 'C']);
      expect(hasGoodSheet(desk)).toBe(false);
    }
  });

  it('a member stands no higher by a sheet of its own than by itself', async () => {
    const { team, founder, b, c } = await three();
    const sheet = await c.makeSheet();
    const second = await team.joinBySheet(sheet, 'C too');
    for (const desk of [founder, second]) await desk.attend();
    second.say(remove(founder.device, 1, at));
    second.say(remove(b.device, 1, at));
    second.say(remove(c.device, second.chains.count(c.device), at));
    for (const desk of [founder, b]) await desk.attend();
    // It can end its maker’s lost computer, and nobody nearer.
    for (const desk of [founder, b]) expect(names(desk)).toEqual(['A', 'B', 'C too']);
  });

  it('who admits one that came by a withdrawn sheet gives it no word over those nearer', async () => {
    const { team, founder, b, c, old } = await three();
    await removeFrom(founder, b);
    const again = await team.joinBySheet(old, 'B again');
    c.say(admitDevice(again.device, at));
    again.say(remove(founder.device, 1, at));
    again.say(remove(c.device, 1, at));
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'B again', 'C']);
    expect(codes(founder)).toContain('doubtful-sheet');
    founder.say(remove(again.device, founder.chains.count(again.device), at));
    await founder.attend();
    expect(names(founder)).toEqual(['A', 'C']);
  });
});
