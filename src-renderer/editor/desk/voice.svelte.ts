/** Tells those who hear the program what the others see happen. */
export class Voice {
  #heard = $state('');

  get heard(): string {
    return this.#heard;
  }

  say(message: string): void {
    this.#heard = message;
  }
}
