/**
 * From what Chromium prints to the document that leaves the house, in one pass and in place.
 * Equal input gives equal bytes: every date is the briefing's.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { PrintJob } from '../../api.js';
import { bundleSchema } from '../../domain/bundle.js';
import { renderMarkdown } from '../../domain/markdown/render-markdown.js';
import { composePublication, hasContentsList } from '../../domain/publication/publication.js';
import { attachBundle, hashOf } from './attached-bundle.js';
import { checkOpened, checkSaved } from './check-finished.js';
import { hasContentsNumbers, putContentsNumbers } from './contents-numbers.js';
import { mendStructure } from './mend-structure.js';
import { nameLinks } from './name-links.js';
import { openPdf } from './opened-pdf.js';
import { overflowOf } from './overflow.js';
import { putBack } from './page-content.js';
import { highlightsOf } from './printed-highlights.js';
import { putHighlights } from './put-highlights.js';
import { renumberStructure } from './renumber-structure.js';
import { writeMetadata } from './write-metadata.js';

export type Finished =
  | { readonly kind: 'finished'; readonly pdf: Uint8Array }
  /** The contents list must be printed again with these numbers: the pages of its anchors. */
  | { readonly kind: 'again'; readonly pages: Readonly<Record<string, number>> }
  /** A one-page brief that has more than one page: the beginnings of what does not fit. */
  | { readonly kind: 'too-long'; readonly over: readonly string[] };

/** `numbered`: the contents list was printed with its numbers, not with placeholders. */
export async function finishPdf(
  printed: Uint8Array,
  { briefing, texts, edition }: PrintJob,
  numbered: boolean
): Promise<Finished> {
  const publication = composePublication(briefing, texts, edition);
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const pdf = openPdf(document);
  if (edition.template === 'brief' && pdf.pages.length > 1) {
    return { kind: 'too-long', over: overflowOf(pdf) };
  }
  if (hasContentsList(publication)) {
    const { contents } = publication;
    const right = numbered ? hasContentsNumbers(pdf, contents) : putContentsNumbers(pdf, contents);
    if (!right && numbered) throw new Error('The contents list names the wrong pages');
    if (!right) return { kind: 'again', pages: Object.fromEntries(pdf.destinations) };
  }
  const highlights = highlightsOf(publication);
  const drawn = putHighlights(pdf, highlights);
  nameLinks(pdf, publication);
  mendStructure(pdf);
  checkOpened(pdf, highlights, drawn);
  for (const page of pdf.pages) putBack(document, page);
  const bundle = new TextEncoder().encode(
    JSON.stringify({ schema: bundleSchema, briefing, texts })
  );
  attachBundle(document, bundle, briefing.modifiedAt);
  writeMetadata(document, {
    title: publication.title,
    description: renderMarkdown(briefing.bottomLine).text.trim(),
    language: 'en',
    keywords: briefing.tags,
    createdAt: briefing.createdAt,
    modifiedAt: briefing.modifiedAt,
    program: 'Standpoint',
    bundleHash: hashOf(bundle),
    profile: edition.profile
  });
  renumberStructure(document);
  const saved = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    objectsPerTick: Infinity
  });
  await checkSaved(saved, bundle);
  return { kind: 'finished', pdf: saved };
}
