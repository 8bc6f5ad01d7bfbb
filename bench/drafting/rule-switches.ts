/** What marked sources ask (scripts/rules/mark-rules.mjs): the value of a condition, or what it is without its rule. */

/** Questions of one rule, after which a draft without it counts as one that never ends. */
const mostAsked = 50_000_000;

class RuleSwitches {
  /** Takes the rules that decide something; `null`: nobody wants to know. */
  fired: Set<number> | null = null;
  #off: number | null = null;
  #asked = 0;

  /** @param id `null`: all are on again. */
  turnOff(id: number | null): void {
    this.#off = id;
    this.#asked = 0;
  }

  /** Throws when the rule that is off is asked for without an end. */
  readonly ask = (id: number, whenOff: boolean, value: unknown): unknown => {
    if (Boolean(value) !== whenOff) this.fired?.add(id);
    if (id !== this.#off) return value;
    this.#asked += 1;
    if (this.#asked > mostAsked) throw new Error('Without this rule the draft does not end.');
    return whenOff;
  };
}

export const switches = new RuleSwitches();
Object.assign(globalThis, { standpointRule: switches.ask });
