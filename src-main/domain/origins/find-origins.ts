/** Which sources of a briefing share an origin, by their texts: kept up as sources come and go. */
import type { Id } from '../base/values.js';
import type { Source } from '../briefing/source.js';
import { SharedOrigins, type SharedWords } from './shared-origins.js';

/** A source with its text. */
export interface SourceToCompare extends Pick<Source, 'id' | 'text'> {
  readonly words: string;
}

/** Two sources that share words. The same pair always comes in the same order. */
export interface SharedPair extends Pick<SharedWords, 'verdict' | 'agencies'> {
  readonly one: Id;
  readonly other: Id;
  /** From 0 to 1, of the words of `one` and of `other` that count. */
  readonly ofOne: number;
  readonly ofOther: number;
}

/**
 * What it finds depends on the texts alone: neither on the order in which they came nor on their ids,
 * which tell that order.
 */
export class OriginFinder {
  readonly #shared = new SharedOrigins();
  /** By what stands for a source in `#shared`: its hash, then its id, so that order is by hash. */
  readonly #held = new Map<string, Id>();

  /** From now on it holds these and no others; what it held before is not read again. */
  hold(sources: readonly SourceToCompare[]): void {
    const wanted = new Map(sources.map((source) => [keyOf(source), source]));
    for (const key of [...this.#held.keys()]) {
      if (wanted.has(key)) continue;
      this.#held.delete(key);
      this.#shared.delete(key);
    }
    for (const [key, { id, words }] of wanted) {
      if (this.#held.has(key)) continue;
      this.#held.set(key, id);
      this.#shared.set(key, words);
    }
  }

  /** Each pair once, in no order that means anything. */
  pairs(): readonly SharedPair[] {
    return [...this.#held.keys()].flatMap((key) => this.#pairsOf(key, (other) => key < other));
  }

  /** Those of one source. */
  pairsOf(source: Pick<Source, 'id' | 'text'>): readonly SharedPair[] {
    return this.#pairsOf(keyOf(source), () => true);
  }

  #pairsOf(key: string, wanted: (other: string) => boolean): readonly SharedPair[] {
    const found = this.#shared.sharedWith(key).filter(({ other }) => wanted(other));
    return found.flatMap(({ other, ofThis, ofOther, verdict, agencies }) => {
      const [id, otherId] = [this.#held.get(key), this.#held.get(other)];
      if (id === undefined || otherId === undefined) return [];
      const pair =
        key < other
          ? { one: id, other: otherId, ofOne: ofThis, ofOther }
          : { one: otherId, other: id, ofOne: ofOther, ofOther: ofThis };
      return [{ ...pair, verdict, agencies }];
    });
  }
}

function keyOf({ id, text }: Pick<Source, 'id' | 'text'>): string {
  return `${text} ${id}`;
}
