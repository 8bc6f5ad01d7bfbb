/** What was chosen for documents before, which the next choice begins with. */
import type { Briefing } from '../../src-main/domain/briefing.js';
import { firstDayOfChange } from '../../src-main/domain/publication/changes.js';
import type { Edition } from '../../src-main/domain/publication/edition.js';
import { keepEdition } from '../../src-main/domain/publication/kept-editions.js';
import type { ChoiceStart } from '../preview/choose-edition.js';
import { call } from './client.js';

export class Editions {
  #kept = $state.raw<readonly Edition[]>([]);

  async load(): Promise<void> {
    this.#kept = await call('settings.editions');
  }

  choiceFor(briefing: Briefing | null): ChoiceStart {
    return {
      kept: this.#kept,
      firstDay: briefing && firstDayOfChange(briefing),
      language: navigator.language
    };
  }

  keep(edition: Edition): void {
    this.#kept = keepEdition(this.#kept, edition);
    void call('settings.keepEdition', edition);
  }
}
