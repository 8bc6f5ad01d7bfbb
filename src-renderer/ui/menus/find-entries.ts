/** What a palette finds for the letters typed. */
import { findByLetters } from './match-letters.js';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** What sort of thing it is. */
  readonly group: string;
  /** The keys that do the same, as shown to the person. */
  readonly keys?: string | undefined;
}

/** More than anyone reads through; typing on narrows them down. */
const most = 60;

/** The best first. What sort of thing an entry is can be typed too. */
export function findEntries(
  query: string,
  entries: readonly PaletteEntry[]
): readonly PaletteEntry[] {
  return findByLetters(query, entries, ({ label, group }) => `${label} ${group}`).slice(0, most);
}
