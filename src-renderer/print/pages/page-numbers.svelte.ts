/** On which page each anchor came to stand: known only once the document has been printed. */
import { placeholderFor } from '../../../src-main/domain/publication/publication.js';

export class PageNumbers {
  #numbers = $state.raw<Readonly<Record<string, number>>>({});

  /** `{}` forgets them. */
  set(numbers: Readonly<Record<string, number>>): void {
    this.#numbers = numbers;
  }

  /** While none is known the placeholder of the entry with this index, as wide as any number. */
  of(anchor: string, index: number): string {
    const number = this.#numbers[anchor];
    return number === undefined ? placeholderFor(index) : String(number);
  }
}
