/** Protects: what is handed to a newcomer or printed comes through whole, or says what is wrong with it. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64 } from './bytes.js';
import { decodeDeviceKeys, encodeDeviceKeys, makeDeviceKeys } from './device-keys.js';
import {
  decodeInvitation,
  encodeInvitation,
  type InvitationLine,
  makeParcel,
  openParcel
} from './invitation.js';
import { decodeKeyring, encodeKeyring, makeKeyring } from './keyring.js';
import { readRecoveryLines, recoveryLines, type RecoverySecret } from './recovery-sheet.js';
import { makeReader, type Reader } from './wrap.js';

const keyring = makeKeyring();
let reader: Reader;
let line: InvitationLine;
let sheet: RecoverySecret;
beforeAll(async () => {
  reader = await makeReader();
  const founder = Uint8Array.from({ length: 32 }, (_, at) => at);
  line = {
    carrier: 'postgres://m7:secret@db.example:5432/team?sslmode=verify-full',
    library: keyring.library,
    name: 'Water law, ΩÅ',
    person: 'B',
    member: 'ab'.repeat(16),
    founder,
    identity: reader.identity,
    until: '2026-03-15T10:00:00Z'
  };
  sheet = { library: keyring.library, founder, identity: reader.identity };
});

function failureOf(act: () => unknown): { readonly code: string; readonly message: string } {
  try {
    act();
  } catch (error) {
    return error as { readonly code: string; readonly message: string };
  }
  throw new Error('It did not fail');
}

describe('an invitation', () => {
  it('comes through as one line, in a text, and broken by a mail program', () => {
    const text = encodeInvitation(line);
    expect(text).toMatch(/^standpoint-join:1\.[\w-]+\.$/);
    const broken = text.replace(/.{60}/g, '$&\r\n  ');
    for (const given of [text, ` ${text}\n`, `Join us by\n\n${broken}\n\nKeep it secret.`]) {
      expect(decodeInvitation(given)).toEqual(line);
    }
  });

  it('that was changed or cut short is told as damaged, and shows no secret', () => {
    const text = encodeInvitation(line);
    const Cut = fc.nat(text.length - 20).map((length) => text.slice(0, 18 + length));
    const Changed = fc
      .tuple(fc.integer({ min: 18, max: text.length - 3 }), fc.constantFrom('A', 'b', '7', '_'))
      .filter(([at, letter]) => text[at] !== letter)
      .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(Cut, Changed), (given) => {
        const { code, message } = failureOf(() => decodeInvitation(given));
        expect(code).toBe('damaged');
        expect(message).not.toContain('secret');
        expect(message).not.toContain('AGE');
      })
    );
  });

  it('of a newer program, and what is none, have their own sentences', () => {
    const newer = encodeInvitation(line).replace(':1.', ':2.');
    expect(failureOf(() => decodeInvitation(newer)).message).toMatch(/newer Standpoint \(format 2/);
    expect(failureOf(() => decodeInvitation('https://example.org')).code).toBe('no-invitation');
    expect(failureOf(() => decodeInvitation('standpoint-join:')).code).toBe('no-invitation');
  });

  it('opens its parcel; another does not, nor what was damaged or belongs elsewhere', async () => {
    const { bytes } = await makeParcel(keyring, reader.recipient);
    expect(await openParcel(bytes, line)).toEqual(keyring);
    const another = { ...line, identity: (await makeReader()).identity };
    await expect(openParcel(bytes, another)).rejects.toMatchObject({ code: 'no-key' });
    const damaged = bytes.map((byte, at) => (at === bytes.length - 3 ? byte ^ 1 : byte));
    await expect(openParcel(damaged, line)).rejects.toMatchObject({ code: 'damaged' });
    await expect(openParcel(new Uint8Array(3), line)).rejects.toMatchObject({ code: 'damaged' });
    const elsewhere = { ...line, library: makeKeyring().library };
    await expect(openParcel(bytes, elsewhere)).rejects.toMatchObject({ code: 'other-library' });
  });
});

describe('the recovery sheet', () => {
  it('is nine lines without look-alikes, and comes through as people type', () => {
    const lines = recoveryLines(sheet);
    expect(lines).toHaveLength(9);
    for (const each of lines)
      expect(each).toMatch(/^[1-9] {2}([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-Z]{4}$/);
    const text = lines.join('\n');
    const typed = [
      text,
      text.toLowerCase(),
      text.replace(/^\d {2}/gm, ''),
      text.replaceAll('-', ' '),
      text
        .replace(/^(\d) {2}/gm, '$1. ')
        .replaceAll('-', '')
        .replaceAll('\n', '\r\n\n'),
      lines
        .map((each) => each.slice(0, 3) + each.slice(3).replaceAll('0', 'o').replaceAll('1', 'l'))
        .join('\n')
    ];
    for (const each of typed) expect(readRecoveryLines(each)).toEqual(sheet);
  });

  it('names the line that is mistyped, misplaced or missing', () => {
    const lines = recoveryLines(sheet);
    const Typo = fc
      .record({
        line: fc.nat(8),
        at: fc.integer({ min: 3, max: 26 }),
        letter: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
      })
      .filter(({ line: index, at, letter }) => {
        const old = lines[index]?.[at];
        return old !== '-' && old !== letter;
      });
    fc.assert(
      fc.property(Typo, ({ line: index, at, letter }) => {
        const old = lines[index]!;
        const typed = lines.with(index, old.slice(0, at) + letter + old.slice(at + 1));
        const { code, message } = failureOf(() => readRecoveryLines(typed.join('\n')));
        expect(code).toBe('damaged');
        expect(message).toContain(`Line ${index + 1} is mistyped`);
      })
    );
    const swapped = lines.with(2, lines[5]!).with(5, lines[2]!).join('\n');
    expect(failureOf(() => readRecoveryLines(swapped)).message).toContain('Line 3');
    const short = lines.slice(1).join('\n');
    expect(failureOf(() => readRecoveryLines(short)).message).toContain('9 lines, and 8 are here');
    const cut = lines.with(4, lines[4]!.slice(0, -1)).join('\n');
    expect(failureOf(() => readRecoveryLines(cut)).message).toContain('Line 5 has to be 20');
  });

  it('of two sheets is not taken for one', async () => {
    const other = { ...sheet, identity: (await makeReader()).identity };
    const mixed = [...recoveryLines(sheet).slice(0, 5), ...recoveryLines(other).slice(5)];
    expect(failureOf(() => readRecoveryLines(mixed.join('\n'))).message).toMatch(/not all of one/);
  });
});

describe('what is kept', () => {
  it('comes back as it was', async () => {
    const keys = { ...(await makeDeviceKeys()), invitation: { id: 'ab'.repeat(16), reader } };
    expect(decodeDeviceKeys(JSON.parse(JSON.stringify(encodeDeviceKeys(keys))))).toEqual(keys);
    expect(decodeKeyring(JSON.parse(JSON.stringify(encodeKeyring(keyring))))).toEqual(keyring);
  });

  it('is told as damaged without a word of what stands in it', async () => {
    const keys = await makeDeviceKeys();
    const damaged = { ...(encodeDeviceKeys(keys) as object), seed: `${toBase64(keys.seed)}x` };
    const ofKeys = failureOf(() => decodeDeviceKeys(damaged));
    expect(ofKeys.code).toBe('damaged-keys');
    expect(ofKeys.message).not.toContain(toBase64(keys.seed));
    expect(JSON.stringify(ofKeys)).not.toContain('AGE-SECRET');
    const ofRing = failureOf(() =>
      decodeKeyring({ ...(encodeKeyring(keyring) as object), epochs: ['x'] })
    );
    expect(ofRing.code).toBe('damaged-keys');
  });
});
