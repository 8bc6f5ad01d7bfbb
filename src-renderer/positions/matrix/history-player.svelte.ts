/** The day as of which positions are shown, and the history played from change to change. */
import { lastDayOf, PartialDate } from '../../../src-main/domain/base/values.js';

/** A long history is played faster, so that none takes much longer than this. */
const wholePlay = 15_000;
const slowest = 900;
const fastest = 60;

export class HistoryPlayer {
  /** As typed or chosen; empty for the latest state. */
  #typed = $state('');
  #frame = $state<number | null>(null);

  /** @param days on which something changes, in order. */
  constructor(private readonly days: () => readonly string[]) {}

  get typed(): string {
    return this.#typed;
  }

  /** `null`: as last known. */
  get day(): PartialDate | null {
    return PartialDate.safeParse(this.#typed).success ? this.#typed : null;
  }

  get playing(): boolean {
    return this.#frame !== null;
  }

  /** Which change was the last by the day, counted from 0; as many as there are days for the latest state. */
  get stop(): number {
    const { day } = this;
    const days = this.days();
    if (day === null) return days.length;
    return Math.max(0, days.filter((each) => each <= lastDayOf(day)).length - 1);
  }

  setDay(typed: string): void {
    this.pause();
    this.#typed = typed;
  }

  goTo(stop: number): void {
    this.pause();
    this.#show(stop);
  }

  stepBy(steps: 1 | -1): void {
    this.goTo(this.stop + steps);
  }

  /** From the first change, or on from the one that is shown. */
  play(): void {
    const days = this.days();
    if (this.playing || days.length === 0) return;
    if (this.stop >= days.length) this.#show(0);
    const pace = Math.min(slowest, Math.max(fastest, wholePlay / days.length));
    let due = performance.now() + pace;
    const tick = (now: number) => {
      if (now >= due) {
        due = now + pace;
        this.#show(this.stop + 1);
        if (this.stop >= this.days().length) return void (this.#frame = null);
      }
      this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  pause(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  #show(stop: number): void {
    const days = this.days();
    this.#typed = days[Math.max(0, stop)] ?? '';
  }
}
