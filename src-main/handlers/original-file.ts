/**
 * What may be believed of a file that a source was read from: its name may have come with a stranger's
 * briefing. Pure.
 */
import type { Original } from '../domain/briefing/source.js';
import { articleEndingOf } from '../domain/program/article.js';
import { fileNameFor } from '../publish/file-name.js';

/** No system starts a file of this ending. */
const unknownEnding = 'bin';

/** What a copy of it is called: nothing in the name leads elsewhere, and its ending is one of an article. */
export function fileOfOriginal({ name }: Pick<Original, 'name'>): {
  readonly name: string;
  /** Without the dot. */
  readonly ending: string;
} {
  const known = articleEndingOf(name);
  const stem = known === null ? name : name.slice(0, -known.length - 1);
  const ending = known ?? unknownEnding;
  return { name: `${fileNameFor(stem)}.${ending}`, ending };
}

/** Whether a PDF or a Word document begins as such a file does. */
export function beginsAsNamed({ name }: Pick<Original, 'name'>, bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  // Something may stand before a PDF.
  if (articleEndingOf(name) === 'pdf') return start.includes('%PDF-');
  return articleEndingOf(name) === 'docx' && start.startsWith('PK\x03\x04');
}
