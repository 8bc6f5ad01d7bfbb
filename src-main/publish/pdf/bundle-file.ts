/** A briefing as the file that its PDF carries: its name, and the hash by which it is known again. */
import { createHash } from 'node:crypto';

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A bundle as bytes, and the moment of its last change. */
export interface BundleFile {
  readonly bytes: Uint8Array;
  readonly modifiedAt: string;
}

/** Numbered where there are several, so that their names stand in order. `index` counts from 0. */
export function nameOfBundle(index: number, count: number): string {
  const number = count > 1 ? `-${String(index + 1).padStart(String(count).length, '0')}` : '';
  return `standpoint-briefing${number}.json`;
}

export function describeBundle(bytes: Uint8Array): string {
  return `This briefing as data. SHA-256: ${hashOf(bytes)}`;
}
