/** On which page each anchor came to stand: known once the document has been printed a first time. */
export class PageNumbers {
  #numbers = $state.raw<Readonly<Record<string, number>>>({});

  set(numbers: Readonly<Record<string, number>>): void {
    this.#numbers = numbers;
  }

  /** Before the first printing a stand-in, so that the second one breaks its lines alike. */
  of(anchor: string): string {
    return String(this.#numbers[anchor] ?? '00');
  }
}
