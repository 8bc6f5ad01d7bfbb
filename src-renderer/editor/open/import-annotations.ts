/** Takes annotations of a file into the open briefing, as one step for undo, and says what came of it. */
import { readAnnotations } from '../../../src-main/domain/exchange/formats.js';
import {
  placeAnnotations,
  type Placement
} from '../../../src-main/domain/exchange/place-annotations.js';
import { ExpectedFailure } from '../../../src-main/domain/base/result.js';
import { counted } from '../../../src-main/domain/text/joined-words.js';
import type { AnnotationFiles } from '../../annotations/annotation-actions.js';
import type { OpenBriefing } from './open-briefing.svelte.js';
import { named } from './step-names.js';

/** Asks for the file. Annotations without a certain place come in as orphans. */
export async function importAnnotationFiles(
  open: OpenBriefing,
  files: AnnotationFiles
): Promise<void> {
  const file = await files.read();
  if (!file) return;
  const { name, text, guess } = file;
  try {
    open.endTyping();
    const placement = placeAnnotations(open.briefing, open.texts, readAnnotations(name, text));
    open.edit(named.annotationsImported(name), () => placement.briefing);
    files.tell([tellOf(placement), guess ?? []].flat().join(' '));
    const { refused } = placement;
    if (refused.length > 0) files.tellFailure(firstSentences(refused));
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    files.tellFailure(error.message);
  }
}

function tellOf({ placed, orphans, known, mended }: Placement): string {
  const parts = [`${counted(placed.length, 'annotation')} placed`];
  if (orphans.length > 0) parts.push(`${orphans.length} without a certain place, kept to look at`);
  if (known > 0) parts.push(`${known} were here already`);
  return [`${parts.join('; ')}.`, ...(mended === null ? [] : [mended])].join(' ');
}

/** The first of them, and how many more there are. */
export function firstSentences(refused: readonly string[]): string {
  const more = refused.length > 3 ? ` And ${refused.length - 3} more.` : '';
  return `${refused.slice(0, 3).join(' ')}${more}`;
}
