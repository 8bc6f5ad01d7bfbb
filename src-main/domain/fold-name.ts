/** When two spellings name the same actor or issue. */
import type { Actor } from './actor.js';

/** Case, accents of composition and the amount of space do not tell names apart. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Whether one of them goes by a name of the other. */
export function shareName(
  one: Pick<Actor, 'name' | 'aliases'>,
  other: Pick<Actor, 'name' | 'aliases'>
): boolean {
  const names = new Set([one.name, ...one.aliases].map(foldName));
  return [other.name, ...other.aliases].some((name) => names.has(foldName(name)));
}
