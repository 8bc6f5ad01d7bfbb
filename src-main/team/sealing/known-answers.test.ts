/** Protects: the ciphers are those that they are called, and what was sealed once opens for ever. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { expect, it } from 'vitest';
import { fromHex, toHex } from './bytes.js';
import { Chains } from './chains.js';
import { decodeDeviceKeys, isSignedBy, publicKeyOfSeed, signWith } from './device-keys.js';
import { fileNameOf, openSealedFile, sealFile } from './file.js';
import { decodeInvitation, idOfInvitation, openParcel, parcelNameOf } from './invitation.js';
import { decodeKeyring, topicOf } from './keyring.js';
import { readRecoveryLines, recoveryLines } from './recovery-sheet.js';
import { openRow } from './row.js';
import { kept } from './testing/kept.js';
import { unwrap } from './wrap.js';

it('XChaCha20-Poly1305 seals as its draft says (draft-irtf-cfrg-xchacha-03, A.3.1)', () => {
  const text =
    'Ladies and Gentlemen of the class of ’99: If I could offer you only one tip for the future, sunscreen would be it.'.replace(
      '’',
      "'"
    );
  const key = Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at);
  const nonce = Uint8Array.from({ length: 24 }, (_, at) => 0x40 + at);
  const clear = fromHex('50515253c0c1c2c3c4c5c6c7');
  const sealed = xchacha20poly1305(key, nonce, clear).encrypt(Buffer.from(text));
  expect(toHex(sealed)).toBe(
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
      '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
      '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
      '21f9664c97637da9768812f615c68b13b52e' +
      'c0875924c1c7987947deafd8780acf49'
  );
});

it('Ed25519 signs as its standard says (RFC 8032, 7.1, test 2)', () => {
  const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const publicKey = publicKeyOfSeed(seed);
  expect(toHex(publicKey)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = signWith(seed, fromHex('72'));
  expect(toHex(signature)).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
  );
  expect(isSignedBy(publicKey, fromHex('72'), signature)).toBe(true);
  expect(isSignedBy(publicKey, fromHex('73'), signature)).toBe(false);
});

it('rows, files, parcels, invitations and sheets of this format are read for ever', async () => {
  const keyring = decodeKeyring(kept.keyring);
  const keys = decodeDeviceKeys(kept.keys);
  expect(keys.device).toBe(kept.row.device);
  const { content, head } = openRow(
    { ...kept.row, bytes: fromHex(kept.row.bytes) },
    keyring,
    () => keys.publicKey
  );
  expect(content).toEqual({ kind: 'change', text: 'Wasser für alle' });
  expect(head).toMatchObject({
    n: 7,
    topic: topicOf(keyring, 'briefing', '01ARZ3NDEKTSV4RRFFQ69G5FAV'),
    previous: 'cd'.repeat(32),
    hash: kept.rowHash,
    heads: [{ device: 'ef'.repeat(16), n: 12, hash: '01'.repeat(16) }]
  });
  const name = fileNameOf(keyring, kept.file.hash);
  expect(name).toBe(kept.file.name);
  const original = Buffer.from('An original');
  for (const bytes of [kept.file.bytes, kept.file.second]) {
    const opened = await openSealedFile(fromHex(bytes), kept.file.hash, keyring);
    expect(toHex(opened)).toBe(toHex(original));
  }
  const [epoch = ''] = keyring.epochs.keys();
  expect(toHex((await sealFile(original, keyring, epoch)).bytes)).toBe(kept.file.second);
  const line = decodeInvitation(kept.line);
  expect(line).toMatchObject({ carrier: 'folder:team', library: keyring.library, person: 'B' });
  expect(idOfInvitation(line.identity)).toBe(kept.invitation);
  expect(parcelNameOf(keys.reader.recipient)).toBe(kept.parcel.name);
  const parcel = await openParcel(fromHex(kept.parcel.bytes), {
    identity: keys.reader.identity,
    library: keyring.library
  });
  expect(parcel).toEqual(keyring);
  expect(recoveryLines(readRecoveryLines(kept.sheet.join('\n')))).toEqual(kept.sheet);
  expect(Chains.decode(kept.chains).count('ab'.repeat(16))).toBe(2);
});

it('an age file that the reference program wrote opens', async () => {
  const text = await unwrap(fromHex(kept.ageFile.bytes), kept.ageFile.identity);
  expect(Buffer.from(text).toString('utf8')).toBe(kept.ageFile.text);
});
