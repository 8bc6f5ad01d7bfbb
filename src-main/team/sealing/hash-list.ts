/**
 * The beginnings of the hashes of a device's rows, one after the other: enough to see that a row is
 * the one that was verified, in 6 bytes for each. Grows in place.
 */
import { fromBase64, fromHex, toBase64 } from './bytes.js';

const each = 6;

export class HashList {
  private bytes: Uint8Array;
  private used: number;

  constructor(encoded = '') {
    this.bytes = fromBase64(encoded);
    this.used = this.bytes.length;
  }

  get length(): number {
    return this.used / each;
  }

  /** @param hash in hex digits, at least 12 of them */
  push(hash: string): void {
    if (this.used + each > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, 16 * each));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(fromHex(hash.slice(0, each * 2)), this.used);
    this.used += each;
  }

  /** Whether the hash at `index`, from 0, begins as this one does. */
  has(index: number, hash: string): boolean {
    const start = fromHex(hash.slice(0, each * 2));
    return start.every((byte, at) => byte === this.bytes[index * each + at]);
  }

  /** @param from how many are left out at the beginning */
  encode(from = 0): string {
    return toBase64(this.bytes.subarray(Math.min(from * each, this.used), this.used));
  }
}
