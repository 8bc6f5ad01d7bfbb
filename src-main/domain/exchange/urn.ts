/**
 * Our identifiers as web identifiers: a ULID and a UUID are 128 bits alike, and `urn:uuid:` (RFC 9562)
 * is the registered way to name something that has no address.
 */
import { Id } from '../base/id.js';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function urnOf(id: Id): string {
  let value = 0n;
  for (const digit of id) value = value * 32n + BigInt(digits.indexOf(digit));
  const hex = value.toString(16).padStart(32, '0').slice(-32);
  const groups = [8, 12, 16, 20, 32].map((end, i, ends) => hex.slice(ends[i - 1] ?? 0, end));
  return `urn:uuid:${groups.join('-')}`;
}

/** `null` for whatever is no `urn:uuid:`. */
export function idOfUrn(urn: string): Id | null {
  const hex = /^urn:uuid:([0-9a-f-]{36})$/i.exec(urn)?.[1]?.replaceAll('-', '');
  if (hex?.length !== 32) return null;
  let value = BigInt(`0x${hex}`);
  let id = '';
  for (let i = 0; i < 26; i++) {
    id = (digits[Number(value % 32n)] ?? '0') + id;
    value /= 32n;
  }
  return Id.parse(id);
}
