/** Numbers the quotes that a document cites beyond, or instead of, its own briefing's notes. */
import type { Briefing } from '../briefing/briefing.js';
import type { Id } from '../base/id.js';
import { placeOf, type Note } from './number-notes.js';

/** A quote as the words and the number by which a document cites it. */
export interface CitedQuote {
  readonly number: number;
  readonly words: string;
  /** Whether its words were cited before, so that the number is enough. */
  readonly again: boolean;
}

export class CitedQuotes {
  readonly #notes: Note[];
  readonly #numbers: Map<string, number>;
  readonly #cited = new Set<number>();

  /** `notes` have their numbers already. */
  constructor(notes: readonly Note[]) {
    this.#notes = [...notes];
    this.#numbers = new Map(notes.map(({ annotation, number }) => [keyOf(annotation), number]));
  }

  /**
   * What an entry of `briefing` rests on, each quote once, with the next numbers for those that have
   * none. A quote whose words differ from one state of a briefing to another is two.
   */
  cite(briefing: Briefing, evidence: readonly Id[]): readonly CitedQuote[] {
    return [...new Set(evidence)].flatMap((id) => {
      const annotation = briefing.annotations.find((each) => each.id === id);
      if (!annotation) return [];
      const key = keyOf(annotation);
      let number = this.#numbers.get(key);
      if (number === undefined) {
        number = (this.#notes.at(-1)?.number ?? 0) + 1;
        this.#numbers.set(key, number);
        this.#notes.push({ number, annotation, place: placeOf(briefing, annotation) });
      }
      const again = this.#cited.has(number);
      this.#cited.add(number);
      return { number, words: annotation.target.selectors.quote.exact, again };
    });
  }

  /** All of them, by number. */
  get notes(): readonly Note[] {
    return this.#notes;
  }
}

function keyOf({ id, target }: Note['annotation']): string {
  return `${id} ${target.selectors.quote.exact}`;
}
