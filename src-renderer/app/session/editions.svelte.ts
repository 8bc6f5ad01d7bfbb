/** In which formats briefings leave, and what was chosen for documents before, which the next choice begins with. */
import type { Briefing } from '../../../src-main/domain/briefing/briefing.js';
import { firstDayOfChange } from '../../../src-main/domain/publication/changes.js';
import {
  type Edition,
  keepEdition,
  type FormatFacts
} from '../../../src-main/domain/publication/edition.js';
import type { Preferences } from '../../../src-main/domain/program/settings.js';
import { editionOf, type ChoiceStart } from '../../preview/choose-edition.js';
import { call } from './client.js';

/** What the settings say of documents. */
type Settled = Pick<Preferences, 'author' | 'paper'>;

export class Editions {
  #kept = $state.raw<readonly Edition[]>([]);

  #formats = $state.raw<readonly FormatFacts[]>([]);

  async load(): Promise<void> {
    [this.#formats, this.#kept] = await Promise.all([
      call('export.formats'),
      call('settings.editions')
    ]);
  }

  /** In the order in which they are offered; none until they are loaded. */
  get formats(): readonly FormatFacts[] {
    return this.#formats;
  }

  choiceFor(briefing: Briefing | null, { author, paper }: Settled): ChoiceStart {
    return {
      kept: this.#kept,
      briefing,
      firstDay: briefing && firstDayOfChange(briefing),
      author,
      language: navigator.language,
      paper
    };
  }

  /** What was exported: of what has no pages only for whom it was, and of a text whether it names her. */
  keepExported(ending: string, edition: Edition): void {
    const shows = this.#formats.find((each) => each.ending === ending)?.shows;
    const { profile, preparedBy } = edition;
    const author = this.#kept.find(({ template }) => template === 'full')?.preparedBy ?? '';
    const full = editionOf('full', this.choiceFor(null, { author, paper: 'last' }));
    if (shows === 'data') this.keep({ ...full, profile });
    else this.keep(shows === 'text' ? { ...full, profile, preparedBy } : edition);
  }

  keep(edition: Edition): void {
    this.#kept = keepEdition(this.#kept, edition);
    void call('settings.keepEdition', edition);
  }
}

export const editions = new Editions();
