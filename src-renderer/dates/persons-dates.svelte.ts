/** How the person has dates shown, and how she writes them. */
import type * as Spoken from './spoken-dates.js';
import { firstDayOf, type Moment, type PartialDate } from '../../src-main/domain/base/values.js';
import { dateInShort, dateInWords, type DateStyle } from '../../src-main/domain/terms/terms.js';
import { momentInWords } from '../../src-main/domain/terms/version-words.js';
import { writtenDates, type DateOrder } from '../../src-main/domain/text/read-date.js';

type SpokenDates = (typeof Spoken)['spokenDates'];

class PersonsDates {
  style = $state<DateStyle>('day-first');
  /** Which number of `3/4/2025` is the day; `null` where she is asked each time. */
  order = $state<DateOrder>(null);
  #spoken = $state.raw<SpokenDates | null>(null);

  /** Such as `15 August 2025`. */
  inWords(date: PartialDate): string {
    return dateInWords(date, this.style);
  }

  /** Such as `15 Aug 2025`. */
  inShort(date: PartialDate): string {
    return dateInShort(date, this.style);
  }

  /** Such as `15 August 2025, 10:03`, by the clock of this machine. */
  moment(moment: Moment): string {
    return momentInWords(moment, this.style);
  }

  /** Whether dates in sentences and other languages can be read. */
  get isReady(): boolean {
    return this.#spoken !== null;
  }

  /** Makes ready what reads dates in sentences and other languages, which takes a moment. */
  async load(): Promise<void> {
    this.#spoken ??= (await import('./spoken-dates.js')).spokenDates;
  }

  /**
   * What the text can mean: none where it is no date, several where she must say which.
   *
   * @param near the day of what it is about, from which it can count as well as from today.
   */
  readings(text: string, near: PartialDate | null): readonly PartialDate[] {
    if (text.trim() === '') return [];
    const written = writtenDates(text, this.order);
    if (written.length > 0 || this.#spoken === null) return written;
    const days = near === null ? [] : [new Date(`${firstDayOf(near)}T12:00`)];
    const spoken = this.#spoken;
    const dates = [...days, new Date()].map((day) => spoken(text, day, navigator.language));
    return [...new Set(dates.flat())];
  }
}

export const personsDates = new PersonsDates();
