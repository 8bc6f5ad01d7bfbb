/** The pages that are shown beside the text while it is written. */
import type { PageLook } from '../domain/publication/page-look.js';
import type { Briefing } from '../domain/briefing/briefing.js';
import { noText } from '../domain/briefing/source.js';
import type { DocumentPart } from '../domain/publication/document-job.js';
import type { DocumentVersion } from '../domain/publication/document/fit.js';
import type { Edition } from '../domain/publication/edition.js';
import type { Handlers } from '../edge/answer-calls.js';
import { lookAtDocument } from '../printing/look-at-document.js';
import { forReaders } from '../publish/formats.js';
import { readDocumentPart } from './export-from-library.js';
import type { Program } from './program.js';

/** What the last look was made of, to be used again where words alone have changed. */
interface Kept {
  readonly key: string;
  readonly part: DocumentPart;
  readonly version: DocumentVersion;
}

export function pageHandlers(
  { library, ending }: Pick<Program, 'library' | 'ending'>,
  lookAt = lookAtDocument
): Pick<Handlers, 'page.look'> {
  let kept: Kept | null = null;

  async function look(briefing: Briefing, edition: Edition, typing: boolean): Promise<PageLook> {
    // Of its own, so that what listens to it goes with it.
    const signal = AbortSignal.any([ending]);
    const key = JSON.stringify([briefing.id, briefing.sources, edition]);
    const last = kept?.key === key ? kept : null;
    const part = last?.part ?? (await readDocumentPart(library, briefing.id, edition));
    const job = forReaders({ title: null, parts: [{ ...part, briefing }], edition });
    const { version, ...shown } = await lookAt(job, typing && last ? last.version : null, signal);
    kept = isWhole(part, briefing) ? { key, part, version } : null;
    return shown;
  }

  return { 'page.look': look };
}

/** Whether the library will not tell more by the next look: of versions, and of a source that has just come in. */
function isWhole({ texts, written }: DocumentPart, { sources }: Briefing): boolean {
  return !written && sources.every(({ text }) => text === noText || text in texts);
}
