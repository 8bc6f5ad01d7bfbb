/** What the panes of the page need of the main process, as each of them asks for it. */
import type { Id } from '../../../src-main/domain/base/values.js';
import { partInWords } from '../../../src-main/domain/text/size-in-words.js';
import { noBriefingChanges, othersIn } from '../../../src-main/domain/program/team-state.js';
import type { ReadingPlace } from '../../../src-main/domain/program/settings.js';
import type { AnnotationFiles } from '../../annotations/annotation-actions.js';
import type { States } from '../../compare/compare-request.js';
import type { BriefingDisk } from '../../editor/open/saving.svelte.js';
import { SearchDesk } from '../../library/search-desk.svelte.js';
import type { PreviewActions } from '../../preview/preview-desk.svelte.js';
import type { OpenBriefing } from '../../editor/open/open-briefing.svelte.js';
import type { OriginalActions } from '../../sources/original-actions.js';
import type { Drafter, TextDrafter, DraftRequest } from '../../suggestions/suggestion-actions.js';
import { reportFault } from '../../ui/faults.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { ProgressMessage } from './in-turn.js';
import { attempt, call, CallFailed, fileActions, listen, sentenceFor } from './client.js';

/** Saves the open briefing in the library; what fails says what the person can do. */
export const briefingDisk: BriefingDisk = {
  save: (...change) => write(() => call('briefing.save', ...change)),
  async keepUndone(...state) {
    await write(() => call('versions.keepUndone', ...state));
  },
  read: (id) => call('briefing.read', id),
  async readChanges(id) {
    try {
      return await call('team.changes', id);
    } catch (error) {
      // To the log: nothing is then told of who changed what.
      reportFault('Who changed what', error);
      return noBriefingChanges;
    }
  },
  followPeople(tell, until) {
    const end = listen('teamChanged', ({ team }) => tell(othersIn(team?.people ?? [])));
    // The event of the abort is nothing to hand to main.
    until.addEventListener('abort', () => end());
  },
  listVersions: (id) => call('versions.list', id),
  openVersion: (id, key) => call('versions.open', id, key),
  async readTexts(id) {
    try {
      return (await call('briefing.read', id)).texts;
    } catch (error) {
      // To the log: the source says that its text is not there.
      reportFault('The texts of the sources', error);
      return {};
    }
  }
};

async function write<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof CallFailed)) throw new Error(sentenceFor(error), { cause: error });
    if (error.code !== 'stale-revision') throw error;
    // Nothing that is written here can be saved over it any more.
    const message = `${error.message} Copy what you wrote last to another place, then choose Save and “Reload without them”.`;
    throw new CallFailed({ code: error.code, message });
  }
}

/** Where the person was in a briefing. Comfort: never a reason to fail. */
export async function loadPlace(id: Id): Promise<ReadingPlace | null> {
  try {
    return await call('settings.place', id);
  } catch (error) {
    // To the log: the briefing opens at its beginning.
    reportFault('The place in a briefing', error);
    return null;
  }
}

export async function savePlace(id: Id, place: ReadingPlace): Promise<void> {
  try {
    await call('settings.setPlace', id, place);
  } catch (error) {
    reportFault('The place in a briefing', error);
  }
}

export const drafter: Drafter & TextDrafter = {
  async draft({ briefing, source, asEnglish, published, onProgress }: DraftRequest) {
    const end = listen('draftProgress', onProgress);
    try {
      return await call('draft.source', briefing, source, asEnglish, published);
    } catch (error) {
      throw forPerson(error);
    } finally {
      end();
    }
  },
  async partsOf({ briefing, source, published }) {
    try {
      return await call('draft.parts', briefing, source, published);
    } catch (error) {
      throw forPerson(error);
    }
  },
  cancel: () => void call('draft.cancel')
};

function forPerson(error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return Object.assign(new Error(sentenceFor(error)), { code });
}

/** The search of the library. */
export function openSearch(toasts: Toasts): SearchDesk {
  let told: number | null = null;

  /** One message, however often a letter is typed. */
  function tell(error: unknown): void {
    if (told !== null) toasts.dismiss(told);
    told = toasts.showFailure(sentenceFor(error));
  }

  return new SearchDesk(
    async (text, typing, limit, collection) => {
      try {
        return await call('library.search', text, typing, limit, collection);
      } catch (error) {
        tell(error);
        return null;
      }
    },
    (go) => void call('library.readIndex', go).catch(tell)
  );
}

/** Annotations to a file and from one, with what to tell the person. */
export function annotationFiles(toasts: Toasts): AnnotationFiles {
  return {
    async write(title, ending, text) {
      const file = await attempt(toasts, () => call('annotations.write', title, ending, text));
      if (!file) return;
      const { open, show } = fileActions(file, toasts);
      toasts.about('library').show(`Exported ${file.name}.`, open, show);
    },
    read: () => attempt(toasts, () => call('annotations.read')),
    readReferences: () => attempt(toasts, () => call('references.read')),
    tell: (sentence) => void toasts.show(sentence),
    tellFailure: (sentence) => void toasts.showFailure(sentence)
  };
}

/** Of the sources of the open briefing, which is saved first: a source may have come in just now. */
export function originalActions(
  session: { readonly open: OpenBriefing | null; leave(): Promise<boolean> },
  toasts: Toasts
): OriginalActions {
  const act = (deed: (briefing: Id) => Promise<unknown>) =>
    void attempt(toasts, async () => {
      const { open } = session;
      if (!open || !(await session.leave())) return;
      const end = showFetching(toasts);
      try {
        await deed(open.briefing.id);
      } finally {
        end();
      }
    });
  return {
    open: (source) => act((briefing) => call('source.openOriginal', briefing, source)),
    saveCopy: (source) =>
      act(async (briefing) => {
        const file = await call('source.saveOriginal', briefing, source);
        // Not offered to be opened: it may be a web page.
        if (file) toasts.show(`Saved ${file.name}.`, fileActions(file, toasts).show);
      })
  };
}

/** Says how far an original is that is not here yet, until the returned function is called. */
function showFetching(toasts: Toasts): () => void {
  let progress: ProgressMessage | null = null;
  let told = 0;
  const end = listen('originalProgress', ({ done, of }) => {
    // A screen reader says each.
    if (progress && done < of && done - told < of / 20) return;
    told = done;
    progress ??= new ProgressMessage(
      toasts,
      () => void attempt(toasts, () => call('source.cancelOriginal'))
    );
    progress.tell(`Fetching the original, ${partInWords(done, of)}…`);
  });
  return () => {
    end();
    progress?.end();
  };
}

/** Where comparisons get their states from: the library, once what is open has been saved by `leave`. */
export function compareStates(leave: () => Promise<boolean>): States {
  return {
    briefing: async (id) => {
      await leave();
      return (await call('briefing.read', id)).briefing;
    },
    versions: (id) => call('versions.list', id),
    version: (id, key) => call('versions.open', id, key)
  };
}

/** What the dialog that prints and exports asks of the program. */
export const printActions: Omit<PreviewActions, 'make'> = {
  cancel: () => void call('preview.cancel'),
  close: () => void call('preview.close'),
  exportShown: (token) => call('preview.export', token),
  print: (token) => call('preview.print', token),
  onStage: (listener) => listen('previewStage', listener),
  sentenceFor
};
