/** What a menu offers, and how a letter finds it. */
import { foldText } from '../fold-text.js';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** The keys that do the same, as shown to the person. */
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  /** A line parts it from the items above. */
  readonly beginsGroup?: boolean;
}

/** The next item behind `from` that begins with the letter, round the end; `null` when none does. */
export function findByLetter(
  items: readonly MenuItem[],
  from: number,
  letter: string
): number | null {
  const order = [...items.keys()].map((offset) => (from + 1 + offset) % items.length);
  const beginning = foldText(letter);
  return order.find((i) => foldText(items[i]?.label ?? '').startsWith(beginning)) ?? null;
}
