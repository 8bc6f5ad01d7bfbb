/** Takes references of a file into the open briefing, as one step for undo, and says what came of it. */
import { ExpectedFailure } from '../../../src-main/domain/base/result.js';
import { readReferences } from '../../../src-main/domain/references/formats.js';
import {
  addReferences,
  referencesInWords
} from '../../../src-main/domain/sources/add-references.js';
import { noText } from '../../../src-main/domain/briefing/source.js';
import type { AnnotationFiles } from '../../annotations/annotation-actions.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { firstSentences } from './import-annotations.js';
import { named } from './step-names.js';

/** Asks for the file. What the briefing has already stays as it is there. */
export async function importReferenceFile(
  open: OpenBriefing,
  files: Pick<AnnotationFiles, 'readReferences' | 'tell' | 'tellFailure'>
): Promise<void> {
  const file = await files.readReferences();
  if (!file) return;
  const { name, text, guess } = file;
  try {
    open.endTyping();
    const found = addReferences(open.briefing, readReferences(name, text), new Date());
    if (found.added.length > 0) {
      open.addText(noText, '');
      open.edit(named.referencesImported(name), () => found.briefing);
    }
    files.tell([referencesInWords(found), guess ?? []].flat().join(' '));
    if (found.refused.length > 0) files.tellFailure(firstSentences(found.refused));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    files.tellFailure(error.message);
  }
}
