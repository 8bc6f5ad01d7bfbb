/** What was chosen for documents before, which the next choice begins with. */
import type { ExportEnding } from '../../../src-main/domain/api.js';
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { firstDayOfChange } from '../../../src-main/domain/publication/changes.js';
import type { Edition } from '../../../src-main/domain/publication/edition.js';
import { keepEdition } from '../../../src-main/domain/publication/kept-editions.js';
import { editionOf, type ChoiceStart } from '../../preview/choose-edition.js';
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

  /** What was exported: of data, which has no pages, only for whom it was is kept. */
  keepExported(ending: ExportEnding, edition: Edition): void {
    const hasPages = ending === 'pdf' || ending === 'docx' || ending === 'html';
    const full = editionOf('full', this.choiceFor(null));
    this.keep(hasPages ? edition : { ...full, profile: edition.profile });
  }

  keep(edition: Edition): void {
    this.#kept = keepEdition(this.#kept, edition);
    void call('settings.keepEdition', edition);
  }
}

export const editions = new Editions();
