/** Protects that a typed word takes little room with the carrier, however many have written. */
import { expect, it } from 'vitest';
import { sha256Of, toHex } from './bytes.js';
import { makeDeviceKeys } from './device-keys.js';
import { makeKeyring, topicOf } from './keyring.js';
import { noRow } from './row-bytes.js';
import { openRow, sealRow } from './row.js';

const keys = await makeDeviceKeys();
const keyring = makeKeyring();
const [epoch = ''] = keyring.epochs.keys();
const topic = topicOf(keyring, 'briefing', 'b');

it.each([
  [2, 400],
  [8, 540],
  [20, 800]
])(
  'a row that tells a typed word, of %i devices that have all written, takes less than %i bytes',
  (count, most) => {
    const devices = Array.from({ length: count }, (_, i) =>
      toHex(sha256Of(Uint8Array.of(i))).slice(0, 32)
    );
    const change = {
      device: keys.device,
      n: 12,
      author: 'Anna Berg',
      at: '2026-11-29T12:33:21.123Z',
      lamport: 231,
      base: Object.fromEntries([keys.device, ...devices.slice(1)].map((each, i) => [each, 11 + i])),
      what: {
        edit: {
          lists: {
            cards: {
              put: [
                ['01KB7Q2C3V9HX4T8M5N6P7R8S9', { body: [523, 0, ' sanctions', devices[1], 14] }]
              ]
            }
          }
        }
      }
    };
    const content = {
      kind: 'changes',
      schema: 19,
      briefing: '01KB7Q2C3V9HX4T8M5N6P7R8S8',
      changes: [change]
    };
    const heads = [{ device: devices[1] ?? '', n: 30, hash: 'ab'.repeat(16) }];
    const { row } = sealRow(content, { topic, n: 2, previous: noRow, heads }, keys, keyring, epoch);
    expect(row.bytes.length).toBeLessThan(most);
    expect(openRow(row, keyring, () => keys.publicKey).content).toEqual(content);
  }
);
