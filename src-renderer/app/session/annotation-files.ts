/** Annotations to a file and from one, by way of the main process, with what to tell the person. */
import type { AnnotationFiles } from '../../annotations/annotation-actions.js';
import type { Toasts } from '../../ui/toasts/toasts.svelte.js';
import { call } from './client.js';
import { sentenceFor } from './sentence-for.js';

export function annotationFiles(toasts: Toasts): AnnotationFiles {
  async function attempt<T>(job: () => Promise<T>): Promise<T | null> {
    try {
      return await job();
    } catch (error) {
      toasts.showFailure(sentenceFor(error));
      return null;
    }
  }
  return {
    write: (title, ending, text) =>
      attempt(async () => {
        const file = await call('annotations.write', title, ending, text);
        if (!file) return;
        const { token } = file;
        toasts.about('library').show(
          `Exported ${file.name}.`,
          { label: 'Open', run: () => void attempt(() => call('file.open', token)) },
          {
            label: 'Show in folder',
            run: () => void attempt(() => call('file.showInFolder', token))
          }
        );
      }).then(() => undefined),
    read: () => attempt(() => call('annotations.read')),
    tell: (sentence) => void toasts.show(sentence),
    tellFailure: (sentence) => void toasts.showFailure(sentence)
  };
}
