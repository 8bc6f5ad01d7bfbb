/** In which formats briefings leave, and what was chosen for documents before, which the next choice begins with. */
import { firstDayOfChange } from '../../../src-main/domain/publication/changes.js';
import type { DocumentPart } from '../../../src-main/domain/publication/document-job.js';
import {
  type Edition,
  keepEdition,
  type FormatFacts
} from '../../../src-main/domain/publication/edition.js';
import type { Preferences } from '../../../src-main/domain/program/settings.js';
import type { ChoiceStart } from '../../preview/choose-edition.js';
import { call } from './client.js';

/** What the settings say of documents. */
type Settled = Pick<Preferences, 'author' | 'paper'>;

type Printable = Pick<DocumentPart, 'briefing' | 'texts'>;

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

  choiceFor(open: Printable | null, { author, paper }: Settled): ChoiceStart {
    const briefing = open?.briefing ?? null;
    return {
      kept: this.#kept,
      briefing,
      texts: open?.texts ?? {},
      firstDay: briefing && firstDayOfChange(briefing),
      author,
      language: navigator.language,
      paper
    };
  }

  keep(edition: Edition): void {
    this.#kept = keepEdition(this.#kept, edition);
    void call('settings.keepEdition', edition);
  }
}

export const editions = new Editions();
