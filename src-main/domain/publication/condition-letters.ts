/** Letters that stand in a cell for its condition. */
import { foldName } from '../text/fold-name.js';

/** The same condition has the same letter, however it is spelt. */
export class ConditionLetters {
  readonly #known = new Map<string, { readonly letter: string; readonly condition: string }>();

  /** In the order in which they were asked for, each as it was spelt first. */
  get all() {
    return [...this.#known.values()];
  }

  of(condition: string): string {
    const key = foldName(condition).replace(/[\s.;,]+$/u, '');
    const known = this.#known.get(key);
    if (known) return known.letter;
    const letter = letterOf(this.#known.size);
    this.#known.set(key, { letter, condition: condition.trim() });
    return letter;
  }
}

/** a to z, then aa, ab and so on. */
function letterOf(index: number): string {
  const last = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
