/** The keys of commands as the person has them now, for titles of controls that are handed no commands. */

type KeysOf = (command: string) => string | undefined;

class CommandKeys {
  #of = $state.raw<KeysOf>(() => undefined);

  /** @param of the keys of a command as shown to the person; `undefined` for a command without. */
  use(of: KeysOf): void {
    this.#of = of;
  }

  of(command: string): string | undefined {
    return this.#of(command);
  }

  /** Such as "Play the history (Ctrl+Shift+Y)"; the words alone where the command has no keys. */
  titled(words: string, command: string): string {
    const keys = this.#of(command);
    return keys ? `${words} (${keys})` : words;
  }
}

export const commandKeys = new CommandKeys();
